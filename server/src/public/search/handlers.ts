import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../../contracts/settings';
import { MAX_QUERY_LENGTH } from '../../../../contracts/shown';
import type { SearchAnswer, ShownEntry, ShownSurroundings } from '../../../../contracts/shown';
import type { OpenedLink } from '../../access/opened-link';
import { everyEntry, openContent } from '../../content/open-content';
import type { OpenedContent } from '../../content/opened-content';
import { contentThread } from '../../content/thread';
import { isHeavy } from '../../content/weight';
import { refuseField } from '../../core/errors';
import { pause } from '../../core/pause';
import { isBrowser } from '../../http/browsers';
import { refuseOtherSites } from '../../http/other-sites';
import { isInTree, walkOf } from '../../page/layout/tree';
import { segmentsOf } from '../../page/page-address';
import { renderResultsPage } from '../../page/render';
import { queryIn } from '../../page/search/query';
import type { Query } from '../../page/search/query';
import { searchEntries, searchEntry } from '../../page/search/search';
import type { Found, FoundInEntry } from '../../page/search/search';
import { isPartOfVisit } from '../../visits/part-of-visit';
import { open } from '../open';
import { linkPath, requestOf } from '../request';
import { lookOf, respondJson, respondPage, sendPage, sendTo } from '../respond';
import { decryptWords, encryptWords } from './encrypted-words';

/** Leaves out the fields that the page's navigation already shows. */
async function* withoutTree(
  entries: AsyncIterable<ShownEntry>,
  around: ShownSurroundings
): AsyncGenerator<ShownEntry> {
  for await (const entry of entries) {
    const childId = entry.id === around.root.id ? null : entry.id;
    const walk = walkOf({ around, base: '', place: { locale: null, childId } });
    const fields = entry.fields.filter((field) => !walk || !isInTree(field, walk));
    yield { ...entry, fields };
  }
}

/** Searches a long entry in another thread. If that takes too long, the search ends here. */
async function searchApart(entry: ShownEntry, words: string[]): Promise<FoundInEntry> {
  await pause();
  if (!isHeavy(entry.fields)) return searchEntry(entry, words);
  try {
    return (await contentThread.run('search', [entry, words])) as FoundInEntry;
  } catch {
    return { found: { title: [], heading: [], text: [] }, characters: Infinity };
  }
}

const NOTHING: Found = { hits: [], cut: false };

/**
 * Searches what a link shows in the language of the address, with the entries below it. It uses
 * `open` like the page, so nobody can search what does not open.
 */
export function searchHandlers(strapi: Core.Strapi) {
  return {
    /**
     * `POST /share/:token/search` with `q` answers with results, or with the form again if `q` is
     * invalid. A browser is redirected (303) to an address with an encrypted `s`, so that it can go
     * back without sending the form again. `GET` answers with the form, or with the results for
     * `s`. No address contains the words in plain text.
     */
    async page(ctx: Context) {
      const isAsked = ctx.method === 'POST';
      if (isAsked) refuseOtherSites(ctx);
      const given = queryIn(isAsked ? ctx.request.body : {});
      const isSentOn = isAsked && given.kind === 'query' && isBrowser(ctx);
      const isSearch = !isSentOn && (isAsked || ctx.query.s !== undefined);
      const opened = await open(strapi, ctx, {
        read: openContent,
        async findPart(link, content, settings) {
          const query = isAsked ? given : queryIn({ q: decryptWords(strapi, link, ctx.query.s) });
          if (isSentOn) return { query, hits: NOTHING };
          return { query, hits: await found(ctx, query, link, content, settings) };
        },
        outcomeOf(link) {
          // The form shows the link's title, and results show its content: both count as a visit.
          const isPart = isPartOfVisit(strapi, ctx, link);
          if (given.kind === 'query') return 'searched';
          return isPart ? undefined : 'opened';
        },
        work: isSearch ? 'search' : 'page',
      });
      if (opened.kind !== 'open') return respondPage(ctx, opened);
      const { content, link, place, settings, part } = opened;
      const base = linkPath(ctx, link);
      if (isSentOn) {
        const sealed = encryptWords(strapi, link, given.q);
        return sendTo(ctx, `${[base, ...segmentsOf(place), 'search'].join('/')}?s=${sealed}`);
      }
      const { query, hits } = part;
      const page = renderResultsPage(
        content.entry,
        { ...lookOf(ctx, settings), around: content.around, place, base },
        {
          q: query.q,
          isBad: isAsked && query.kind === 'bad',
          found: query.kind === 'query' ? hits : null,
        }
      );
      sendPage(ctx, isAsked && query.kind === 'bad' ? 400 : 200, page, link);
    },

    /** `POST /api/share-links/public/:token/search` with `{ q }`: `SearchAnswer`. */
    async json(ctx: Context) {
      const query = queryIn(ctx.request.body);
      const opened = await open(strapi, ctx, {
        read: openContent,
        findPart: (...inside) => found(ctx, query, ...inside),
        outcomeOf: () => (query.kind === 'query' ? 'searched' : undefined),
        work: 'search',
      });
      if (opened.kind !== 'open') return respondJson(ctx, opened);
      if (query.kind === 'bad') {
        refuseField('q', `q must be a text of 1 to ${MAX_QUERY_LENGTH} characters`);
      }
      const { hits, cut } = opened.part;
      ctx.body = { data: hits, meta: { q: query.q, cut } } satisfies SearchAnswer;
    },
  };

  /** `open` has already refused a place that the link does not have. */
  async function found(
    ctx: Context,
    query: Query,
    link: OpenedLink,
    { around }: OpenedContent,
    settings: Settings
  ): Promise<Found> {
    const { place } = requestOf(ctx);
    if (query.kind === 'bad' || !place) return NOTHING;
    const entries = everyEntry(strapi, settings, link.source, place);
    return searchEntries(withoutTree(entries, around), query.words, searchApart);
  }
}
