import { describe, expect, it } from 'vitest';

import type { RefusalReason } from '../../../contracts/errors';
import { renderExplainedRefusal } from '../../../server/src/page/render';

const REASONS: RefusalReason[] = [
  'scheduled',
  'paused',
  'site-paused',
  'suspended',
  'expired',
  'exhausted',
  'revoked',
  'not-shown',
];

const pageOf = (reason: RefusalReason, language: string, opensAt: string | null = null) =>
  renderExplainedRefusal({ reason, opensAt }, { languages: [language] }).html;

const textOf = (html: string) => html.slice(html.indexOf('<main')).replace(/<[^>]+>/g, ' ');

describe('an explained refusal', () => {
  it.each(['en', 'de', 'es', 'fr'])('has words of its own for each reason in %s', (language) => {
    const texts = REASONS.map((reason) => textOf(pageOf(reason, language)));
    expect(new Set(texts).size).toBe(REASONS.length);
  });

  it('says of ended links alone that they are no longer active', () => {
    for (const reason of REASONS) {
      const mayOpenAgain = REASONS.indexOf(reason) < 4;
      const html = pageOf(reason, 'en');
      expect([reason, html.includes('no longer active')]).toEqual([reason, !mayOpenAgain]);
      expect([reason, html.includes('<h1>Access Denied</h1>')]).toEqual([reason, !mayOpenAgain]);
    }
  });

  it('says when a scheduled link opens', () => {
    const moment = '2026-12-05T09:00:00.000Z';
    expect(textOf(pageOf('scheduled', 'de', moment))).toContain('5. Dezember 2026 um 09:00 UTC');
    expect(pageOf('scheduled', 'en', moment)).toContain(`<time dateTime="${moment}">`);
  });
});
