import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';

import { listLinksSchema } from '../../contracts/link-schemas';
import type { Link, LinkList } from '../../contracts/links';
import type { PublicAnswer } from '../../contracts/shown';
import type { Client } from '../support/client';
import { databaseServer } from '../support/databases';
import {
  DASHBOARD,
  DOCUMENT,
  HOMEPAGE,
  PAGE,
  PROJECT,
  demoEntry,
  newDocument,
  newProject,
} from '../support/entries';
import { TEST_SECRETS, demoDir } from '../support/paths';
import { PASSWORD, shareEntry } from '../support/sharing';
import { siteFolder } from '../support/site-folder';
import { program } from '../support/tokens';
import { useApp } from '../support/use-app';

const run = promisify(execFile);

interface Operation {
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const app = useApp();
let document: Document;
let full: Client;

/** Runs `strapi openapi generate` as a site does, in a copy of the demo. */
beforeAll(async () => {
  full = await program(app, { type: 'full-access' });
  const site = siteFolder();
  const database = await databaseServer().empty();
  try {
    const strapi = createRequire(path.join(demoDir, 'package.json')).resolve(
      '@strapi/strapi/package.json'
    );
    const bin = path.join(path.dirname(strapi), 'bin/strapi.js');
    const output = path.join(site.appDir, 'specification.json');
    await run(process.execPath, [bin, 'openapi', 'generate', '--output', output], {
      cwd: site.appDir,
      env: {
        ...process.env,
        ...TEST_SECRETS,
        ...database.env,
        DEMO_CONTENT: 'none',
        STRAPI_TELEMETRY_DISABLED: 'true',
      },
    });
    document = JSON.parse(readFileSync(output, 'utf8')) as Document;
  } finally {
    await database.drop();
    site.remove();
  }
}, 120_000);

describe('the OpenAPI document of a site with the plugin', () => {
  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has every route for programs and for visitors, and no other method', () => {
    const operations = Object.entries(document.paths)
      .filter(([path]) => /^\/share-links\/|\/public-link$/.test(path))
      .flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));
    const routes = ownRoutes().map(({ method, path, config }) => {
      const whole = config.prefix === '' ? path : `/share-links${path}`;
      return `${method.toLowerCase()} ${whole.replace(/:(\w+)/g, '{$1}')}`;
    });
    expect(routes.length).toBeGreaterThan(20);
    expect(operations.sort()).toEqual([...routes].sort());
  });

  it('describes the path, the body and the answer of each', () => {
    for (const { method, path, config } of ownRoutes()) {
      const operation = operationOf(method, config.prefix === '' ? path : `/share-links${path}`);
      const named = (operation.parameters ?? []).filter((one) => one.in === 'path');
      const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      expect(named.map(({ name }) => name).sort(), path).toEqual(params.sort());
      expect(
        named.every(({ required }) => required),
        path
      ).toBe(true);
      expect(answerSchema(operation), path).toBeTypeOf('object');
      const hasBody =
        method === 'PUT' || (method === 'POST' && !/(pause|resume|rotate)$/.test(path));
      expect([path, operation.requestBody !== undefined]).toEqual([path, hasBody]);
    }
  });

  it('names what a list can be filtered by', () => {
    const names = (operationOf('GET', '/share-links/links').parameters ?? []).map(
      ({ name, required }) => [name, required]
    );
    expect(names).toEqual(Object.keys(listLinksSchema.shape).map((name) => [name, false]));
  });
});

