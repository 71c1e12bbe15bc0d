import { z } from '@strapi/utils';

import { PLUGIN_ID } from '../../contracts/permissions';
import type { Settings } from '../../contracts/settings';
import { SETTING_NAMES, storedSettingsSchema } from './settings/schema';
import type { StoredSettings } from './settings/schema';

/** First parts of paths that belong to Strapi or to the plugin itself. */
const TAKEN = ['admin', 'api', 'uploads', 'upload', 'content-manager', 'i18n', PLUGIN_ID];

const configSchema = storedSettingsSchema.extend({
  /** Settings that the settings page shows but can't change. */
  locked: z.array(z.enum(SETTING_NAMES as [string, ...string[]])).optional(),
  prefix: z
    .string()
    .regex(/^(\/[a-z0-9-]+)+$/, 'starts with a slash and has lower-case words, such as /share')
    .refine(
      (prefix) => !TAKEN.includes(prefix.split('/')[1] ?? ''),
      'is a path of Strapi’s own; choose another one, such as /share'
    ),
});

/** What `config/plugins.ts` may hold under `share-links.config`; every option is optional. */
export type PluginConfig = StoredSettings & { prefix: string; locked?: (keyof Settings)[] };

export const config = {
  default: { prefix: '/share' },

  /** @throws Error that names the wrong key, which stops the boot */
  validator(input: unknown): void {
    const result = configSchema.safeParse(input);
    if (result.success) return;
    const problems = result.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown option ${[...issue.path, issue.keys.join(', ')].join('.')}`
        : `${issue.path.join('.')}: ${issue.message}`
    );
    throw new Error(problems.join('; '));
  },
};
