import { beforeAll, describe, expect, it } from 'vitest';

import type { EntrySharing } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import type { PublicAnswer } from '../../contracts/shown';
import { SHARE_ACTION } from '../../contracts/permissions';
import { clientOf } from '../support/client';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { useActor, useApp } from '../support/use-app';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

const app = useApp();
const admin = useActor(app, 'admin');
const editor = useActor(app, 'editor');
let roleId: number;

beforeAll(async () => {
  const role = await app.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-editor' } });
  roleId = (role as { id: number }).id;
});

/** Removes fields from a role, as a super admin does in Settings ▸ Roles. */
async function untick(subject: string, fields: string[], action = SHARE_ACTION) {
  const path = `/admin/roles/${roleId}/permissions`;
  const { body } = await admin<{ data: Permission[] }>('GET', path);
  const permissions = body.data.map(({ action: given, subject: on, properties, conditions }) =>
    given === action && on === subject
      ? {
          action: given,
          subject: on,
          conditions,
          properties: {
            ...properties,
            fields: properties.fields?.filter((field) => !fields.includes(field)),
          },
        }
      : { action: given, subject: on, properties, conditions }
  );
  const saved = await admin('PUT', path, { permissions });
  expect(saved.status).toBe(200);
}

async function share(documentId: string, extra: object = {}, contentType: string = PROJECT) {
  return editor<{ data: Link; error?: { details: { code: string } } }>(
    'POST',
    '/share-links/links',
    { data: { contentType, documentId, ...extra } }
  );
}

const shown = async (link: Link) => {
  const token = link.url!.split('/share/')[1]!;
  const { body } = await clientOf(app)<PublicAnswer>('GET', `/api/share-links/public/${token}`);
  return JSON.stringify(body);
};

const content = {
  summary: 'SUMMARY',
  customer: { name: 'CUSTOMER', industry: 'INDUSTRY' },
};

describe('a field that is not ticked in the Share column', () => {
  it('is hidden on new links, and stays visible on older ones', async () => {
    const before = await newProject(app, 'editor', content);
    const old = (await share(before.documentId)).body.data;
    expect(await shown(old)).toContain('SUMMARY');

    await untick(PROJECT, ['summary', 'customer.industry']);
    const after = await newProject(app, 'editor', content);
    const made = (await share(after.documentId)).body.data;
    expect(await shown(made)).toContain('CUSTOMER');
    expect(await shown(made)).not.toMatch(/SUMMARY|INDUSTRY/);
    expect(made.fields).not.toContain('summary');
    expect(made.fields).toContain('customer.name');
    expect(await shown(old)).toContain('SUMMARY');

    const panel = await editor<{ data: EntrySharing }>(
      'GET',
      `/share-links/entries/${PROJECT}/${after.documentId}`
    );
    expect(panel.body.data.exposure?.paths).not.toContain('summary');
    expect(panel.body.data.exposure?.paths).not.toContain('customer.industry');
  });

  it('is refused when a request names it', async () => {
    const { documentId } = await newProject(app, 'editor', content);
    const answer = await share(documentId, { fields: ['title', 'summary'] });
    expect(answer.status).toBe(403);
    expect(answer.body.error?.details.code).toBe('field-not-shareable');
  });
});

it('a field that the role may not read is hidden too, even when Share is ticked', async () => {
  await untick(PROJECT, ['teamSize'], 'plugin::content-manager.explorer.read');
  const { documentId } = await newProject(app, 'editor', { teamSize: 4711 });
  const made = (await share(documentId)).body.data;
  expect(made.fields).not.toContain('teamSize');
  expect(await shown(made)).not.toContain('4711');
});

it('a person who may not read everything that a link shows does not get its address', async () => {
  const { documentId } = await newProject(app, 'editor', { teamSize: 4711 });
  const { body } = await admin<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType: PROJECT, documentId },
  });
  const seen = await editor<{ data: Link }>('GET', `/share-links/links/${body.data.id}`);
  expect(seen.status).toBe(200);
  expect(seen.body.data.url).toBeNull();
});

it('titles of related entries are shown only if the maker may read their type', async () => {
  const document = await newDocument(app, 'editor', { title: 'RELATED DOCUMENT' });
  const data = { documents: { connect: [{ documentId: document.documentId }] } };
  const first = (await share((await newProject(app, 'editor', data)).documentId)).body.data;
  expect(await shown(first)).toContain('RELATED DOCUMENT');

  await untick(DOCUMENT, ['title'], 'plugin::content-manager.explorer.read');
  const second = (await share((await newProject(app, 'editor', data)).documentId)).body.data;
  expect(second.fields).not.toContain('documents');
  expect(await shown(second)).not.toContain('RELATED DOCUMENT');
});

it('titles of related entries disappear when their type may not be shared any more', async () => {
  const document = await newDocument(app, 'editor', { title: 'ONCE SHAREABLE' });
  const project = await newProject(app, 'editor', {
    documents: { connect: [{ documentId: document.documentId }] },
  });
  const { body } = await admin<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType: PROJECT, documentId: project.documentId },
  });
  expect(await shown(body.data)).toContain('ONCE SHAREABLE');
  await admin('PUT', '/share-links/settings', {
    data: { contentTypes: { [DOCUMENT]: { enabled: false } } },
  });
  expect(await shown(body.data)).not.toContain('ONCE SHAREABLE');
});
