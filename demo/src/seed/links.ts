import type { Core, UID } from '@strapi/strapi';

interface NewLink {
  contentType: UID.ContentType;
  documentId: string;
  locale: string | null;
  label: string;
}

interface LinksService {
  create(link: NewLink, actor: { kind: 'system'; name: string }): Promise<unknown>;
}

interface ReadyLink {
  contentType: UID.ContentType;
  title: string;
  label: string;
}

const readyLinks: ReadyLink[] = [
  {
    contentType: 'api::project.project',
    title: 'Where is my fish from? for Fjord Foods',
    label: 'For Fjord Foods',
  },
  {
    contentType: 'api::document.document',
    title: 'Harbour Line: results of the trial runs',
    label: 'For the board of Harbour Line',
  },
  {
    contentType: 'api::dashboard.dashboard',
    title: 'The studio, first half of 2026',
    label: 'For our accountant',
  },
];

/** Makes a few links that work from the first start, with the plugin's own service. */
export const seedLinks = async (strapi: Core.Strapi): Promise<void> => {
  const links = strapi.plugin('share-links').service('links') as LinksService;
  for (const { contentType, title, label } of readyLinks) {
    const entry = await strapi.documents(contentType).findFirst({ filters: { title } });
    if (!entry) throw new Error(`There is no entry "${title}" to share`);
    await links.create(
      { contentType, documentId: entry.documentId, locale: null, label },
      { kind: 'system', name: 'Demo' }
    );
  }
};
