import type { Core } from '@strapi/strapi';

import { LINK_EVENTS } from './events';

interface Payload {
  link: { id: number; label: string | null; entryTitle: string | null };
  changes: unknown;
}

/**
 * Lets webhooks subscribe to the plugin's events, through Strapi's API: its form does not list
 * them.
 */
export function allowWebhooks(strapi: Core.Strapi): void {
  const store = strapi.get('webhookStore') as {
    addAllowedEvent(key: string, event: string): void;
  };
  for (const event of LINK_EVENTS) {
    store.addAllowedEvent(event.replace(/[.-]/g, '_').toUpperCase(), event);
  }
}

/** Adds the events to the audit log of apps that have one (Strapi Enterprise). */
export function registerAuditEvents(strapi: Core.Strapi): void {
  if (!strapi.has('audit-logs-lifecycle')) return;
  const auditLogs = strapi.get('audit-logs-lifecycle') as {
    registerEvent(event: string, transform: (payload: Payload) => object): void;
  };
  for (const event of LINK_EVENTS) {
    auditLogs.registerEvent(event, ({ link, changes }) => ({
      resource: { type: 'share-link', id: link.id, name: link.label ?? link.entryTitle },
      details: { changes },
    }));
  }
}
