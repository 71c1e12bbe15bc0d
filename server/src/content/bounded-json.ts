import type { Budget } from './budget';

/** Deeper than any reader looks, and far from what would break who prints it. */
const MAX_DEPTH = 30;

/** Stands for what is too deep, or more than fits on the page. */
const MORE = '…';

/** A stored value as far as it can be shown. */
export function boundedJson(value: unknown, budget: Budget, depth = 0): unknown {
  if (typeof value === 'string') return budget.text(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return MORE;
  if (Array.isArray(value)) {
    const items = value.slice(0, budget.nodes(value.length)) as unknown[];
    const shown = items.map((item) => boundedJson(item, budget, depth + 1));
    return items.length < value.length ? [...shown, MORE] : shown;
  }
  const entries = Object.entries(value);
  const shown = entries
    .slice(0, budget.nodes(entries.length))
    .map(([key, item]) => [key, boundedJson(item, budget, depth + 1)] as const);
  return Object.fromEntries(shown);
}
