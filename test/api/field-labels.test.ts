import { expect, it } from 'vitest';

import type { LinkAnswer, TimelineList } from '../../contracts/links';
import { pathLabels } from '../../server/src/schema/path-labels';
import { PAGE, PROJECT, newProject } from '../support/entries';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const as = useActors(app);

it('fields are called as in the content manager, also those of components and related entries', async () => {
  const labels = await pathLabels(app.strapi, PROJECT, [
    'title',
    'customer.logo',
    'documents(title@api::document.document).files',
    'gone',
    'customer.gone',
  ]);
  expect(labels).toEqual({
    title: 'Title',
    'customer.logo': 'Customer: Logo',
    'documents(title).files': 'Documents: Files',
  });
  const zone = await pathLabels(app.strapi, PAGE, ['sections(no.such).title']);
  expect(zone).toEqual({});
});

it('a link and its timeline come with the labels of their fields', async () => {
  const { documentId } = await newProject(app);
  const { id } = await shareEntry(app, {
    contentType: PROJECT,
    documentId,
    fields: ['title', 'customer'],
  });
  await as.editor('PUT', `/share-links/links/${id}`, { data: { fields: ['title'] } });
  const link = await as.editor<LinkAnswer>('GET', `/share-links/links/${id}`);
  expect(link.body.meta.labels).toEqual({ title: 'Title' });
  const timeline = await as.editor<TimelineList>('GET', `/share-links/links/${id}/timeline`);
  expect(timeline.body.meta.labels).toMatchObject({
    title: 'Title',
    'customer.name': 'Customer: Name',
  });
});
