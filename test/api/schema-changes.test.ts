import { beforeAll, describe, expect, it } from 'vitest';

import type { HistoryList, Link, LinkList } from '../../contracts/links';
import type { ShownField } from '../../contracts/shown';
import { bootApp, bootSite } from '../support/app';
import type { App } from '../support/app';
import { login } from '../support/client';
import { DASHBOARD, DOCUMENT, PAGE, PROJECT, createEntry, newDocument } from '../support/entries';
import { shareEntry, statusOf, strangerAt } from '../support/sharing';
import type { Shared } from '../support/sharing';
import { useSiteFolder } from '../support/site';
import { useDatabase } from '../support/use-app';
import { addFrench } from '../support/versions';

const site = useSiteFolder();
const database = useDatabase();

const typeFile = (name: string) => `api/${name}/content-types/${name}/schema.json`;
const componentFile = (uid: string) => `components/${uid.replace('.', '/')}.json`;

/** The field of a link's page, or undefined if it is not shown. */
async function shown(app: App, { token }: Shared, name: string): Promise<ShownField | undefined> {
  const { body, status } = await strangerAt(app).json(token);
  expect(status).toBe(200);
  return body.data.fields.find((field) => field.name === name);
}

/** The link as the panel gets it. */
async function linkOf(app: App, { id }: Shared): Promise<Link> {
  const admin = await login(app, 'admin');
  return (await admin<{ data: Link }>('GET', `/share-links/links/${id}`)).body.data;
}

async function endOf(app: App, { contentType, documentId, id }: Shared): Promise<unknown> {
  const admin = await login(app, 'admin');
  const path = `/share-links/history?contentType=${contentType}&documentId=${documentId}`;
  const { body } = await admin<HistoryList>('GET', path);
  return body.data.find((row) => row.id === id)?.endReason;
}

/** The links that the panel lists on an entry, in a language. */
async function listed(app: App, { contentType, documentId }: Shared, locale: string | null) {
  const admin = await login(app, 'admin');
  const path = `/share-links/links?contentType=${contentType}&documentId=${documentId}`;
  const { body } = await admin<LinkList>('GET', path + (locale ? `&locale=${locale}` : ''));
  return body.data.map(({ id }) => id);
}

/** Changes of the site's own code, all before one start. */
function changeSchemas(): void {
  site.schema(typeFile('project'), ({ options, attributes }) => {
    attributes.abstract = attributes.summary!;
    delete attributes.summary;
    delete attributes.teamSize;
    attributes.plan = { type: 'string', default: 'Take over the world' };
    attributes.description = { type: 'text' };
    attributes.contactEmail!.private = true;
    attributes.customer!.component = 'project.person';
    options!.draftAndPublish = false;
  });
  site.write(
    `src/${componentFile('project.person')}`,
    JSON.stringify({
      collectionName: 'components_project_persons',
      info: { displayName: 'Person' },
      attributes: { name: { type: 'string', default: 'Somebody private' } },
    })
  );
  site.schema(componentFile('project.task'), ({ attributes }) => {
    attributes.cost = { type: 'string', default: 'Too much' };
  });
  site.schema(typeFile('document'), ({ options, pluginOptions, attributes }) => {
    options!.draftAndPublish = true;
    pluginOptions!.i18n = { localized: true };
    attributes.description = { type: 'media', multiple: true };
    attributes.project = { type: 'relation', relation: 'manyToOne', target: PAGE };
  });
  site.schema(typeFile('page'), ({ pluginOptions, attributes }) => {
    delete pluginOptions!.i18n;
    for (const attribute of Object.values(attributes)) delete attribute.pluginOptions;
    const { sections } = attributes;
    sections!.components = (sections!.components as string[]).filter(
      (uid) => uid !== 'sections.quote'
    );
  });
  // A type with another name is another type: for links, this one is gone.
  site.remove('src/api/dashboard');
  site.plugins({
    'share-links': {
      config: { contentTypes: { [PROJECT]: { mode: 'multiple', relations: { documents: 1 } } } },
    },
  });
}

