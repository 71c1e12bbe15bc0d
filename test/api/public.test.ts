import { connect } from 'node:net';

import { describe, expect, it } from 'vitest';

import type { Link } from '../../contracts/links';
import type { PublicAnswer, ShownField } from '../../contracts/shown';
import { mintToken } from '../../server/src/links/rules/token';
import { adminToken } from '../support/client';
import type { Answer, ErrorAnswer } from '../support/client';
import { PAGE, PROJECT, createEntry, demoEntry, newProject } from '../support/entries';
import { send } from '../support/http';
import { useActors, useApp } from '../support/use-app';
import { addFrench } from '../support/versions';
import { FIREFOX, SLACK } from '../support/visits';

const app = useApp();
const { editor, admin, nobody: stranger } = useActors(app);

async function share(documentId: string, extra: object = {}, contentType: string = PROJECT) {
  const { body, status } = await editor<{ data: Link }>('POST', '/share-links/links', {
    data: { contentType, documentId, ...extra },
  });
  expect(status).toBe(201);
  return { ...body.data, token: body.data.url!.split('/share/')[1]! };
}

const page = (token: string, method = 'GET') => stranger<string>(method, `/share/${token}`);
const json = <T = PublicAnswer>(token: string, method = 'GET') =>
  stranger<T>(method, `/api/share-links/public/${token}`);

async function richProject() {
  const all = await app.strapi.documents(PROJECT).findMany({ status: 'published' });
  const found = all.find(({ title }) => String(title).includes('Lumen')) ?? all[0]!;
  return demoEntry(app, PROJECT, String(found.title));
}

