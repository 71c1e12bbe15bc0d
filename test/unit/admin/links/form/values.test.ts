import { describe, expect, it } from 'vitest';

import { localInput } from '../../../../../admin/src/links/form/fields/localTime';
import { copiedValues, valuesOf } from '../../../../../admin/src/links/form/values';
import { exposure, inDays, link, now, reaching, sharing } from '../../../../support/panel';

const asIs = valuesOf(link, sharing, now);

describe('the values of a form', () => {
  it('are the rules of the link', () => {
    expect(asIs).toMatchObject({
      label: 'Lumen',
      expiry: 'keep',
      passwordPlan: 'keep',
      password: '',
      shows: 'draft',
      allFields: false,
      fields: ['title'],
      maxViewers: '5',
      includeChildren: false,
      locales: [],
      refresh: 'never',
      allowDownload: true,
      allowIndexing: false,
    });
    expect(valuesOf({ ...link, fields: exposure.paths }, sharing, now).allFields).toBe(true);
  });

  it('propose the length that the link had when it has expired', () => {
    const dates = { createdAt: inDays(-8).toISOString(), expiresAt: inDays(-1).toISOString() };
    expect(valuesOf({ ...link, ...dates }, sharing, now).expiry).toBe('1w');
  });

  it('are copied without the name, the address and the password of the original link', () => {
    expect(copiedValues({ ...link, slug: 'lumen' }, sharing, now)).toMatchObject({
      label: '',
      slug: '',
      password: '',
      passwordPlan: 'set',
      expiry: 'date',
      expiresAt: localInput(inDays(3)),
      allFields: false,
      fields: ['title'],
      maxViewers: '5',
    });
  });

  it('are copied without anything that the person may not share', () => {
    const far = { ...link, includeChildren: true, locales: ['fr', 'de'] };
    expect(copiedValues({ ...far, fields: ['secret'] }, sharing, now)).toMatchObject({
      allFields: true,
      fields: ['title', 'customer'],
      includeChildren: false,
      locales: [],
    });
    expect(copiedValues(far, reaching, now)).toMatchObject({
      includeChildren: true,
      locales: ['fr'],
    });
  });

  it('are copied with the rules for the page', () => {
    const page = { refreshSeconds: 15, allowDownload: false, allowIndexing: true };
    expect(copiedValues({ ...link, ...page }, sharing, now)).toMatchObject({
      refresh: '15',
      allowDownload: false,
      allowIndexing: true,
    });
  });

  it('are copied with the choice of a mail at the first visit', () => {
    const watched = { ...link, notifyFirstVisit: true };
    expect(copiedValues(watched, sharing, now).notifyFirstVisit).toBe(true);
  });

  it('contain a field once even when the link shows paths inside it', () => {
    const fields = ['documents(title).files', 'sections(page.hero).title', 'customer.name'];
    expect(valuesOf({ ...link, fields }, sharing, now).fields).toEqual([
      'documents',
      'sections',
      'customer',
    ]);
  });
});
