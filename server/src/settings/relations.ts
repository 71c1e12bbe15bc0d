import type { Core, Schema, UID } from '@strapi/strapi';

import type { FieldError } from '../../../contracts/errors';
import type { OrderChoice, RelationChoice } from '../../../contracts/settings';
import { problem } from '../core/validation';
import { humanize } from '../schema/labels';
import { USER_TYPES, showableAttributes } from '../schema/paths';
import type { AnySchema } from '../schema/paths';
import { shareableUids } from '../schema/shareable-types';
import type { StoredSettings } from './schema';

/** Relations are searched this many components deep. */
const MAX_DEPTH = 4;

/** The relations that links can follow, by the uid of their type. */
export function relationChoices(strapi: Core.Strapi): Record<string, RelationChoice[]> {
  const uids = shareableUids(strapi);
  return Object.fromEntries(
    uids.map((uid) => {
      const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
      const found = relationsIn(strapi, model, '', 0).filter(({ target }) => uids.includes(target));
      // A dynamic zone can contain the same path in several components.
      return [uid, [...new Map(found.map((choice) => [choice.name, choice])).values()]];
    })
  );
}

/** Types of attributes that have an order which people expect. */
const SORTABLE = [
  'string',
  'integer',
  'biginteger',
  'decimal',
  'float',
  'date',
  'datetime',
  'time',
];

/** The attributes by which entries below another can be sorted, by the uid of their type. */
export function orderChoices(strapi: Core.Strapi): Record<string, OrderChoice[]> {
  return Object.fromEntries(
    shareableUids(strapi).map((uid) => {
      const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
      const names = showableAttributes(model)
        .filter(([, { type }]) => SORTABLE.includes(type))
        .map(([name]) => ({ name, label: humanize(name) }));
      return [uid, names];
    })
  );
}

function relationsIn(
  strapi: Core.Strapi,
  schema: AnySchema,
  prefix: string,
  depth: number
): RelationChoice[] {
  if (depth > MAX_DEPTH) return [];
  return showableAttributes(schema).flatMap(([name, attribute]): RelationChoice[] => {
    const path = prefix + name;
    const inside = (uid: UID.Component, at: string) => {
      const component = strapi.components[uid];
      return component ? relationsIn(strapi, component, at, depth + 1) : [];
    };
    if (attribute.type === 'component') return inside(attribute.component, `${path}.`);
    if (attribute.type === 'dynamiczone') {
      return attribute.components.flatMap((uid: UID.Component) => inside(uid, `${path}.`));
    }
    if (attribute.type !== 'relation') return [];
    const { target, relation } = attribute as { target: string; relation: string };
    if (USER_TYPES.includes(target)) return [];
    const label = path.split('.').map(humanize).join(': ');
    return [{ name: path, label, target, isToOne: relation.endsWith('ToOne') }];
  });
}

/**
 * The relations and orders that the types do not have, and the parents that lead to no entry above.
 */
export function relationProblems(
  strapi: Core.Strapi,
  types: NonNullable<StoredSettings['contentTypes']>
): FieldError[] {
  const choices = relationChoices(strapi);
  const orders = orderChoices(strapi);
  return Object.entries(types).flatMap(([uid, { relations = {}, parent, childOrder }]) => {
    const known = choices[uid] ?? [];
    const parents = known.filter(({ name, isToOne }) => isToOne && !name.includes('.'));
    const names = (found: OrderChoice[]) => found.map(({ name }) => name);
    const wrong = Object.keys(relations)
      .filter((name) => !names(known).includes(name))
      .map((name) =>
        problem(
          ['contentTypes', uid, 'relations', name],
          `${uid} has no relation ${name} to a type that can be shared${listOf(names(known))}`
        )
      );
    const sortable = names(orders[uid] ?? []);
    if (childOrder && !sortable.includes(childOrder)) {
      wrong.push(
        problem(
          ['contentTypes', uid, 'childOrder'],
          `${uid} has no field ${childOrder} to sort by${listOf(sortable)}`
        )
      );
    }
    if (!parent || names(parents).includes(parent)) return wrong;
    return [
      ...wrong,
      problem(
        ['contentTypes', uid, 'parent'],
        `${uid} has no relation ${parent} that leads to one entry above${listOf(names(parents))}`
      ),
    ];
  });
}

function listOf(names: string[]): string {
  return names.length > 0 ? `; it has ${names.join(', ')}` : '';
}
