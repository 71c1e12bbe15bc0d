import { afterEach, describe, expect, it } from 'vitest';

import type { SettingsEffects } from '../../contracts/settings';
import { login } from '../support/client';
import { DOCUMENT, PROJECT, newDocument, newProject } from '../support/entries';
import { saveSettings } from '../support/settings';
import { shareEntry } from '../support/sharing';
import { useActors, useApp } from '../support/use-app';

const app = useApp();
const as = useActors(app);

async function effectsOf(data: object): Promise<SettingsEffects> {
  const { body, status, text } = await as.admin<{ data: SettingsEffects }>(
    'POST',
    '/share-links/settings/effects',
    { data }
  );
  expect(status, text).toBe(200);
  return body.data;
}

const typeOf = (uid: string, change: object) => ({ contentTypes: { [uid]: change } });

/** What an action adds to the effects of a change; the demo has links of its own. */
async function added(change: object, act: () => Promise<unknown>): Promise<SettingsEffects> {
  const before = await effectsOf(change);
  await act();
  const after = await effectsOf(change);
  return {
    closed: after.closed - before.closed,
    narrowed: after.narrowed - before.narrowed,
    crowded: after.crowded - before.crowded,
  };
}

/** Makes links on a new document: two that open, and one of each kind that does not. */
async function shareDocument(): Promise<string> {
  const { documentId } = await newDocument(app);
  const editor = await login(app, 'editor');
  const links = [];
  for (let count = 0; count < 4; count += 1) links.push(await shareEntry(app, { documentId }));
  await editor('POST', `/share-links/links/${links[0]!.id}/pause`);
  await editor('DELETE', `/share-links/links/${links[1]!.id}`);
  return documentId;
}

afterEach(() =>
  saveSettings(app, {
    contentTypes: {
      [DOCUMENT]: { enabled: true, level: 'view', mode: 'multiple', parent: 'project' },
      [PROJECT]: { enabled: true, level: 'view' },
    },
  })
);

describe('before settings are saved, one learns how many links that open now they close:', () => {
  it.each([
    ['a type that is turned off', typeOf(DOCUMENT, { enabled: false })],
    ['a type whose share policy becomes off', typeOf(DOCUMENT, { level: 'off' })],
    ['the pause of all sharing', { paused: true }],
  ])('%s', async (_title, change) => {
    expect(await added(change, shareDocument)).toMatchObject({ closed: 2 });
  });

  it('links do not count that are closed already, or stay open by the policy of their entry', async () => {
    const change = typeOf(DOCUMENT, { level: 'off' });
    const policy = (documentId: string, level: string) =>
      as.admin('PUT', `/share-links/entries/${DOCUMENT}/${documentId}/policy`, {
        data: { policy: level },
      });
    for (const level of ['off', 'view']) {
      const { closed } = await added(change, async () => policy(await shareDocument(), level));
      expect(closed, level).toBe(0);
    }
  });

  it('another parent closes links of the entries below if its policy is off', async () => {
    await saveSettings(app, typeOf(DOCUMENT, { parent: null }));
    const project = await newProject(app);
    await as.admin('PUT', `/share-links/entries/${PROJECT}/${project.documentId}/policy`, {
      data: { policy: 'off' },
    });
    const change = typeOf(DOCUMENT, { parent: 'project' });
    const effects = await added(change, async () => {
      const { documentId } = await newDocument(app, 'editor', { project: project.documentId });
      await shareEntry(app, { documentId });
    });
    expect(effects).toMatchObject({ closed: 1, narrowed: 0 });
  });

  it('one link per entry closes none, but the answer says how many entries have more', async () => {
    const change = typeOf(DOCUMENT, { mode: 'single' });
    expect(await added(change, shareDocument)).toEqual({ closed: 0, narrowed: 0, crowded: 1 });
    const single = async () => shareEntry(app, { documentId: (await newDocument(app)).documentId });
    expect(await added(change, single)).toEqual({ closed: 0, narrowed: 0, crowded: 0 });
  });

  it('other settings close none', async () => {
    const zero = { closed: 0, narrowed: 0, crowded: 0 };
    expect(await effectsOf({ maxExpiryDays: 1, allowNever: false })).toEqual(zero);
    expect(await effectsOf(typeOf(DOCUMENT, { enabled: true }))).toEqual(zero);
  });

  it.each([typeOf(DOCUMENT, { enabled: false }), typeOf(DOCUMENT, { parent: null })])(
    'links that include the entries below are counted if these go: %j',
    async (change) => {
      const effects = await added(change, async () => {
        const { documentId } = await newProject(app);
        await shareEntry(app, { contentType: PROJECT, documentId, includeChildren: true });
      });
      expect(effects).toMatchObject({ closed: 0, narrowed: 1 });
    }
  );
});

it('asking changes nothing, and refuses what saving would refuse', async () => {
  await effectsOf({ paused: true, ...typeOf(DOCUMENT, { enabled: false }) });
  const { body } = await as.admin<{
    data: { paused: boolean; contentTypes: Record<string, { enabled: boolean }> };
  }>('GET', '/share-links/settings');
  expect(body.data.paused).toBe(false);
  expect(body.data.contentTypes[DOCUMENT]?.enabled).toBe(true);

  const wrong = await as.admin('POST', '/share-links/settings/effects', {
    data: typeOf('api::nothing.nothing', { enabled: false }),
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.error.details.code).toBe('invalid');
  expect(
    (await as.editor('POST', '/share-links/settings/effects', { data: { paused: true } })).status
  ).toBe(403);
});
