import { createElement } from 'react';
import { describe, expect, it } from 'vitest';

import { renderEntryPage } from '../../../server/src/page/render';
import type { Renderers } from '../../../server/src/page/renderers';
import { entry, field, group, repeatable } from './support';

const none = (): Renderers => ({
  fields: new Map(),
  customFields: new Map(),
  contentTypes: new Map(),
});

const colour = { ...field('accent', 'string', '#1d4ed8'), customField: 'plugin::colour.colour' };

function render(renderers: Renderers, uid = 'api::note.note') {
  const fields = [
    field('note', 'text', 'Before\n\nthe colour'),
    colour,
    field('data', 'json', { depth: { of: 'the sea' } }),
    repeatable('parts', group('Part', field('name', 'string', 'One'), colour)),
  ];
  return renderEntryPage(entry(fields), { renderers, uid }).html.replace(
    /<style>[^]*<\/style>/,
    ''
  );
}

describe('a renderer of the site', () => {
  it('for a custom field draws it everywhere, and comes before the renderer for its type', () => {
    const renderers = none();
    renderers.fields.set('string', () => 'as a string');
    renderers.customFields.set('plugin::colour.colour', ({ value }) =>
      createElement('span', { className: 'swatch' }, `Colour ${String(value)}`)
    );
    const html = render(renderers);
    expect(html.match(/<span class="swatch">Colour #1d4ed8<\/span>/g)).toHaveLength(2);
    expect(html).toContain('as a string');
  });

  it('for a field type leaves a field to the page when it returns nothing', () => {
    const renderers = none();
    renderers.fields.set('json', () => undefined);
    expect(render(renderers)).toBe(render(none()));
  });

  it('gets the language, and the level for its headings', () => {
    const renderers = none();
    renderers.fields.set('json', (_, { locale, level }) => `${locale}, from h${level}`);
    expect(render(renderers)).toContain('en, from h3');
  });

  it('can write text only as text', () => {
    const renderers = none();
    renderers.fields.set('json', () => '<img src=x onerror=alert(1)>');
    expect(render(renderers)).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('loses only its section when it throws', () => {
    const renderers = none();
    renderers.fields.set('json', () => {
      throw new Error('It broke');
    });
    const html = render(renderers);
    expect(html).toContain('This part can’t be shown.');
    expect(html).not.toContain('the sea');
    expect(html).not.toContain('It broke');
    expect(html).toContain('the colour');
  });

  it('for a content type draws everything below the title', () => {
    const renderers = none();
    renderers.contentTypes.set('api::note.note', ({ fields }) =>
      createElement('p', null, `${fields.length} fields`)
    );
    const html = render(renderers);
    expect(html).toContain('<p>4 fields</p>');
    expect(html).toContain('Smart metering</h1>');
    expect(html).not.toContain('the sea');
    expect(render(renderers, 'api::other.other')).toContain('the sea');
  });

  it('for a content type leaves the title and a note when it throws', () => {
    const renderers = none();
    renderers.contentTypes.set('api::note.note', () => {
      throw new Error('It broke');
    });
    const html = render(renderers);
    expect(html).toContain('Smart metering</h1>');
    expect(html).toContain('This part can’t be shown.');
  });
});
