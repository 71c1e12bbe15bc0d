import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { SettingsAnswer, SiteStatus } from '../../../contracts/settings';
import { adminName } from '../core/admin-name';
import { bodyData } from '../core/routing';
import { describeSettings, updateSettings } from './service';

interface Dependencies {
  strapi: Core.Strapi;
  /** Counts live links without a password. Passed in, because settings do not depend on links. */
  countWithoutPassword(): Promise<number>;
  status(): Promise<SiteStatus[]>;
}

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`. A `PUT` may name only some settings. */
export function settingsController({ strapi, countWithoutPassword, status }: Dependencies) {
  const answer = async (): Promise<SettingsAnswer> =>
    describeSettings(strapi, {
      withoutPassword: await countWithoutPassword(),
      status: await status(),
    });

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
