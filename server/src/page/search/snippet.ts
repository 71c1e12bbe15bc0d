import type { SearchHit } from '../../../../contracts/shown';
import { rangesOf } from './fold';
import type { Range } from './fold';

type Piece = SearchHit['snippet'][number];

/** The length of a snippet, and of its part before the first match. */
const LENGTH = 180;
const LEAD = 50;

/** A cut may move this far to fall between two words. */
const SLACK = 24;

/** The part of a text with the most matches, with each of them marked. */
export function snippetOf(text: string, words: string[]): Piece[] {
  const ranges = rangesOf(text, words);
  const first = densest(ranges);
  if (text.length <= LENGTH + SLACK || !first) return piecesOf(text, ranges, 0, text.length);
  const latest = Math.max(0, text.length - LENGTH);
  const start = startAt(text, Math.min(Math.max(0, first.start - LEAD), latest));
  const end = endAt(text, Math.max(start + LENGTH, first.end));
  return [
    ...(start > 0 ? [{ text: '… ', isHit: false }] : []),
    ...piecesOf(text, ranges, start, end),
    ...(end < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}

/** The beginning of a text without a match. */
export function beginningOf(text: string, length = LENGTH): string {
  if (text.length <= length + SLACK) return text;
  return `${text.slice(0, endAt(text, length))} …`;
}

/** The match that is followed by the most others within a snippet. */
function densest(ranges: Range[]): Range | undefined {
  let best: Range | undefined;
  let most = 0;
  let next = 0;
  for (const [index, range] of ranges.entries()) {
    while (next < ranges.length && ranges[next]!.end - range.start <= LENGTH - LEAD) next += 1;
    if (!best || next - index > most) [best, most] = [range, next - index];
  }
  return best;
}

function piecesOf(text: string, ranges: Range[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isHit });
  };
  let at = start;
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    add(at, Math.max(range.start, at), false);
    add(Math.max(range.start, at), Math.min(range.end, end), true);
    at = Math.min(range.end, end);
  }
  add(at, end, false);
  return pieces;
}

function startAt(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + SLACK).indexOf(' ');
  return space >= 0 ? at + space + 1 : whole(text, at);
}

function endAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - SLACK), at + 1).lastIndexOf(' ');
  return space >= 0 ? Math.max(0, at - SLACK) + space : whole(text, at);
}

/** Moves a cut that would split a character. */
function whole(text: string, at: number): number {
  const isSecondHalf = /[\udc00-\udfff]/.test(text[at] ?? '');
  return isSecondHalf ? at - 1 : at;
}
