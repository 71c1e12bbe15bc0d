import { describe, expect, it } from 'vitest';

import { CLOSED_REASONS } from '../../../contracts/links';
import { previewTextsFor } from '../../../server/src/i18n/languages';
import { contentSecurityPolicy } from '../../../server/src/page/csp';
import { withPreviewBar } from '../../../server/src/page/preview/bar';
import type { PreviewFacts } from '../../../server/src/page/preview/bar';

const PAGE =
  '<!doctype html><html><head><title>A</title></head><body class="x"><p>B</p></body></html>';
const OPEN: PreviewFacts = { hasLink: true, asksPassword: false, closed: null };

const underBar = (facts: Partial<PreviewFacts> = {}, languages: string[] = ['en']) =>
  withPreviewBar(
    { html: PAGE, csp: contentSecurityPolicy(PAGE) },
    { ...OPEN, ...facts },
    languages
  );

describe('the bar of a preview', () => {
  it('is all that the page has besides its own', () => {
    const { html, csp } = underBar();
    const without = html.replace(/<style>.*?<\/style>/, '').replace(/<aside .*?<\/aside>/, '');
    expect(without).toBe(PAGE);
    expect(html).toMatch(/<body class="x"><aside class="preview-bar" lang="en"/);
    expect(csp.match(/'sha256-/g)!.length).toBe(2);
    expect(csp).not.toContain('unsafe');
  });

  it.each(['en', 'de', 'fr', 'es'])('has words of its own for every reason in %s', (language) => {
    const { closed } = previewTextsFor(language);
    // A deleted link has no preview.
    const reasons = CLOSED_REASONS.filter((reason) => reason !== 'revoked');
    const words = reasons.map((reason) => (closed as Record<string, string>)[reason]);
    expect(words).not.toContain(undefined);
    expect(new Set(words).size).toBe(reasons.length);
    for (const [index, reason] of reasons.entries()) {
      expect(underBar({ closed: reason }, [language]).html).toContain(words[index]);
    }
  });

  it.each(['de', 'fr', 'es'])('is translated into %s', (language) => {
    const flat = (texts: object): string[] =>
      Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : flat(text)));
    const [english, others] = [previewTextsFor('en'), previewTextsFor(language)].map(flat);
    expect(others!.filter((text) => english!.includes(text))).toEqual([]);
  });
});
