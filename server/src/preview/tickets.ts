import { createHmac, randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { derivedKey, isSameSignature } from '../core/keys';

/** What a ticket opens, for whom, and until when. */
export interface Ticket {
  /** The admin user who asked for it. */
  userId: number;
  /** A link by its document id, or kept rules by their key. */
  opens: { kind: 'link' | 'rules'; id: string };
  /** In seconds since 1970. */
  until: number;
}

/** The path of all previews, below the prefix of links. Nobody may take it as a slug. */
export const PREVIEW_PATH = '/preview';

const SEPARATOR = '.';
const SIGNATURE_BYTES = 32;

/** The shape of a ticket in an address: longer than a token, a slug and every place of a link. */
export const TICKET_SHAPE = '[A-Za-z0-9_-]{100,400}';

/**
 * The two halves of a preview. The ticket is in its address, the proof in a cookie of the browser
 * that asked for it. Each is signed; an address that leaks opens nothing by itself.
 */
export function tickets(strapi: Core.Strapi) {
  const sign = (purpose: string, text: string): Buffer =>
    createHmac('sha256', derivedKey(strapi, `preview ${purpose}`))
      .update(text)
      .digest();

  const proofOf = (ticket: string) => sign('proof', ticket).toString('base64url');

  return {
    issue({ userId, opens, until }: Ticket): { ticket: string; proof: string } {
      // Two tickets for the same thing at the same time must differ: each has a cookie of its own.
      const nonce = randomBytes(9).toString('base64url');
      const parts = [userId, opens.kind, opens.id, until, nonce].join(SEPARATOR);
      const signed = Buffer.concat([Buffer.from(parts), sign('ticket', parts)]);
      const ticket = signed.toString('base64url');
      return { ticket, proof: proofOf(ticket) };
    },

    /** Returns null if this site did not issue the ticket together with this proof. */
    read(ticket: unknown, proof: string | null): Ticket | null {
      if (typeof ticket !== 'string' || proof === null) return null;
      const bytes = Buffer.from(ticket, 'base64url');
      if (bytes.toString('base64url') !== ticket || bytes.length <= SIGNATURE_BYTES) return null;
      const parts = bytes.subarray(0, -SIGNATURE_BYTES).toString();
      if (!isSameSignature(bytes.subarray(-SIGNATURE_BYTES), sign('ticket', parts))) return null;
      if (!isSameSignature(proof, proofOf(ticket))) return null;
      const [userId = '', kind = '', id = '', until = ''] = parts.split(SEPARATOR);
      const opens = { kind: kind === 'link' ? 'link' : 'rules', id } as const;
      return { userId: Number(userId), opens, until: Number(until) };
    },
  };
}
