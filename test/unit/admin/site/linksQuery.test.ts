import { describe, expect, test } from 'vitest';

import {
  filterParams,
  isFiltered,
  listParams,
  nextSort,
  parseSort,
} from '../../../../admin/src/site/linksQuery';
import type { PageQuery } from '../../../../admin/src/site/linksQuery';

const NEWEST = 'sort=createdAt%3Adesc';

describe('the query of the list', () => {
  test.each<[PageQuery, string]>([
    [{}, `${NEWEST}&page=1&pageSize=25`],
    [{ page: '3', pageSize: '50' }, `${NEWEST}&page=3&pageSize=50`],
    [{ page: 2 }, `${NEWEST}&page=2&pageSize=25`],
    [{ page: '0', pageSize: '-5' }, `${NEWEST}&page=1&pageSize=25`],
    [{ page: 'x', pageSize: '1.5' }, `${NEWEST}&page=1&pageSize=25`],
    [{ pageSize: '5000' }, `${NEWEST}&page=1&pageSize=100`],
    [{ sort: 'label:ASC' }, 'sort=label%3Aasc&page=1&pageSize=25'],
    [{ sort: 'password:asc' }, `${NEWEST}&page=1&pageSize=25`],
    [{ _q: 'a & b' }, `q=a+%26+b&${NEWEST}&page=1&pageSize=25`],
    [
      { state: 'paused', ends: 'soon', sharedBy: '' },
      `state=paused&ends=soon&${NEWEST}&page=1&pageSize=25`,
    ],
  ])('from %j is %s', (query, params) => {
    expect(listParams(query).toString()).toBe(params);
  });

  test('of an export has the filters, but not the page', () => {
    const query = {
      _q: 'x',
      contentType: 'api::a.a',
      password: 'set',
      page: '4',
      sort: 'label:asc',
    };
    expect(filterParams(query).toString()).toBe('q=x&contentType=api%3A%3Aa.a&password=set');
  });

  test.each<[PageQuery, boolean]>([
    [{}, false],
    [{ page: '2', sort: 'label:asc', pageSize: '10' }, false],
    [{ _q: '' }, false],
    [{ _q: 'x' }, true],
    [{ ends: 'never' }, true],
  ])('from %j has filters: %s', (query, expected) => {
    expect(isFiltered(query)).toBe(expected);
  });
});

describe('the order of the list', () => {
  test.each([
    [undefined, 'label', 'label:asc'],
    [undefined, 'viewCount', 'viewCount:desc'],
    [undefined, 'createdAt', 'createdAt:asc'],
    ['label:asc', 'label', 'label:desc'],
    ['label:desc', 'label', 'label:asc'],
    ['viewCount:desc', 'expiresAt', 'expiresAt:desc'],
  ] as const)('changes from %s, by a click on %s, to %s', (sort, column, next) => {
    expect(nextSort(parseSort(sort), column)).toBe(next);
  });
});
