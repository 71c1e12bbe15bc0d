import { describe, expect, it } from 'vitest';

import { PAGE } from '../support/entries';
import { newPage, sharePage, titlesOf } from '../support/handbook';
import { strangerAt } from '../support/sharing';
import { saveSettings } from '../support/settings';
import { useActor, useApp } from '../support/use-app';
import type { ErrorAnswer } from '../support/client';

const app = useApp();
const admin = useActor(app, 'admin');
const { json, page } = strangerAt(app);

const newBook = async () => {
  const root = await newPage(app, 'Book');
  const zebra = await newPage(app, 'Zebra', root);
  const ant = await newPage(app, 'Ant', root);
  const mole = await newPage(app, 'Mole', root);
  return { root, zebra, ant, mole };
};

const orderOf = async (token: string) => titlesOf((await json(token)).body.meta.children);

describe('entries below', () => {
  it('have the order that the relation has on the entry above', async () => {
    const { root, zebra, ant, mole } = await newBook();
    const { token } = await sharePage(app, root, { includeChildren: true });
    expect(await orderOf(token)).toEqual(['Zebra', 'Ant', 'Mole']);

    const children = [mole, zebra, ant].map(({ documentId }) => documentId);
    await app.strapi.documents(PAGE).update({
      documentId: root.documentId,
      data: { children: { set: children } } as never,
    });
    await app.strapi.documents(PAGE).publish({ documentId: root.documentId });
    expect(await orderOf(token)).toEqual(['Mole', 'Zebra', 'Ant']);

    // The way from page to page follows it.
    const { text } = await page(`${token}/${zebra.documentId}`);
    const pager = /<nav class="pager"[^]*?<\/nav>/.exec(text)![0].replace(/<[^>]+>/g, ' ');
    expect(pager).toMatch(/Mole[^]*Ant/);
  });

  it('have the order of a field that the settings name', async () => {
    const { root } = await newBook();
    const { token } = await sharePage(app, root, { includeChildren: true });
    await saveSettings(app, { contentTypes: { [PAGE]: { childOrder: 'title' } } });
    expect(await orderOf(token)).toEqual(['Ant', 'Mole', 'Zebra']);
    await saveSettings(app, { contentTypes: { [PAGE]: { childOrder: null } } });
    expect(await orderOf(token)).toEqual(['Zebra', 'Ant', 'Mole']);
  });

  it('can’t be sorted by a field that the type does not have', async () => {
    const { status, body } = await admin<ErrorAnswer>('PUT', '/share-links/settings', {
      data: { contentTypes: { [PAGE]: { childOrder: 'rank' } } },
    });
    expect(status).toBe(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['contentTypes', PAGE, 'childOrder'], message: expect.stringContaining('title') },
    ]);
  });
});
