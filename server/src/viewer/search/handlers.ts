import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../../contracts/settings';
import type { SearchAnswer, ShownSurroundings } from '../../../../contracts/shown';
import { refuseOtherSites } from '../../access/other-sites';
import { everyEntry, openContent } from '../../content/opened';
import type { OpenedContent } from '../../content/opened';
import { refuse, refuseField } from '../../errors';
import type { LinkRow } from '../../links/schema';
import { pluginConfig } from '../../settings/service';
import { isPartOfVisit } from '../../visits/part-of-visit';
import { passwordPage, refusalPage, refuseJson, tokenParam } from '../controller';
import { limitedJson, limitedPage } from '../limited';
import { lookOf, sendPage } from '../send';
import type { OpenLink } from '../controller';
import { renderResultsPage } from '../page/render';
import { isInTree, walkOf } from '../page/tree';
import type { Walk } from '../page/tree';
import { placeOf, segmentsOf } from '../place';
import { MAX_QUERY_LENGTH, queryIn } from './query';
import type { Query } from './query';
import { openWords, sealWords } from './sealed';
import { searchEntries } from './search';
import type { Found } from './search';
import type { LeavesOut } from './texts';

/** A page with a navigation does not name once more what that leads to. */
function leftToTree(around: ShownSurroundings): LeavesOut {
  const walks = new Map<string, Walk | null>();
  return (entry, field) => {
    if (!walks.has(entry.id)) {
      const childId = entry.id === around.root.id ? null : entry.id;
      walks.set(entry.id, walkOf({ around, base: '', place: { locale: null, childId } }));
    }
    const walk = walks.get(entry.id);
    return Boolean(walk && isInTree(field, walk));
  };
}

const NOTHING: Found = { hits: [], cut: false };

/**
 * Search through what a link shows in the language of the address, entries below included, and
 * nothing else. It goes the way in of the page, so what does not open is not searched either.
 */
export function searchHandlers(strapi: Core.Strapi, open: OpenLink) {
  const { prefix } = pluginConfig(strapi);

  return {
    /**
     * `POST /share/:token/search` with `q`: what was found, or the form again. A browser is sent on
     * to an address of its own for it, 303, so that it can come back to it without asking whether
     * to send the form once more. `GET`: the form, or with such an address's `s` what was found.
     * The words are in no address: what is there is sealed.
     */
    async page(ctx: Context) {
      const isAsked = ctx.method === 'POST';
      if (isAsked) refuseOtherSites(ctx);
      const given = queryIn(isAsked ? ctx.request.body : {});
      const isSentOn = isAsked && given.kind === 'query' && isBrowser(ctx);
      const opened = await open(
        ctx,
        openContent,
        async (link, content, settings) => {
          const query = isAsked ? given : queryIn({ q: openWords(strapi, link, ctx.query.s) });
          if (isSentOn) return { query, hits: NOTHING };
          return { query, hits: await found(ctx, query, link, content, settings) };
        },
        (link) => {
          // The form says what the link is about, and an address of results what it holds.
          const isPart = isPartOfVisit(strapi, ctx, link);
          if (given.kind === 'query') return 'searched';
          return isPart ? undefined : 'opened';
        }
      );
      if (opened.kind === 'limited') return limitedPage(ctx, opened.settings, opened.retryAfter);
      if (opened.kind === 'denied') return refusalPage(ctx, opened.settings, opened.reason);
      if (opened.kind === 'locked') return passwordPage(ctx, opened.settings, false);
      const { content, link, place, settings, part } = opened;
      const base = `${prefix}/${String(tokenParam(ctx))}`;
      if (isSentOn) {
        const sealed = sealWords(strapi, link, given.q);
        ctx.redirect(`${[base, ...segmentsOf(place), 'search'].join('/')}?s=${sealed}`);
        ctx.status = 303;
        return;
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
      sendPage(ctx, isAsked && query.kind === 'bad' ? 400 : 200, page);
    },

    /** `POST /api/share-links/public/:token/search` with `{ q }`: `SearchAnswer`. */
    async json(ctx: Context) {
      const query = queryIn(ctx.request.body);
      const opened = await open(
        ctx,
        openContent,
        (...inside) => found(ctx, query, ...inside),
        () => (query.kind === 'query' ? 'searched' : undefined)
      );
      if (opened.kind === 'limited') return limitedJson(ctx, opened.retryAfter);
      if (opened.kind === 'locked') refuse('password-required', 'This link needs a password');
      if (opened.kind === 'denied') return refuseJson(opened.settings, opened.reason);
      if (query.kind === 'bad') {
        refuseField('q', `q must be a text of 1 to ${MAX_QUERY_LENGTH} characters`);
      }
      const { hits, cut } = opened.part;
      ctx.body = { data: hits, meta: { q: query.q, cut } } satisfies SearchAnswer;
    },
  };

  /** A place that is none of the link's has been refused by now. */
  async function found(
    ctx: Context,
    query: Query,
    link: LinkRow,
    { around }: OpenedContent,
    settings: Settings
  ): Promise<Found> {
    const place = placeOf(ctx);
    if (query.kind === 'bad' || !place) return NOTHING;
    const entries = everyEntry(strapi, settings, link, place);
    return searchEntries(entries, query.words, leftToTree(around));
  }
}

/** Whether somebody looks at the answer: programs take any type, browsers ask for a page. */
function isBrowser(ctx: Context): boolean {
  return ctx.get('Accept').includes('text/html');
}
