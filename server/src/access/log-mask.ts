import type { Core } from '@strapi/strapi';

import { pluginConfig } from '../settings/service';
import { isOnOurTables, withoutStatement } from '../statements';

type Line = Record<string, unknown>;

/** A format of Strapi's logger (winston). */
interface Format {
  transform(line: Line, options?: unknown): Line | boolean;
}

/**
 * Cuts tokens, and what is stored of them, out of everything the app logs. Strapi logs the address
 * of each request and the statement of each that failed, and whoever reads the log must not be able
 * to open what visitors opened.
 */
export function maskSecretsInLogs(strapi: Core.Strapi): void {
  const maskTokens = tokenMask(pluginConfig(strapi).prefix);
  const logger = strapi.log as unknown as { format: Format };
  const { format } = logger;
  const mask = (text: string, name: string): string =>
    // Where some drivers put the statement once more.
    name === 'sql' && isOnOurTables(text) ? '…' : withoutStatement(maskTokens(text));
  logger.format = {
    ...format,
    transform: (line, options) => format.transform(mapTexts(line, mask), options),
  };
}

/** The line as it would be with other texts: an error stays one, for formats that ask. */
function mapTexts(line: Line, change: (text: string, name: string) => string): Line {
  const names = new Set([...Object.keys(line), 'message', 'stack']);
  const texts = [...names].flatMap((name) => {
    const text = line[name];
    return typeof text === 'string' ? [[name, change(text, name)]] : [];
  });
  const copy = Object.create(Object.getPrototypeOf(line) as object) as Line;
  return Object.assign(copy, line, Object.fromEntries(texts));
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
