import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus, toDecimal, toText } from '../../src/core/decimal.js';
import {
  abc,
  type AbcPolicy,
  type BehaviourFacts,
  classifyBehaviour,
  classifyValue,
  compileAbc,
  compileSegments,
  compileXyz,
  cross,
  gradeProspect,
  isKeyAccount,
  segmentBy,
  type SegmentFacts,
  type SegmentSet,
  type ValuePolicy,
  xyz,
} from '../../src/segmentation/index.js';
import { addDays } from '../../src/core/index.js';
import type { Rule } from '../../src/mechanisms/rules/index.js';

const asOf = '2026-03-31';
const values = fc.array(fc.integer({ min: -3, max: 30 }), { minLength: 1, maxLength: 12 });
const items = values.map((list) => list.map((value, at) => ({ id: `i${at}`, value: String(value) })));
const policies: fc.Arbitrary<AbcPolicy> = fc.record({
  id: fc.constant('p'),
  version: fc.constant('1'),
  convention: fc.constantFrom('crossingIncluded', 'crossingExcluded'),
  ties: fc.constantFrom('promote', 'demote', 'byKey'),
  increment: fc.constantFrom('0.01', '1', '3'),
  cuts: fc.constantFrom(['0.8', '0.95'], ['0.5'], ['0.25', '0.5', '0.75']),
});
const classesOf = (list: readonly { id: string; value: string }[], policy: AbcPolicy) =>
  new Map(abc(list, { asOf, policy }).assignments.map((each) => [each.customer, each]));

test('classes hold everybody and everything once, in any order, and equal values share one', () => {
  fc.assert(
    fc.property(items, policies, (list, policy) => {
      const result = abc(list, { asOf, policy });
      expect(abc(list.toReversed(), { asOf, policy })).toEqual(result);
      expect(result.classes.reduce((sum, each) => sum + each.items, 0)).toBe(list.length);
      const sum = (all: readonly { value: string }[]) =>
        toText(all.map(({ value }) => toDecimal(value)).reduce(plus, toDecimal(0)));
      expect(sum(result.classes)).toBe(sum(list));
      if (policy.ties === 'byKey') return;
      const found = new Map<string, string | null>();
      for (const each of result.assignments) {
        const value = String(each.inputs['value']);
        expect(found.get(value) ?? each.segment).toBe(each.segment);
        found.set(value, each.segment);
      }
    }),
  );
});

test('columns of a list have the classes, shares and explanations of its items', () => {
  const long = fc.constantFrom(1, 1e15);
  fc.assert(
    fc.property(items, policies, long, fc.boolean(), (list, policy, by, isBig) => {
      const given = list.map(({ id, value }) => ({ id, value: String(BigInt(value) * BigInt(by)) }));
      const numbers = given.map(({ value }) => BigInt(value));
      const isBoth = isBig || by > 1;
      const run = compileAbc(policy).run(
        {
          ids: given.map(({ id }) => id),
          value: { values: isBoth ? BigInt64Array.from(numbers) : Float64Array.from(numbers, Number), scale: 0 },
        },
        asOf,
      );
      const { assignments, classes, total } = abc(given, { asOf, policy });
      expect(run).toMatchObject({
        customers: assignments.map(({ customer }) => customer),
        classes,
        total,
        rejected: [],
      });
      expect(Array.from(run.segment, (at) => run.codes[at])).toEqual(assignments.map(({ segment }) => segment));
      expect(assignments.map((_, at) => run.explainAt(at))).toEqual(assignments);
    }),
  );
});

