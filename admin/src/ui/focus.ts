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

/** Marks the field of a form that says when a link ends. */
export const END_FIELD = 'end-of-link';

/** Moves the focus to the choice of an end, where the form is about it. */
export function focusEnd(dialog: HTMLElement) {
  const field = dialog.querySelector<HTMLElement>(`[data-focus="${END_FIELD}"] [role="combobox"]`);
  (field ?? dialog).focus();
}

/** Marks a button that opens a dialog for a link, as the value of its `data-task`. */
export const taskMark = (task: string, linkId: number): string => `${task}-${linkId}`;

/**
 * Hands the focus back to the button of a link from which a dialog was opened, else to the link's
 * menu, else to the dialog around them.
 */
export function focusLink(dialog: HTMLElement | null, task: string, linkId: number) {
  const marked = (name: string) =>
    dialog?.querySelector<HTMLElement>(`[data-task="${taskMark(name, linkId)}"]`);
  (marked(task) ?? marked('menu') ?? dialog)?.focus();
}
