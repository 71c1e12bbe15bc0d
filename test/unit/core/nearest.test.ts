import { expect, it } from 'vitest';

import { nearest } from '../../../server/src/core/nearest';

it.each([
  ['prefixe', ['prefix', 'paused'], 'prefix'],
  ['api::pages.page', ['api::page.page', 'api::homepage.homepage'], 'api::page.page'],
  ['ownersOnly', ['ownerOnly', 'allowNever'], 'ownerOnly'],
  ['something', ['prefix'], null],
  ['', ['prefix'], null],
])('%s among %j means %s', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});
