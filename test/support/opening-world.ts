import type { UID } from '@strapi/strapi';

import type { EntryPolicy } from '../../contracts/entries';
import type { Link } from '../../contracts/links';
import type { App } from './app';
import { DOCUMENT, PAGE, PROJECT, createEntry, userId } from './entries';
import { send } from './http';
import { saveSettings } from './settings';
import { PASSWORD, shareEntry } from './sharing';
import { addFrench } from './versions';

const LINK_UID = 'plugin::share-links.link';
const POLICY_UID = 'plugin::share-links.policy';

/** An entry in one language, with a text that is on its pages and nowhere else. */
export interface Version {
  name: string;
  uid: UID.ContentType;
  documentId: string;
  locale: string | null;
  mark: string;
}

/** A link of the world, with what a visitor of an earlier day has kept. */
export interface WorldLink {
  id: number;
  token: string;
  /** The proofs that the visitor sends. */
  unlock: string | null;
  viewer: string | null;
  limited: boolean;
  /** The version that it was made for. */
  of: Version;
  /** The paths of all its pages. */
  places: string[];
}

/** What can be different from one setup to the next. */
export interface Change {
  kind: 'publish' | 'policy' | 'link' | 'type' | 'site' | 'parent' | 'maker';
  /** Chooses the version, entry or link that changes. */
  which: number;
  /** Chooses what becomes of it. */
  how: number;
}

export const KINDS: Change['kind'][] = [
  'publish',
  'publish',
  'policy',
  'policy',
  'link',
  'link',
  'link',
  'link',
  'parent',
  'type',
  'site',
  'maker',
];

/**
 * Two pages in two languages, one below the other; a project, which follows its documents and has
 * them below it; and links to all of them, by every kind of rule.
 */
export async function makeWorld(app: App) {
  await saveSettings(app, {
    limits: { unknownPerMinute: 1_000_000 },
    contentTypes: { [PROJECT]: { mode: 'multiple' } },
  });
  const marked = (mark: string) => ({ intro: `mark-${mark}` });
  const page = async (name: string, parent: string | null) => {
    const { documentId } = await createEntry(app, PAGE, {
      title: `Page ${name}`,
      parent,
      ...marked(`${name}-en`),
    });
    await addFrench(app, documentId, { title: `Page ${name} fr`, parent, ...marked(`${name}-fr`) });
    return documentId;
  };
  const root = await page('root', null);
  const below = await page('below', root);
  const project = (await createEntry(app, PROJECT, { title: 'World', summary: 'mark-project' }))
    .documentId;
  const paper = (
    await createEntry(app, DOCUMENT, { title: 'Paper', description: 'mark-paper', project })
  ).documentId;

  const version = (
    name: string,
    uid: UID.ContentType,
    documentId: string,
    locale: string | null
  ) => ({
    name,
    uid,
    documentId,
    locale,
    mark: `mark-${name}`,
  });
  const versions: Version[] = [
    version('root-en', PAGE, root, 'en'),
    version('root-fr', PAGE, root, 'fr'),
    version('below-en', PAGE, below, 'en'),
    version('below-fr', PAGE, below, 'fr'),
    version('project', PROJECT, project, null),
    version('paper', DOCUMENT, paper, null),
  ];
  const entries = [root, below, project, paper];
  const links: WorldLink[] = [];
  const share = async (at: Version, rules: object) => {
    const link = await shareEntry(app, {
      by: 'admin',
      contentType: at.uid,
      documentId: at.documentId,
      ...(at.locale ? { locale: at.locale } : {}),
      ...rules,
    });
    const { includeChildren, locales } = link;
    const child = at.uid === PROJECT ? paper : below;
    const places = [
      '',
      ...locales.map((code) => `/${code}`),
      ...(includeChildren ? [`/${child}`, ...locales.map((code) => `/${code}/${child}`)] : []),
    ];
    links.push({ ...(await firstVisit(app, link)), of: at, places });
  };
  const [rootEn, rootFr, belowEn, , ofProject, ofPaper] = versions as Required<Version>[];
  for (const shows of ['published', 'draft'] as const) {
    await share(rootEn!, { shows });
    await share(rootEn!, { shows, includeChildren: true, locales: ['fr'] });
    await share(rootFr!, { shows, includeChildren: true });
    await share(belowEn!, { shows, locales: ['fr'], maxViewers: 1 });
    await share(ofProject!, { shows, includeChildren: true });
  }
  await share(rootEn!, { shows: 'frozen' });
  await share(belowEn!, { password: PASSWORD });
  await share(ofProject!, { fields: ['title', 'summary'], shows: 'draft' });
  await share(ofProject!, { shows: 'frozen', maxViewers: 1 });
  await share(ofPaper!, { maxViewers: 1 });
  return { versions, entries, links, page: { root, below } };
}