test('columns of series have the classes and explanations of the series', () => {
  const table = fc
    .integer({ min: 0, max: 4 })
    .chain((periods) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: periods, maxLength: periods }), { maxLength: 6 }),
    );
  const policy = fc.record({
    id: fc.constant('p'),
    version: fc.constant('1'),
    sd: fc.constantFrom('population' as const, 'sample' as const),
    cuts: fc.constantFrom(['0.5', '1'], ['0.25']),
  });
  fc.assert(
    fc.property(table, policy, fc.nat(2), (list, rule, scale) => {
      const text = (value: number): string => toText(toDecimal(value).times(`1e-${scale}`));
      const series = list.map((values, at) => ({ id: `i${at}`, values: values.map(text) })).toReversed();
      const periods = (list[0] ?? []).map((_, at) => ({
        values: Float64Array.from(list.toReversed(), (values) => values[at]!),
        scale,
      }));
      const run = compileXyz(rule).run({ ids: series.map(({ id }) => id), periods }, asOf);
      const one = xyz(series, { asOf, policy: rule });
      expect(run.customers).toEqual(one.map(({ customer }) => customer));
      expect(Array.from(run.segment, (at) => run.codes[at])).toEqual(one.map(({ segment }) => segment));
      expect(one.map((_, at) => run.explainAt(at))).toEqual(one);
    }),
  );
});

test('the distance to a better class reaches it, and an increment less does not', () => {
  fc.assert(
    fc.property(items, policies, fc.nat(), (list, drawn, pick) => {
      const policy: AbcPolicy = { ...drawn, convention: 'crossingIncluded', ties: 'promote' };
      const own = list[pick % list.length]!;
      const before = classesOf(list, policy).get(own.id)!;
      const [distance] = before.distanceToNext;
      expect(distance === undefined).toBe(before.segment === 'A');
      if (distance === undefined) return;
      const after = (less: string) => {
        const value = toText(plus(toDecimal(own.value), toDecimal(distance.delta).minus(less)));
        return classesOf(
          list.map((each) => (each === own ? { ...each, value } : each)),
          policy,
        ).get(own.id)!.segment!;
      };
      expect(after('0')).toBe(distance.segment);
      expect(after(policy.increment!) >= before.segment!).toBe(true);
    }),
  );
});

test('more of a value never leads to a worse class', () => {
  fc.assert(
    fc.property(items, fc.nat(), fc.integer({ min: 1, max: 40 }), (list, pick, more) => {
      const policy: AbcPolicy = { id: 'p', version: '1' };
      const own = list[pick % list.length]!;
      const richer = list.map((each) => (each === own ? { ...each, value: String(Number(each.value) + more) } : each));
      const [before, after] = [classesOf(list, policy), classesOf(richer, policy)];
      expect(after.get(own.id)!.segment! <= before.get(own.id)!.segment!).toBe(true);
    }),
  );
});

test('a series and its multiple vary alike, and sorting it changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (list, by) => {
        const of = (numbers: readonly number[]) => xyz([{ id: 'a', values: numbers.map(String) }], { asOf })[0]!;
        const plain = of(list);
        const scaled = of(list.map((value) => value * by).toSorted((a, b) => a - b));
        expect([scaled.segment, scaled.inputs['variation']]).toEqual([plain.segment, plain.inputs['variation']]);
        const mean = list.reduce((a, b) => a + b, 0) / list.length;
        if (mean === 0) return;
        const sd = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length);
        expect(Number(plain.inputs['variation'])).toBeCloseTo(sd / mean, 10);
      },
    ),
  );
});

const metric = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 4 });
const valuePolicy = {
  id: 'v',
  version: '1',
  items: [
    { metric: 'a', weight: '0.4', normaliser: { kind: 'threshold', thresholds: ['3', '8'] } },
    { metric: 'b', weight: '0.3', normaliser: { kind: 'threshold', thresholds: ['2', '9'] } },
    { metric: 'c', weight: '0.35', normaliser: { kind: 'threshold', thresholds: ['5', '6'] } },
  ],
} as const;
const valueOf = (metrics: Record<string, number | null>) =>
  classifyValue([{ customer: 'c', metrics }], { asOf, policy: valuePolicy })[0]!;

test('a value class that is decided stays whatever is not known, and one that is open could be two', () => {
  fc.assert(
    fc.property(fc.record({ a: metric, b: metric, c: metric }), (metrics) => {
      const found = valueOf(metrics);
      const missing = Object.keys(metrics).filter((name) => metrics[name as 'a'] === null);
      const fill = (value: number) =>
        valueOf({ ...metrics, ...Object.fromEntries(missing.map((name) => [name, value])) }).segment;
      if (found.segment === null) expect(fill(0)).not.toBe(fill(12));
      else expect([fill(0), fill(12)]).toEqual([found.segment, found.segment]);
      expect(found.missing).toEqual(found.segment === null ? missing : []);
    }),
    { numRuns: 400 },
  );
});

