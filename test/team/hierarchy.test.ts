import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/core/date.js';
import { toRelations } from '../../src/team/hierarchy/relations.js';
import { uplineReader } from '../../src/team/hierarchy/upline.js';
import { compileHierarchy, type HierarchyLink } from '../../src/team/index.js';
import { thrown } from '../core/thrown.js';

const links: HierarchyLink[] = [
  { child: 'rep', parent: 'manager', from: '2026-01-01', to: '2026-04-01' },
  { child: 'rep', parent: 'other', from: '2026-05-01' },
  { child: 'manager', parent: 'director', from: '2026-01-01' },
  { child: 'director', parent: null, from: '2026-01-01' },
];

describe('compileHierarchy', () => {
  const hierarchy = compileHierarchy(links);

  test('a root is not the same as absent', () => {
    expect(hierarchy.parentAt('rep', '2026-03-31')).toEqual({ status: 'child', parent: 'manager' });
    expect(hierarchy.parentAt('director', '2026-03-31')).toEqual({ status: 'root' });
    expect(hierarchy.parentAt('rep', '2026-04-15')).toEqual({ status: 'absent' });
    expect(hierarchy.parentAt('other', '2026-05-01')).toEqual({ status: 'absent' });
    expect(hierarchy.parentAt('nobody', '2026-05-01')).toEqual({ status: 'absent' });
    expect(hierarchy.parentAt('rep', '2026-03-31', 'sponsor')).toEqual({ status: 'absent' });
  });

  test('ancestors, path, level and membership agree', () => {
    expect(hierarchy.ancestorsAt('rep', '2026-01-01')).toEqual(['manager', 'director']);
    expect(hierarchy.ancestorsAt('rep', '2026-01-01', { levels: 1 })).toEqual(['manager']);
    expect(hierarchy.ancestorsAt('rep', '2026-01-01', { levels: 0 })).toEqual([]);
    expect(hierarchy.pathAt('rep', '2026-01-01')).toEqual(['director', 'manager', 'rep']);
    expect(hierarchy.pathAt('director', '2026-01-01')).toEqual(['director']);
    expect(hierarchy.levelAt('rep', '2026-01-01')).toBe(2);
    expect(hierarchy.levelAt('director', '2026-01-01')).toBe(0);
    expect(hierarchy.isUnderAt('rep', 'director', '2026-01-01')).toBe(true);
    expect(hierarchy.isUnderAt('rep', 'director', '2026-05-01')).toBe(false);
    expect(hierarchy.isUnderAt('rep', 'rep', '2026-01-01')).toBe(false);
  });

  test('who has no link and no reports on a day is not in the tree', () => {
    expect(hierarchy.pathAt('rep', '2026-04-15')).toEqual([]);
    expect(hierarchy.levelAt('rep', '2025-12-31')).toBeNull();
    expect(hierarchy.levelAt('other', '2026-04-30')).toBeNull();
    expect(hierarchy.levelAt('other', '2026-05-01')).toBe(0);
    expect(hierarchy.at('2025-12-31').members()).toEqual([]);
  });

  test('a snapshot lists children and members, siblings by id', () => {
    const snapshot = hierarchy.at('2026-05-01');
    expect(snapshot.members()).toEqual(['director', 'manager', 'other', 'rep']);
    expect(snapshot.members('other')).toEqual(['other', 'rep']);
    expect(snapshot.members('nobody')).toEqual([]);
    expect(snapshot.children('other')).toEqual(['rep']);
    expect(snapshot.children('rep')).toEqual([]);
    expect(snapshot.children('nobody')).toEqual([]);
  });

  test('keys of a roll-up may be any text', () => {
    const odd = compileHierarchy([{ child: '__proto__', parent: 'constructor', from: '2026-01-01' }]);
    const values = JSON.parse('{ "__proto__": "1.5" }') as Record<string, string>;
    expect(odd.at('2026-01-01').rollUp(values).rows).toEqual([
      { id: '__proto__', own: '1.5', total: '1.5' },
      { id: 'constructor', own: '0', total: '1.5' },
    ]);
    expect(odd.kinds).toEqual(['reportsTo']);
  });

  test('a link stated twice, or in pieces, counts once', () => {
    const twice = compileHierarchy([
      { child: 'a', parent: 'b', from: '2026-01-01', to: '2026-03-01' },
      { child: 'a', parent: 'b', from: '2026-02-01', to: '2026-05-01' },
      { child: 'a', parent: 'b', from: '2026-05-01' },
    ]);
    expect(twice.ancestorsAt('a', '2026-06-01')).toEqual(['b']);
  });

  test('no links give an empty hierarchy', () => {
    const empty = compileHierarchy([]);
    expect(empty.kinds).toEqual([]);
    expect(empty.ancestorsAt('a', '2026-01-01')).toEqual([]);
    expect(empty.at('2026-01-01').spans).toEqual([]);
  });
});

