import { expect } from 'vitest';
import { mintToken } from '../../server/src/links/rules/token';
import type { App } from './app';
import { newDocument } from './entries';
import { send } from './http';
import type { Sending } from './http';
import { saveSettings } from './settings';
import { shareEntry } from './sharing';
import type { Shared } from './sharing';
import { newUpload } from './uploads';
import type { Upload } from './uploads';

/** A link to a new document with these files. */
export async function shareFiles(app: App, files: Upload[], rules: object = {}): Promise<Shared> {
  const { documentId } = await newDocument(app, 'editor', { files: files.map(({ id }) => id) });
  return shareEntry(app, { documentId, ...rules });
}

/** The two addresses of something below a link. */
export const SIDES = [
  ['page', (token: string, rest: string) => `/share/${token}/${rest}`],
  ['JSON', (token: string, rest: string) => `/api/share-links/public/${token}/${rest}`],
] as const;
export const onPage = SIDES[0][1];

/** Everything in an answer by which somebody could distinguish it from another. */
async function faceOf(app: App, address: string, sending?: Sending) {
  const { status, headers, text } = await send(app.url + address, sending);
  const all = Object.fromEntries(headers);
  delete all.date;
  return { status, headers: all, text };
}

/** The functions for the files of one test file. */
export const filesOf = (app: App) => ({
  upload: (name: string, content: Buffer | string, mime: string) =>
    newUpload(app, name, content, mime),
  share: (files: Upload[], rules: object = {}) => shareFiles(app, files, rules),
  get: (address: string, sending?: Sending) => send(app.url + address, sending),
  face: (address: string, sending?: Sending) => faceOf(app, address, sending),
});

/** The answer is the same as for an unknown link, in both ways of refusing. */
export async function expectRefused(
  app: App,
  token: string,
  rest: string,
  refusals = ['uniform', 'explained']
): Promise<void> {
  for (const refusal of refusals) {
    await saveSettings(app, { refusal });
    for (const [side, at] of SIDES) {
      const refused = await faceOf(app, at(token, rest));
      expect(refused.status, `${side}: ${rest}`).toBe(404);
      expect(refused, `${side}: ${rest}`).toEqual(await faceOf(app, at(mintToken(), rest)));
    }
  }
  await saveSettings(app, { refusal: 'uniform' });
}