const amount = fc.constantFrom('0', '1', '1.5', '2', '3', '3.25', '7', '10', '-2');
const base = fc.array(fc.record({ a: amount, b: amount }), { minLength: 1, maxLength: 6 });
const normaliser = fc.constantFrom(
  { kind: 'threshold', thresholds: ['2', '3.1'] } as const,
  { kind: 'minMax' } as const,
  { kind: 'rank' } as const,
);
const increment = fc.constantFrom('0.01', '1', '0.5');
const named = { id: fc.constant('v'), version: fc.constant('1') };
const worthPolicies: fc.Arbitrary<ValuePolicy> = fc.oneof(
  fc.record({
    ...named,
    items: fc
      .tuple(fc.constantFrom('0', '0.4', '1', '3'), normaliser, increment, normaliser, increment)
      .map(([weight, first, step, second, other]) => [
        { metric: 'b', weight: '0.6', normaliser: second, increment: other },
        { metric: 'a', weight, normaliser: first, increment: step },
      ]),
    high: fc.constantFrom('60', '70', '83.3333333333335', '100'),
    mid: fc.constantFrom('40', '16.666666666667'),
  }),
  fc.record({
    ...named,
    by: fc.constant('quantile' as const),
    metric: fc.constant('a'),
    probabilities: fc.constantFrom(['0.5', '0.8'] as const, ['0.25', '0.999'] as const),
    increment,
  }),
  fc.record({ ...named, by: fc.constant('abc' as const), metric: fc.constant('a'), increment }),
);
const worthOf = (list: readonly { a: string; b: string }[], policy: ValuePolicy) =>
  classifyValue(
    list.map((metrics, at) => ({ customer: `c${at}`, metrics })),
    { asOf, policy },
  );
const worthOrder = ['high', 'mid', 'low'];

test('so much more of a metric leads to the value class that is named, a step less to none, and what is not named to none', () => {
  fc.assert(
    fc.property(base, worthPolicies, fc.nat(), (list, policy, pick) => {
      const own = pick % list.length;
      const found = worthOf(list, policy)[own]!;
      const placeWith = (input: string, value: string): number =>
        worthOrder.indexOf(
          worthOf(
            list.map((metrics, at) => (at === own ? { ...metrics, [input]: value } : metrics)),
            policy,
          )[own]!.segment!,
        );
      const before = worthOrder.indexOf(found.segment!);
      for (const input of ['a', 'b'] as const) {
        const now = toDecimal(list[own]![input]);
        const distance = found.distanceToNext.find((each) => each.input === input);
        if (distance === undefined) expect(placeWith(input, '1000000')).toBeGreaterThanOrEqual(before);
        else {
          const step =
            'items' in policy ? policy.items.find(({ metric }) => metric === input)!.increment! : policy.increment!;
          expect(toDecimal(distance.delta).mod(step).isZero()).toBe(true);
          expect(worthOrder[placeWith(input, toText(now.plus(distance.delta)))]).toBe(distance.segment);
          expect(worthOrder.indexOf(distance.segment)).toBeLessThan(before);
          expect(placeWith(input, toText(now.plus(distance.delta).minus(step)))).toBeGreaterThanOrEqual(before);
        }
      }
    }),
    // Each run classes a base seven times.
    { numRuns: 200 },
  );
});

test('more of a metric never leads to a worse value class', () => {
  fc.assert(
    fc.property(base, worthPolicies, fc.nat(), fc.constantFrom('a', 'b'), amount, (list, policy, pick, input, more) => {
      const own = pick % list.length;
      const richer = list.map((metrics, at) =>
        at === own
          ? { ...metrics, [input]: toText(toDecimal(metrics[input as 'a']).plus(toDecimal(more).abs())) }
          : metrics,
      );
      const place = (all: typeof list) => worthOrder.indexOf(worthOf(all, policy)[own]!.segment!);
      expect(place(richer)).toBeLessThanOrEqual(place(list));
    }),
    { numRuns: 250 },
  );
});

