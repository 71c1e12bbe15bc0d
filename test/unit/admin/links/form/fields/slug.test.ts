import { describe, expect, it } from 'vitest';

import { slugAddress, slugInput } from '../../../../../../admin/src/links/form/fields/slug';
import { link } from '../../../../../support/panel';

describe('a readable address', () => {
  it.each([
    ['Lumen Energy', 'lumen-energy'],
    ['Café_Zürich ', 'cafe-zurich-'],
  ])('typed as %s gets its hyphens and plain letters', (typed, slug) => {
    expect(slugInput(typed)).toBe(slug);
  });

  it.each([
    ['by its token', [link], 'https://cms.example.com/share/lumen'],
    [
      'on a front end',
      [{ ...link, url: 'https://example.com/p?t=rA5k_xY2&x=1' }],
      'https://example.com/p?t=lumen&x=1',
    ],
    [
      'by another slug',
      [{ ...link, slug: 'old', url: 'https://x.example/share/old' }],
      'https://x.example/share/lumen',
    ],
    ['unknown', [{ ...link, url: null }], '…/lumen'],
  ])('has a preview %s', (_title, known, address) => {
    expect(slugAddress('lumen', known)).toBe(address);
  });
});
