import type { Core } from '@strapi/strapi';

import { bulkSchema, updateLinkSchema } from '../../../../contracts/link-schemas';
import type {
  BulkInput,
  BulkResult,
  TimelineEvent,
  TimelineEventType,
  UpdateLinkInput,
} from '../../../../contracts/links';
import { databaseError, violates, isUniqueViolation } from '../../core/database-errors';
import { encrypt } from '../../core/encryption';
import { Refused, refuse } from '../../core/errors';
import { validate } from '../../core/validation';
import { goneMakers } from '../../rights/gone-makers';
import { choosePaths, permittedPaths, refusalToShare } from '../../rights/permitted-fields';
import { makerKeys } from '../../rights/maker-keys';
import type { Rights } from '../../rights/rights';
import { loadTarget } from '../../rights/target';
import { getSettings } from '../../settings/service';
import { recheckSavedPassword } from '../jobs/saved-passwords';
import { childrenAndLocales } from '../rules/children-and-locales';
import { checkWhoChosePassword } from '../rules/chosen-password';
import { linkAccess } from '../rules/link-access';
import { ruleColumns } from '../rules/rule-columns';
import { shapesAfter } from '../rules/shapes';
import { countGuesses } from '../rules/slug-guesses';
import { reserveSlug, refuseTaken } from '../rules/slugs';
import { snapshotContent } from '../rules/snapshot';
import { isLive, singleKey, stateOf } from '../rules/state';
import { hashToken, hintOf, mintToken } from '../rules/token';
import { isWidening } from '../rules/widening';
import { linkRows } from '../store/link-rows';
import type { Where } from '../store/link-rows';
import type { LinkData, LinkRow } from '../store/link-schema';
import { changesBetween, recordEvent } from '../store/timeline';
import { emitLinkEvent, eventOf } from './events';

interface Change {
  type: TimelineEventType;
  data: LinkData;
  changes?: TimelineEvent['changes'];
  /** A second event for the same change. */
  also?: TimelineEventType;
  /** A condition that the row must still meet; a deleted link never changes. */
  only?: Where;
}

/** If one of these has changed, the person decided on an older state of the link. */
const GUARDS = ['updatedAt', 'tokenHash', 'suspendedAt'] as const;

