import { describe, expect, it } from 'vitest';

import type { PublicAnswer, ShownField } from '../../contracts/shown';
import { DOCUMENT, PROJECT, createEntry, newProject } from '../support/entries';
import { fieldOf, newPage, sharePage } from '../support/handbook';
import { saveSettings } from '../support/settings';
import { shareEntry, strangerAt } from '../support/sharing';
import { useApp } from '../support/use-app';

const app = useApp();
const { json, page } = strangerAt(app);

describe('a followed relation', () => {
  const withPaper = async () => {
    const project = await newProject(app);
    await createEntry(app, DOCUMENT, {
      title: 'The contract',
      category: 'contract',
      description: 'Signed in May',
      project: project.documentId,
    });
    return project;
  };
  const documentsOf = (body: PublicAnswer) =>
    fieldOf(body.data.fields, 'documents') as Extract<ShownField, { type: 'relation' }>;

  it('shows the fields of the related entries', async () => {
    const { documentId } = await withPaper();
    const { token, fields } = await shareEntry(app, { contentType: PROJECT, documentId });
    expect(fields).toContain('documents(title).category');
    const { body } = await json(token);
    const [contract] = documentsOf(body).value;
    expect(contract).toMatchObject({ title: 'The contract', typeName: 'Document' });
    expect(contract?.fields).toContainEqual(
      expect.objectContaining({ name: 'description', value: 'Signed in May' })
    );
    // The relation back would lead to the page that the reader is on.
    expect(contract?.fields.map(({ name }) => name)).not.toContain('project');
    expect(body.meta.schema.find(({ name }) => name === 'documents')?.attributes).toContainEqual({
      name: 'category',
      label: 'Category',
      type: 'enumeration',
    });
  });

  it('shows less at once when the settings allow less, and never more when they allow more', async () => {
    const { documentId } = await withPaper();
    const before = await shareEntry(app, { contentType: PROJECT, documentId });
    await saveSettings(app, { contentTypes: { [PROJECT]: { relations: { documents: 0 } } } });
    expect(documentsOf((await json(before.token)).body).value).toEqual([
      { title: 'The contract', typeName: 'Document', fields: [] },
    ]);

    const other = await withPaper();
    const after = await shareEntry(app, { contentType: PROJECT, documentId: other.documentId });
    await saveSettings(app, { contentTypes: { [PROJECT]: { relations: { documents: 3 } } } });
    expect(documentsOf((await json(after.token)).body).value[0]?.fields).toEqual([]);
    expect(documentsOf((await json(before.token)).body).value[0]?.fields).not.toEqual([]);
    await saveSettings(app, { contentTypes: { [PROJECT]: { relations: { documents: 1 } } } });
  });

  it('shows nothing of a type that may not be shared any more', async () => {
    const { documentId } = await withPaper();
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: false } } });
    expect((await json(token)).text).not.toContain('The contract');
    await saveSettings(app, { contentTypes: { [DOCUMENT]: { enabled: true } } });
  });

  it('is cut when it is too long, and the answer says so', async () => {
    const project = await newProject(app);
    for (let index = 0; index < 205; index += 1) {
      await app.strapi
        .documents(DOCUMENT)
        .create({ data: { title: `Paper ${index}`, project: project.documentId } as never });
    }
    const { token } = await shareEntry(app, {
      contentType: PROJECT,
      documentId: project.documentId,
    });
    const documents = documentsOf((await json(token)).body);
    expect([documents.value.length, documents.cut]).toEqual([200, true]);
  });
});

describe('an image inside a text', () => {
  it('gets an address below the link when it is an upload of the site', async () => {
    const upload = (await app.strapi.db
      .query('plugin::upload.file')
      .findOne({ where: { mime: { $startsWith: 'image/png' } } })) as { id: number; url: string };
    const root = await newPage(app, 'Pictures', undefined, {
      intro: `![Ours](${upload.url}) ![Theirs](https://tracker.example/pixel.png)`,
      body: [
        {
          type: 'image',
          image: { ...upload, alternativeText: 'Ours again' },
          children: [{ type: 'text', text: '' }],
        },
        {
          type: 'image',
          image: {
            ...upload,
            url: 'https://tracker.example/2.png',
            alternativeText: 'Theirs again',
          },
          children: [{ type: 'text', text: '' }],
        },
      ],
    });
    const { token } = await sharePage(app, root);
    const { text } = await page(token);
    expect(text).toContain(`<img src="/share/${token}/files/${upload.id}?size=full"`);
    expect(text).not.toMatch(/<img[^>]*tracker\.example/);
    expect(text).toContain('<a href="https://tracker.example/pixel.png"');
    const { body } = await json(token);
    const blocks = JSON.stringify(fieldOf(body.data.fields, 'body'));
    expect(blocks).toContain(`/api/share-links/public/${token}/files/${upload.id}?size=full`);
    expect(blocks).not.toMatch(/"image"[^}]*tracker/);
  });
});
