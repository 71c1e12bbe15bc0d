import { describe, expect, it } from 'vitest';

import { serverErrors } from '../../../../../admin/src/links/form/serverErrors';

describe('serverErrors() finds the field for a refusal about', () => {
  const refusal = (code: string, path?: string[]) => ({
    details: { code, errors: path ? [{ path, message: 'no', name: 'ValidationError' }] : [] },
  });
  it.each([
    ['an end', refusal('invalid', ['expiresIn']), { expiry: 'no' }],
    ['one of the fields', refusal('field-not-shareable', ['fields', '2']), { fields: 'no' }],
    ['the entries below', refusal('invalid', ['includeChildren']), { includeChildren: 'no' }],
    ['a language', refusal('not-allowed', ['locales']), { locales: 'no' }],
    ['an interval', refusal('invalid', ['refreshSeconds']), { refresh: 'no' }],
    ['a taken slug', refusal('slug-taken'), { slug: 'Taken' }],
    ['something else', refusal('link-changed'), {}],
    ['nothing', new Error('offline'), {}],
  ])('%s', (_title, error, found) => {
    expect(serverErrors(error, 'Taken')).toEqual(found);
  });
});