describe('wrong links', () => {
  test('an overlap names both entries, the child and the day', () => {
    const error = thrown(() =>
      compileHierarchy([
        { child: 'r', parent: 'm2', from: '2026-04-01' },
        { child: 'r', parent: null, from: '2026-01-01', to: '2026-06-01' },
      ]),
    );
    expect(error.message).toBe('[0]: r has two parents of kind reportsTo on 2026-04-01, see entry 1');
    expect(error.params).toEqual({ child: 'r', kind: 'reportsTo', other: 1, on: '2026-04-01' });
  });

  test('a cycle names its members along the parents, smallest first, and its days', () => {
    const error = thrown(() =>
      compileHierarchy([
        { child: 'c', parent: 'a', from: '2025-01-01', to: '2026-04-01' },
        { child: 'b', parent: 'c', from: '2026-02-01' },
        { child: 'a', parent: 'b', from: '2026-01-01', to: '2026-03-01' },
        { child: 'z', parent: 'a', from: '2026-01-01' },
      ]),
    );
    expect(error.code).toBe('hierarchy.cycle');
    expect(error.params).toEqual({ members: ['a', 'b', 'c'], kind: 'reportsTo', from: '2026-02-01', to: '2026-03-01' });
  });

  test('an open cycle has no last day, and the earliest cycle is named', () => {
    const error = thrown(() =>
      compileHierarchy([
        { child: 'x', parent: 'y', from: '2026-02-01' },
        { child: 'y', parent: 'x', from: '2026-02-01' },
        { child: 'q', parent: 'p', from: '2026-01-01' },
        { child: 'p', parent: 'q', from: '2026-01-02' },
      ]),
    );
    expect(error.params).toMatchObject({ members: ['p', 'q'], from: '2026-01-02', to: null });
  });

  test('two links that turn round on one day are no cycle', () => {
    const links: HierarchyLink[] = [
      { child: 'a', parent: 'b', from: '2026-01-01', to: '2026-02-01' },
      { child: 'b', parent: 'a', from: '2026-02-01' },
    ];
    expect(compileHierarchy(links).ancestorsAt('b', '2026-02-01')).toEqual(['a']);
  });

  test('dates must exist and stand in order, also those of a question', () => {
    expect(thrown(() => compileHierarchy([{ child: 'a', parent: null, from: '2023-02-29' }])).message).toMatch(
      /^\[0\]\.from: /,
    );
    const empty = thrown(() => compileHierarchy([{ child: 'a', parent: null, from: '2026-01-01', to: '2026-01-01' }]));
    expect([empty.code, empty.path]).toEqual(['period.order', [0, 'to']]);
    expect(thrown(() => compileHierarchy([]).ancestorsAt('a', '2026-13-01')).code).toBe('date.invalid');
  });
});

const day = dayNumber;

describe('uplineReader', () => {
  const read = uplineReader(toRelations(links, []).get('reportsTo'), Infinity);

  test('an upline says on which days it is the same', () => {
    const march = read('rep', day('2026-03-01'));
    expect(march).toEqual({ ancestors: ['manager', 'director'], from: day('2026-01-01'), to: day('2026-04-01') });
    expect(read('rep', day('2026-01-01'))).toBe(march);
    expect(read('rep', day('2026-04-20'))).toEqual({ ancestors: [], from: day('2026-04-01'), to: day('2026-05-01') });
    expect(read('rep', day('2026-05-01')).ancestors).toEqual(['other']);
    expect(read('nobody', 0).ancestors).toEqual([]);
    expect(uplineReader(undefined, 1)('rep', 0).ancestors).toEqual([]);
  });

  test('fewer levels hold longer', () => {
    const one = uplineReader(toRelations(links, []).get('reportsTo'), 1);
    expect(one('manager', day('2026-03-01')).ancestors).toEqual(['director']);
  });
});

test('a chain of 10,000 levels neither overflows the stack nor takes long', () => {
  const chain: HierarchyLink[] = [];
  for (let i = 0; i < 10_000; i += 1) chain.push({ child: `n${i}`, parent: `n${i + 1}`, from: '2026-01-01' });
  const hierarchy = compileHierarchy(chain);
  expect(hierarchy.ancestorsAt('n0', '2026-01-01')).toHaveLength(10_000);
  expect(hierarchy.at('2026-01-01').spans[0]).toMatchObject({ id: 'n10000', layers: 10_000, members: 10_001 });
  const closed = thrown(() => compileHierarchy([...chain, { child: 'n10000', parent: 'n0', from: '2026-02-01' }]));
  expect(closed.params.members).toHaveLength(10_001);
});
