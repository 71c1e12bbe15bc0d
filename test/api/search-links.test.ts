import { describe, expect, it } from 'vitest';

import type { LinkList } from '../../contracts/links';
import { foldTexts } from '../../server/src/links/jobs/fold-texts';
import { DOCUMENT, newDocument } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const as = useActors(app);

async function found(q: string): Promise<(string | null)[]> {
  const { body, status } = await as.admin<LinkList>(
    'GET',
    `/share-links/links?pageSize=100&q=${encodeURIComponent(q)}`
  );
  expect(status).toBe(200);
  return body.data.map(({ label }) => label);
}

describe('a search of links, whatever the case and the accents,', () => {
  it.each([
    ['Østergård og Sønner', 'østergård'],
    ['Østergård & Datter', 'OSTERGARD &'],
    ['Straße der Einheit', 'STRASSE'],
    ['STRASSENBAHN', 'straße'],
    ['İstanbul Fuarı', 'istanbul'],
    ['Ελληνικός τίτλος', 'ΕΛΛΗΝΙΚΟΣ'],
    ['Привет из Одессы', 'пРИВЕТ'],
    ['Ｆｕｌｌ width', 'full w'],
    ['cafe\u0301 decomposed', 'CAFÉ dec'],
    ['dünn', 'dunn'],
  ])('finds %s by %s', async (label, q) => {
    await shareEntry(app, { label });
    expect(await found(q)).toContain(label);
    expect(await found(`${q} or not`)).toEqual([]);
  });

  it('finds a link by the title of its entry', async () => {
    const { documentId } = await newDocument(app, 'editor', { title: 'Ærøskøbing Åbent Hus' });
    await shareEntry(app, { documentId, label: 'By its title' });
    expect(await found('ærøskøbing åbent')).toEqual(['By its title']);
    expect(await found('AEROSKOBING')).toEqual(['By its title']);
  });

  it('finds a link by its new name alone once the name was changed', async () => {
    const { id } = await shareEntry(app, { label: 'Before Über' });
    await as.editor('PUT', `/share-links/links/${id}`, { data: { label: 'Danach Ähre' } });
    expect(await found('ähre')).toEqual(['Danach Ähre']);
    expect(await found('before über')).toEqual([]);
  });
});

it.each(['100%', 'a_b', 'back\\slash', "quo'te"])(
  'the signs of patterns stand for themselves: %s',
  async (sign) => {
    await shareEntry(app, { label: `With ${sign} inside` });
    await shareEntry(app, { label: 'With 1000 axb backslash quote inside' });
    expect(await found(`with ${sign}`)).toEqual([`With ${sign} inside`]);
  }
);

it('a search for nothing but accents finds nothing', async () => {
  await shareEntry(app, { label: 'Something' });
  expect(await found('\u0301')).toEqual([]);
});

it('links of an older version are found once the app has started again', async () => {
  const labels = ['Älter eins', 'Älter zwei'];
  for (const label of labels) await shareEntry(app, { label });
  await app.strapi.db
    .connection('share_links')
    .whereIn('label', labels)
    .update({ label_folded: null, entry_title_folded: null });
  expect(await found('älter')).toEqual([]);
  await foldTexts(app.strapi);
  await foldTexts(app.strapi);
  expect((await found('ÄLTER')).sort()).toEqual(labels);
});

it('no answer has the folded texts', async () => {
  const { documentId } = await newDocument(app);
  await shareEntry(app, { documentId, label: 'Folded away' });
  const { text } = await as.admin('GET', `/share-links/links?q=folded&contentType=${DOCUMENT}`);
  expect(text).toContain('Folded away');
  expect(text).not.toContain('olded":');
});
