import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const mimeTypes = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
} as const;

type Extension = keyof typeof mimeTypes;

export interface NewFile {
  name: `${string}${Extension}`;
  content: Buffer;
  alternativeText?: string;
  caption?: string;
}

/** A row of the media library from the upload service. */
export interface StoredFile {
  id: number;
  name: string;
  url: string;
}

type Folder = 'Projects' | 'Pages' | 'Documents';

interface UploadService {
  upload(
    input: { data: { fileInfo: Record<string, unknown> }; files: Record<string, unknown> },
    options: { user: { id: number } }
  ): Promise<StoredFile[]>;
}

interface FolderService {
  create(folder: { name: string; parent: null }): Promise<{ id: number }>;
}

export interface MediaLibrary {
  add(file: NewFile, folder: Folder, owner: number): Promise<StoredFile>;
}

/** Calls `use` with a media library whose temporary folder is removed afterwards. */
export const withMediaLibrary = async <T>(
  strapi: Core.Strapi,
  use: (library: MediaLibrary) => Promise<T>
): Promise<T> => {
  const uploads = strapi.plugin('upload').service('upload') as UploadService;
  const folders = strapi.plugin('upload').service('folder') as FolderService;
  const stage = await mkdtemp(path.join(os.tmpdir(), 'share-links-demo-'));

  const folderIds = {} as Record<Folder, number>;
  for (const name of ['Projects', 'Pages', 'Documents'] satisfies Folder[]) {
    folderIds[name] = (await folders.create({ name, parent: null })).id;
  }

  let staged = 0;
  const add: MediaLibrary['add'] = async (file, folder, owner) => {
    staged += 1;
    const filepath = path.join(stage, `${staged}-${file.name}`);
    await writeFile(filepath, file.content);
    const { content, ...info } = file;
    const [stored] = await uploads.upload(
      {
        data: { fileInfo: { ...info, folder: folderIds[folder] } },
        files: {
          filepath,
          originalFilename: file.name,
          mimetype: mimeTypes[path.extname(file.name) as Extension],
          size: content.length,
        },
      },
      { user: { id: owner } }
    );
    if (!stored) throw new Error(`The media library did not take ${file.name}`);
    return stored;
  };

  try {
    return await use({ add });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
};
