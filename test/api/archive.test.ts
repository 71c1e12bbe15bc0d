import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import { DOCUMENT, PROJECT, demoEntry, newDocument } from '../support/entries';
import { requestTo, send } from '../support/http';
import { shareEntry } from '../support/sharing';
import { bytesOf, changeUpload, newUpload } from '../support/uploads';
import type { Upload } from '../support/uploads';
import { useApp } from '../support/use-app';

const app = useApp();

interface Packed {
  bytes: Buffer;
  isStored: boolean;
}

async function download(token: string, place = ''): Promise<Map<string, Packed>> {
  const response = await send(`${app.url}/share/${token}${place}/files.zip`);
  expect(response.status).toBe(200);
  return unpack(response.bytes);
}

/** Opens the archive as another program would, and returns the files in it. */
async function unpack(archive: Buffer): Promise<Map<string, Packed>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(archive, { lazyEntries: true, strictFileNames: true }, (error, file) =>
      error ? reject(error) : resolve(file)
    )
  );
  const files = new Map<string, Packed>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('error', reject);
        stream.on('end', () => {
          expect(files.has(entry.fileName)).toBe(false);
          const isStored = entry.compressionMethod === 0;
          files.set(entry.fileName, { bytes: Buffer.concat(chunks), isStored });
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return files;
}

const sums = (all: Buffer[]) =>
  all.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort();

async function uploadsOf(documentId: string): Promise<Upload[]> {
  const entry = await app.strapi.documents(DOCUMENT).findOne({ documentId, populate: ['files'] });
  return (entry as unknown as { files: Upload[] }).files;
}

describe('the archive with all files of an entry', () => {
  it('contains the files of the media library, byte for byte', async () => {
    const { documentId, title } = await demoEntry(
      app,
      DOCUMENT,
      'Sørvik Maritime Museum: design parcel'
    );
    const uploads = await uploadsOf(documentId);
    const { token } = await shareEntry(app, { documentId });
    const files = await download(token);
    expect([...files.keys()]).toEqual(uploads.map(({ name }) => name));
    for (const upload of uploads) {
      const packed = files.get(upload.name)!;
      expect(packed.bytes.equals(bytesOf(upload)), upload.name).toBe(true);
      expect(packed.isStored, upload.name).toBe(!upload.name.endsWith('.csv'));
    }
    for (const side of [`/share/${token}`, `/api/share-links/public/${token}`]) {
      const answer = await send(`${app.url}${side}/files.zip`);
      const { headers } = answer;
      expect(headers.get('content-type')).toBe('application/zip');
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="S_rvik Maritime Museum design parcel.zip"; filename*=UTF-8''` +
          `${encodeURIComponent(title.replace(':', ''))}.zip`
      );
    }
  });

  it('contains the pictures of components and of related entries that are shown', async () => {
    const project = await demoEntry(app, PROJECT, 'Lumen Energy customer portal');
    const { documentId } = project;
    const { token } = await shareEntry(app, { contentType: PROJECT, documentId });
    const json = (await send(`${app.url}/api/share-links/public/${token}`)).text;
    const ids = new Set([...json.matchAll(/files\/(\d+)"/g)].map(([, id]) => Number(id)));
    const uploads = (await app.strapi.db
      .query('plugin::upload.file')
      .findMany({ where: { id: { $in: [...ids] } } })) as Upload[];
    expect(uploads.length).toBeGreaterThan(4);
    const files = [...(await download(token)).values()];
    expect(sums(files.map(({ bytes }) => bytes))).toEqual(sums(uploads.map(bytesOf)));
  });

  it('gives each file a safe name, and no two files the same name', async () => {
    const names = [
      'plan.txt',
      'PLAN.txt',
      'plan.txt',
      '../../evil.txt',
      '/etc/evil.txt',
      'C:\\evil.txt',
      'nul.txt',
      'rtl\u202egnp.txt',
      'é'.repeat(200),
      'Missing files.txt',
    ];
    const uploads: Upload[] = [];
    for (const [index, name] of names.entries()) {
      const upload = await newUpload(app, `${index}.txt`, `content ${index}`, 'text/plain');
      await changeUpload(app, upload.id, { name });
      uploads.push(upload);
    }
    const { documentId } = await newDocument(app, 'editor', {
      title: '../"x"\r\n',
      files: uploads.map(({ id }) => id),
    });
    const { token } = await shareEntry(app, { documentId });
    const files = await download(token);
    expect([...files.keys()]).toEqual([
      'plan.txt',
      'PLAN (2).txt',
      'plan (3).txt',
      'evil.txt',
      'etc evil.txt',
      'C evil.txt',
      '_nul.txt',
      'rtl gnp.txt',
      `${'é'.repeat(88)}.txt`,
      'Missing files (2).txt',
    ]);
    expect([...files.values()].map(({ bytes }) => bytes.toString())).toEqual(
      names.map((_, index) => `content ${index}`)
    );
  });

  it('lists the files that are missing', async () => {
    const uploads = [
      await newUpload(app, 'here.txt', 'here', 'text/plain'),
      await newUpload(app, 'lost.txt', 'lost', 'text/plain'),
      await newUpload(app, 'moved.txt', 'moved', 'text/plain'),
    ];
    await changeUpload(app, uploads[1]!.id, { url: '/uploads/never-was.txt' });
    await changeUpload(app, uploads[2]!.id, { url: 'https://bucket.example.com/moved.txt' });
    const { documentId } = await newDocument(app, 'editor', {
      files: uploads.map(({ id }) => id),
    });
    const files = await download((await shareEntry(app, { documentId })).token);
    expect([...files.keys()]).toEqual(['here.txt', 'Missing files.txt']);
    expect(files.get('Missing files.txt')?.bytes.toString()).toMatch(/lost\.txt\r\nmoved\.txt/);
  });

  it('is offered only for two files or more', async () => {
    const one = await newUpload(app, 'one.txt', 'one', 'text/plain');
    const { documentId } = await newDocument(app, 'editor', { files: [one.id] });
    const { token } = await shareEntry(app, { documentId });
    expect((await send(`${app.url}/share/${token}/files.zip`)).status).toBe(404);
    expect((await send(`${app.url}/share/${token}`)).text).not.toContain('files.zip');
  });

  it('needs little memory, even for large files', async () => {
    const large = await newUpload(app, 'large.mp4', Buffer.alloc(80_000_000, 7), 'video/mp4');
    const small = await newUpload(app, 'small.txt', 'small', 'text/plain');
    const { documentId } = await newDocument(app, 'editor', { files: [large.id, small.id] });
    const { token } = await shareEntry(app, { documentId });
    let received = 0;
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    await requestTo(`${app.url}/share/${token}/files.zip`).parse((answer: unknown, done) => {
      const stream = answer as Readable;
      stream.on('data', (chunk: Buffer) => {
        received += chunk.length;
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      });
      stream.on('end', () => done(null, null));
    });
    expect(received).toBeGreaterThan(80_000_000);
    expect(most).toBeLessThan(40_000_000);
  });
});