/** Opens a link once, as the visitor who later comes again. */
async function firstVisit(
  app: App,
  { id, token, hasPassword, maxViewers }: Link & { token: string }
): Promise<Omit<WorldLink, 'of' | 'places'>> {
  const path = `${app.url}/api/share-links/public/${token}`;
  let unlock: string | null = null;
  if (hasPassword) {
    const { text } = await send(`${path}/unlock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD }),
    });
    unlock = (JSON.parse(text) as { data: { unlockToken: string } }).data.unlockToken;
  }
  const { headers } = await send(path, { headers: unlock ? { 'X-Share-Unlock': unlock } : {} });
  const viewer = headers.get('x-share-viewer');
  return { id, token, unlock, viewer, limited: maxViewers !== null };
}

/** The marks of everything that the visitor of a link sees, with the pages that show them. */
export async function marksSeen(
  app: App,
  { token, unlock, viewer, limited, places }: WorldLink
): Promise<{ home: number; marks: Map<string, string[]> }> {
  const headers = {
    ...(unlock ? { 'X-Share-Unlock': unlock } : {}),
    // Only a link with a limit needs to know its visitors again.
    ...(viewer && limited ? { 'X-Share-Viewer': viewer } : {}),
  };
  const marks = new Map<string, string[]>();
  let home = 0;
  const path = `${app.url}/api/share-links/public/${token}`;
  const answers = await Promise.all(places.map((place) => send(path + place, { headers })));
  for (const [index, { status, text }] of answers.entries()) {
    if (places[index] === '') home = status;
    if (status !== 200) continue;
    for (const [mark] of text.matchAll(/mark-[a-z]+(-[a-z]+)?/g)) {
      marks.set(mark, [...(marks.get(mark) ?? []), places[index]!]);
    }
  }
  return { home, marks };
}

/** Takes back what closes everything at once, so that the next setup can open something. */
export const reopen = (save: (settings: object) => Promise<void>): Promise<void> =>
  save({
    paused: false,
    contentTypes: Object.fromEntries(
      [PAGE, PROJECT, DOCUMENT].map((uid) => [uid, { enabled: true, level: 'view' }])
    ),
  });

type World = Awaited<ReturnType<typeof makeWorld>>;

/** Makes one change of the world as it would be left by what people do. */
export async function change(
  app: App,
  world: World,
  { kind, which, how }: Change,
  save: (settings: object) => Promise<void>
): Promise<void> {
  const pick = <T>(list: T[]): T => list[which % list.length] as T;
  switch (kind) {
    case 'publish': {
      const { uid, documentId, locale } = pick(world.versions.slice(0, 5));
      const at = { documentId, ...(locale ? { locale } : {}) };
      const documents = app.strapi.documents(uid);
      await (how % 2 ? documents.publish(at as never) : documents.unpublish(at as never));
      return;
    }
    case 'policy': {
      const entry = pick(world.versions);
      const level = (['inherit', 'off', 'inherit', 'view'] as EntryPolicy['own'][])[
        how % 4
      ] as string;
      const entryKey = `${entry.uid} ${entry.documentId}`;
      const rows = app.strapi.db.query(POLICY_UID);
      await rows.deleteMany({ where: { entryKey } });
      const data = {
        entryKey,
        contentType: entry.uid,
        entryDocumentId: entry.documentId,
        level,
        setByName: 'World',
      };
      if (level !== 'inherit') await rows.create({ data });
      return;
    }
    case 'link': {
      const past = new Date(Date.now() - 60_000).toISOString();
      const future = new Date(Date.now() + 3_600_000).toISOString();
      const { id, limited } = pick(world.links);
      const clear = { revokedAt: null, pausedAt: null, expiresAt: null, startsAt: null };
      const states = [{}, {}, { pausedAt: past }, { expiresAt: past }, { startsAt: future }];
      const isFull = limited && how % 2 === 0;
      await app.strapi.db.query(LINK_UID).update({
        where: { id },
        data: {
          ...clear,
          ...states[how % states.length],
          ...(how % 11 === 10 ? { revokedAt: past } : {}),
          ...(limited ? { viewerCount: 1, maxViewers: isFull ? 1 : 2, isFull } : {}),
        } as never,
      });
      return;
    }
    case 'parent': {
      const { documentId, locale } = world.versions[2 + (which % 2)]!;
      await app.strapi.documents(PAGE).update({
        documentId,
        locale: locale as string,
        data: { parent: how % 2 ? world.page.root : null } as never,
      });
      return;
    }
    case 'type': {
      const uid = pick([PAGE, PROJECT, DOCUMENT]);
      return save({ contentTypes: { [uid]: how % 2 ? { enabled: false } : { level: 'off' } } });
    }
    case 'site':
      return save({ paused: true });
    case 'maker': {
      const sharedById = how % 2 ? await userId(app, 'admin') : NOBODY;
      const { id } = pick(world.links);
      await app.strapi.db.query(LINK_UID).update({
        where: { id },
        data: { sharedById, makerKey: null, suspendedAt: null } as never,
      });
    }
  }
}

/** The id of somebody who is deleted; no job has noticed it yet. */
const NOBODY = 999_999;
