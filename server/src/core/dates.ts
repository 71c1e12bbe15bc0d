/** The day in UTC: `2026-05-31` */

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
