import type { Core } from '@strapi/strapi';

import { isOnOurTables, redactStatement } from '../core/redact-statements';
import { pluginConfig } from '../settings/service';
import { decodeFully } from './decoded';

type Line = Record<string | symbol, unknown>;
type Texts = [name: string, text: string][];
type Values = [name: string, value: unknown][];

/** How far into what is logged beside a text. */
const MAX_DEPTH = 4;

/** A format of Strapi's logger (winston). */
interface Format {
  transform(line: Line, options?: unknown): Line | boolean;
}

/** What drivers put beside their message: the statement once more, and the row it was about. */
const ASIDE = ['sql', 'detail', 'where', 'internalQuery'];

/**
 * Cuts tokens, and what is stored of them, out of everything the app logs. Strapi logs the address
 * of each request and the statement of each that failed, and whoever reads the log must not be able
 * to open what visitors opened.
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

/** The same of what stands in a plain object or a list; a copy only where something was cut. */
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
  // The parser's error quotes the body of the request, where a password may stand.
  if (line instanceof SyntaxError && 'body' in line) return () => 'The body is not valid JSON';
  if (!texts.some(([, text]) => isOnOurTables(text))) return (_name, text) => text;
  return (name, text) => (ASIDE.includes(name) ? '…' : redactStatement(text));
}

/** A copy, since whoever threw an error may still want it as it was. */
function withValues(line: Line, values: Values): Line {
  const own = Object.getOwnPropertyDescriptors(line);
  for (const [name, value] of values) {
    own[name] = { value, writable: true, enumerable: true, configurable: true };
  }
  // Formats ask whether it is an error; more special ones have properties that can't be copied.
  const prototype = line instanceof Error ? Error.prototype : Object.getPrototypeOf(line);
  return Object.create(prototype as object, own) as Line;
}

/** What is told of an address at most, and never more than half of it. */
const HINT_LENGTH = 6;

/** What lies beside the links, and opens nothing. */
const NO_LINKS = /^(?:assets|sitemap\.xml)$/i;

/** A part of a text, from one place up to another. */
type Span = [from: number, to: number];

/**
 * `GET /share/rA5k_xY2…?password=…` with all of it whole → `GET /share/rA5k_x…?…`. A password in a
 * query opens nothing, but somebody may have put it there all the same. An address may be encoded,
 * once or several times: it is looked for in what it comes to.
 */
export function tokenMask(prefix: string): (text: string) => string {
  const slash = '[\\\\/]';
  const paths = [prefix, '/share-links/public'].map((path) =>
    path.slice(1).replaceAll('-', '\\-').replaceAll('/', `${slash}+`)
  );
  const address = new RegExp(
    `(${slash}(?:${paths.join('|')})${slash}+(?:\\.{1,2}${slash}+)*)([^\\\\/?#]+)`,
    'gi'
  );

  // Word by word: visitors write these lines, and one of slashes alone must not take longer.
  return (text) =>
    text.replace(/\S+/g, (word) => {
      const decoded = decodeFully(word);
      const found = [...decoded.text.matchAll(address)];
      const first = found[0];
      if (!first) return word;
      const query = queryAfter(decoded.text, first.index);
      const names = found.flatMap(([whole, before = '', name = ''], index): Span[] => {
        const start = found[index]!.index;
        if (start >= query[0] || NO_LINKS.test(name)) return [];
        const told = Math.min(HINT_LENGTH, Math.floor(name.length / 2));
        return [[start + before.length + told, start + whole.length]];
      });
      return without(word, [...names, query], decoded.at);
    });
}

/** What follows the first question mark, up to a fragment; nothing, at the end, where none does. */
function queryAfter(text: string, start: number): Span {
  const mark = text.indexOf('?', start);
  if (mark < 0) return [text.length, text.length];
  const end = text.indexOf('#', mark);
  return [mark + 1, end < 0 ? text.length : end];
}

function without(word: string, spans: Span[], at: (index: number) => number): string {
  let masked = '';
  let done = 0;
  for (const [from, to] of spans) {
    if (from >= to) continue;
    masked += `${word.slice(done, at(from))}…`;
    done = at(to);
  }
  return masked + word.slice(done);
}
