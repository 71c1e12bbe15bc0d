import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { SettingsAnswer } from '../../../contracts/settings';
import { openWithoutPassword } from '../links/api/filter';
import { linkRows } from '../links/store/link-rows';
import { adminName } from '../core/admin-name';
import { bodyData } from '../core/routing';
import { describeSettings, updateSettings } from './service';

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`; a `PUT` may name just some. */
export function settingsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: Context) {
      ctx.body = await answerOf(strapi);
    },

    async update(ctx: Context) {
      const { user } = ctx.state as { user: Parameters<typeof adminName>[0] };
      await updateSettings(strapi, bodyData(ctx), adminName(user));
      ctx.body = await answerOf(strapi);
    },
  };
}

async function answerOf(strapi: Core.Strapi): Promise<SettingsAnswer> {
  const withoutPassword = await linkRows(strapi).count(openWithoutPassword(new Date()));
  return describeSettings(strapi, { withoutPassword });
}
