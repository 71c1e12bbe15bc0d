import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { LinkAnswer } from '../../../../contracts/links';
import { bodyData, idParam, localeQuery } from '../../core/routing';
import { rightsIn } from '../../rights/caller';
import { pathLabels } from '../../schema/path-labels';
import { setPolicy } from '../changes/set-policy';
import { linksService } from './service';

type Dependencies = { strapi: Core.Strapi };

/** `GET /share-links/entries/:uid/:documentId?locale=`: `{ data: EntrySharing }` */
export function entriesController({ strapi }: Dependencies) {
  return {
    async findOne(ctx: Context) {
      const { uid, documentId } = ctx.params as { uid: string; documentId: string };
      const locale = localeQuery(ctx);
      const entry = { contentType: uid, documentId, locale };
      ctx.body = { data: await linksService({ strapi }).ofEntry(entry, rightsIn(strapi, ctx)) };
    },

    /** `PUT /share-links/entries/:uid/:documentId/policy` with `{ policy }`: `{ data: EntryPolicy }` */
    async setPolicy(ctx: Context) {
      const { uid, documentId } = ctx.params as { uid: string; documentId: string };
      const entry = { contentType: uid, documentId, locale: localeQuery(ctx) };
      ctx.body = {
        data: await setPolicy(strapi, entry, bodyData(ctx), rightsIn(strapi, ctx)),
      };
    },
  };
}

/** The site's links, for its admin users. */
export function linksController({ strapi }: Dependencies) {
  const links = () => linksService({ strapi });

  return {
    /** `GET /share-links/links`: `{ data: Link[], meta: { pagination } }` */
    async find(ctx: Context) {
      ctx.body = await links().list(ctx.query, rightsIn(strapi, ctx));
    },

    /** `GET /share-links/links/:id`: `LinkAnswer` */
    async findOne(ctx: Context) {
      const data = await links().get(idParam(ctx), rightsIn(strapi, ctx));
      const labels = await pathLabels(strapi, data.contentType, data.fields);
      ctx.body = { data, meta: { labels } } satisfies LinkAnswer;
    },

    /** `POST /share-links/links`: 201 with `{ data: Link }` */
    async create(ctx: Context) {
      const link = await links().create(bodyData(ctx), rightsIn(strapi, ctx));
      ctx.status = 201;
      ctx.body = { data: link };
    },

    /** `PUT /share-links/links/:id`: `{ data: Link }` */
    async update(ctx: Context) {
      const link = await links().update(idParam(ctx), bodyData(ctx), rightsIn(strapi, ctx));
      ctx.body = { data: link };
    },

    /** `DELETE /share-links/links/:id` and `POST …/:id/revoke`: `{ data: Link }` */
    async revoke(ctx: Context) {
      ctx.body = { data: await links().revoke(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `POST /share-links/links/:id/pause`: `{ data: Link }` */
    async pause(ctx: Context) {
      ctx.body = { data: await links().pause(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `POST /share-links/links/:id/resume`: `{ data: Link }` */
    async resume(ctx: Context) {
      ctx.body = { data: await links().resume(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `POST /share-links/links/:id/rotate`: `{ data: Link }` with the new address */
    async rotate(ctx: Context) {
      ctx.body = { data: await links().rotate(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `POST /share-links/links/:id/take-over`: `{ data: Link }` */
    async takeOver(ctx: Context) {
      ctx.body = { data: await links().takeOver(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `POST /share-links/links/bulk`: `{ data: BulkResult }` */
    async bulk(ctx: Context) {
      ctx.body = { data: await links().bulk(bodyData(ctx), rightsIn(strapi, ctx)) };
    },

    /** `GET /share-links/links/:id/timeline?page&pageSize&type`: `TimelineList` */
    async timeline(ctx: Context) {
      ctx.body = await links().timelinePage(idParam(ctx), rightsIn(strapi, ctx), ctx.query);
    },

    /** `GET /share-links/links/:id/password`: `{ data: { password: string | null } }` */
    async password(ctx: Context) {
      const password = await links().password(idParam(ctx), rightsIn(strapi, ctx));
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data: { password } };
    },

    /** `GET /share-links/links/:id/qr?format=png|svg&size=`: the image */
    async qr(ctx: Context) {
      const code = await links().qr(idParam(ctx), ctx.query, rightsIn(strapi, ctx));
      ctx.set('Cache-Control', 'no-store');
      ctx.attachment(`share-link-${idParam(ctx)}.${code.extension}`, { type: 'inline' });
      ctx.type = code.mime;
      ctx.body = code.content;
    },

    /** `GET /share-links/history?contentType&documentId`: `HistoryList` */
    async history(ctx: Context) {
      ctx.body = await links().history(ctx.query, rightsIn(strapi, ctx));
    },

    /** `GET /share-links/links/export`, with the filters of the list: a CSV file */
    async export(ctx: Context) {
      const csv = await links().csv(ctx.query, rightsIn(strapi, ctx));
      ctx.set('Cache-Control', 'no-store');
      ctx.attachment('share-links.csv');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = csv;
    },
  };
}
