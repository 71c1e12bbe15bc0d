import type { Budget } from './budget';

/** Deeper than any reader looks, but not too deep for recursion. */
const MAX_DEPTH = 30;

/** Replaces values that are too deep or exceed the budget. */
const MORE = '…';

/** Limits a stored value to the depth and the budget of the page. */
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
