import type { Settings } from '../../../contracts/settings';
import type { LinkRow } from '../links/schema';
import { stateOf } from '../links/state';
import type { LinkState } from '../../../contracts/links';

/** Why a request is refused. For logs and the panel: visitors all get the same answer. */
export type DenialReason = 'malformed' | 'unknown' | 'type-disabled' | Exclude<LinkState, 'active'>;

export type Outcome = { kind: 'open'; link: LinkRow } | { kind: 'denied'; reason: DenialReason };

/** Whether a link opens at this moment. Decided on each request; no job has to run for it. */
export function decide(link: LinkRow | null, settings: Settings, now: Date): Outcome {
  if (!link) return { kind: 'denied', reason: 'unknown' };
  const state = stateOf(link, now);
  if (state !== 'active') return { kind: 'denied', reason: state };
  if (!settings.contentTypes[link.contentType]?.enabled) {
    return { kind: 'denied', reason: 'type-disabled' };
  }
  return { kind: 'open', link };
}
