import type { Core, Schema, UID } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Link } from '../../../../contracts/links';
import { refuse } from '../../core/errors';
import { bodyData, idParam, localeQuery } from '../../core/routing';
import { callerRights } from '../../rights/caller-rights';
import type { Rights } from '../../rights/rights';
import { shareableUids } from '../../schema/shareable-types';
import { linksService } from './service';

type Dependencies = { strapi: Core.Strapi };

/** `/api/share-links/links…` for programs, with the same bodies and answers as the admin API. */
export function linkController({ strapi }: Dependencies) {
  const links = () => linksService({ strapi });

  return {
    async find(ctx: Context) {
      ctx.body = await links().list(ctx.query, await callerRights(strapi, ctx));
    },

    async findOne(ctx: Context) {
      ctx.body = { data: await links().get(idParam(ctx), await callerRights(strapi, ctx)) };
    },

    async create(ctx: Context) {
      const link = await links().create(bodyData(ctx), await callerRights(strapi, ctx));
      ctx.status = 201;
      ctx.body = { data: link };
    },

    async update(ctx: Context) {
      const rights = await callerRights(strapi, ctx);
      ctx.body = { data: await links().update(idParam(ctx), bodyData(ctx), rights) };
    },

    async delete(ctx: Context) {
      ctx.body = { data: await links().revoke(idParam(ctx), await callerRights(strapi, ctx)) };
    },

    async pause(ctx: Context) {
      ctx.body = { data: await links().pause(idParam(ctx), await callerRights(strapi, ctx)) };
    },

    async resume(ctx: Context) {
      ctx.body = { data: await links().resume(idParam(ctx), await callerRights(strapi, ctx)) };
    },

    async rotate(ctx: Context) {
      ctx.body = { data: await links().rotate(idParam(ctx), await callerRights(strapi, ctx)) };
    },
  };
}

/**
 * `/api/:pluralApiId/:documentId/public-link?locale=`: the link of one entry, without the link's
 * id. If an entry has several, this is the newest live one. A single type also has
 * `/api/:singularApiId/public-link` and `/api/:singularApiId/:documentId/public-link`.
 */
export function publicLinkController({ strapi }: Dependencies) {
  const links = () => linksService({ strapi });

  async function current(ctx: Context, rights: Rights): Promise<Link> {
    const { contentType, documentId, locale } = await entryParams(strapi, ctx);
    const found = await links().ofEntry({ contentType, documentId, locale }, rights);
    return found.links[0] ?? refuse('not-found', 'This entry has no public link');
  }

  return {
    async findOne(ctx: Context) {
      ctx.body = { data: await current(ctx, await callerRights(strapi, ctx)) };
    },

    async create(ctx: Context) {
      const rights = await callerRights(strapi, ctx);
      const { contentType, documentId, locale } = await entryParams(strapi, ctx);
      const body = ctx.request.body as object | undefined;
      const options = body && Object.keys(body).length > 0 ? bodyData(ctx) : {};
      const link = await links().create(
        { ...(locale ? { locale } : {}), ...(options as object), contentType, documentId },
        rights
      );
      ctx.status = 201;
      ctx.body = { data: link };
    },

    async delete(ctx: Context) {
      const rights = await callerRights(strapi, ctx);
      const link = await current(ctx, rights);
      ctx.body = { data: await links().revoke(link.id, rights) };
    },
  };
}

async function entryParams(strapi: Core.Strapi, ctx: Context) {
  const { pluralApiId, singularApiId, documentId } = ctx.params as Record<string, string>;
  const name = singularApiId ?? pluralApiId;
  const isNamed = (uid: string) => {
    const { info, kind } = strapi.getModel(uid as 'api::x.x') as Schema.ContentType;
    const isSingle = kind === 'singleType' && info.singularName === name;
    return isSingle || (singularApiId === undefined && info.pluralName === name);
  };
  const contentType = shareableUids(strapi).find(isNamed);
  if (!contentType) refuse('not-found', `There is no content type ${name}`);
  const locale = localeQuery(ctx);
  return { contentType, documentId: documentId ?? (await onlyEntry(strapi, contentType)), locale };
}

/** The document id of a single type's entry, the same in all locales. */
async function onlyEntry(strapi: Core.Strapi, uid: string): Promise<string> {
  const entry = (await strapi.db.query(uid as UID.ContentType).findOne({
    select: ['documentId'],
    orderBy: { id: 'asc' },
  })) as { documentId: string } | null;
  return entry?.documentId ?? refuse('not-found', 'This single type has no entry yet');
}
