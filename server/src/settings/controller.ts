import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { adminName } from '../names';
import { checkMakers } from '../links/makers';
import { bodyData } from '../routing';
import { describeSettings, getSettings, updateSettings } from './service';

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`; a `PUT` may name just some. */
export function settingsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: Context) {
      ctx.body = await describeSettings(strapi);
    },

    async update(ctx: Context) {
      const { user } = ctx.state as { user: Parameters<typeof adminName>[0] };
      const before = await getSettings(strapi);
      const after = await updateSettings(strapi, bodyData(ctx), adminName(user));
      if (after.makerLost !== before.makerLost) checkMakers(strapi);
      ctx.body = await describeSettings(strapi);
    },
  };
}
