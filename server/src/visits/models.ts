import type { Core } from '@strapi/strapi';

export const VISIT_TABLE = 'share_link_visits';
export const DAY_TABLE = 'share_link_visit_days';

/** Strapi changes the objects it gets, so each attribute needs an object of its own. */
const required = (type: string) => ({ type, column: { notNullable: true } });

/**
 * Plain database tables instead of content types. So a million rows need no columns and indexes for
 * documents, webhooks and the content manager never see visitors, and a transfer to another Strapi
 * leaves the visits behind.
 */
const models = [
  {
    uid: 'plugin::share-links.visit',
    singularName: 'share-link-visit',
    tableName: VISIT_TABLE,
    indexes: [
      { name: 'share_link_visits_link_idx', columns: ['link_document_id', 'id'] },
      { name: 'share_link_visits_at_idx', columns: ['at'] },
    ],
    attributes: {
      id: { type: 'increments' },
      /** The link, by its document id: an import gives it another `id`. */
      linkDocumentId: required('string'),
      at: required('datetime'),
      outcome: required('string'),
      reason: { type: 'string' },
      address: { type: 'string' },
      browser: { type: 'string' },
      device: { type: 'string' },
      referrer: { type: 'string' },
      visitorId: { type: 'string' },
      isReturning: required('boolean'),
      isRobot: required('boolean'),
    },
  },
  {
    uid: 'plugin::share-links.visit-day',
    singularName: 'share-link-visit-day',
    tableName: DAY_TABLE,
    indexes: [
      { name: 'share_link_visit_days_uq', columns: ['link_document_id', 'day'], type: 'unique' },
    ],
    attributes: {
      id: { type: 'increments' },
      linkDocumentId: required('string'),
      /** `2026-05-31`, in UTC. */
      day: required('string'),
      opened: required('integer'),
      visitors: required('integer'),
      locked: required('integer'),
      unlocked: required('integer'),
      wrongPassword: required('integer'),
      refused: required('integer'),
      limited: required('integer'),
      downloaded: required('integer'),
      searched: required('integer'),
      robots: required('integer'),
    },
  },
];

/** Call this before the database starts, which creates the tables. */
export function registerVisitTables(strapi: Core.Strapi): void {
  const registry = strapi.get('models') as unknown as { add(model: unknown): void };
  for (const model of models) registry.add(model);
}
