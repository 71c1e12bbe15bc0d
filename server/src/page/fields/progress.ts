import type { ShownField } from '../../../../contracts/shown';
import { labelOf, fieldsOf } from '../layout/arrange';
import { holdsItems, itemsOf } from '../layout/items';
import type { Item } from '../layout/items';
import { humanise, oneLine } from '../values';

/** The number of things that are done, of several. */
export interface Progress {
  done: number;
  total: number;
  /** The word for `done` in the content, such as `Reached`; empty if the page's own word fits. */
  word: string;
}

/** Names of boolean fields that tell if something is done. */
const ENDS =
  /^(?:is|has|was)?_?(?:done|reached|complete|completed|finished|achieved|delivered|fulfilled|resolved|closed|met|erledigt|erreicht|fertig|abgeschlossen|termine|atteint|acheve|fait|hecho|completado|terminado|logrado|alcanzado)$/i;

/** Names of fields that contain a state. */
const STATES = /^(?:.*[_-])?(?:status|state|progress|etat|statut|zustand|estado)$/i;

const DONE =
  /^(done|complete|completed|finished|closed|resolved|delivered|achieved|erledigt|fertig|abgeschlossen|terminée?|achevée?|fait|hecho|terminado|completado)$/;

/** States before `done`: if a list has one of them, it shows progress even if nothing is done. */
const UNDERWAY =
  /^(planned|to.?do|open|new|backlog|not.started|pending|queued|scheduled|started|ongoing|doing|in.progress|in.review|review|blocked|on.hold|waiting|late|overdue|geplant|offen|in arbeit|planifiée?|prévue?|en cours|à faire|pendiente|en curso)$/;

/**
 * Counts the items that are done, by a state or a boolean field. Groups of such items, like phases
 * with tasks, count the inner items. Returns null if there is no such field.
 */
export function progressOf(items: Item[]): Progress | null {
  if (items.length === 0) return null;
  const field = items.map(({ fields }) => fields.find(isMeasure)).find(Boolean);
  if (field) return items.length < 2 ? null : countBy(field, items);
  // Each related entry has its own progress; groups are parts of one thing.
  return items.every(({ title }) => title === null) ? sum(items.map(progressWithin)) : null;
}

/** The progress of the only list in an item that can be counted. */
function progressWithin(item: Item): Progress | null {
  const lists = fieldsOf(item).filter(holdsItems);
  const counted = lists.flatMap((list) => {
    const inner = itemsOf(list, item.path);
    const field = inner.map(({ fields }) => fields.find(isMeasure)).find(Boolean);
    const progress = field ? countBy(field, inner) : null;
    return progress ? [progress] : [];
  });
  return counted.length === 1 ? (counted[0] ?? null) : null;
}

function countBy(measure: ShownField, items: Item[]): Progress | null {
  const values = items.map(({ fields }) => fields.find(({ name }) => name === measure.name)?.value);
  const total = items.length;
  if (measure.type === 'boolean') {
    return { done: values.filter((value) => value === true).length, total, word: labelOf(measure) };
  }
  const states = values.map((value) => humanise(value).toLowerCase());
  const done = states.filter((state) => DONE.test(state)).length;
  if (done === 0 && !states.some((state) => UNDERWAY.test(state))) return null;
  return { done, total, word: '' };
}

function sum(parts: (Progress | null)[]): Progress | null {
  const counted = parts.filter((part) => part !== null);
  const [first] = counted;
  if (!first || counted.length < 2 || counted.some(({ word }) => word !== first.word)) return null;
  return {
    done: counted.reduce((all, { done }) => all + done, 0),
    total: counted.reduce((all, { total }) => all + total, 0),
    word: first.word,
  };
}

/** An empty value counts too: an unticked item is not done. */
function isMeasure(field: ShownField): boolean {
  if (field.type === 'boolean') return ENDS.test(oneLine(field.name));
  return field.type === 'enumeration' && STATES.test(oneLine(field.name));
}
