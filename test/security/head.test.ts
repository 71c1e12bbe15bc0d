import { beforeAll, describe, expect, it } from 'vitest';

import { useCloud } from '../support/cloud';
import { newDocument } from '../support/entries';
import { send } from '../support/http';
import type { Reply } from '../support/http';
import { shareFiles } from '../support/shared-files';
import { shareEntry } from '../support/sharing';
import { newUpload } from '../support/uploads';
import { useApp } from '../support/use-app';
import { FIREFOX } from '../support/visits';

const TITLE = 'A title that only readers know';

const app = useApp();
const cloud = useCloud(app);
let files: number[];

beforeAll(async () => {
  const made = [
    await newUpload(app, 'salaries.pdf', '%PDF-1.4', 'application/pdf'),
    await newUpload(app, 'plan.txt', 'the plan', 'text/plain'),
  ];
  files = made.map(({ id }) => id);
});

const share = async (rules: object = {}) => {
  const { documentId } = await newDocument(app, 'editor', { title: TITLE, files });
  return shareEntry(app, { documentId, ...rules });
};

const ask = (path: string, method: string, headers: Record<string, string> = {}) =>
  send(app.url + path, {
    method,
    headers: { 'User-Agent': FIREFOX, ...headers },
  });

const BELOW = ['', '/files.zip', '/search', '/FILE', '/FILE?size=full'];
const addresses = (token: string) =>
  ['/share/', '/api/share-links/public/'].flatMap((root) =>
    BELOW.filter((below) => root === '/share/' || below !== '/search').map(
      (below) => `${root}${token}${below.replace('FILE', `files/${files[0]}`)}`
    )
  );

describe('A11: HEAD of an open link', () => {
  it('has the status of GET, and tells nothing about the content', async () => {
    const { token } = await share();
    for (const path of addresses(token)) {
      const head = await ask(path, 'HEAD', { Range: 'bytes=0-3' });
      const got = await ask(path, 'GET');
      expect([path, head.status]).toEqual([path, got.status]);
      const told = [...head.headers.keys()].filter((name) =>
        /^(content-(length|disposition|range|type|language)|etag|location|accept-ranges|last-modified|link|set-cookie|x-share-viewer)$/.test(
          name
        )
      );
      expect([path, told]).toEqual([path, []]);
      expect(JSON.stringify([...head.headers])).not.toMatch(/salaries|title|readers/i);
    }
  });

  it('answers the same for every file, so its headers identify none', async () => {
    const { token } = await share();
    const faces = await Promise.all(
      files.map(async (id) => {
        const { status, headers } = await ask(`/share/${token}/files/${id}`, 'HEAD');
        const all = Object.fromEntries(headers);
        delete all.date;
        return JSON.stringify([status, all]);
      })
    );
    expect(new Set(faces).size).toBe(1);
  });
});

it('A11: HEAD of a file in private storage → no signed address is created or sent', async () => {
  const file = await cloud.keep('secret.pdf');
  const { token } = await shareFiles(app, [file]);
  const signed = cloud.connect(true);

  for (const root of ['/share', '/api/share-links/public']) {
    const head = await ask(`${root}/${token}/files/${file.id}`, 'HEAD');
    expect([head.status, head.headers.get('location')]).toEqual([200, null]);
  }
  expect(signed).toEqual([]);
  // GET does hand out the signed address, and counts the download.
  const got = await ask(`/share/${token}/files/${file.id}`, 'GET');
  expect([got.status, got.headers.get('location')]).toEqual([302, `${file.url}?signature=1`]);
});

it('A11: HEAD of what GET refuses → is refused with the same answer', async () => {
  const full = await share({ maxViewers: 1 });
  const locked = await share({ password: 'correct horse battery' });
  expect((await ask(`/share/${full.token}`, 'GET')).status).toBe(200);
  for (const token of [full.token, locked.token]) {
    for (const path of addresses(token)) {
      const [head, got] = [await ask(path, 'HEAD'), await ask(path, 'GET')];
      const face = ({ status, headers }: Reply) => {
        const all = Object.fromEntries(headers);
        // These headers concern only the two ends of the connection.
        for (const name of ['date', 'connection', 'keep-alive']) delete all[name];
        return { status, headers: all };
      };
      expect(head.status, path).toBe(token === full.token ? 404 : 401);
      expect(face(head), path).toEqual(face(got));
    }
  }
});