describe('what the app answers is what the document says', () => {
  const links = '/share-links/links';

  it('of links', async () => {
    const { documentId } = await newDocument(app);
    const data = {
      contentType: DOCUMENT,
      documentId,
      label: 'All of it',
      expiresIn: '1w',
      password: 'correct horse battery',
      slug: 'by-the-document',
      maxViewers: 5,
      refreshSeconds: 30,
      allowDownload: false,
    };
    expectFit(bodySchema(operationOf('POST', links)), { data });
    const made = await full<{ data: Link }>('POST', `/api${links}`, { data });
    expect(made.status, made.text).toBe(201);
    const { id } = made.body.data;
    expectFit(answerSchema(operationOf('POST', links)), made.body);

    const one = `${links}/:id`;
    const change = { data: { label: null, expiresAt: null } };
    expectFit(bodySchema(operationOf('PUT', one)), change);
    const steps = [
      ['GET', ''],
      ['PUT', '', change],
      ['POST', '/pause'],
      ['POST', '/resume'],
      ['POST', '/rotate'],
      ['DELETE', ''],
    ] as const;
    for (const [method, below, body] of steps) {
      const answer = await full(method, `/api${links}/${id}${below}`, body);
      expect([method, below, answer.status]).toEqual([method, below, 200]);
      expectFit(answerSchema(operationOf(method, one + below)), answer.body);
    }
    const list = await full<LinkList>('GET', `/api${links}?pageSize=100`);
    expect(list.body.data.length).toBeGreaterThan(1);
    expectFit(answerSchema(operationOf('GET', links)), list.body);
  });

  it('of the link of an entry', async () => {
    const { documentId } = await newProject(app);
    const path = '/:pluralApiId/:documentId/public-link';
    const body = { data: { label: 'One', locale: null } };
    expectFit(bodySchema(operationOf('POST', path)), body);
    for (const [method, sent] of [['POST', body], ['GET'], ['DELETE']] as const) {
      const answer = await full(method, `/api/projects/${documentId}/public-link`, sent);
      expect(answer.status, answer.text).toBeLessThan(300);
      expectFit(answerSchema(operationOf(method, path)), answer.body);
    }
  });

  it.each([
    [PROJECT, 'Lumen Energy customer portal'],
    [PAGE, 'The studio'],
    [DOCUMENT, 'Harbour Line: results of the trial runs'],
    [DASHBOARD, 'The studio, first half of 2026'],
    [HOMEPAGE, 'Nordlys Studio'],
  ])('of the public JSON of %s', async (contentType, title) => {
    const { documentId } = await demoEntry(app, contentType, title);
    const includeChildren = contentType === PROJECT || contentType === PAGE;
    const { token } = await shareEntry(app, { contentType, documentId, includeChildren });
    const path = '/share-links/public/:token';
    const opened = await full<PublicAnswer>('GET', `/api/share-links/public/${token}`);
    expect(opened.status, opened.text).toBe(200);
    expectFit(answerSchema(operationOf('GET', path)), opened.body);

    const search = { q: 'the' };
    expectFit(bodySchema(operationOf('POST', `${path}/search`)), search);
    const found = await full('POST', `/api/share-links/public/${token}/search`, search);
    expect(found.status).toBe(200);
    expectFit(answerSchema(operationOf('POST', `${path}/search`)), found.body);
  });

  it('of unlocking', async () => {
    const { token } = await shareEntry(app, { password: PASSWORD });
    const path = '/share-links/public/:token/unlock';
    const body = { password: PASSWORD };
    expectFit(bodySchema(operationOf('POST', path)), body);
    const answer = await full('POST', `/api/share-links/public/${token}/unlock`, body);
    expect(answer.status).toBe(200);
    expectFit(answerSchema(operationOf('POST', path)), answer.body);
  });
});

it('a wrong body is still refused by the plugin, with its code and the field', async () => {
  const { documentId } = await newDocument(app);
  for (const [wrong, field] of [
    [{ maxViewers: 'many' }, 'maxViewers'],
    [{ label: 7 }, 'label'],
    [{ label: 'x'.repeat(121) }, 'label'],
    [{ nonsense: true }, 'nonsense'],
  ] as const) {
    const body = { data: { contentType: DOCUMENT, documentId, ...wrong } };
    expect(fits(bodySchema(operationOf('POST', '/share-links/links')), body)).not.toEqual([]);
    const answer = await full('POST', '/api/share-links/links', body);
    expect([field, answer.status]).toEqual([field, 400]);
    expect(answer.body.error.details.code).toBe('invalid');
    expect(answer.body.error.details.errors?.[0]?.path).toEqual([field]);
  }
});

interface OwnRoute {
  method: string;
  path: string;
  config: { prefix?: string };
}

function ownRoutes(): OwnRoute[] {
  const { routes } = app.strapi.plugin('share-links') as unknown as {
    routes: { 'content-api': { routes: OwnRoute[] } };
  };
  return routes['content-api'].routes;
}

function operationOf(method: string, path: string): Operation {
  const found = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  if (!found) throw new Error(`The document has no ${method} ${path}`);
  return found;
}

const answerSchema = ({ responses }: Operation) =>
  responses[200]!.content!['application/json']!.schema;
const bodySchema = ({ requestBody }: Operation) => requestBody!.content['application/json']!.schema;

/** The faults of a value. References in a schema lead into the document. */
function fits(schema: object, value: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const check = ajv.compile({ ...schema, components: document.components });
  check(value);
  return check.errors ?? [];
}

const expectFit = (schema: object, value: unknown) => expect(fits(schema, value)).toEqual([]);
