import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { previewLink, previewRules } from '../access/preview-link';
import type { PreviewedLink } from '../access/preview-link';
import { Refused } from '../core/errors';
import { findMaker } from '../rights/makers';
import type { Rights } from '../rights/rights';
import { previewRows } from './rows';
import { tickets } from './tickets';
import type { Ticket } from './tickets';

export type PreviewOutcome =
  | ({ kind: 'open'; userId: number } & PreviewedLink)
  /** The person's time is over. Only the browser that asked for the preview learns this. */
  | { kind: 'ended' }
  | { kind: 'unknown' };

/**
 * Decides whether a preview opens: it takes its ticket, the proof of the browser that asked for it,
 * and a person who is still here and may still do what took them to get it. It counts nothing.
 */
export async function resolvePreview(
  strapi: Core.Strapi,
  settings: Settings,
  given: { ticket: unknown; proof: string | null }
): Promise<PreviewOutcome> {
  const ticket = tickets(strapi).read(given.ticket, given.proof);
  if (!ticket) return { kind: 'unknown' };
  if (ticket.until * 1000 <= Date.now()) return { kind: 'ended' };
  const person = await findMaker(strapi, ticket.userId);
  if (!person) return { kind: 'unknown' };
  try {
    const previewed = await openTicket(strapi, settings, ticket, person.rights);
    if (!previewed) return { kind: 'ended' };
    return { kind: 'open', userId: ticket.userId, ...previewed };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'unknown' };
    throw error;
  }
}

/** The person whose preview a request asks for. It looks nothing up, so it is cheap to ask. */
export function personOf(
  strapi: Core.Strapi,
  given: { ticket: unknown; proof: string | null }
): number | null {
  return tickets(strapi).read(given.ticket, given.proof)?.userId ?? null;
}

async function openTicket(
  strapi: Core.Strapi,
  settings: Settings,
  { opens: { kind, id } }: Ticket,
  rights: Rights
): Promise<PreviewedLink | null> {
  if (kind === 'link') return previewLink(strapi, settings, id, rights);
  const rules = await previewRows(strapi).rulesOf(id);
  return rules && previewRules(strapi, settings, id, rules, rights);
}
