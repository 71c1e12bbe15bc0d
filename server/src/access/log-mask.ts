import type { Core } from '@strapi/strapi';

import { pluginConfig } from '../settings/service';
import { isOnOurTables, withoutStatement } from '../statements';

type Line = Record<string | symbol, unknown>;
type Texts = [name: string, text: string][];

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
  const changed = texts
    .map<[string, string]>(([name, text]) => [name, maskTokens(maskText(name, text))])
    .filter(([name, text]) => text !== line[name]);
  return changed.length > 0 ? withTexts(line, changed) : line;
}

function textMask(line: Line, texts: Texts): (name: string, text: string) => string {
  // The parser's error quotes the body of the request, where a password may stand.
  if (line instanceof SyntaxError && 'body' in line) return () => 'The body is not valid JSON';
  if (!texts.some(([, text]) => isOnOurTables(text))) return (_name, text) => text;
  return (name, text) => (ASIDE.includes(name) ? '…' : withoutStatement(text));
}

/** A copy, since whoever threw an error may still want it as it was. */
function withTexts(line: Line, texts: Texts): Line {
  const own = Object.getOwnPropertyDescriptors(line);
  for (const [name, value] of texts) {
    own[name] = { value, writable: true, enumerable: true, configurable: true };
  }
  // Formats ask whether it is an error; more special ones have properties that can't be copied.
  const prototype = line instanceof Error ? Error.prototype : Object.getPrototypeOf(line);
  return Object.create(prototype as object, own) as Line;
}

/**
 * `GET /share/rA5k_xY2…?password=…` with all of it whole → `GET /share/rA5k_x…?…`. A password in a
 * query opens nothing, but somebody may have put it there all the same.
 */
export function tokenMask(prefix: string): (text: string) => string {
  // Somebody may paste an address into a search: a query has its slashes encoded.
  const slash = '(?:\\/|%2f)';
  const paths = [prefix, '/share-links/public'].map((path) =>
    path.slice(1).replaceAll('-', '\\-').replaceAll('/', `${slash}+`)
  );
  const start = `${slash}(?:${paths.join('|')})${slash}+`;
  const root = new RegExp(start, 'i');
  const token = new RegExp(`(${start}[^\\/?#]{6})[^\\/?#]+`, 'gi');

  // Word by word: visitors write these lines, and one of slashes alone must not take longer.
  return (text) =>
    text.replace(/\S+/g, (word) => {
      const at = word.search(root);
      return at < 0 ? word : word.slice(0, at) + withoutQuery(word.slice(at).replace(token, '$1…'));
    });
}

function withoutQuery(address: string): string {
  const [path, query] = cutAt(address, '?');
  if (query.length < 2) return address;
  return `${path}?…${cutAt(query, '#')[1]}`;
}

/** What is before the first of that character, and the rest with it. */
function cutAt(text: string, character: string): [before: string, rest: string] {
  const at = text.indexOf(character);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