test('a number that moves so far makes a key account, and a step less does not', () => {
  const bound = fc.constantFrom('0.3', '0.5', '0.55', '2');
  const leaf = fc
    .tuple(fc.constantFrom('shareOfWallet', 'projects'), bound, bound)
    .chain(([field, a, b]) =>
      fc.constantFrom<Rule>(
        { field, op: 'ge', value: a },
        { field, op: 'gt', value: a },
        { field, op: 'le', value: a },
        { field, op: 'lt', value: a },
        { field, op: 'eq', value: a },
        { field, op: 'in', value: [a, b] },
        { field, op: 'between', value: Number(a) < Number(b) ? [a, b] : [b, a] },
      ),
    );
  const rule = fc.oneof(
    leaf,
    fc.tuple(leaf, leaf).map((all): Rule => ({ all })),
    leaf.map((not): Rule => ({ not })),
  );
  const value = fc.constantFrom('0.2', '0.3', '0.301', '0.5', '0.9', '3');
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 2 }), value, value, (list, shareOfWallet, projects) => {
      const policy = {
        id: 'k',
        version: '1',
        rules: list.map((when, at) => ({ code: `r${at}`, when })),
        increments: { projects: '0.1' },
      };
      const facts = { customer: 'c', shareOfWallet, projects };
      const found = isKeyAccount(facts, { asOf, policy });
      const isKey = (input: string, by: number, step: string): boolean => {
        const moved = toText(toDecimal(facts[input as 'projects']).plus(toDecimal(step).times(by)));
        return isKeyAccount({ ...facts, [input]: moved }, { asOf, policy }).segment === 'key';
      };
      for (const [input, step] of [
        ['shareOfWallet', '0.01'],
        ['projects', '0.1'],
      ] as const) {
        const distance = found.distanceToNext.find((each) => each.input === input);
        const steps = distance === undefined ? 400 : Math.abs(Number(toDecimal(distance.delta).div(step)));
        if (distance !== undefined) {
          expect(distance.segment).toBe('key');
          expect(isKey(input, Number(toDecimal(distance.delta).div(step)), step)).toBe(true);
        }
        if (found.segment === 'key') continue;
        for (const less of [1, steps >> 1, steps - 1].filter((count) => count > 0 && count < steps)) {
          expect([isKey(input, less, step), isKey(input, -less, step)]).toEqual([false, false]);
        }
      }
      expect(found.distanceToNext.length === 0 || found.segment === 'standard').toBe(true);
    }),
  );
});

test('so many orders more lead to the behaviour that is named, and one less does not', () => {
  const facts: fc.Arbitrary<BehaviourFacts> = fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([older, windowOrders]) => ({ customer: 'c', lifetimeOrders: older + windowOrders, windowOrders }));
  const policy = fc.record({
    id: fc.constant('p'),
    version: fc.constant('1'),
    frequentMin: fc.integer({ min: 1, max: 5 }),
    firstTime: fc.constantFrom('lifetime' as const, 'window' as const),
  });
  const order = ['frequent', 'occasional', 'firstTime', 'inactive', 'prospect'];
  fc.assert(
    fc.property(facts, policy, (fact, rule) => {
      const after = (more: number) => {
        const { lifetimeOrders, windowOrders } = fact;
        const richer = { customer: 'c', lifetimeOrders: lifetimeOrders + more, windowOrders: windowOrders + more };
        return order.indexOf(classifyBehaviour(richer, { asOf, policy: rule }).segment!);
      };
      const found = classifyBehaviour(fact, { asOf, policy: rule });
      const [distance] = found.distanceToNext;
      expect(distance === undefined).toBe(found.segment === 'frequent');
      if (distance === undefined) return;
      expect(order[after(Number(distance.delta))]).toBe(distance.segment);
      for (let more = 0; more < Number(distance.delta); more++) expect(after(more)).toBeGreaterThanOrEqual(after(0));
    }),
  );
});

