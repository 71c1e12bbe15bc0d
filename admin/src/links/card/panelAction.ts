import type { EntrySharing } from '../../../../contracts/entries';

/** What the button of the card does. If it is blocked, `reason` tells the person why. */
type PanelAction =
  | { label: 'create' | 'manage' | 'view'; isBlocked: false }
  | { label: 'create' | 'manage'; isBlocked: true; reason: string | null };

export function panelAction({ counts, links, can, reasons }: EntrySharing): PanelAction {
  // Even a person who may not see every link sees their own.
  if (links.length > 0) {
    return { label: can.create || can.manage ? 'manage' : 'view', isBlocked: false };
  }
  if (can.create) return { label: 'create', isBlocked: false };

  const refusal = reasons.create ?? reasons.see;
  return {
    label: counts.live > 0 ? 'manage' : 'create',
    isBlocked: true,
    reason: refusal?.message ?? null,
  };
}
