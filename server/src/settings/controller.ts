import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { adminName } from '../names';
import { bodyData } from '../routing';
import { describeSettings, updateSettings } from './service';

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`; a `PUT` may name just some. */
export function settingsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: Context) {
      ctx.body = await describeSettings(strapi);
    },

    async update(ctx: Context) {
      const { user } = ctx.state as { user: Parameters<typeof adminName>[0] };
      await updateSettings(strapi, bodyData(ctx), adminName(user));
      ctx.body = await describeSettings(strapi);
    },
  };
}