describe('What a link shows after the site has changed its schemas', () => {
  let app: App;
  let project: Shared;
  let draft: Shared;
  let neverPublished: Shared;
  let doc: Shared;
  let english: Shared;
  let french: Shared;
  let dashboard: Shared;

  beforeAll(async () => {
    const before = await bootSite(site, database);
    const data = {
      title: 'Kept',
      summary: 'In short',
      description: '# At length',
      teamSize: 7,
      contactEmail: 'mail@example.com',
      customer: { name: 'Voltaic' },
      taskGroups: [{ title: 'Group', tasks: [{ title: 'Task' }] }],
    };
    const share = (contentType: string, documentId: string, more: object = {}) =>
      shareEntry(before, { by: 'admin', contentType, documentId, ...more });
    const created = await createEntry(before, PROJECT, data);
    project = await share(PROJECT, created.documentId);
    const edited = await createEntry(before, PROJECT, { ...data, title: 'Published' });
    await before.strapi
      .documents(PROJECT)
      .update({ documentId: edited.documentId, data: { title: 'Only a draft' } as never });
    draft = await share(PROJECT, edited.documentId, { shows: 'draft', includeChildren: true });
    const hidden = await createEntry(before, PROJECT, data, { publish: false });
    neverPublished = await share(PROJECT, hidden.documentId, { shows: 'draft' });
    const { documentId } = await newDocument(before, 'editor', {
      description: 'What it is about',
      project: created.documentId,
    });
    doc = await share(DOCUMENT, documentId);
    const page = await createEntry(
      before,
      PAGE,
      {
        title: 'Page',
        sections: [
          { __component: 'sections.quote', text: 'A quote' },
          { __component: 'sections.hero', heading: 'A heading' },
        ],
      },
      { locale: 'en' }
    );
    await addFrench(before, page.documentId, { title: 'Une page' });
    english = await share(PAGE, page.documentId, { locale: 'en', locales: ['fr'] });
    french = await share(PAGE, page.documentId, { locale: 'fr' });
    const board = await createEntry(before, DASHBOARD, { title: 'Figures' });
    dashboard = await share(DASHBOARD, board.documentId);
    for (const link of [project, doc, english, french, dashboard]) {
      expect(await statusOf(before, link.token)).toBe(200);
    }
    await before.stop();
    changeSchemas();
    app = await bootSite(site, database);
    return () => app.stop();
  }, 120_000);

  it('tells in the panel which fields it no longer has', async () => {
    expect((await linkOf(app, project)).missingFields.sort()).toEqual(
      [
        'contactEmail',
        'customer.industry',
        'customer.logo',
        'customer.name',
        'customer.website',
        'documents(title).description',
        'summary',
        'teamSize',
      ].sort()
    );
    expect((await linkOf(app, doc)).missingFields).toEqual(['description', 'project(title)']);
    // Of the documents below it, too.
    expect((await linkOf(app, draft)).missingFields).toContain('Document: description');
    expect((await linkOf(app, english)).missingFields.every((path) => path.includes('quote'))).toBe(
      true
    );
  });

  it.each<[change: string, field: string, shows: unknown]>([
    ['a renamed attribute: not under its new name', 'abstract', undefined],
    ['a renamed attribute: not under its old name', 'summary', undefined],
    ['a removed attribute: not at all', 'teamSize', undefined],
    ['a new attribute: not at all', 'plan', undefined],
    ['an attribute that is now private: not at all', 'contactEmail', undefined],
    ['a text of another kind: as that kind', 'description', '# At length'],
    ['an unchanged attribute: as before', 'title', 'Kept'],
  ])('shows %s', async (_change, field, value) => {
    const found = await shown(app, project, field);
    expect(found && 'value' in found ? found.value : undefined).toEqual(value);
  });

  it('shows nothing of another component under the same name', async () => {
    await app.strapi.documents(PROJECT).update({
      documentId: project.documentId,
      data: { customer: { name: 'Somebody private' } } as never,
    });
    expect((await strangerAt(app).json(project.token)).text).not.toContain('Somebody private');
    expect((await strangerAt(app).page(project.token)).text).not.toContain('Somebody private');
  });

  it('shows no new field of a component', async () => {
    await app.strapi.documents(PROJECT).update({
      documentId: project.documentId,
      data: {
        taskGroups: [{ title: 'Group', tasks: [{ title: 'Task', cost: 'Too much' }] }],
      } as never,
    });
    const { text } = await strangerAt(app).json(project.token);
    expect(text).toContain('Task');
    expect(text).not.toContain('Too much');
  });

  it('shows no media where there was a text, and no entry of another type', async () => {
    const { id } = (await app.strapi.db.query('plugin::upload.file').findOne({ where: {} })) as {
      id: number;
    };
    const data = { description: [id], project: english.documentId } as never;
    const documents = app.strapi.documents(DOCUMENT);
    await documents.update({ documentId: doc.documentId, locale: 'en', data });
    await documents.publish({ documentId: doc.documentId, locale: 'en' });
    expect(await shown(app, doc, 'description')).toBeUndefined();
    expect(await shown(app, doc, 'project')).toBeUndefined();
  });

  it('shows no item of a component that left the dynamic zone, and keeps the others', async () => {
    const { text } = await strangerAt(app).json(english.token);
    expect(text).toContain('A heading');
    expect(text).not.toContain('A quote');
  });

  it('shows what was published where the type lost its drafts, and ends where nothing was', async () => {
    expect(await shown(app, draft, 'title')).toMatchObject({ value: 'Published' });
    expect(await statusOf(app, neverPublished.token)).toBe(404);
    expect(await endOf(app, neverPublished)).toBe('entry-deleted');
  });

  it('shows no draft where the type got drafts', async () => {
    const data = { title: 'Not yet' } as never;
    await app.strapi.documents(DOCUMENT).update({ documentId: doc.documentId, locale: 'en', data });
    expect((await strangerAt(app).json(doc.token)).text).not.toContain('Not yet');
  });

  it('belongs to the default language where the type got languages, and is seen there', async () => {
    expect((await linkOf(app, doc)).locale).toBe('en');
    expect(await listed(app, doc, 'en')).toEqual([doc.id]);
    expect(await statusOf(app, doc.token)).toBe(200);
  });

  it('stays in the default language where the type lost its languages, and ends in others', async () => {
    expect(await linkOf(app, english)).toMatchObject({
      locale: null,
      locales: [],
      state: 'active',
    });
    expect(await listed(app, english, null)).toContain(english.id);
    expect(await statusOf(app, english.token)).toBe(200);
    expect(await statusOf(app, french.token)).toBe(404);
    expect((await linkOf(app, french)).state).toBe('revoked');
    expect(await endOf(app, french)).toBe('locale-deleted');
  });

  it('ends where the type is gone', async () => {
    expect(await statusOf(app, dashboard.token)).toBe(404);
    expect(await endOf(app, dashboard)).toBe('type-deleted');
  });

  it('shows a field again that comes back as it was, and none that an edit did not choose', async () => {
    const admin = await login(app, 'admin');
    const edited = await admin('PUT', `/share-links/links/${project.id}`, {
      data: { label: 'An edit of something else' },
    });
    expect(edited.status).toBe(200);
    expect(await shown(app, project, 'customer')).toBeUndefined();
    await app.stop();
    site.schema(typeFile('project'), ({ attributes }) => {
      attributes.summary = attributes.abstract!;
      attributes.contactEmail!.private = false;
    });
    app = await bootSite(site, database);
    expect((await linkOf(app, project)).missingFields).not.toContain('summary');
    expect(await shown(app, project, 'summary')).toBeDefined();
    expect(await shown(app, project, 'contactEmail')).toMatchObject({ value: 'mail@example.com' });
    expect(await shown(app, project, 'abstract')).toBeUndefined();
  });
});

describe('A link to one language of an entry', () => {
  const other = useDatabase();

  it('stays in its language when another one becomes the default', async () => {
    const before = await bootApp(other);
    const { documentId } = await createEntry(before, PAGE, { title: 'Page' }, { locale: 'en' });
    await addFrench(before, documentId, { title: 'Une page' });
    const share = (locale: string) => shareEntry(before, { contentType: PAGE, documentId, locale });
    const [english, french] = [await share('en'), await share('fr')];
    const locales = before.strapi.plugin('i18n').service('locales') as {
      setDefaultLocale(locale: { code: string }): Promise<unknown>;
    };
    await locales.setDefaultLocale({ code: 'fr' });
    await before.stop();

    const after = await bootApp(other);
    expect(await linkOf(after, english)).toMatchObject({ locale: 'en', state: 'active' });
    expect(await linkOf(after, french)).toMatchObject({ locale: 'fr', state: 'active' });
    expect((await strangerAt(after).json(english.token)).body.data.title).toBe('Page');
    expect((await strangerAt(after).json(french.token)).body.data.title).toBe('Une page');
    await after.stop();
  });
});