describe('an open link', () => {
  it('shows the entry without a login', async () => {
    const project = await richProject();
    const { token } = await share(project.documentId);
    const answer = await page(token);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain(`<title>${project.title}`);
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^share-viewer=[^;]+; path=/share/${token};.*samesite=lax; httponly$`, 'i')
    );
  });

  it('returns the same entry as JSON, with the labels of the content manager', async () => {
    const project = await richProject();
    const found = await editor<{ data: { links: Link[] } }>(
      'GET',
      `/share-links/entries/${PROJECT}/${project.documentId}`
    );
    const token = found.body.data.links[0]!.url!.split('/share/')[1]!;
    const { status, body } = await json(token);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      title: project.title,
      typeName: 'Project',
      status: 'published',
      locale: null,
    });
    const byName = Object.fromEntries(body.data.fields.map((field) => [field.name, field]));
    expect(byName.startsOn).toMatchObject({ type: 'date', label: 'Starts on' });
    expect(byName.customer).toMatchObject({ type: 'component', repeatable: false });
    expect(byName.taskGroups).toMatchObject({ type: 'component', repeatable: true });
    expect(byName.attachments).toMatchObject({ type: 'media', multiple: true });
    const groups = byName.taskGroups as Extract<ShownField, { type: 'component' }>;
    const tasks = groups.value[0]?.fields.find(({ name }) => name === 'tasks') as Extract<
      ShownField,
      { type: 'component' }
    >;
    const assignee = tasks.value[0]?.fields.find(({ name }) => name === 'assignee');
    expect(assignee).toMatchObject({ type: 'relation' });
    expect(JSON.stringify(assignee)).toMatch(/"title":"[A-Z][a-z]+ [A-Z][a-z]+"/);
  });

  it('never shows private, password or uid attributes, or who created the entry', async () => {
    const project = await newProject(app, 'editor', {
      slug: 'the-slug-itself',
      budget: 987654,
      internalNotes: 'not for strangers',
      accessCode: 'open-sesame-1',
    });
    const { token } = await share(project.documentId);
    for (const answer of [await page(token), await json(token)]) {
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/987654|not for strangers|open-sesame|the-slug-itself/);
      expect(answer.text).not.toMatch(/createdBy|updatedBy|Edith|documentId/);
    }
  });

  it('shows the chosen fields and no others', async () => {
    const project = await newProject(app, 'editor', {
      summary: 'A summary',
      customer: { name: 'ACME', industry: 'Anvils' },
    });
    const { token } = await share(project.documentId, { fields: ['title', 'customer.name'] });
    const { body } = await json(token);
    expect(body.data.fields.map(({ name }) => name)).toEqual(['title', 'customer']);
    expect(JSON.stringify(body)).toContain('ACME');
    expect(JSON.stringify(body)).not.toMatch(/Anvils|A summary/);
  });

  it('shows the published version or the draft, as the link says', async () => {
    const project = await newProject(app, 'editor', { summary: 'As published' });
    await app.strapi.documents(PROJECT).update({
      documentId: project.documentId,
      data: { summary: 'As drafted' } as never,
    });
    const published = await share(project.documentId);
    expect((await page(published.token)).text).toContain('As published');
    await editor('DELETE', `/share-links/links/${published.id}`);
    const draft = await share(project.documentId, { shows: 'draft' });
    expect((await page(draft.token)).text).toContain('As drafted');
  });

  it('shows the language that it was created for', async () => {
    const entry = await createEntry(app, PAGE, { title: 'In English' }, { locale: 'en' });
    await addFrench(app, entry.documentId, { title: 'En français' });
    const link = await share(entry.documentId, { locale: 'fr' }, PAGE);
    const { text } = await page(link.token);
    expect(text).toContain('En français');
    expect(text).not.toContain('In English');
    expect(text).toContain('lang="fr"');
  });

  it('shows on the next request what was just published', async () => {
    const project = await newProject(app, 'editor', { summary: 'Before' });
    const { token } = await share(project.documentId);
    const documents = app.strapi.documents(PROJECT);
    await documents.update({
      documentId: project.documentId,
      data: { summary: 'After' } as never,
    });
    await documents.publish({ documentId: project.documentId });
    expect((await page(token)).text).toContain('After');
  });

  it('ignores all parameters of the request', async () => {
    const { documentId } = await newProject(app, 'editor', { budget: 424242 });
    const { token } = await share(documentId);
    const other = await newProject(app);
    const plain = await json(token);
    const tricked = await json(
      `${token}?populate=*&fields=budget&status=draft&locale=fr&documentId=${other.documentId}&filters[title]=x`
    );
    expect(tricked.text).toBe(plain.text);
  });

  it('counts views by people and not by robots', async () => {
    const { documentId } = await newProject(app);
    const { token, id } = await share(documentId);
    const open = (agent: string, method = 'GET') =>
      send(`${app.url}/share/${token}`, { method, headers: { 'User-Agent': agent } });
    await open(FIREFOX);
    await open(FIREFOX);
    await open(FIREFOX, 'HEAD');
    await open(SLACK);
    await expect
      .poll(async () => {
        const { body } = await editor<{ data: Link }>('GET', `/share-links/links/${id}`);
        return [body.data.viewCount, body.data.lastViewedAt !== null];
      })
      .toEqual([2, true]);
  });
});

describe('a refusal', () => {
  type Case = [string, () => Promise<string>];
  const dead: Case[] = [
    [
      'deleted',
      async () => {
        const link = await share((await newProject(app)).documentId);
        await editor('DELETE', `/share-links/links/${link.id}`);
        return link.token;
      },
    ],
    [
      'of an entry that was unpublished',
      async () => {
        const { documentId } = await newProject(app);
        const link = await share(documentId);
        await app.strapi.documents(PROJECT).unpublish({ documentId });
        return link.token;
      },
    ],
    [
      'of an entry that was deleted',
      async () => {
        const { documentId } = await newProject(app);
        const link = await share(documentId);
        await app.strapi.documents(PROJECT).delete({ documentId });
        return link.token;
      },
    ],
    [
      'of a type that may not be shared any more',
      async () => {
        const entry = await createEntry(app, PAGE, { title: 'A page' }, { locale: 'en' });
        const link = await share(entry.documentId, { locale: 'en' }, PAGE);
        await admin('PUT', '/share-links/settings', {
          data: { contentTypes: { [PAGE]: { enabled: false } } },
        });
        return link.token;
      },
    ],
    ['malformed', async () => 'abc'],
    ['malformed with signs', async () => encodeURIComponent("../../etc/passwd' OR 1=1")],
    ['too long', async () => 'a'.repeat(5000)],
  ];

  const fingerprint = (answer: Answer<unknown>) => {
    const headers = Object.fromEntries(answer.headers);
    delete headers.date;
    delete headers['x-response-time'];
    delete headers['keep-alive'];
    return { status: answer.status, headers, text: answer.text };
  };

  it.each(dead)('is the same for a token that is %s as for an unknown one', async (_what, make) => {
    const token = await make();
    const unknown = mintToken();
    expect(fingerprint(await page(token))).toEqual(fingerprint(await page(unknown)));
    expect(fingerprint(await json(token))).toEqual(fingerprint(await json(unknown)));
  });

  it('says that the link is invalid or has expired', async () => {
    const { status, text } = await page(mintToken());
    expect(status).toBe(404);
    expect(text).toContain('Invalid or expired public link');
  });

  it('has a code for programs', async () => {
    const { status, body } = await json<ErrorAnswer>(mintToken());
    expect(status).toBe(404);
    expect(body).toEqual({
      data: null,
      error: {
        status: 404,
        name: 'NotFoundError',
        message: 'Invalid or expired public link',
        details: { code: 'link-unavailable' },
      },
    });
  });

  it.each(['/share', '/share/', '/share/a/b/c', '/share/../share/x'])(
    'is the page at %s',
    async (path) => {
      const { status, text } = await stranger<string>('GET', path);
      expect(status).toBe(404);
      expect(text).toContain('Invalid or expired public link');
    }
  );
});

describe('a public address', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('answers %s with 405', async (method) => {
    const { token } = await share((await newProject(app)).documentId);
    for (const answer of [
      await stranger(method, `/share/${token}`),
      await json<ErrorAnswer>(token, method),
    ]) {
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
      expect(answer.body.error.details.code).toBe('method-not-allowed');
    }
  });

  it('answers HEAD like GET, without a body', async () => {
    const { token } = await share((await newProject(app)).documentId);
    const answer = await page(token, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
  });

  it('answers a body that is too long with 413', async () => {
    const response = await send(`${app.url}/share/${mintToken()}`, {
      method: 'POST',
      body: 'x'.repeat(70_000),
    });
    expect(response.status).toBe(413);
    const body = JSON.parse(response.text) as ErrorAnswer;
    expect(body.error.details.code).toBe('body-too-large');
  });
});

describe('the security headers', () => {
  const expectClosed = (headers: Headers) => {
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('vary')).toMatch(/cookie/i);
    const csp = headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe|script-src/);
  };

  it('are on pages, JSON, refusals and errors', async () => {
    const { token } = await share((await newProject(app)).documentId);
    for (const answer of [
      await page(token),
      await json(token),
      await page(mintToken()),
      await json(mintToken()),
      await page(token, 'POST'),
      await json(token, 'DELETE'),
      await stranger('GET', '/share/a/b'),
      await stranger('GET', '/api/share-links/public/a/b/c'),
      await stranger('POST', `/share/${token}`, { x: 'x'.repeat(70_000) }),
    ]) {
      expectClosed(answer.headers);
    }
  });

  it('are not on the rest of the site', async () => {
    const { headers } = await stranger('GET', '/admin');
    expect(headers.get('x-robots-tag')).toBeNull();
  });
});

it('addresses come from the configuration, not from the Host header', async () => {
  const { documentId } = await newProject(app);
  const { hostname, port } = new URL(app.url);
  const token = await adminToken(app, 'editor');
  const payload = JSON.stringify({ data: { contentType: PROJECT, documentId } });
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /share-links/links HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n` +
          `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${Buffer.byteLength(payload)}\r\nConnection: close\r\n\r\n${payload}`
      );
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toContain('201 Created');
  expect(answer).toContain(`"url":"${app.url}/share/`);
  expect(answer).not.toContain('evil.example');
});
