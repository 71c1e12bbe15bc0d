import { createHmac } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { derivedKey } from '../../core/keys';

const PLACE_UID = 'plugin::share-links.place';

/** For this long, a place can pass to a person in the same network. */
const PASSES_ON_MS = 10 * 60 * 1000;

/** The number of places that are tried if others take them at the same moment. */
const CANDIDATES = 5;

/** A viewer who has just come, in the network that the limits count. */
export interface Newcomer {
  linkDocumentId: string;
  viewer: string;
  client: string;
}

interface PlaceRow {
  id: number;
  viewer: string;
}

/**
 * Who holds the places of links with a limit. A place whose holder has never come back passes to a
 * person in the same network, because a program of that person may have opened the link first.
 */
export function placesOf(strapi: Core.Strapi) {
  const { tableName } = strapi.db.metadata.get(PLACE_UID);
  const db = strapi.db.connection;

  /** Nobody can find the network by trying all of them, nor recognize it on another link. */
  const networkOf = ({ linkDocumentId, client }: Pick<Newcomer, 'linkDocumentId' | 'client'>) =>
    createHmac('sha256', derivedKey(strapi, 'networks of places'))
      .update([linkDocumentId, client].join(' '))
      .digest('base64url')
      .slice(0, 22);

  const passable = (from: Pick<Newcomer, 'linkDocumentId' | 'client'>, now: Date) =>
    db(tableName)
      .where({
        link_document_id: from.linkDocumentId,
        network: networkOf(from),
        is_confirmed: false,
      })
      .andWhere('taken_at', '>', now.getTime() - PASSES_ON_MS);

  return {
    /** Writes down who has taken a place. */
    async take(newcomer: Newcomer, now: Date): Promise<void> {
      const { linkDocumentId, viewer } = newcomer;
      const network = networkOf(newcomer);
      const data = { linkDocumentId, viewer, network, isConfirmed: false, takenAt: now.getTime() };
      await strapi.db.query(PLACE_UID).create({ data });
    },

    /**
     * Keeps the place of a visitor who has come back: nobody can take it over any more. Returns
     * false if somebody already has.
     */
    async confirm(linkDocumentId: string, viewer: string): Promise<boolean> {
      const own = { link_document_id: linkDocumentId, viewer };
      const changed: number = await db(tableName)
        .where({ ...own, is_confirmed: false })
        .update({ is_confirmed: true, network: null });
      if (changed > 0) return true;
      return (await db(tableName).where(own).first('id')) !== undefined;
    },

    async canTakeOver(from: Pick<Newcomer, 'linkDocumentId' | 'client'>, now: Date) {
      return (await passable(from, now).first('id')) !== undefined;
    },

    /**
     * Passes the youngest place of the network on to a newcomer. One conditional update decides, so
     * a place never passes to two people, nor away from a holder who comes back at this moment.
     *
     * @param isConfirmed true if the place stays with the newcomer
     */
    async takeOver(newcomer: Newcomer, isConfirmed: boolean, now: Date): Promise<boolean> {
      const found = (await passable(newcomer, now)
        .orderBy('taken_at', 'desc')
        .limit(CANDIDATES)
        .select('id', 'viewer')) as PlaceRow[];
      for (const { id, viewer } of found) {
        const changed: number = await db(tableName)
          .where({ id, viewer, is_confirmed: false })
          .update({
            viewer: newcomer.viewer,
            taken_at: now.getTime(),
            ...(isConfirmed ? { is_confirmed: true, network: null } : {}),
          });
        if (changed === 1) return true;
      }
      return false;
    },

    /** Deletes the networks of places that can't pass on any more. */
    async forgetNetworks(now: Date): Promise<void> {
      await db(tableName)
        .whereNotNull('network')
        .andWhere('taken_at', '<=', now.getTime() - PASSES_ON_MS)
        .update({ network: null });
    },
  };
}
