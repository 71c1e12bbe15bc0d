import { beforeAll, describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import { bootSite } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DOCUMENT, PAGE, PROJECT, createEntry, newDocument } from '../support/entries';
import type { Entry } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useSiteFolder } from '../support/site';
import { useDatabase } from '../support/use-app';

const site = useSiteFolder();
const database = useDatabase();

describe('a relation inside a part of an entry', () => {
  let app: App;

  beforeAll(async () => {
    const toPapers = { type: 'relation', relation: 'oneToMany', target: DOCUMENT };
    site.schema('components/sections/call-to-action.json', ({ attributes }) => {
      attributes.papers = toPapers;
    });
    site.schema('components/project/customer.json', ({ attributes }) => {
      attributes.contract = { ...toPapers, relation: 'oneToOne' };
    });
    site.schema('api/homepage/content-types/homepage/schema.json', ({ attributes }) => {
      attributes.pages = { type: 'relation', relation: 'oneToMany', target: PAGE };
    });
    site.plugins({
      'share-links': {
        config: {
          contentTypes: {
            [PAGE]: { relations: { 'sections.papers': 1 } },
            [PROJECT]: { mode: 'multiple', relations: { 'customer.contract': 1 } },
            'api::homepage.homepage': { relations: { pages: 2 } },
          },
        },
      },
    });
    app = await bootSite(site, database);
    return () => app.stop();
  });

  const waysTo = async (entry: Entry) => {
    const admin = await login(app, 'admin');
    const path = `/share-links/entries/${DOCUMENT}/${entry.documentId}`;
    const { body } = await admin<{ data: EntrySharing }>('GET', path);
    return body.data.openers.elsewhere.map(({ by, link }) => [by, link?.id]);
  };

  it('opens the related entry from a component', async () => {
    const contract = await newDocument(app, 'editor', { description: 'Signed' });
    const other = await newDocument(app);
    const { documentId } = await createEntry(app, PROJECT, {
      title: 'With a contract',
      customer: { name: 'Voltaic', contract: contract.documentId },
    });
    const { id } = await shareEntry(app, { by: 'admin', contentType: PROJECT, documentId });
    expect(await waysTo(contract)).toEqual([['relation', id]]);
    expect(await waysTo(other)).toEqual([]);
  });

  it('opens the related entry from a dynamic zone, also through another relation', async () => {
    const paper = await newDocument(app, 'editor', { description: 'In a section' });
    const page = await createEntry(app, PAGE, {
      title: 'With sections',
      sections: [
        { __component: 'sections.quote', text: 'First' },
        { __component: 'sections.call-to-action', heading: 'Read', papers: [paper.documentId] },
      ],
    });
    const link = await shareEntry(app, {
      by: 'admin',
      contentType: PAGE,
      documentId: page.documentId,
    });
    expect(await waysTo(paper)).toEqual([['relation', link.id]]);

    const home = 'api::homepage.homepage' as typeof PAGE;
    const { documentId } = (await app.strapi.documents(home).findFirst({}))!;
    await app.strapi.documents(home).update({
      documentId,
      data: { pages: [page.documentId] } as never,
      status: 'published',
    });
    const ofHome = await shareEntry(app, { by: 'admin', contentType: home, documentId });
    const ways = await waysTo(paper);
    expect(ways.sort()).toEqual(
      [
        ['relation', link.id],
        ['relation', ofHome.id],
      ].sort()
    );
  });
});
