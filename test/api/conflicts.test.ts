import { describe, expect, it } from 'vitest';

import { READ_LINKS_ACTION, READ_SETTINGS_ACTION } from '../../contracts/permissions';
import type { Link, LinkList } from '../../contracts/links';
import type { SettingsAnswer, SiteStatus } from '../../contracts/settings';
import type { App, PluginOptions } from '../support/app';
import { clientOf } from '../support/client';
import { PROJECT, newProject } from '../support/entries';
import { startSite, typeFiles } from '../support/site';
import type { SiteFiles } from '../support/site';
import { ownedProgram, program } from '../support/tokens';

const NAME = { name: { type: 'string' } };

/** Starts a site, does the work and stops the site. */
async function during<T>(
  files: SiteFiles,
  work: (app: App) => Promise<T>,
  env?: Record<string, string>,
  options?: PluginOptions
): Promise<T> {
  const app = await startSite(files, { env, options });
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

/** The message with which a site refuses to start. */
async function refusalOf(files: SiteFiles, env?: Record<string, string>): Promise<string> {
  try {
    await during(files, async () => {}, env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The site has started');
}

/** Strapi limits how often one person may log in, and a token needs no login. */
const panelOf = (app: App) =>
  ownedProgram(app, 'admin', [
    { action: READ_SETTINGS_ACTION, subject: null },
    { action: READ_LINKS_ACTION, subject: null },
  ]);

async function statusOf(app: App): Promise<SiteStatus[]> {
  const admin = await panelOf(app);
  return (await admin<SettingsAnswer>('GET', '/share-links/settings')).body.meta.status;
}

/** Shares a new entry as a program, and returns the token of the link. */
async function shareProject(app: App, api: string): Promise<string> {
  const full = await program(app, { type: 'full-access' });
  const { documentId } = await newProject(app);
  const path = `${api}/projects/${documentId}/public-link`;
  const { status, body, text } = await full<{ data: Link }>('POST', path);
  expect(status, text).toBe(201);
  return body.data.url!.split('/').at(-1)!;
}

const apiAt = (prefix: string): SiteFiles => ({
  'config/api.js': `module.exports = { rest: { prefix: ${JSON.stringify(prefix)} } };`,
});

const panelAt = (url: string): SiteFiles => ({
  'config/env/test/admin.js': `module.exports = { url: ${JSON.stringify(url)} };`,
});

/** A site with routes of its own, outside of Strapi's API. */
const routesOf = (paths: string[]): SiteFiles => ({
  'src/index.js': `module.exports = { register({ strapi }) {
    strapi.server.routes(${JSON.stringify(paths)}.map((path) => ({
      method: 'GET', path, handler: (ctx) => { ctx.body = 'own'; }, config: { auth: false },
    })));
  } };`,
});

/** A route of the site's own below `/api`. */
const apiRoute = (path: string): SiteFiles => ({
  'src/api/page/routes/own.js': `module.exports = { routes: [{
    method: 'GET', path: ${JSON.stringify(path)}, handler: (ctx) => { ctx.body = 'own'; }, config: { auth: false },
  }] };`,
});

describe('an address that the plugin and the site both use', () => {
  it.each([
    [
      'the plural of a type',
      typeFiles('share-link', NAME, { collectionName: 'shares' }),
      'api::share-link.share-link',
    ],
    ['a route of its own', apiRoute('/share-links/:what'), null],
  ])('is told at the start and on the settings page: %s', async (_what, files, contentType) => {
    await during(files, async (app) => {
      const status = await statusOf(app);
      const taken = status.filter(({ code }) => code === 'route-taken');
      expect(taken[0]).toMatchObject({
        level: 'error',
        address: 'GET /api/share-links/links',
        contentType,
      });
      const line = app.logs.find((text) =>
        text.includes('GET /api/share-links/links is answered by')
      );
      expect(line).toContain(contentType ?? 'the site’s own route /api/share-links/:what');
      // The rest of the plugin works.
      const token = await shareProject(app, '/api');
      const json = await clientOf(app)('GET', `/api/share-links/public/${token}`);
      expect(json.status).toBe(200);
    });
  });

  it('is told if the site answers public-link of a type itself', async () => {
    await during(apiRoute('/projects/:id/public-link'), async (app) => {
      expect(await statusOf(app)).toEqual([
        {
          code: 'route-taken',
          level: 'error',
          address: 'GET /api/projects/…/public-link',
          by: '/api/projects/:id/public-link',
          contentType: PROJECT,
        },
      ]);
    });
  });

  it('is told if files of the public folder have it', async () => {
    await during({ 'public/share/terms.html': '<p>Terms</p>' }, async (app) => {
      expect((await clientOf(app)('GET', '/share/terms.html')).status).toBe(404);
      expect(await statusOf(app)).toEqual([
        { code: 'files-hidden', level: 'error', folder: 'public/share', prefix: '/share' },
      ]);
      expect(app.logs.join('\n')).toContain('the files in public/share can’t be reached');
    });
  });

  it('stops the start if the site could not be reached there any more', async () => {
    expect(await refusalOf(routesOf(['/share/mine', '/other']))).toBe(
      'Share Links: the site’s own address GET /share/mine could no longer be reached, because the plugin answers /share/:token; set another prefix than /share in config/plugins, or move that route'
    );
    const files = { ...apiAt(''), ...typeFiles('share', NAME) };
    expect(await refusalOf(files, { PAGE_PREFIX: '/shares' })).toContain(
      'GET /shares could no longer be reached'
    );
    expect(await refusalOf({}, { PAGE_PREFIX: '/email' })).toContain('/email/settings');
  });

  it('stops the start if a type has the table of the plugin', async () => {
    expect(await refusalOf(typeFiles('share-link', NAME))).toBe(
      'Share Links: the content type api::share-link.share-link has the table share_links, which belongs to the plugin; set another collectionName in its schema, and rename the table if it has entries'
    );
  });

  it('is none in an ordinary site', async () => {
    await during({}, async (app) => {
      expect(await statusOf(app)).toEqual([]);
      expect(app.logs.filter((line) => /(warn|error).*Share Links/.test(line))).toEqual([]);
    });
  });
});

describe('a prefix that overlaps with the panel or the API stops the start', () => {
  it.each([
    ['/v1/share', apiAt('/v1'), 'lies inside /v1, the path of the API (rest.prefix in config/api)'],
    ['/v1', apiAt('/v1'), 'is /v1, the path of the API'],
    ['/v1', apiAt('/v1/rest'), 'lies around /v1/rest, the path of the API'],
    [
      '/panel/share',
      panelAt('/panel'),
      'lies inside /panel, the path of the panel (url in config/admin)',
    ],
    ['/panel', panelAt('/panel/in'), 'lies around /panel/in, the path of the panel'],
  ])('%s', async (prefix, files, reason) => {
    const message = await refusalOf(files, { PAGE_PREFIX: prefix });
    expect(message).toContain(`Share Links: the prefix ${prefix} in config/plugins ${reason}`);
    expect(message).toContain('choose another prefix, such as /share');
  });
});

describe.each(['', '/v1', '/api/v2'])('an API at "%s"', (prefix) => {
  it('has links, their JSON and the panel', async () => {
    await during(apiAt(prefix), async (app) => {
      const stranger = clientOf(app);
      const token = await shareProject(app, prefix);
      expect((await stranger('GET', `/share/${token}`)).status).toBe(200);
      const json = await stranger<{ data: object }>('GET', `${prefix}/share-links/public/${token}`);
      expect(json.status).toBe(200);
      const list = await (await panelOf(app))<LinkList>('GET', '/share-links/links');
      expect(list.body.data.map(({ tokenHint }) => tokenHint)).toContain(token.slice(0, 6));

      const full = await program(app, { type: 'full-access' });
      const single = await full('GET', `${prefix}/homepage/public-link`);
      expect(single.body.error.message).toBe('This entry has no public link');

      const status = await statusOf(app);
      if (prefix === '') {
        expect(status).toEqual([
          { code: 'no-api-prefix', level: 'warning', address: '/share-links/links' },
        ]);
        expect(app.logs.join('\n')).toContain('api.rest.prefix is empty');
      } else {
        expect(status).toEqual([]);
        expect((await full('GET', `${prefix}/share-links/links`)).status).toBe(200);
      }
    });
  });
});
