import type { Core } from '@strapi/strapi';

import type { EntrySharing } from '../../../contracts/entries';
import {
  createLinkSchema,
  listLinksSchema,
  updateLinkSchema,
} from '../../../contracts/link-schemas';
import type { CreateLinkInput, Link, LinkList } from '../../../contracts/links';
import { Refused, refuse } from '../errors';
import { linkUrl } from '../settings/public-url';
import { getSettings } from '../settings/service';
import { validate } from '../validation';
import { listWhere, orderOf } from './filter';
import { presentLink } from './present';
import { systemRights } from './rights';
import type { Rights } from './rights';
import type { LinkRow } from './schema';
import { canSeal, seal } from './seal';
import {
  choosePaths,
  defaultShows,
  describeExposure,
  permittedPaths,
  refusalToShare,
} from './sharing';
import { isLive, stateOf } from './state';
import { isUniqueViolation, linkRows } from './store';
import { loadTarget, modelOf } from './target';
import type { Target } from './target';
import { entryTitles } from './titles';
import { hashToken, hintOf, mintToken } from './token';
import { linkAccess } from './visibility';

/** More links than this of one entry are not sent to its panel at once. */
const PANEL_LINKS = 500;

/** Code of the app itself, such as a seed or a job, which is trusted with every entry. */
export interface SystemMaker {
  kind: 'system';
  name: string;
}

export type LinksService = ReturnType<typeof linksService>;

