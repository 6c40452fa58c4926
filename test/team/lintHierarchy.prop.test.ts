import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../src/core/compareText.js';
import { fromDayNumber, SalesModelError } from '../../src/core/index.js';
import { compileHierarchy, type HierarchyLink, lintHierarchy } from '../../src/team/index.js';

const DAYS = 8;
const ids = ['a', 'b', 'c', 'd'];
const byText = (a: unknown, b: unknown): number => compareText(String(a), String(b));
const date = (day: number): string => fromDayNumber(20_000 + day);

/** Links of every fault: overlaps, circles, selves, gaps. */
const links = fc.array(
  fc
    .record({
      child: fc.constantFrom(...ids),
      parent: fc.option(fc.constantFrom(...ids)),
      from: fc.integer({ min: 0, max: DAYS - 1 }),
      length: fc.integer({ min: 1, max: DAYS }),
      kind: fc.constantFrom(undefined, undefined, 'overlay'),
    })
    .map(({ child, parent, from, length, kind }): HierarchyLink => ({
      child,
      parent,
      from: date(from),
      to: from + length >= DAYS ? null : date(from + length),
      ...(kind === undefined ? {} : { kind }),
    })),
  { maxLength: 8 },
);

const errors = (list: readonly HierarchyLink[]) => lintHierarchy(list).filter(({ severity }) => severity === 'error');

test('it finds an error exactly where a hierarchy is refused', () => {
  const seen = { refused: 0, sound: 0 };
  fc.assert(
    fc.property(links, (list) => {
      let code: string | null = null;
      try {
        compileHierarchy(list);
      } catch (error) {
        if (!(error instanceof SalesModelError)) throw error;
        ({ code } = error);
      }
      seen[code === null ? 'sound' : 'refused'] += 1;
      const found = errors(list).map((finding) => finding.code);
      if (code === null) expect(found).toEqual([]);
      else expect(found).toContain(code.replace('hierarchy.', '').replace('overlap', 'linkOverlap'));
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.refused, seen.sound)).toBeGreaterThan(50);
});

test('without the links that it names there is no error', () => {
  fc.assert(
    fc.property(links, (list) => {
      let left = list;
      for (let faults = errors(left); faults.length > 0; faults = errors(left)) {
        const named = new Set(faults.map(({ path }) => path[0]));
        left = left.filter((_, entry) => !named.has(entry));
      }
      expect(() => compileHierarchy(left)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('on every day it says what a look at that day says', () => {
  fc.assert(
    fc.property(links, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (list, min, max) => {
      fc.pre(errors(list).length === 0);
      const hierarchy = compileHierarchy(list);
      const findings = lintHierarchy(list, { span: { min, max } });
      for (const kind of hierarchy.kinds) {
        for (let day = -1; day <= DAYS + 1; day += 1) {
          const on = date(day);
          const said = (code: string) =>
            findings
              .filter(({ code: each, params }) => each === code && params['kind'] === kind)
              .filter(({ params: { from, to } }) => String(from) <= on && (to === null || on < String(to)))
              .map(({ params }) => params);
          const { spans } = hierarchy.at(on, kind);
          const roots = spans.filter(({ parent }) => parent === null).map(({ id }) => id);
          expect(said('severalRoots')).toHaveLength(roots.length > 1 ? 1 : 0);
          for (const { roots: named } of said('severalRoots')) expect(named).toEqual(expect.arrayContaining(roots));
          expect(
            said('orphan')
              .map(({ parent }) => parent)
              .toSorted(byText),
          ).toEqual(roots.filter((id) => hierarchy.parentAt(id, on, kind).status === 'absent').toSorted(byText));
          const managers = spans.filter(({ reports }) => reports > 0);
          const idsOf = (code: string) =>
            said(code)
              .map(({ id }) => id)
              .toSorted(byText);
          expect(idsOf('spanWide')).toEqual(
            managers
              .filter(({ reports }) => reports > max)
              .map(({ id }) => id)
              .toSorted(byText),
          );
          expect(idsOf('spanNarrow')).toEqual(
            managers
              .filter(({ reports }) => reports < min)
              .map(({ id }) => id)
              .toSorted(byText),
          );
          const between = ids.filter((id) => {
            const own = list.filter((link) => link.child === id && (link.kind ?? 'reportsTo') === kind);
            const held = own.some(({ from, to }) => from <= on && on < (to ?? '9999'));
            return !held && own.some(({ from }) => from <= on) && own.some(({ from }) => on < from);
          });
          expect(
            said('linkGap')
              .map(({ child }) => child)
              .toSorted(byText),
          ).toEqual(between);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the order of the links changes the places alone, unless links clash and one is left out', () => {
  fc.assert(
    fc.property(
      links.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        fc.pre(!errors(list).some(({ code }) => code === 'linkOverlap'));
        const said = (each: readonly HierarchyLink[]) => lintHierarchy(each).map(({ code, params }) => [code, params]);
        expect(said(shuffled)).toEqual(said(list));
      },
    ),
    { numRuns: 300 },
  );
});