test('a purchase so many days sooner or later has the grade that is named, and one day less has not', () => {
  const order = ['A', 'B', 'C', 'D', 'overdue'];
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom('started' as const, 'soon' as const, 'none' as const)),
      fc.integer({ min: -40, max: 500 }),
      fc.constantFrom('separate' as const, 'D' as const),
      (selection, ahead, overdue) => {
        const policy = { id: 'p', version: '1', overdue };
        const grade = (days: number) =>
          gradeProspect(
            { customer: 'c', ...(selection === null ? {} : { selection }), expectedClose: addDays(asOf, days) },
            { asOf, policy },
          );
        const found = grade(ahead);
        const [distance] = found.distanceToNext;
        if (distance === undefined) return;
        const delta = Number(distance.delta);
        expect(grade(ahead + delta).segment).toBe(distance.segment);
        expect(order.indexOf(distance.segment)).toBeLessThan(order.indexOf(found.segment!));
        expect(grade(ahead + delta - Math.sign(delta)).segment).toBe(found.segment);
      },
    ),
  );
});

const conditions = fc.constantFrom(
  { field: 'age', op: 'ge', value: 30 } as const,
  { field: 'age', op: 'lt', value: 50 } as const,
  { field: 'region', op: 'under', value: 'CN/31' } as const,
  { field: 'gender', op: 'eq', value: 'f' } as const,
  {
    all: [
      { field: 'summary.orders', op: 'ge', value: 3 },
      { field: 'region', op: 'under', value: 'CN' },
    ],
  } as const,
);
const sets: fc.Arbitrary<SegmentSet> = fc.record({
  id: fc.constant('s'),
  version: fc.constant('1'),
  hit: fc.constantFrom('first', 'unique', 'all'),
  segments: fc.array(conditions, { maxLength: 4 }).map((list) => list.map((when, at) => ({ code: `s${at}`, when }))),
});
const people: fc.Arbitrary<SegmentFacts[]> = fc
  .array(
    fc.record(
      {
        birthYear: fc.integer({ min: 1960, max: 2005 }),
        region: fc.constantFrom('CN', 'CN/31', 'CN/31/310115', 'DE'),
        gender: fc.constantFrom('f', 'm'),
        summary: fc.record({ orders: fc.nat(5) }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 6 },
  )
  .map((list) => list.map((person, at) => ({ id: `p${at}`, ...person })));

test('columns of segments say what each assignment says, and nothing missing can change one that has none missing', () => {
  fc.assert(
    fc.property(sets, people, (set, list) => {
      const each = segmentBy(set, list, { asOf });
      expect(segmentBy(set, list.toReversed(), { asOf })).toEqual(each);
      const run = compileSegments(set).run(list, asOf);
      expect(Array.from(run.segment, (at) => run.codes[at])).toEqual(each.map(({ segment }) => segment));
      expect(each.map((_, at) => run.explainAt(at))).toEqual(each);
      const filled = segmentBy(
        set,
        list.map((person) => ({ birthYear: 1990, region: 'CN/31', gender: 'f', summary: { orders: 4 }, ...person })),
        { asOf },
      );
      each.forEach((found, at) => {
        if (found.missing.length === 0 && set.hit !== 'unique') expect(filled[at]!.segment).toBe(found.segment);
      });
    }),
  );
});

test('two schemes crossed hold every customer once and all that they spend', () => {
  const scheme = fc
    .array(fc.tuple(fc.nat(8), fc.constantFrom('x', 'y', null)), { maxLength: 8 })
    .map((list) => [...new Map(list)].map(([customer, segment]) => ({ customer: `c${customer}`, segment })));
  fc.assert(
    fc.property(scheme, scheme, (a, b) => {
      const all = new Set([...a, ...b].map(({ customer }) => customer));
      const spend = Object.fromEntries([...all].map((customer) => [customer, '2.5']));
      const { cells, customers, sum } = cross(a, b, spend);
      expect(customers).toBe(all.size);
      expect(cells.reduce((total, cell) => total + cell.customers, 0)).toBe(all.size);
      expect(sum).toBe(toText(toDecimal(2.5).times(all.size)));
      const turned = cross(b, a, spend).cells.map(({ row, column, ...cell }) => ({
        row: column,
        column: row,
        ...cell,
      }));
      expect(new Set(turned.map((cell) => JSON.stringify(cell)))).toEqual(
        new Set(cells.map((cell) => JSON.stringify(cell))),
      );
    }),
  );
});
