import { expect } from 'vitest';

import type { App } from './app';
import { PROJECT, newProject } from './entries';
import { send } from './http';
import { shareEntry } from './sharing';
import type { ShareOptions, Shared } from './sharing';

export const PUBLIC_URL = 'https://cms.example.com';

/** Settings under which search engines may index a project. */
export const OPEN_SITE = {
  paused: false,
  publicUrl: PUBLIC_URL,
  frontendUrl: null,
  refusal: 'uniform',
  branding: { name: 'Studio Nord' },
  contentTypes: { [PROJECT]: { enabled: true, level: 'view' } },
};

/** The addresses in the sitemap. */
export async function sitemapOf(app: App): Promise<(string | undefined)[]> {
  const answer = await send(`${app.url}/share/sitemap.xml`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  const entry = '<url><loc>[^<>"]+</loc>(<lastmod>[^<>]+</lastmod>)?</url>\n';
  expect(answer.text).toMatch(
    new RegExp(
      `^<\\?xml version="1.0" encoding="UTF-8"\\?>\n<urlset xmlns="[^"]+">\n(${entry})*</urlset>\n$`
    )
  );
  return [...answer.text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
}

/** What the head of a page tells robots, with all escapes decoded. */
export function headOf(html: string) {
  const head = html.slice(0, html.indexOf('</head>'));
  const plain = (text: string) =>
    text.replace(/&(quot|lt|gt|#x27|amp);/g, (_all, name: string) => {
      return { quot: '"', lt: '<', gt: '>', '#x27': "'", amp: '&' }[name] as string;
    });
  const meta = [...head.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"\/?>/g)];
  const links = [
    ...head.matchAll(/<link rel="([^"]*)"(?: hrefLang="([^"]*)")? href="([^"]*)"\/?>/g),
  ];
  return {
    tags: [...head.matchAll(/<([a-z]+)[\s>/]/g)].map(([, name]) => name),
    meta: Object.fromEntries(meta.map(([, name, content]) => [name, plain(content as string)])),
    links: links.map(([, rel, language, href]) => [rel, language, plain(href as string)]),
  };
}

/** A link to a project that search engines may index. */
export async function shareIndexed(
  app: App,
  rules: ShareOptions = {},
  data: object = {}
): Promise<Shared> {
  const { documentId } = await newProject(app, 'editor', {
    summary: 'THE SUMMARY of it all',
    ...data,
  });
  return shareEntry(app, { contentType: PROJECT, documentId, allowIndexing: true, ...rules });
}
