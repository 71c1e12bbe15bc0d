import { isInsidePair } from './text-borders';
import { equalAfter, equalBefore, placesOf, withoutBlanks } from './text-spans';
import type { Quote, Span } from './types';

/** The length of the text that a quote has on each side. */
export const CONTEXT = 32;

/** A passage that stands at more places than these is not looked for. */
const MAX_PLACES = 1_000;

/** A passage with its context. The context never ends inside a character of two code units. */
export function quoteAt(text: string, { start, end }: Span): Quote {
  const first = Math.max(0, start - CONTEXT);
  const last = Math.min(text.length, end + CONTEXT);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(isInsidePair(text, first) ? first + 1 : first, start),
    suffix: text.slice(end, isInsidePair(text, last) ? last - 1 : last),
  };
}

/**
 * Where a text contains a quote, to the letter. Of equal passages, the quote means the one in the
 * most similar context, and of those the one next to `near`. Returns null if there is none, if the
 * quote is blank, and if nothing tells which of several passages it means.
 */
export function findQuote(text: string, quote: Quote, near?: number): Span | null {
  const { exact, prefix, suffix } = quote;
  if (!withoutBlanks(exact, { start: 0, end: exact.length })) return null;
  const places = placesOf(text, exact, MAX_PLACES + 1);
  if (places.length > MAX_PLACES) return null;
  const contextAt = (at: number) =>
    equalBefore(text, at, prefix, prefix.length, CONTEXT) +
    equalAfter(text, at + exact.length, suffix, 0, CONTEXT);
  let best = greatest(
    places.filter((at) => !isInsidePair(text, at) && !isInsidePair(text, at + exact.length)),
    contextAt
  );
  if (near !== undefined) best = greatest(best, (at) => -Math.abs(at - near));
  const [start, other] = best;
  if (start === undefined || other !== undefined) return null;
  return { start, end: start + exact.length };
}

/** All places that have the greatest value. */
function greatest(places: readonly number[], valueOf: (place: number) => number): number[] {
  const values = places.map(valueOf);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  return places.filter((_, index) => values[index] === most);
}
