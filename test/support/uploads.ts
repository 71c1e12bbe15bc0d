import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { App } from './app';
import { demoDir } from './paths';

export interface Upload {
  id: number;
  name: string;
  url: string;
  ext: string;
  mime: string;
  formats: Record<string, { url: string; width: number }> | null;
}

interface UploadService {
  upload(input: { data: object; files: object }): Promise<Upload[]>;
  remove(file: Upload): Promise<unknown>;
}

const made = new WeakMap<App, Upload[]>();

/** Puts a file into the media library, as the panel does. */
export async function newUpload(
  app: App,
  name: string,
  content: Buffer | string,
  mime: string
): Promise<Upload> {
  const stage = mkdtempSync(path.join(tmpdir(), 'share-links-upload-'));
  const filepath = path.join(stage, 'file');
  writeFileSync(filepath, content);
  const [upload] = await service(app).upload({
    data: { fileInfo: { name } },
    files: {
      filepath,
      originalFilename: name,
      mimetype: mime,
      size: Buffer.byteLength(content),
    },
  });
  rmSync(stage, { recursive: true });
  made.set(app, [...(made.get(app) ?? []), upload!]);
  return upload!;
}

/** A file from the demo content. */
export async function demoUpload(app: App, name: string): Promise<Upload> {
  const found: unknown = await app.strapi.db
    .query('plugin::upload.file')
    .findOne({ where: { name } });
  return found as Upload;
}

/** Ids of some pictures from the demo content. */
export async function demoPictures(app: App, limit: number): Promise<number[]> {
  const found: unknown = await app.strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { mime: 'image/png' }, orderBy: { id: 'asc' }, limit });
  return (found as { id: number }[]).map(({ id }) => id);
}

/** Changes what the media library stores about a file. */
export function changeUpload(app: App, id: number, data: object): Promise<unknown> {
  return app.strapi.db.query('plugin::upload.file').update({ where: { id }, data });
}

/** Removes what a test has uploaded: the demo’s folder of uploads outlives the app. */
export async function removeUploads(app: App): Promise<void> {
  for (const upload of made.get(app) ?? []) await service(app).remove(upload);
}

/** Reads the bytes of a file from the disk. */
export function bytesOf({ url }: { url: string }): Buffer {
  return readFileSync(path.join(demoDir, 'public', url));
}

function service(app: App): UploadService {
  return app.strapi.plugin('upload').service('upload') as UploadService;
}
