import { describe, expect, test } from 'vitest';

import { askPath, entryPath, parseAsk } from '../../../contracts/panel-paths';

describe('entryPath() leads to the edit view', () => {
  const article = { contentType: 'api::article.article', documentId: 'abc' };

  test.each([
    [null, false, '/content-manager/collection-types/api::article.article/abc'],
    [
      'fr',
      false,
      '/content-manager/collection-types/api::article.article/abc?plugins[i18n][locale]=fr',
    ],
    [null, true, '/content-manager/single-types/api::article.article'],
    ['en', true, '/content-manager/single-types/api::article.article?plugins[i18n][locale]=en'],
  ])('with locale %s and single type %s: %s', (locale, isSingle, path) => {
    expect(entryPath({ ...article, locale }, isSingle)).toBe(path);
  });
});

describe('the task in an address', () => {
  test.each([
    ['/content-manager/x/1', '/content-manager/x/1?shareLink=extend-12'],
    ['/x?plugins[i18n][locale]=fr', '/x?plugins%5Bi18n%5D%5Blocale%5D=fr&shareLink=extend-12'],
  ])('is added to %s as %s', (path, address) => {
    expect(askPath(path, { task: 'extend', id: 12 })).toBe(address);
  });

  test.each([
    ['extend-12', { task: 'extend', id: 12 }],
    ['visits-1', { task: 'visits', id: 1 }],
    ['delete-12', null],
    ['extend-12 ', null],
    ['extend-', null],
    ['extend-12345678901', null],
    ['', null],
    [null, null],
  ])('is read from %j as %j', (value, ask) => {
    expect(parseAsk(value)).toEqual(ask);
  });
});
