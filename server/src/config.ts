import { z } from '@strapi/utils';

import { storedSettingsSchema } from './settings/schema';

const configSchema = storedSettingsSchema.extend({
  prefix: z
    .string()
    .regex(/^(\/[a-z0-9-]+)+$/, 'starts with a slash and has lower-case words, such as /share'),
});

/** What `config/plugins.ts` may hold under `share-links.config`; every option is optional. */
export type PluginConfig = z.infer<typeof configSchema>;

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
