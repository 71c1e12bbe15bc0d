import type { Core } from '@strapi/strapi';

import { canSeal } from './links/seal';
import { registerPermissions } from './permissions';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await registerPermissions(strapi);

  if (!canSeal(strapi)) {
    strapi.log.warn(
      'Share Links: admin.secrets.encryptionKey is not set, so the address of a new link is shown only once'
    );
  }
}
