import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { bodyData, idParam } from '../routing';
import { adminRights } from './rights';
import type { Ability, Rights } from './rights';
import { linksService } from './service';

type Dependencies = { strapi: Core.Strapi };

/** `GET /share-links/entries/:uid/:documentId?locale=`: `{ data: EntrySharing }` */
export function entriesController({ strapi }: Dependencies) {
  return {
    async findOne(ctx: Context) {
      const { uid, documentId } = ctx.params as { uid: string; documentId: string };
      const locale = typeof ctx.query.locale === 'string' ? ctx.query.locale : null;
      const entry = { contentType: uid, documentId, locale };
      ctx.body = { data: await linksService({ strapi }).ofEntry(entry, rightsOf(strapi, ctx)) };
    },
  };
}

/** The links of the site for its admin users. */
export function linksController({ strapi }: Dependencies) {
  const links = () => linksService({ strapi });

  return {
    /** `GET /share-links/links`: `{ data: Link[], meta: { pagination } }` */
    async find(ctx: Context) {
      ctx.body = await links().list(ctx.query, rightsOf(strapi, ctx));
    },

    /** `GET /share-links/links/:id`: `{ data: Link }` */
    async findOne(ctx: Context) {
      ctx.body = { data: await links().get(idParam(ctx), rightsOf(strapi, ctx)) };
    },

    /** `POST /share-links/links`: 201 with `{ data: Link }` */
    async create(ctx: Context) {
      const link = await links().create(bodyData(ctx), rightsOf(strapi, ctx));
      ctx.status = 201;
      ctx.body = { data: link };
    },

    /** `PUT /share-links/links/:id`: `{ data: Link }` */
    async update(ctx: Context) {
      const link = await links().update(idParam(ctx), bodyData(ctx), rightsOf(strapi, ctx));
      ctx.body = { data: link };
    },

    /** `DELETE /share-links/links/:id` and `POST …/:id/revoke`: `{ data: Link }` */
    async revoke(ctx: Context) {
      ctx.body = { data: await links().revoke(idParam(ctx), rightsOf(strapi, ctx)) };
    },
  };
}

function rightsOf(strapi: Core.Strapi, ctx: Context): Rights {
  const { user, userAbility } = ctx.state as {
    user: { id: number };
    userAbility: Ability;
  };
  return adminRights(strapi, user, userAbility);
}
