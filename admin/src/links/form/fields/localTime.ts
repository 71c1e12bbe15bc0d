/** Returns `2026-12-03T10:00` in the person's time zone, as a field for date and time holds it. */
export function localInput(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Returns the date that such a field holds; null if it is empty or incomplete. */
export function fromLocalInput(value: string): Date | null {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? null : date;
}

/** Returns the person's time zone, such as `Europe/Berlin`. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
