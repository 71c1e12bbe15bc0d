import { describe, expect, it } from 'vitest';

import { renderEntryPage } from '../../../server/src/page/render';
import type { PageOptions } from '../../../server/src/page/render';
import { entry } from './support';

const footerOf = (audience: PageOptions['audience'], language: string) => {
  const { html } = renderEntryPage(entry([]), { audience, languages: [language] });
  return /<footer[^]*<\/footer>/.exec(html)![0].replace(/<[^>]+>/g, '');
};

describe('the footer of a page', () => {
  it('says who can open it', () => {
    expect(footerOf('anyone', 'en')).toContain('Anyone who has this link can open');
    expect(footerOf('locked', 'en')).toContain('this link and its password');
    expect(footerOf('limited', 'en')).not.toContain('Anyone');
  });

  it.each(['en', 'de', 'es', 'fr'])(
    'says something else for each kind of link in %s',
    (language) => {
      const said = (['anyone', 'locked', 'limited'] as const).map((kind) =>
        footerOf(kind, language)
      );
      expect(new Set(said).size).toBe(3);
    }
  );
});
