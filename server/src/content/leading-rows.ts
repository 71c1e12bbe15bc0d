import type { Core, UID } from '@strapi/strapi';

/** More rows than these are not looked at for one question. */
const MAX_HOLDERS = 200;

export interface LeadingRow {
  id: number;
  documentId: string;
  locale: string | null;
}

/**
 * The rows of a type or component from which a way of relations, components and dynamic zones leads
 * to the asked rows: the newest 200. A segment in brackets names a component of a zone. Strapi
 * can't filter through a dynamic zone, so its table of parts is read in between.
 */
export async function rowsLeading(
  strapi: Core.Strapi,
  uid: string,
  way: string[],
  asked: object
): Promise<LeadingRow[]> {
  const zoned = way.findLastIndex((segment) => segment.startsWith('('));
  if (zoned < 0) {
    const where = way.reduceRight<object>((inner, name) => ({ [name]: inner }), asked);
    const isType = uid in strapi.contentTypes;
    return (await strapi.db.query(uid as UID.ContentType).findMany({
      where,
      select: isType ? ['id', 'documentId', 'locale'] : ['id'],
      orderBy: { id: 'desc' },
      limit: MAX_HOLDERS,
    } as never)) as unknown as LeadingRow[];
  }
  const component = way[zoned]!.slice(1, -1);
  const before = way.slice(0, zoned - 1);
  const zone = way[zoned - 1]!;
  const parts = await rowsLeading(strapi, component, way.slice(zoned + 1), asked);
  if (parts.length === 0) return [];
  const ids = await holdersOfParts(strapi, ownerOf(strapi, uid, before), zone, {
    component,
    ids: parts.map(({ id }) => id),
  });
  return ids.length === 0 ? [] : rowsLeading(strapi, uid, before, { id: { $in: ids } });
}

/** The type at the end of a way. */
function ownerOf(strapi: Core.Strapi, uid: string, way: string[]): string {
  return way.reduce((owner, name) => {
    const { attributes } = strapi.db.metadata.get(owner);
    return (attributes[name] as unknown as { target: string }).target;
  }, uid);
}

/** The rows of a type whose dynamic zone contains some of the components. */
async function holdersOfParts(
  strapi: Core.Strapi,
  owner: string,
  zone: string,
  { component, ids }: { component: string; ids: number[] }
): Promise<number[]> {
  const { joinTable } = strapi.db.metadata.get(owner).attributes[zone] as unknown as {
    joinTable: {
      name: string;
      joinColumn: { name: string };
      morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
    };
  };
  const { idColumn, typeColumn } = joinTable.morphColumn;
  return strapi.db
    .getConnection(joinTable.name)
    .where({ [typeColumn.name]: component, field: zone })
    .whereIn(idColumn.name, ids)
    .limit(MAX_HOLDERS)
    .pluck(joinTable.joinColumn.name) as unknown as Promise<number[]>;
}
