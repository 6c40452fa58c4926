import { describe, expect, test } from 'vitest';
import { renderExplanation } from '../../src/core/index.js';
import {
  changesBetween,
  compileHierarchy,
  explainSupervision,
  rollUpPath,
  superviseTeam,
  type SuperviseOptions,
} from '../../src/team/index.js';
import { checkExplanation } from '../core/checkExplanation.js';
import { thrown } from '../core/thrown.js';

const from = '2026-01-01';
const hierarchy = compileHierarchy([
  { child: 'rep', parent: 'lead', from, to: '2026-04-01' },
  { child: 'rep', parent: 'other', from: '2026-04-01' },
  { child: 'lead', parent: 'manager', from },
  { child: 'other', parent: 'manager', from },
  { child: 'manager', parent: 'head', from },
  { child: 'head', parent: null, from },
  { child: 'guest', parent: 'head', from, to: '2026-02-01' },
]);

describe('rollUpPath', () => {
  test('a figure keeps the upline of its own date', () => {
    expect(rollUpPath(hierarchy, 'rep', '2026-03-31').path).toEqual(['lead', 'manager', 'head']);
    expect(rollUpPath(hierarchy, 'rep', '2026-04-01')).toEqual({
      path: ['other', 'manager', 'head'],
      vacant: [],
      end: 'top',
    });
  });

  test('ends after its levels or at an id, and says where; vacant places are passed over and are no level', () => {
    const on = '2026-03-31';
    expect(rollUpPath(hierarchy, 'rep', on, { levels: 2 })).toMatchObject({ path: ['lead', 'manager'], end: 'levels' });
    expect(rollUpPath(hierarchy, 'rep', on, { until: 'manager' })).toMatchObject({
      path: ['lead', 'manager'],
      end: 'until',
    });
    expect(rollUpPath(hierarchy, 'rep', on, { levels: 2, skipVacant: ['manager', 'x'] })).toEqual({
      path: ['lead', 'head'],
      vacant: ['manager'],
      end: 'levels',
    });
    expect(rollUpPath(hierarchy, 'rep', on, { until: 'manager', skipVacant: ['manager'] })).toEqual({
      path: ['lead'],
      vacant: ['manager'],
      end: 'until',
    });
    expect(rollUpPath(hierarchy, 'rep', on, { until: 'nobody' }).end).toBe('top');
    expect(rollUpPath(hierarchy, 'head', on)).toEqual({ path: [], vacant: [], end: 'top' });
    expect(rollUpPath(hierarchy, 'guest', on)).toEqual({ path: [], vacant: [], end: 'absent' });
    expect(rollUpPath(hierarchy, 'rep', on, { kind: 'product' }).end).toBe('absent');
    expect(thrown(() => rollUpPath(hierarchy, 'rep', on, { levels: 0 })).code).toBe('hierarchy.span');
  });
});

test('changesBetween lists who moved, came and went, and nobody else', () => {
  expect(changesBetween(hierarchy, '2026-01-15', '2026-04-15')).toEqual([
    { id: 'guest', before: { status: 'child', parent: 'head' }, after: { status: 'absent' } },
    { id: 'rep', before: { status: 'child', parent: 'lead' }, after: { status: 'child', parent: 'other' } },
  ]);
  expect(changesBetween(hierarchy, '2025-01-01', from).map(({ id }) => id)).toEqual([
    'guest',
    'head',
    'lead',
    'manager',
    'other',
    'rep',
  ]);
  expect(changesBetween(hierarchy, '2026-04-01', '2026-09-01')).toEqual([]);
  expect(changesBetween(hierarchy, from, from, 'product')).toEqual([]);
});

describe('explainSupervision', () => {
  const people = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Fay'];
  const team = compileHierarchy(people.map((child) => ({ child, parent: 'Eva', from })));
  const values = [98, 102, 55, 100, 95, null].map((value, at) => ({ id: people[at]!, value }));

  test.each<SuperviseOptions>([
    { on: from, method: 'pctOfMean' },
    { on: from, method: 'iqr', k: '1' },
    { on: from, method: 'sd', side: 'high', k: '0.2' },
    { on: from, method: 'mad', minGroup: 3 },
  ])('has the distance at its root and stands on the figures of the group: $method', (options) => {
    const { flags } = superviseTeam(values, team, options);
    expect(flags.length).toBeGreaterThan(0);
    for (const { person, distance, threshold } of flags) {
      const why = explainSupervision(values, team, options, person)!;
      expect(why.value).toBe(distance);
      expect(why.from[1]?.value).toBe(threshold);
      expect(why.from[1]?.params['n']).toBe(5);
      expect(checkExplanation(why)).toEqual([]);
      expect(renderExplanation(why, 'en')).toContain(person);
    }
  });

  test('says nothing about who is not flagged', () => {
    expect(explainSupervision(values, team, { on: from, method: 'pctOfMean' }, 'Ana')).toBeNull();
    expect(explainSupervision(values, team, { on: from, method: 'pctOfMean' }, 'nobody')).toBeNull();
  });
});
