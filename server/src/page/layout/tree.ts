import type { ShownChild, ShownField } from '../../../../contracts/shown';
import { segmentsOf } from '../page-address';
import type { PageOptions } from '../render';
import { isFollowed, listOf } from './arrange';

/** A page of the link in its navigation. */
export interface Stop {
  id: string;
  title: string;
  address: string;
  isCurrent: boolean;
}

/** A stop with the stops below it in the navigation. */
export interface TreeNode extends Stop {
  children: TreeNode[];
}

/** The navigation of a link, from its current page. */
export interface Walk {
  root: Stop;
  /** Empty for a link with a single page. */
  nodes: TreeNode[];
  /** The stops above the current page, from the top; empty at the top. */
  above: Stop[];
  current: Stop;
  /** The stops directly below the current page. */
  below: Stop[];
  previous: Stop | null;
  next: Stop | null;
}

/** A larger tree shows only the branch of the current page. */
const MAX_UNFOLDED = 60;

type Where = Pick<PageOptions, 'around' | 'base' | 'place'>;

/** Returns null if the link has only one page. */
export function walkOf({ around, base, place }: Where): Walk | null {
  if (!around || around.children.length === 0) return null;
  const currentId = place.childId ?? around.root.id;
  const stopOf = ({ id, title }: { id: string; title: string }): Stop => ({
    id,
    title,
    address: addressOf(base, { ...place, childId: id === around.root.id ? null : id }),
    isCurrent: id === currentId,
  });
  const root = { ...around.root, typeName: '', children: around.children };
  const trail = trailTo(root, currentId) ?? [root];
  const here = trail.at(-1) ?? root;
  const order = inOrder(root);
  const index = order.findIndex(({ id }) => id === currentId);
  const [previous, next] = [order[index - 1], order[index + 1]];
  const isSmall = order.length <= MAX_UNFOLDED;
  const nodesOf = (children: ShownChild[]): TreeNode[] =>
    children.map((child) => ({
      ...stopOf(child),
      children: isSmall || trail.includes(child) ? nodesOf(child.children) : [],
    }));
  return {
    root: stopOf(root),
    nodes: nodesOf(around.children),
    above: trail.slice(0, -1).map(stopOf),
    current: stopOf(here),
    below: here.children.map(stopOf),
    previous: previous ? stopOf(previous) : null,
    next: next ? stopOf(next) : null,
  };
}

/**
 * Returns true if a relation, such as `parent` or `children`, only names entries that are in the
 * navigation.
 */
export function isInTree(field: ShownField, walk: Walk): boolean {
  if (field.type !== 'relation' || field.cut || isFollowed(field)) return false;
  const titles = listOf<{ title: string }>(field.value).map(({ title }) => title);
  const around = [walk.above.slice(-1), walk.below];
  return around.some(
    (stops) => titles.length === stops.length && stops.every(({ title }) => titles.includes(title))
  );
}

/** The address of one of a link's pages. */
export function addressOf(base: string, place: PageOptions['place']): string {
  return [base, ...segmentsOf(place)].join('/');
}

function trailTo(node: ShownChild, id: string): ShownChild[] | null {
  if (node.id === id) return [node];
  for (const child of node.children) {
    const found = trailTo(child, id);
    if (found) return [node, ...found];
  }
  return null;
}

/** The reading order: an entry, then all entries below it, then the next one. */
function inOrder(node: ShownChild): ShownChild[] {
  return [node, ...node.children.flatMap(inOrder)];
}
