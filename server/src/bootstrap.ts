import type { Core } from '@strapi/strapi';

import { proofKey } from './access/proofs';
import { endLinksOfLostTypes, watchForEndings } from './links/endings';
import { scheduleExpiry } from './links/expired';
import { allowWebhooks, registerAuditEvents } from './links/listeners';
import { watchMakers } from './links/makers';
import { canSeal } from './links/seal';
import { registerPermissions, withholdFromDefaultRoles } from './permissions';

const stops = new WeakMap<Core.Strapi, () => void>();

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  // Fails the start of an app that has no key to sign with.
  proofKey(strapi);
  await withholdFromDefaultRoles(strapi);
  await registerPermissions(strapi);

  allowWebhooks(strapi);
  registerAuditEvents(strapi);
  await endLinksOfLostTypes(strapi);
  watchForEndings(strapi);
  stops.set(strapi, watchMakers(strapi));
  scheduleExpiry(strapi);

  if (!canSeal(strapi)) {
    strapi.log.warn(
      'Share Links: admin.secrets.encryptionKey is not set, so the address of a new link is shown only once'
    );
  }
}

export function destroy({ strapi }: { strapi: Core.Strapi }): void {
  stops.get(strapi)?.();
}