/** Links for the plugin's own controllers and for code of the site: all rules are applied here. */
export function linksService({ strapi }: { strapi: Core.Strapi }) {
  const rows = linkRows(strapi);
  const access = linkAccess(strapi);

  return {
    /**
     * Makes a link. The answer holds its full address, which can be asked for again only where the
     * app has an encryption key.
     *
     * @throws Refused `invalid`, `type-not-shareable`, `not-allowed`, `not-owner`,
     *   `field-not-shareable` or, for a second live link in single mode, `link-exists`
     */
    async create(input: CreateLinkInput | unknown, by: Rights | SystemMaker): Promise<Link> {
      const rights = rightsOf(by);
      const data = validate(createLinkSchema, input);
      const settings = await getSettings(strapi);
      const { uid } = modelOf(strapi, data.contentType);
      if (!settings.contentTypes[uid]?.enabled) {
        refuse('type-not-shareable', 'Entries of this type can’t be shared');
      }
      if (!rights.sharesType(uid)) {
        refuse('not-allowed', 'Your role does not allow you to share entries');
      }

      const target = await loadTarget(strapi, data);
      const refusal = refusalToShare(rights, settings, target);
      if (refusal) refuse(refusal.code, refusal.message);

      const permitted = await permittedPaths(strapi, rights, settings, target);
      const fields = choosePaths(strapi, target.model, permitted, data.fields);
      const single = settings.contentTypes[uid].mode === 'single';
      if (single && (await liveRows(target)).length > 0) refuseSecond();

      const token = mintToken();
      const row = await insertOrRefuse({
        tokenHash: hashToken(token),
        tokenCipher: seal(strapi, token),
        tokenHint: hintOf(token),
        singleKey: single ? singleKey(target) : null,
        label: data.label ?? null,
        level: 'view',
        shows: target.draftAndPublish ? (data.shows ?? defaultShows(target)) : 'published',
        contentType: uid,
        entryDocumentId: target.documentId,
        entryLocale: target.locale,
        entryTitle: target.title,
        fields,
        viewCount: 0,
        viewerCount: 0,
        allowIndexing: false,
        allowDownload: true,
        includeChildren: false,
        sharedById: rights.actor.id,
        sharedByName: rights.actor.name,
      });
      return presentLink(row, linkUrl(strapi, settings, token), target.title);
    },

    /** Everything the side panel of an entry shows, as far as the person may see it. */
    async ofEntry(
      entry: { contentType: string; documentId: string; locale?: string | null },
      rights: Rights
    ): Promise<EntrySharing> {
      const settings = await getSettings(strapi);
      const target = await loadTarget(strapi, entry).catch(asNotFound);
      if (!rights.readsEntry(target.uid, target.entry)) {
        refuse('not-allowed', 'Your role does not allow you to read this entry');
      }

      const refusal = refusalToShare(rights, settings, target);
      const manage = rights.sharesEntry(target.uid, target.entry);
      const see = manage || rights.readsAllLinks;
      const live = await liveRows(target);
      const visible = live.filter((row) => see || access.isMaker(row, rights));
      const permitted = refusal ? [] : await permittedPaths(strapi, rights, settings, target);

      return {
        contentType: target.uid,
        documentId: target.documentId,
        locale: target.locale,
        title: target.title,
        mode: settings.contentTypes[target.uid]?.mode ?? 'multiple',
        versions: { draftAndPublish: target.draftAndPublish, published: target.published },
        counts: { live: live.length, total: await rows.count(whereTarget(target)) },
        links: visible.map((row) =>
          presentLink(row, access.addressFor(row, rights, target.entry, settings), target.title)
        ),
        can: { see, create: !refusal && permitted.length > 0, manage },
        reasons: {
          see: see ? null : { code: 'not-allowed', message: 'Your role does not show you links' },
          create:
            refusal ??
            (permitted.length > 0
              ? null
              : {
                  code: 'field-not-shareable',
                  message: 'There is no field of this entry that your role lets you share',
                }),
        },
        exposure: await describeExposure(strapi, target, permitted),
        addressesKept: canSeal(strapi),
      };
    },

    /**
     * The links that somebody may see, a page at a time.
     *
     * @throws Refused `invalid` for filters, sort orders and page sizes that don't exist
     */
    async list(input: unknown, by: Rights | SystemMaker): Promise<LinkList> {
      const rights = rightsOf(by);
      const query = validate(listLinksSchema, input);
      const where = await listWhere(strapi, query, rights);
      const { page, pageSize } = query;
      const [settings, total, found] = await Promise.all([
        getSettings(strapi),
        rows.count(where),
        rows.find(where, {
          orderBy: orderOf(query.sort),
          limit: pageSize,
          offset: (page - 1) * pageSize,
        }),
      ]);
      const titleOf = await entryTitles(strapi, found);
      const entry =
        query.contentType && query.documentId ? await access.entryOf(found[0] ?? null) : null;
      return {
        data: found.map((row) =>
          presentLink(row, access.addressFor(row, rights, entry, settings), titleOf(row))
        ),
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      };
    },

    /** @throws Refused `not-found`, or `not-owner` when it is not theirs to see */
    async get(id: number, by: Rights | SystemMaker): Promise<Link> {
      const rights = rightsOf(by);
      return present(await access.readable(id, rights), rights);
    },

    /** @throws Refused `invalid`, `not-found`, `not-owner`, or `link-revoked` once it is deleted */
    async update(id: number, input: unknown, by: Rights | SystemMaker): Promise<Link> {
      const rights = rightsOf(by);
      const row = await access.manageable(id, rights);
      const { label } = validate(updateLinkSchema, input);
      await changeLive(row, label === undefined ? {} : { label });
      return present(await access.readable(id, rights), rights);
    },

    /**
     * Ends a link for good; its row stays in the history.
     *
     * @throws Refused `not-found`, `not-owner`, or `link-revoked` when somebody already did
     */
    async revoke(id: number, by: Rights | SystemMaker): Promise<Link> {
      const rights = rightsOf(by);
      const row = await access.revocable(id, rights);
      await changeLive(row, {
        revokedAt: new Date().toISOString(),
        revokedById: rights.actor.id,
        revokedByName: rights.actor.name,
        singleKey: null,
      });
      return present(await access.readable(id, rights), rights);
    },
  };

  async function present(row: LinkRow, rights: Rights): Promise<Link> {
    const [settings, entry, titleOf] = await Promise.all([
      getSettings(strapi),
      access.entryOf(row),
      entryTitles(strapi, [row]),
    ]);
    return presentLink(row, access.addressFor(row, rights, entry, settings), titleOf(row));
  }

  async function liveRows(target: Target): Promise<LinkRow[]> {
    const found = await rows.find(
      { ...whereTarget(target), revokedAt: null },
      { limit: PANEL_LINKS }
    );
    const now = new Date();
    return found.filter((row) => isLive(stateOf(row, now)));
  }

  async function insertOrRefuse(data: Partial<LinkRow>): Promise<LinkRow> {
    try {
      return await rows.insert(data);
    } catch (error) {
      if (isUniqueViolation(error)) refuseSecond();
      throw error;
    }
  }

  async function changeLive(row: LinkRow, data: Partial<LinkRow>): Promise<void> {
    if (!(await rows.changeIf({ id: row.id, revokedAt: null }, data))) {
      refuse('link-revoked', 'This link was deleted and can’t be changed any more');
    }
  }
}

function rightsOf(by: Rights | SystemMaker): Rights {
  return 'kind' in by ? systemRights(by.name) : by;
}

/** What is bad input in a body is a missing page in an address. */
function asNotFound(error: unknown): never {
  if (error instanceof Refused && error.status === 400) refuse('not-found', error.message);
  throw error;
}

function refuseSecond(): never {
  throw new Refused('link-exists', 'A public link already exists for this entry');
}

function whereTarget(target: Target) {
  return {
    contentType: target.uid,
    entryDocumentId: target.documentId,
    entryLocale: target.locale,
  };
}

function singleKey(target: Target): string {
  return [target.uid, target.documentId, target.locale ?? ''].join(' ');
}
