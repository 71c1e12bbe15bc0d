import type { ShownChild, ShownField } from '../../../../contracts/shown';
import { segmentsOf } from '../page-address';
import type { PageOptions } from '../render';
import { isFollowed, listOf } from './arrange';

/** A page of the link, as its navigation names it. */
export interface Stop {
  id: string;
  title: string;
  address: string;
  isCurrent: boolean;
}

/** A stop with those below it that the navigation shows. */
export interface TreeNode extends Stop {
  children: TreeNode[];
}

/** How to get around the pages of a link from the one that is looked at. */
export interface Walk {
  root: Stop;
  /** Empty for a link with a single page. */
  nodes: TreeNode[];
  /** From the top to the one above the current page; empty at the top. */
  above: Stop[];
  current: Stop;
  /** Directly below it. */
  below: Stop[];
  previous: Stop | null;
  next: Stop | null;
}

/** A tree of more entries shows only the branch that its reader is in. */
const MAX_UNFOLDED = 60;

type Where = Pick<PageOptions, 'around' | 'base' | 'place'>;

/** Null for a page that has none beside it. */
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

/** Whether a relation, such as `parent` or `children`, names nothing but what the tree leads to. */
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

/** As one reads from the first page to the last: an entry, then all below it, then the next. */
function inOrder(node: ShownChild): ShownChild[] {
  return [node, ...node.children.flatMap(inOrder)];
}
