import { describe, expect, it } from 'vitest';

import { freshPage, shoot } from '../support/browser';
import { DOCUMENT, PAGE, PROJECT, createEntry } from '../support/entries';
import { PAGE_PARTS, strangeParts } from '../support/inert';
import { PAYLOADS } from '../support/payloads';
import { shareEntry } from '../support/sharing';
import { useApp } from '../support/use-app';
import { useBrowser } from '../support/use-panel';

const app = useApp();
const browser = useBrowser();

const text = (value: string) => [{ type: 'text', text: value }];

/** Writes the text into every attribute that can hold text. */
async function write(ids: { project: string; page: string; document: string }, value: string) {
  const { db } = app.strapi;
  const blocks = [
    { type: 'paragraph', children: text(value) },
    { type: 'heading', level: 2, children: text(value) },
    { type: 'code', language: value, children: text(value) },
    { type: 'quote', children: [{ type: 'link', url: value, children: text(value) }] },
    { type: 'list', format: value, children: [{ type: 'list-item', children: text(value) }] },
    { type: 'image', image: { url: value, alternativeText: value }, children: text('') },
    { type: value, children: text(value) },
  ];
  const columns = {
    title: value,
    phase: value,
    // Proves that the page shows the text.
    summary: `${value} ~mark`,
    description: value,
    body: blocks,
    contactEmail: value,
    metadata: { [value]: value, list: [value], deep: { [value]: [{ [value]: value }] } },
  };
  await db.query(PROJECT).updateMany({ where: { documentId: ids.project }, data: columns });
  await db.query(DOCUMENT).updateMany({
    where: { documentId: ids.document },
    data: { title: value, category: value, description: value },
  });
  await db.query(PAGE).updateMany({
    where: { documentId: ids.page },
    data: { title: value, intro: value, body: blocks },
  });
  const components: [string, object][] = [
    ['project.customer', { name: value, website: value, industry: value }],
    ['project.objective', { title: value, measure: value }],
    ['project.task-group', { title: value, description: value }],
    ['project.task', { title: value, criteria: value, state: value }],
    ['sections.quote', { text: value }],
  ];
  for (const [uid, data] of components) {
    await db.query(uid).updateMany({ where: { id: { $gt: 0 } }, data });
  }
  await db.query('plugin::upload.file').updateMany({
    where: { id: { $gt: 0 } },
    data: { name: value.replaceAll('\u0000', ''), alternativeText: value, caption: value },
  });
}

async function hostileEntries() {
  const files = (await app.strapi.db.query('plugin::upload.file').findMany({ limit: 40 })) as {
    id: number;
    mime: string;
  }[];
  const image = files.find(({ mime }) => mime.startsWith('image/'))!.id;
  const project = await createEntry(app, PROJECT, {
    title: 'Hostile',
    contactEmail: 'a@example.com',
    customer: { name: 'x', logo: image },
    objectives: [{ title: 'x' }, { title: 'y' }],
    taskGroups: [{ title: 'x', tasks: [{ title: 'x' }, { title: 'y' }] }],
    cover: image,
    attachments: files.slice(0, 10).map(({ id }) => id),
  });
  const document = await createEntry(app, DOCUMENT, {
    title: 'Hostile paper',
    project: project.documentId,
    files: [image],
  });
  const page = await createEntry(app, PAGE, {
    title: 'Hostile page',
    sections: [{ __component: 'sections.quote', text: 'x' }],
  });
  return { project: project.documentId, page: page.documentId, document: document.documentId };
}

const QUARTER = Math.ceil(PAYLOADS.length / 4);

describe('hostile content', () => {
  it('comes in at least 60 kinds', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
  });

  it.each([0, 1, 2, 3])('adds nothing to the page and loads nothing (part %i)', async (part) => {
    const ids = await hostileEntries();
    const links = [
      await shareEntry(app, { contentType: PROJECT, documentId: ids.project, allowIndexing: true }),
      await shareEntry(app, { contentType: PAGE, documentId: ids.page, includeChildren: true }),
    ];
    const visitor = await freshPage(browser, { bypassCSP: false });
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    visitor.on('request', (request) => {
      if (new URL(request.url()).origin !== app.url) elsewhere.push(request.url());
    });
    visitor.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    visitor.on('console', (message) => {
      // If the policy had to block something, the content got too far.
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });

    for (const payload of PAYLOADS.slice(part * QUARTER, (part + 1) * QUARTER)) {
      await write(ids, payload);
      for (const { token } of links) {
        const response = await visitor.goto(`${app.url}/share/${token}`);
        expect([payload, response?.status()]).toEqual([payload, 200]);
        const found = await visitor.evaluate(strangeParts, PAGE_PARTS);
        expect([payload, found]).toEqual([payload, []]);
      }
    }
    await visitor.goto(`${app.url}/share/${links[0]?.token}`);
    expect(await visitor.locator('body').innerText()).toContain('~mark');
    await shoot(visitor, `hostile-${part}`, true);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await visitor.context().close();
  });
});
