import { describe, expect, it } from 'vitest';

import type { ShownField } from '../../../contracts/shown';
import { type ItemsField, itemsOf } from '../../../server/src/page/layout/items';
import { progressOf } from '../../../server/src/page/fields/progress';
import { bodyOf, field, group, related, relation, repeatable, withoutTags } from './support';

const progress = (list: ShownField) => progressOf(itemsOf(list as ItemsField, [list.name]));
const states = (name: string, ...values: unknown[]) =>
  repeatable(
    'tasks',
    ...values.map((value) =>
      group('Task', field('title', 'string', 'x'), field(name, 'enumeration', value))
    )
  );
const ticks = (name: string, ...values: unknown[]) =>
  repeatable(
    'goals',
    ...values.map((value) =>
      group('Goal', field('title', 'string', 'x'), field(name, 'boolean', value))
    )
  );

describe('progress', () => {
  it.each([
    ['a state', states('state', 'done', 'in progress', 'planned'), 1, 3],
    ['a status in another writing', states('taskStatus_status', 'DONE', 'inReview', 'TO_DO'), 1, 3],
    ['nothing done yet', states('status', 'planned', 'blocked'), 0, 2],
    ['everything done', states('status', 'completed', 'closed'), 2, 2],
    ['a state that nobody has set', states('status', 'done', null), 1, 2],
    ['German states', states('status', 'erledigt', 'offen'), 1, 2],
    ['a tick', ticks('done', true, false, null), 1, 3],
    ['a tick that is asked as a question', ticks('isCompleted', true, true), 2, 2],
  ])('counts %s', (_name, list, done, total) => {
    expect(progress(list)).toMatchObject({ done, total });
  });

  it.each([
    ['an enumeration that is no state', states('size', 'done', 'small')],
    ['states that nothing is done in', states('state', 'solid', 'liquid', 'gas')],
    ['a yes or no that is no end', ticks('featured', true, false)],
    ['a single thing', states('state', 'done')],
    ['nothing', states('state')],
  ])('does not count %s', (_name, list) => {
    expect(progress(list)).toBeNull();
  });

  it('of groups counts the items in the groups', () => {
    const phase = (...values: string[]) =>
      group('Phase', field('title', 'string', 'P'), states('state', ...values));
    expect(progress(repeatable('phases', phase('done', 'done'), phase('planned')))).toEqual({
      done: 2,
      total: 3,
      word: '',
    });
    const other = group('Phase', ticks('reached', true, true));
    expect(progress(repeatable('phases', phase('done', 'done'), other))).toBeNull();
  });

  it('of related entries counts these entries, not the items inside them', () => {
    const project = (state: string) => related('P', field('state', 'enumeration', state));
    expect(progress(relation('projects', [project('done'), project('planned')]))).toMatchObject({
      done: 1,
      total: 2,
    });
    const full = related('P', states('state', 'done', 'done'));
    expect(progress(relation('projects', [full, full]))).toBeNull();
  });

  it('is written in words, with a bar for people who can see', () => {
    const html = bodyOf([states('state', 'done', 'planned'), ticks('reached', true, false, false)]);
    expect(html).toContain('<progress max="2" value="1" aria-hidden="true"></progress>');
    expect(withoutTags(html)).toContain('1 of 2 done');
    expect(withoutTags(html)).toMatch(/Reached : 1 of 3/);
  });
});
