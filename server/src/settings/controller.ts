import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { bodyData } from '../routing';
import { getSettings, updateSettings } from './service';

/** `GET` and `PUT /share-links/settings`: `{ data: Settings }`; a `PUT` may name just some. */
export function settingsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: Context) {
      ctx.body = { data: await getSettings(strapi) };
    },

    async update(ctx: Context) {
      ctx.body = { data: await updateSettings(strapi, bodyData(ctx)) };
    },
  };
}
