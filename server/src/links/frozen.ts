import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import type { ShownEntry } from '../../../contracts/shown';
import { showEntry } from '../content/shown';
import type { Subject } from '../content/shown';
import { refuse } from '../errors';

interface Frozen {
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
  fields: string[];
}

/** The entry as it is saved now, to be kept with a link. */
export async function frozenContent(
  strapi: Core.Strapi,
  settings: Settings,
  link: Frozen
): Promise<ShownEntry> {
  const subject: Subject = {
    contentType: link.contentType,
    documentId: link.entryDocumentId,
    locale: link.entryLocale,
    shows: 'draft',
    fields: link.fields,
  };
  const entry = await showEntry(strapi, settings, subject);
  if (!entry) refuse('not-found', 'There is no such entry any more');
  return { ...entry, status: 'frozen', frozenAt: new Date().toISOString() };
}
