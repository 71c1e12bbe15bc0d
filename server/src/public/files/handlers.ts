import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { ShownEntry } from '../../../../contracts/shown';
import { visitorOf } from '../../access/visitor';
import { fileIdsIn } from '../../content/file-ids';
import { openEntry } from '../../content/open-content';
import { storedFile, storedFiles } from '../../content/uploads';
import type { StoredFile } from '../../content/uploads';
import { refuse } from '../../core/errors';
import { allowEmbedding } from '../../http/headers';
import { textsFor } from '../../i18n/page-texts';
import { BUSY_SECONDS, enterWork } from '../../limits/work-places';
import type { LinkRow } from '../../links/store/link-schema';
import { shownAs } from '../../page/file-kinds';
import { forgetVisit, isPartOfVisit } from '../../visits/part-of-visit';
import { forgetRepeated, isRepeated } from '../../visits/repeated';
import { passwordPage, refusalPage, refuseJson } from '../controller';
import type { OpenLink, Opened } from '../controller';
import { limitedJson, limitedPage } from '../limited';
import { isJson } from '../page-address';
import { isGuarded, packedFiles } from './packed';
import { parseRange } from './range';
import { sendFile } from './send';
import { sendZip } from './zip';

/** How long a download may take that is fetched in parts. */
const DOWNLOAD_MS = 60 * 60 * 1000;

/** How a way in says that it stays shut. */
type ShutOut = (ctx: Context, opened: Exclude<Opened<unknown, unknown>, { kind: 'open' }>) => void;

const shutPage: ShutOut = (ctx, opened) => {
  if (opened.kind === 'limited') return limitedPage(ctx, opened.settings, opened.retryAfter);
  if (opened.kind === 'locked') return passwordPage(ctx, opened.settings, false);
  refusalPage(ctx, opened.settings, opened.reason);
};

const shutJson: ShutOut = (ctx, opened) => {
  if (opened.kind === 'limited') return limitedJson(ctx, opened.retryAfter);
  if (opened.kind === 'locked') refuse('password-required', 'This link needs a password');
  refuseJson(opened.settings, opened.reason);
};

/**
 * The files of a link. They are found in what the link shows at this moment and nowhere else, so
 * that what can't be seen can't be fetched, and what a link no longer opens is gone with it.
 */
export function fileHandlers(strapi: Core.Strapi, open: OpenLink) {
  return {
    /** `GET …/files/:fileId`, below a page of a link. */
    filePage: file(shutPage),
    /** The same below the JSON of a link. */
    fileJson: file(shutJson),
    /** `GET …/files.zip`: all files of the entry in one archive. */
    zipPage: zip(shutPage),
    zipJson: zip(shutJson),
  };

  function file(shut: ShutOut) {
    return async (ctx: Context): Promise<void> => {
      const opened = await open(
        ctx,
        openEntry,
        (link, entry) => requestedFile(ctx, link, entry),
        (link, found) => (isTakenAway(ctx, link, found) ? 'downloaded' : undefined)
      );
      if (opened.kind !== 'open') return shut(ctx, opened);
      // Nothing that needs a visitor's proof is for other origins to show.
      if (isJson(ctx) && !isGuarded(opened.link)) allowEmbedding(ctx);
      let isSent = false;
      try {
        isSent = await sendFile(strapi, ctx, opened.part);
      } finally {
        if (!isSent || ctx.status >= 400) {
          forgetRepeated(strapi, downloadOf(ctx, opened.link));
          forgetVisit(strapi, ctx, opened.link);
        }
      }
      if (isSent) return;
      shut(ctx, { kind: 'denied', reason: 'unknown', link: null, settings: opened.settings });
    };
  }

  function zip(shut: ShutOut) {
    return async (ctx: Context): Promise<void> => {
      const opened = await open(ctx, openEntry, allFiles, () => 'downloaded');
      if (opened.kind !== 'open') return shut(ctx, opened);
      const entry = opened.content;
      const { missing } = textsFor(...ctx.acceptsLanguages(), entry.locale ?? '');
      if (ctx.method === 'GET' && !(await enterWork(ctx, 'zip', { untilSent: true }))) {
        const { settings } = opened;
        return shut(ctx, { kind: 'limited', retryAfter: BUSY_SECONDS.zip, settings });
      }
      await sendZip(strapi, ctx, entry.title, opened.part, missing);
    };
  }

  async function requestedFile(
    ctx: Context,
    { allowDownload }: LinkRow,
    entry: ShownEntry
  ): Promise<StoredFile | null> {
    const id = fileIdOf(ctx);
    const { size } = ctx.query as { size?: string | string[] };
    if (id === null || Array.isArray(size) || !fileIdsIn(entry).has(id)) return null;
    if (size === undefined && !allowDownload) return null;
    const found = await storedFile(strapi, id, size ?? 'full');
    return found && (allowDownload || shownAs(found.mime)) ? found : null;
  }

  /**
   * A size is asked for by what stands within a page that was opened before, and parts of a file by
   * a download that was counted with the first of them.
   */
  function isTakenAway(ctx: Context, link: LinkRow, file: StoredFile): boolean {
    if (ctx.method === 'HEAD') return false;
    if (ctx.query.size !== undefined && shownAs(file.mime))
      return !isPartOfVisit(strapi, ctx, link);
    const isPart = parseRange(ctx.get('Range'), Number.MAX_SAFE_INTEGER) !== null;
    const hasBegun = isRepeated(strapi, downloadOf(ctx, link), new Date(), DOWNLOAD_MS);
    return !(isPart && hasBegun);
  }

  async function allFiles(link: LinkRow, entry: ShownEntry): Promise<StoredFile[] | null> {
    const ids = packedFiles(strapi, link, entry);
    return ids && storedFiles(strapi, ids);
  }
}

/** One client's download of one file. */
function downloadOf(ctx: Context, link: LinkRow): string {
  return `${link.id} ${visitorOf(ctx).client} file ${fileIdOf(ctx)}`;
}

function fileIdOf(ctx: Context): number | null {
  const { fileId = '' } = ctx.params as { fileId?: string };
  return /^[1-9]\d{0,8}$/.test(fileId) ? Number(fileId) : null;
}
