import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber } from '../../src/core/date.js';
import { findCycles } from '../../src/team/hierarchy/findCycles.js';
import { toRelation, versionAt } from '../../src/team/hierarchy/relation.js';
import { uplineReader } from '../../src/team/hierarchy/upline.js';
import { OPEN } from '../../src/team/hierarchy/version.js';
import { compileHierarchy, type HierarchyLink } from '../../src/team/index.js';

const DAYS = 12;
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const date = (day: number): string => fromDayNumber(20_000 + day);

/** Links of random people and spans, without overlaps: each child's cuts of the time line get a parent each. */
const someLinks = (order: (child: number) => readonly string[]): fc.Arbitrary<HierarchyLink[]> =>
  fc
    .tuple(
      ...ids.map((child, rank) =>
        fc
          .tuple(
            fc.uniqueArray(fc.integer({ min: 0, max: DAYS }), { maxLength: 5 }),
            fc.array(fc.constantFrom(...order(rank), null, undefined), { minLength: 5, maxLength: 5 }),
          )
          .map(([cuts, parents]) => {
            cuts.sort((a, b) => a - b);
            return cuts.flatMap((cut, index): HierarchyLink[] => {
              const parent = parents[index];
              const end = cuts[index + 1];
              if (parent === undefined || parent === child) return [];
              return [{ child, parent, from: date(cut), to: end === undefined ? null : date(end) }];
            });
          }),
      ),
    )
    .chain((lists) => fc.shuffledSubarray(lists.flat(), { minLength: lists.flat().length }));

const anyLinks = someLinks(() => ids);
const treeLinks = someLinks((rank) => ids.slice(rank + 1));

test('cycles are those of a scan of every day', () => {
  let found = 0;
  fc.assert(
    fc.property(anyLinks, (links) => {
      const relation = toRelation('k', links, [...links.keys()], []);
      const cycles = findCycles(relation);
      found += cycles.length;
      for (let day = 20_000; day <= 20_000 + DAYS; day += 1) {
        const expected = new Set<string>();
        for (const first of relation.ids.keys()) {
          const members = [first];
          for (let at = first; ;) {
            const version = versionAt(relation, at, day);
            at = version < 0 ? -1 : relation.parent[version]!;
            if (at < 0 || members.length > ids.length) break;
            if (at === first) {
              if (first === Math.min(...members)) expected.add(members.join());
              break;
            }
            members.push(at);
          }
        }
        const holding = cycles.filter(({ from, to }) => from <= day && day < to);
        expect(new Set(holding.map(({ members }) => members.join()))).toEqual(expected);
      }
      expect(cycles.every(({ from, to }) => from < to && to <= OPEN)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('ancestors, membership, levels, paths and the snapshot say the same', () => {
  fc.assert(
    fc.property(treeLinks, fc.integer({ min: 0, max: DAYS }), (links, day) => {
      const hierarchy = compileHierarchy(links);
      const snapshot = hierarchy.at(date(day));
      const members = snapshot.members();
      for (const id of ids) {
        const ancestors = hierarchy.ancestorsAt(id, date(day));
        for (const other of ids) {
          expect(hierarchy.isUnderAt(id, other, date(day))).toBe(ancestors.includes(other));
          expect(ancestors.includes(other) || (id === other && members.includes(id))).toBe(
            snapshot.members(other).includes(id),
          );
        }
        expect(hierarchy.levelAt(id, date(day))).toBe(members.includes(id) ? ancestors.length : null);
        expect(hierarchy.pathAt(id, date(day))).toEqual(members.includes(id) ? [...ancestors.toReversed(), id] : []);
        const direct = links.find((l) => l.child === id && l.from <= date(day) && date(day) < (l.to ?? '9999'));
        expect(ancestors[0]).toBe(direct?.parent ?? undefined);
        expect(hierarchy.parentAt(id, date(day)).status).toBe(
          direct === undefined ? 'absent' : direct.parent === null ? 'root' : 'child',
        );
      }
      for (const { id, parent, level, reports, layers, members: below } of snapshot.spans) {
        expect(level).toBe(hierarchy.levelAt(id, date(day)));
        expect(parent).toBe(hierarchy.ancestorsAt(id, date(day))[0] ?? null);
        expect(reports).toBe(snapshot.children(id).length);
        expect(below).toBe(snapshot.members(id).length);
        expect(layers).toBe(Math.max(...snapshot.members(id).map((m) => hierarchy.levelAt(m, date(day))! - level)));
      }
    }),
    { numRuns: 300 },
  );
});

test('roots and absent values add up to all values, and ones count the members', () => {
  fc.assert(
    fc.property(
      treeLinks,
      fc.integer({ min: 0, max: DAYS }),
      fc.array(fc.integer(), { minLength: 6, maxLength: 6 }),
      (links, day, given) => {
        const snapshot = compileHierarchy(links).at(date(day));
        const { rows, absent } = snapshot.rollUp(Object.fromEntries(ids.map((id, index) => [id, given[index]!])));
        const roots = new Set(snapshot.spans.filter(({ parent }) => parent === null).map(({ id }) => id));
        const total = rows.filter(({ id }) => roots.has(id)).reduce((sum, row) => sum + BigInt(row.total), 0n);
        const outside = absent.reduce((sum, row) => sum + BigInt(row.own), 0n);
        expect(total + outside).toBe(given.reduce((sum, value) => sum + BigInt(value), 0n));
        const ones = snapshot.rollUp(Object.fromEntries(ids.map((id) => [id, 1]))).rows;
        for (const { id, total: count } of ones) expect(count).toBe(String(snapshot.members(id).length));
      },
    ),
    { numRuns: 300 },
  );
});

test('the order of the links changes nothing', () => {
  fc.assert(
    fc.property(treeLinks, fc.integer({ min: 0, max: DAYS }), (links, day) => {
      expect(compileHierarchy(links.toReversed()).at(date(day)).spans).toEqual(
        compileHierarchy(links).at(date(day)).spans,
      );
    }),
    { numRuns: 200 },
  );
});

test('an upline read by day number is the one of its whole span', () => {
  fc.assert(
    fc.property(
      treeLinks,
      fc.array(fc.integer({ min: 0, max: DAYS }), { minLength: 1 }),
      fc.constantFrom(1, 2, Infinity),
      (links, days, levels) => {
        const hierarchy = compileHierarchy(links);
        const read = uplineReader(toRelation('reportsTo', links, [...links.keys()], []), levels);
        for (const day of days) {
          for (const id of ids) {
            const upline = read(id, 20_000 + day);
            expect(upline.from <= 20_000 + day && 20_000 + day < upline.to).toBe(true);
            for (let other = 0; other <= DAYS; other += 1) {
              if (other + 20_000 < upline.from || other + 20_000 >= upline.to) continue;
              expect(hierarchy.ancestorsAt(id, date(other), { levels })).toEqual(upline.ancestors);
            }
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
