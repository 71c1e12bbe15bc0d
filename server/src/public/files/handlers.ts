import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { ShownEntry } from '../../../../contracts/shown';
import type { OpenedLink } from '../../access/opened-link';
import { fileIdsIn } from '../../content/file-ids';
import { openEntry } from '../../content/open-content';
import { storedFile, storedFiles } from '../../content/uploads';
import type { StoredFile } from '../../content/uploads';
import { allowEmbedding } from '../../http/headers';
import { textsFor } from '../../i18n/languages';
import { BUSY_SECONDS, enterWork } from '../../limits/work-places';
import { shownAs } from '../../page/file-kinds';
import { forgetVisit, isPartOfVisit } from '../../visits/part-of-visit';
import { forgetRepeated, isRepeated } from '../../visits/repeated';
import { open } from '../open';
import { requestOf } from '../request';
import { respondAs } from '../respond';
import { packedFiles } from './packed';
import { parseRange } from './range';
import { sendFile } from './send';
import { sendZip } from './zip';

/** The parts of one download count as one visit for this long. */
const DOWNLOAD_MS = 60 * 60 * 1000;

/**
 * The files of a link. A handler looks for a file only in what the link shows now. So nobody can
 * fetch a file that the link does not show, or that it no longer shows.
 */
export function fileHandlers(strapi: Core.Strapi) {
  return {
    /** `GET …/files/:fileId`, below a page of a link or below its JSON. */
    async file(ctx: Context): Promise<void> {
      const { answers } = requestOf(ctx);
      const opened = await open(strapi, ctx, {
        read: openEntry,
        findPart: (link, entry) => requestedFile(ctx, link, entry),
        outcomeOf: (link, found) => (isTakenAway(ctx, link, found) ? 'downloaded' : undefined),
      });
      if (opened.kind !== 'open') return respondAs[answers](ctx, opened);
      const { link, part, settings } = opened;
      // Other origins may not embed a file that needs a visitor's proof.
      if (answers === 'json' && !link.isGuarded) allowEmbedding(ctx);
      let isSent = false;
      try {
        isSent = await sendFile(strapi, ctx, part);
      } finally {
        if (!requestOf(ctx).isPreview && (!isSent || ctx.status >= 400)) {
          forgetRepeated(strapi, downloadOf(ctx, link));
          forgetVisit(strapi, ctx, link);
        }
      }
      if (!isSent) respondAs[answers](ctx, { kind: 'denied', reason: 'unknown', settings });
    },

    /** `GET …/files.zip`: all files of the entry in one archive. */
    async zip(ctx: Context): Promise<void> {
      const { answers } = requestOf(ctx);
      const opened = await open(strapi, ctx, {
        read: openEntry,
        findPart: allFiles,
        outcomeOf: () => 'downloaded',
      });
      if (opened.kind !== 'open') return respondAs[answers](ctx, opened);
      const { content: entry, part, settings } = opened;
      const { missing } = textsFor(...ctx.acceptsLanguages(), entry.locale ?? '');
      if (ctx.method === 'GET' && !(await enterWork(ctx, 'zip', { untilSent: true }))) {
        const retryAfter = BUSY_SECONDS.zip;
        return respondAs[answers](ctx, { kind: 'limited', retryAfter, settings });
      }
      await sendZip(strapi, ctx, entry.title, part, missing);
    },
  };

  async function requestedFile(
    ctx: Context,
    { rules: { allowDownload } }: OpenedLink,
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
   * Returns true if the request counts as a download. A request for a size does not count when the
   * visitor opened the page before: the page itself loads it. A further part of a file does not
   * count when its download has already been counted.
   */
  function isTakenAway(ctx: Context, link: OpenedLink, file: StoredFile): boolean {
    if (ctx.method === 'HEAD') return false;
    if (ctx.query.size !== undefined && shownAs(file.mime))
      return !isPartOfVisit(strapi, ctx, link);
    const isPart = parseRange(ctx.get('Range'), Number.MAX_SAFE_INTEGER) !== null;
    const hasBegun = isRepeated(strapi, downloadOf(ctx, link), new Date(), DOWNLOAD_MS);
    return !(isPart && hasBegun);
  }

  async function allFiles(link: OpenedLink, entry: ShownEntry): Promise<StoredFile[] | null> {
    const ids = packedFiles(strapi, link.rules, entry);
    return ids && storedFiles(strapi, ids);
  }
}

/** One client's download of one file. */
function downloadOf(ctx: Context, link: OpenedLink): string {
  return `${link.documentId} ${requestOf(ctx).visitor.client} file ${fileIdOf(ctx)}`;
}

function fileIdOf(ctx: Context): number | null {
  const { fileId = '' } = ctx.params as { fileId?: string };
  return /^[1-9]\d{0,8}$/.test(fileId) ? Number(fileId) : null;
}
