/** Marks the elements that may get the focus in a dialog; the first one found gets it. */
export const FOCUS_TARGETS = { newLink: 'new-link', create: 'create-link' } as const;

/** Moves the focus to the new link, else to the button that makes one, else to the dialog. */
export function focusIn(dialog: HTMLElement | null) {
  if (!dialog) return;
  const targets = Object.values(FOCUS_TARGETS).map((name) =>
    dialog.querySelector<HTMLElement>(`[data-focus="${name}"]`)
  );
  const target = targets.find((element) => element !== null) ?? dialog;
  target.focus();
}

/** Marks the field for the end of a link. */
export const END_FIELD = 'end-of-link';

/** Moves the focus to the field for the end of a link, else to the dialog. */
export function focusEnd(dialog: HTMLElement) {
  const field = dialog.querySelector<HTMLElement>(`[data-focus="${END_FIELD}"] [role="combobox"]`);
  (field ?? dialog).focus();
}

/** The `data-task` of a button that opens a dialog for a link. */
export const taskMark = (task: string, linkId: number): string => `${task}-${linkId}`;

/**
 * Moves the focus back to the button that opened a dialog for a link, else to the link's menu, else
 * to the dialog that lists the links.
 */
export function focusLink(dialog: HTMLElement | null, task: string, linkId: number) {
  const marked = (name: string) =>
    dialog?.querySelector<HTMLElement>(`[data-task="${taskMark(name, linkId)}"]`);
  (marked(task) ?? marked('menu') ?? dialog)?.focus();
}
