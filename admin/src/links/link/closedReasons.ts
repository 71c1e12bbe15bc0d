import type { ClosedReason } from '../../../../contracts/links';

/** The reasons that lie around a link: it opens again by itself once they are gone. */
const AROUND = [
  'type-disabled',
  'policy-off',
  'site-paused',
  'unpublished',
  'entry-gone',
] as const satisfies ClosedReason[];

export type ReasonAround = (typeof AROUND)[number];

export function isAround(reason: ClosedReason): reason is ReasonAround {
  return (AROUND as readonly ClosedReason[]).includes(reason);
}
