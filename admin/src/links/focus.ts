/** Marks where the focus goes in a dialog; the first one that is there gets it. */
export const FOCUS_TARGETS = { newLink: 'new-link', create: 'create-link' } as const;

/** Moves the focus into a dialog: to the link just made, else to its button, else to the dialog. */
export function focusIn(dialog: HTMLElement | null) {
  if (!dialog) return;
  const targets = Object.values(FOCUS_TARGETS).map((name) =>
    dialog.querySelector<HTMLElement>(`[data-focus="${name}"]`)
  );
  const target = targets.find((element) => element !== null) ?? dialog;
  target.focus();
}

/**
 * Hands the focus back to the button of a link from which a dialog was opened, else to the dialog.
 */
export function focusLink(dialog: HTMLElement | null, task: string, linkId: number) {
  const own = dialog?.querySelector<HTMLElement>(`[data-task="${task}-${linkId}"]`);
  const menu = dialog?.querySelector<HTMLElement>(`[data-task="menu-${linkId}"]`);
  (own ?? menu ?? dialog)?.focus();
}
