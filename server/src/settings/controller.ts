import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { SettingsAnswer } from '../../../contracts/settings';
import { adminName } from '../core/admin-name';
import { bodyData } from '../core/routing';
import { describeSettings, updateSettings } from './service';

interface Dependencies {
  strapi: Core.Strapi;
  /** Live links without a password, which settings know nothing of. */
  countWithoutPassword(): Promise<number>;
}

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`; a `PUT` may name just some. */
export function settingsController({ strapi, countWithoutPassword }: Dependencies) {
  const answer = async (): Promise<SettingsAnswer> =>
    describeSettings(strapi, { withoutPassword: await countWithoutPassword() });

  return {
    async find(ctx: Context) {
      ctx.body = await answer();
    },

    async update(ctx: Context) {
      const { user } = ctx.state as { user: Parameters<typeof adminName>[0] };
      await updateSettings(strapi, bodyData(ctx), adminName(user));
      ctx.body = await answer();
    },
  };
}
