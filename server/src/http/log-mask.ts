import type { Core } from '@strapi/strapi';

import { isOnOurTables, redactStatement } from '../core/redact-statements';
import { pluginConfig } from '../settings/service';
import { decodeFully } from './decoded';
import type { Decoded } from './decoded';

type Line = Record<string | symbol, unknown>;
type Texts = [name: string, text: string][];
type Values = [name: string, value: unknown][];

/** How deep values next to a text are searched. */
const MAX_DEPTH = 4;

/** A format of Strapi's logger (winston). */
interface Format {
  transform(line: Line, options?: unknown): Line | boolean;
}

/** Properties that database drivers add to an error: the statement again, and its row. */
const ASIDE = ['sql', 'detail', 'where', 'internalQuery'];

/**
 * Removes tokens and stored secrets from everything the app logs. Strapi logs the address of each
 * request and each failed statement, and a reader of the log must not be able to open links.
 */
export function maskSecretsInLogs(strapi: Pick<Core.Strapi, 'log' | 'config'>): void {
  const mask = tokenMask(pluginConfig(strapi).prefix);
  const logger = strapi.log as unknown as { format: Format };
  const { format } = logger;
  logger.format = {
    ...format,
    transform: (line, options) => format.transform(maskLine(line, mask), options),
  };
}

function maskLine(line: Line, maskTokens: (text: string) => string): Line {
  const names = [...new Set([...Object.keys(line), 'message', 'stack'])];
  const texts = names.flatMap<[string, string]>((name) => {
    const text = line[name];
    return typeof text === 'string' ? [[name, text]] : [];
  });
  const maskText = textMask(line, texts);
  const masked = texts.map(([name, text]): Values[number] => [
    name,
    maskTokens(maskText(name, text)),
  ]);
  const inside = Object.entries(line)
    .filter(([, value]) => typeof value !== 'string')
    .map(([name, value]): Values[number] => [name, maskInside(value, maskTokens, MAX_DEPTH)]);
  const changed = [...masked, ...inside].filter(([name, value]) => value !== line[name]);
  return changed.length > 0 ? withValues(line, changed) : line;
}

/** Does the same inside a plain object or list. It copies a value only if something was removed. */
function maskInside(value: unknown, maskTokens: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return maskTokens(value);
  if (depth === 0 || !isPlain(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): Values[number] => [
    name,
    maskInside(inner, maskTokens, depth - 1),
  ]);
  const isSame = entries.every(([name, inner]) => inner === (value as Line)[name]);
  if (isSame) return value;
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function textMask(line: Line, texts: Texts): (name: string, text: string) => string {
  // The parser's error quotes the request's body, which can contain a password.
  if (line instanceof SyntaxError && 'body' in line) return () => 'The body is not valid JSON';
  if (!texts.some(([, text]) => isOnOurTables(text))) return (_name, text) => text;
  return (name, text) => (ASIDE.includes(name) ? '…' : redactStatement(text));
}

/** Returns a copy, because the code that threw the error may still need it unchanged. */
function withValues(line: Line, values: Values): Line {
  const own = Object.getOwnPropertyDescriptors(line);
  for (const [name, value] of values) {
    own[name] = { value, writable: true, enumerable: true, configurable: true };
  }
  // Formats check for `Error`. Special errors have properties that can't be copied.
  const prototype = line instanceof Error ? Error.prototype : Object.getPrototypeOf(line);
  return Object.create(prototype as object, own) as Line;
}

/** The maximum length of an address in the log, and never more than half of it. */
const HINT_LENGTH = 6;

/** Paths next to the links that open nothing. */
const NO_LINKS = /^(?:assets|sitemap\.xml)$/i;

/** A part of a text, from one position to another. */
type Span = [from: number, to: number];

/**
 * Shortens full addresses to `GET /share/rA5k_x…?…`. A password in a query opens nothing, but
 * somebody may have put it there. An address may be encoded once or several times, so the search
 * runs on the decoded text.
 */
export function tokenMask(prefix: string): (text: string) => string {
  const slash = '[\\\\/]';
  const paths = [prefix, '/share-links/public'].map((path) =>
    path.slice(1).replaceAll('-', '\\-').replaceAll('/', `${slash}+`)
  );
  const root = new RegExp(
    `${slash}(?:${paths.join('|')})${slash}+(?:\\.{1,2}${slash}+)*(?:preview${slash}+)?`,
    'gi'
  );

  // Searches each word separately: visitors control these lines, and a line of only slashes must
  // not take longer.
  return (text) =>
    text.replace(/\S+/g, (word) => {
      const decoded = decodeFully(word);
      const found = [...decoded.text.matchAll(root)];
      const first = found[0];
      if (!first) return word;
      const query = queryAfter(decoded.text, first.index);
      const names = found.flatMap((one): Span[] => {
        if (one.index >= query[0]) return [];
        const from = one.index + one[0].length;
        const to = nameEnd(word, decoded, from);
        if (NO_LINKS.test(decoded.text.slice(from, to))) return [];
        return [[from + Math.min(HINT_LENGTH, Math.floor((to - from) / 2)), to]];
      });
      const tokens = [...decoded.text.slice(first.index).matchAll(TOKEN_LIKE)].map(
        ({ 0: run, index }): Span => {
          const from = first.index + index;
          return [from + HINT_LENGTH, from + run.length];
        }
      );
      return without(word, [...names, ...tokens, query], decoded.at);
    });
}

/** Wherever it stands in an address. Nothing else there is as long. */
const TOKEN_LIKE = /[\w-]{30,}/g;

const NAME_ENDS = /[\\/?#]/g;

/**
 * Where the name of a link ends. For the router, an encoded slash or question mark belongs to the
 * name, and reading it generously may still find a link.
 */
function nameEnd(word: string, { text, at }: Decoded, from: number): number {
  const isPart = /[\\/]/.test(word[at(from) - 1] ?? '');
  const original = endIn(word, at(from));
  let end = endIn(text, from);
  while (isPart && end < text.length && at(end) < original) end += 1;
  return end;
}

function endIn(text: string, from: number): number {
  NAME_ENDS.lastIndex = from;
  return NAME_ENDS.exec(text)?.index ?? text.length;
}

/**
 * The text after the first question mark, up to a fragment. Returns an empty part at the end if
 * there is no question mark.
 */
function queryAfter(text: string, start: number): Span {
  const mark = text.indexOf('?', start);
  if (mark < 0) return [text.length, text.length];
  const end = text.indexOf('#', mark);
  return [mark + 1, end < 0 ? text.length : end];
}

function without(word: string, spans: Span[], at: (index: number) => number): string {
  let masked = '';
  let done = 0;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(at(from), done);
    if (start >= at(to)) continue;
    masked += `${word.slice(done, start)}…`;
    done = at(to);
  }
  return masked + word.slice(done);
}
