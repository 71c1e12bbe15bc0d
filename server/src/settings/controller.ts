import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type {
  Settings,
  SettingsAnswer,
  SettingsEffects,
  SiteStatus,
} from '../../../contracts/settings';
import { adminName } from '../core/admin-name';
import { bodyData } from '../core/routing';
import { describeSettings, plannedSettings, updateSettings } from './service';

interface Dependencies {
  strapi: Core.Strapi;
  /** Counts live links without a password. Passed in, because settings do not depend on links. */
  countWithoutPassword(): Promise<number>;
  /** Counts what a change does to links. */
  effects(before: Settings, after: Settings): Promise<SettingsEffects>;
  status(): Promise<SiteStatus[]>;
}

/** `GET` and `PUT /share-links/settings`: `SettingsAnswer`. A `PUT` may name only some settings. */
export function settingsController({
  strapi,
  countWithoutPassword,
  effects,
  status,
}: Dependencies) {
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

    /** `POST /share-links/settings/effects`, with the body of a `PUT`: `{ data: SettingsEffects }` */
    async effects(ctx: Context) {
      const { before, after } = await plannedSettings(strapi, bodyData(ctx));
      ctx.body = { data: await effects(before, after) };
    },
  };
}