/** All changes to an existing link. Each returns the changed row. */
export function linkChanges(strapi: Core.Strapi) {
  const rows = linkRows(strapi);
  const access = linkAccess(strapi);

  return {
    update,

    async pause(id: number, rights: Rights): Promise<LinkRow> {
      const row = await access.manageable(id, rights);
      const data = { pausedAt: new Date().toISOString() };
      return apply(row, rights, { type: 'pause', data, only: { pausedAt: null } });
    },

    async resume(id: number, rights: Rights): Promise<LinkRow> {
      const row = await access.manageable(id, rights);
      const only = { pausedAt: { $notNull: true } };
      return apply(row, rights, { type: 'resume', data: { pausedAt: null }, only });
    },

    /** Gives the link a new token. The old token and the slug stop working. */
    async rotate(id: number, rights: Rights): Promise<{ row: LinkRow; token: string }> {
      const before = await access.manageable(id, rights);
      const token = mintToken();
      const row = await apply(before, rights, {
        type: 'rotate',
        data: {
          tokenHash: hashToken(token),
          tokenCipher: encrypt(strapi, token),
          tokenHint: hintOf(token),
          slug: null,
        },
        changes: changesBetween(before, { slug: null }),
        only: { tokenHash: before.tokenHash },
      });
      return { row, token };
    },

    /**
     * Takes over a suspended link: somebody who may share the entry becomes its maker. A link that
     * is not suspended stays with its maker.
     */
    async takeOver(id: number, rights: Rights): Promise<LinkRow> {
      const row = await access.manageable(id, rights);
      const isOwn = access.isMaker(row, rights);
      if (!row.suspendedAt && !row.revokedAt && isOwn) return row;
      // The link of a deleted, blocked or inactive maker closes at once; its row may change later.
      const isGone = (await goneMakers(strapi, await getSettings(strapi), [row]))(row);
      if (!row.suspendedAt && !row.revokedAt && !isGone) {
        refuse('link-changed', 'This link is not suspended, so it stays with its maker');
      }
      return apply(row, rights, {
        type: 'take-over',
        data: {
          sharedById: rights.actor.id,
          sharedByName: rights.actor.name,
          ...(await makerKeys(strapi, rights.actor.id)),
          suspendedAt: null,
        },
        changes: [{ field: 'sharedBy', from: row.sharedByName, to: rights.actor.name }],
        only: isGone ? {} : { suspendedAt: { $notNull: true } },
      });
    },

    async revoke(id: number, rights: Rights): Promise<LinkRow> {
      const row = await access.revocable(id, rights);
      return apply(row, rights, {
        type: 'revoke',
        data: {
          revokedAt: new Date().toISOString(),
          revokedById: rights.actor.id,
          revokedByName: rights.actor.name,
          singleKey: null,
          // The entry's next link may use the slug; another entry never gets it.
          slug: null,
        },
      });
    },

    /** Applies one action to many links. Each link succeeds or fails by itself. */
    async bulk(input: BulkInput | unknown, rights: Rights): Promise<BulkResult> {
      const { action, ids } = validate(bulkSchema, input);
      const result: BulkResult = { done: [], refused: [] };
      for (const id of new Set(ids)) {
        try {
          await this[action](id, rights);
          result.done.push(id);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          result.refused.push({ id, code: error.details.code, message: error.message });
        }
      }
      return result;
    },
  };

  async function update(id: number, input: unknown, rights: Rights): Promise<LinkRow> {
    const row = await access.manageable(id, rights);
    if (row.revokedAt) refuseRevoked();
    const { updatedAt, fields, shows, includeChildren, locales, ...rules } = validate(
      updateLinkSchema,
      input
    );
    const content = { fields, shows, includeChildren, locales };
    if (updatedAt && new Date(updatedAt).getTime() !== new Date(row.updatedAt).getTime()) {
      refuseChanged();
    }

    const settings = await getSettings(strapi);
    const data = await ruleColumns(strapi, settings, rules, row, new Date());
    const isOther = shows !== undefined && shows !== row.shows;
    if (fields || isOther || includeChildren !== undefined || locales) {
      Object.assign(data, await contentColumns(row, rights, content));
    }
    // Somebody who may not see the slug must not learn that they guessed it.
    const isGuess = rules.slug !== undefined;
    if (isGuess || isWidening(row, data)) await access.checkSharesAll(row, rights, settings);
    await checkWhoChosePassword(strapi, row, data, rights);
    const isSingle = settings.contentTypes[row.contentType]?.mode === 'single';
    const willLive = isLive(stateOf({ ...row, ...data }, new Date()));
    if (isSingle && willLive) data.singleKey = singleKey(row);

    const { password } = rules;
    const changes = changesBetween(row, data);
    const type =
      password === undefined || changes.length > 0
        ? 'update'
        : password
          ? 'password-set'
          : 'password-removed';
    const { contentType, entryDocumentId } = row;
    const write = async () => {
      if (data.slug) await reserveSlug(strapi, data.slug, { contentType, entryDocumentId });
      return apply(row, rights, {
        type,
        data,
        changes,
        only: { updatedAt: row.updatedAt },
        ...(password !== undefined && type === 'update'
          ? { also: password ? 'password-set' : 'password-removed' }
          : {}),
      });
    };
    const after = await (data.slug ? countGuesses(strapi, settings, rights, write) : write());
    if (data.passwordCipher) await recheckSavedPassword(strapi, row.id);
    return after;
  }

  /**
   * Other fields or another version. They depend on the rights of the person who makes this change.
   */
  async function contentColumns(
    row: LinkRow,
    rights: Rights,
    {
      fields,
      shows,
      includeChildren = row.includeChildren,
      locales = row.extraLocales ?? [],
    }: Pick<UpdateLinkInput, 'fields' | 'shows' | 'includeChildren' | 'locales'>
  ): Promise<LinkData> {
    const settings = await getSettings(strapi);
    const target = await loadTarget(strapi, {
      contentType: row.contentType,
      documentId: row.entryDocumentId,
      locale: row.entryLocale,
    });
    const refusal = refusalToShare(rights, settings, target);
    if (refusal) refuse(refusal.code, refusal.message);
    const data: LinkData = {};
    if (fields) {
      const permitted = await permittedPaths(strapi, rights, settings, target);
      data.fields = choosePaths(strapi, target.model, permitted, fields);
    }
    if (shows) data.shows = target.draftAndPublish || shows === 'frozen' ? shows : 'published';
    const after = { ...row, ...data };
    // A new snapshot is taken only if the fields or the version change, not for children or
    // languages.
    if (fields || after.shows !== row.shows) {
      data.frozen =
        after.shows === 'frozen' ? await snapshotContent(strapi, settings, after) : null;
    }
    const reach = { includeChildren, locales };
    const chosen = {
      ...data,
      ...(await childrenAndLocales(strapi, settings, rights, target, after, reach)),
    };
    return { ...chosen, shapes: shapesAfter(strapi, row, chosen) };
  }

  /**
   * The only function that changes a link. It checks the rights if the change opens more or gives
   * another address. The database decides atomically: a deleted link never changes.
   */
  async function apply(row: LinkRow, rights: Rights, change: Change): Promise<LinkRow> {
    const { type, data, changes = [], also, only = {} } = change;
    const { frozen, ...columns } = data;
    const { actor } = rights;
    const isOpening = isWidening(row, data);
    if (isOpening) await access.checkSharesAll(row, rights, await getSettings(strapi));
    // The change applies only to the state whose rights were checked: another edit may show more.
    const asJudged = isOpening ? { updatedAt: row.updatedAt } : {};
    const where = { id: row.id, revokedAt: null, ...asJudged, ...only };
    let changed: boolean;
    try {
      changed = await strapi.db.transaction(async () => {
        if (!(await rows.changeIf(where, columns, row))) return false;
        if (frozen !== undefined) await rows.replaceSnapshot(row, frozen);
        if (data.maxViewers !== undefined) await rows.recountFull(row.id);
        await recordEvent(strapi, row, type, actor, changes);
        if (also) await recordEvent(strapi, row, also, actor);
        return true;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw databaseError(error);
      if (violates(error, 'slug')) refuseTaken();
      refuse('link-exists', 'A public link already exists for this entry');
    }
    const after = (await rows.byId(row.id))!;
    if (changed) await emitLinkEvent(strapi, eventOf(type), after, actor, changes);
    else if (after.revokedAt) refuseRevoked();
    // Somebody else may have made the same change.
    else if (isWidening(after, data) && isOpening) refuseChanged();
    else if (GUARDS.some((column) => column in only)) refuseChanged();
    return after;
  }
}

function refuseRevoked(): never {
  refuse('link-revoked', 'This link was deleted and can’t be changed any more');
}

function refuseChanged(): never {
  refuse('link-changed', 'Somebody changed this link meanwhile; load it again');
}
