import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '../../../server/src/content/markdown';
import { bodyOf, field, file, picture, related, relation, withoutTags } from './support';

const report = (name: string) => field('files', 'media', [file({ name })]);

describe('related entries', () => {
  it('with only a title are short values', () => {
    const html = bodyOf([relation('documents', [related('Contract'), related('Report')])]);
    expect(html).toMatch(/<ul class="chips"><li[^>]*>Contract<\/li><li[^>]*>Report<\/li><\/ul>/);
    expect(html).toContain('<dl class="facts">');
  });

  it('with short values are the rows of a table, named by their titles', () => {
    const task = (title: string, state: string) =>
      related(title, field('state', 'enumeration', state), field('days', 'number', 3));
    const html = bodyOf([relation('tasks', [task('Mount', 'done'), task('Test', 'planned')])]);
    expect(html).toMatch(/<th role="columnheader" scope="col" data-key="[^"]*">Document<\/th>/);
    expect(html).toMatch(/<th role="rowheader" scope="row" dir="auto">Mount<\/th>/);
    expect(withoutTags(html)).toContain('1 of 2 done');
  });

  it('with a short text each are cards', () => {
    const person = (name: string) => related(name, field('summary', 'text', `${name} is here.`));
    const html = bodyOf([relation('people', [person('Edith'), person('Arthur')])]);
    expect(html.match(/<li id="f-people-\d" class="card">/g)).toHaveLength(2);
    expect(html).toContain('<h3 dir="auto">Edith</h3>');
  });

  it('have their files below their title', () => {
    const html = bodyOf([
      relation('documents', [
        related('Contract', report('signed.pdf')),
        related('Runs', report('runs.csv')),
      ]),
    ]);
    const places = ['>Documents</h2>', '>Contract</h3>', 'signed.pdf', '>Runs</h3>', 'runs.csv'];
    const found = places.map((part) => html.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(html).not.toContain('>Files</h');
  });

  it('with their own sections have them folded', () => {
    const project = related(
      'Portal',
      field('cover', 'media', [picture()], { multiple: false }),
      field('summary', 'text', 'One place.'),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => field(name, 'number', 1)),
      field('story', 'richtext', renderMarkdown('# Long')),
      report('plan.pdf')
    );
    const html = bodyOf([relation('projects', [project])]);
    const [seen = '', folded = ''] = html.split('<details class="fold">');
    expect(seen).toContain('class="group__lead"');
    expect(seen).toContain('One place.');
    expect(seen.match(/class="fact"/g)).toHaveLength(6);
    expect(folded).toMatch(/^<summary><bdi>Show more<\/bdi><span class="unseen"> Portal<\/span>/);
    expect(folded.match(/class="fact"/g)).toHaveLength(1);
    expect(folded).toContain('plan.pdf');
  });

  it('have a note when there are more than the page shows', () => {
    const note = 'There are more; only the first 2 are shown.';
    const titles = [related('A'), related('B')];
    expect(withoutTags(bodyOf([relation('documents', titles, true)]))).toContain(note);
    expect(withoutTags(bodyOf([relation('documents', titles)]))).not.toContain('There are more');
    const filled = [related('A', report('a.pdf')), related('B', report('b.pdf'))];
    expect(withoutTags(bodyOf([relation('documents', filled, true)]))).toContain(note);
  });

  it('without a title are left out', () => {
    expect(
      bodyOf([relation('documents', [related(''), related('B', report('b.pdf'))])])
    ).not.toMatch(/f-documents-1/);
  });
});
