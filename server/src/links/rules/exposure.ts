import type { Core } from '@strapi/strapi';

import type { ExposedKind, Exposure } from '../../../../contracts/entries';
import type { Settings } from '../../../../contracts/settings';
import { filesIn } from '../../content/file-ids';
import { showEntry } from '../../content/show-entry';
import { defaultShows } from '../../rights/permitted-fields';
import type { Target } from '../../rights/target';
import { humanize, labelsOf } from '../../schema/labels';
import { plainPath, settingOf } from '../../schema/paths';
import type { ShareablePath } from '../../schema/paths';

/** What a new link would make public, with the labels of the content manager. */
export async function describeExposure(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  permitted: ShareablePath[]
): Promise<Exposure | null> {
  if (permitted.length === 0) return null;
  const { labelOf, order } = await labelsOf(strapi, target.model);
  const roots = [...new Set(permitted.map(({ root }) => root))].sort(
    (a, b) => rank(order, a) - rank(order, b)
  );
  const attributes = target.model.attributes as Record<string, { type: string }>;
  const ofType = (type: string) => permitted.filter(({ attribute }) => attribute.type === type);
  const labelsFor = (found: ShareablePath[]): string[] => [
    ...new Set(found.map((item) => nestedLabel(item, labelOf))),
  ];
  const isFollowed = (relation: ShareablePath) =>
    permitted.some(({ path }) => path.startsWith(`${relation.path}.`));
  const paths = permitted.map(({ path }) => path);

  return {
    shows: defaultShows(target),
    locale: target.locale,
    paths: paths.map(plainPath),
    fields: roots.map((name) => ({
      name,
      label: labelOf(name),
      kind: kindOf(attributes[name]?.type),
    })),
    relations: labelsFor(ofType('relation')),
    followed: labelsFor(ofType('relation').filter(isFollowed)),
    files: {
      labels: labelsFor(ofType('media')),
      count: await countFiles(strapi, settings, target, ofType('media')),
    },
  };
}

/** Reads only the files: texts can be long and are not needed here. */
async function countFiles(
  strapi: Core.Strapi,
  settings: Settings,
  target: Target,
  media: ShareablePath[]
): Promise<number> {
  if (media.length === 0) return 0;
  const shown = await showEntry(strapi, settings, {
    contentType: target.uid,
    documentId: target.documentId,
    locale: target.locale,
    shows: defaultShows(target),
    fields: media.map(({ path }) => path),
  });
  return shown ? filesIn(shown).length : 0;
}

function rank(order: string[], name: string): number {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

function kindOf(type: string | undefined): ExposedKind {
  if (type === 'media' || type === 'relation') return type;
  return type === 'component' || type === 'dynamiczone' ? 'component' : 'text';
}

/** `customer.logo` → `Customer: Logo` */
function nestedLabel({ path, root }: ShareablePath, labelOf: (name: string) => string): string {
  const own = settingOf(path);
  if (own === root) return labelOf(root);
  return `${labelOf(root)}: ${humanize(own.split('.').at(-1) ?? own)}`;
}
