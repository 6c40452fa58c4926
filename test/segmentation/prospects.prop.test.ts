import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/core/index.js';
import {
  carePlanFor,
  compileLeadScore,
  decayForecast,
  type LeadDecay,
  type LeadScoreModel,
  leadScore,
  leadScoreNeeded,
  nurtureQueue,
  presets,
  qualify,
  type RatingValue,
  visitPlan,
} from '../../src/segmentation/index.js';

const START = '2026-01-15';
const decays: fc.Arbitrary<LeadDecay> = fc.constantFrom(
  { kind: 'linear', perMonth: '0.25' },
  {
    kind: 'step',
    steps: [
      { afterDays: 0, factor: '0.9' },
      { afterDays: 40, factor: '0.5' },
      { afterDays: 90, factor: '0' },
    ],
  },
  { kind: 'halfLife', days: 30 },
);
const modelOf = (decay: LeadDecay, points: string): LeadScoreModel => ({
  id: 'm',
  version: '1',
  groups: [{ code: 'fit' }, { code: 'interest', max: '40' }],
  total: { min: '-50', max: '60' },
  rules: [
    { code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '20' },
    {
      code: 'demo',
      group: 'interest',
      kind: 'event',
      when: { field: 'type', op: 'eq', value: 'demo' },
      points,
      decay,
      occurrences: 3,
      cap: '35',
    },
  ],
  matrix: {
    letter: { group: 'fit', bands: { bands: [{ id: 'A', min: '20' }, { id: 'B' }] } },
    digit: { group: 'interest', bands: { bands: [{ id: '1', min: '25' }, { id: '2', min: '10' }, { id: '3' }] } },
  },
});
const events = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom('demo', 'mail')), { maxLength: 5 })
  .map((list) => list.map(([day, type]) => ({ type, date: addDays(START, day) })));

test('points that are positive only fall without new events, and the order of events has no part', () => {
  fc.assert(
    fc.property(
      decays,
      events,
      fc.integer({ min: 0, max: 80 }),
      fc.integer({ min: 0, max: 80 }),
      (decay, list, first, more) => {
        const { score } = compileLeadScore(modelOf(decay, '15'));
        const known = list.filter(({ date }) => date <= addDays(START, first));
        const [before, after] = [first, first + more].map((day) => score({}, known, addDays(START, day)));
        expect(Number(after!.score)).toBeLessThanOrEqual(Number(before!.score));
        const asOf = addDays(START, first + more);
        expect(score({}, list.toReversed(), asOf)).toEqual(score({}, list, asOf));
        expect(score({}, list, addDays(START, first)).score).toBe(before!.score);
        expect(after!.missing).toEqual(['staff']);
      },
    ),
  );
});

test('what a forecast of decay says is the class of the day, and between its days nothing changes', () => {
  fc.assert(
    fc.property(decays, events, (decay, list) => {
      const model = modelOf(decay, '15');
      const { score } = compileLeadScore(model);
      const asOf = addDays(START, 100);
      const changes = decayForecast(model, { staff: 300 }, list, { asOf, until: addDays(asOf, 150) });
      let current = score({ staff: 300 }, list, asOf).leadClass;
      for (let day = 1; day <= 150; day += 7) {
        const date = addDays(asOf, day);
        current = changes.findLast((change) => change.date <= date)?.leadClass ?? current;
        expect(score({ staff: 300 }, list, date).leadClass).toBe(current);
      }
    }),
    // Every forecast scores 150 days.
    { numRuns: 100 },
  );
});

test('the points that a class takes are those that it lacks', () => {
  fc.assert(
    fc.property(events, fc.constantFrom('A1', 'A2', 'B1', 'B3'), fc.boolean(), (list, leadClass, large) => {
      const model = modelOf({ kind: 'halfLife', days: 30 }, '15');
      const lead = leadScore(model, { staff: large ? 300 : 3 }, list, addDays(START, 100));
      const needed = leadScoreNeeded(model, lead, leadClass);
      if (!needed.ok) throw new Error('all classes can be reached');
      needed.needs.forEach(({ group, min, points }) => {
        const score = Number(lead.groups.find(({ code }) => code === group)!.score);
        expect(Number(points)).toBeCloseTo(min === null ? 0 : Math.max(Number(min) - score, 0), 9);
      });
    }),
  );
});

test('a qualification lies between its worst and its best case, and more yes never harms', () => {
  const rating = fc.constantFrom<RatingValue>('yes', 'partial', 'no', 'unknown');
  const codes = presets.meddic.elements.map(({ code }) => code);
  fc.assert(
    fc.property(fc.array(rating, { minLength: 6, maxLength: 6 }), fc.nat(5), (list, better) => {
      const of = (ratings: readonly RatingValue[]) =>
        qualify(
          presets.meddic,
          Object.fromEntries(codes.map((code, at) => [code, { rating: ratings[at]! }])),
          '2026-03-31',
        );
      const found = of(list);
      expect(Number(found.worstCase)).toBeLessThanOrEqual(Number(found.bestCase));
      if (found.score !== null && !list.includes('unknown'))
        expect([found.worstCase, found.bestCase]).toEqual([found.score, found.score]);
      const richer = of(list.map((value, at) => (at === better ? 'yes' : value)));
      expect(Number(richer.score)).toBeGreaterThanOrEqual(Number(found.score ?? 0));
      expect(Number(richer.worstCase)).toBeGreaterThanOrEqual(Number(found.worstCase));
    }),
  );
});

test('every lead stands in one list of the queue, whatever the order', () => {
  const leads = fc
    .array(
      fc.record({
        open: fc.boolean(),
        score: fc.option(fc.integer({ min: 0, max: 100 })),
        lastTouch: fc.option(fc.integer({ min: 0, max: 90 }).map((day) => addDays(START, day))),
      }),
      { maxLength: 8 },
    )
    .map((list) => list.map((lead, at) => ({ id: `l${at}`, ...lead })));
  const cadence = { bands: { bands: [{ id: 'hot', min: '50' }, { id: 'cold' }] }, days: { hot: 14, cold: 45 } };
  fc.assert(
    fc.property(leads, fc.boolean(), (list, withCadence) => {
      const options = { asOf: addDays(START, 90), ready: 80, ...(withCadence ? { cadence } : {}) };
      const result = nurtureQueue(list, options);
      expect(nurtureQueue(list.toReversed(), options)).toEqual(result);
      const ids = [...result.queue, ...result.waiting, ...result.left].map(({ id }) => id);
      expect(ids.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      result.queue.forEach(({ overdue }) => expect(overdue ?? 0).toBeGreaterThanOrEqual(0));
      result.waiting.forEach(({ overdue }) => expect(overdue).toBeLessThan(0));
    }),
  );
});

test('a plan of care in two halves is the plan of the whole, but for what the second half finds overdue', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('day' as const, 'month' as const),
      fc.integer({ min: -60, max: 0 }),
      fc.integer({ min: 0, max: 120 }),
      (every, unit, last, middle) => {
        const policy = {
          id: 'p',
          version: '1',
          cadence: { A: [{ action: 'call', every: unit === 'day' ? every * 9 : every, unit }] },
        };
        const history = [{ action: 'call', on: addDays(START, last) }];
        const plan = (from: number, to: number) =>
          carePlanFor({ customer: 'c', segment: 'A' }, policy, history, {
            from: addDays(START, from),
            to: addDays(START, to),
          }).tasks;
        const kept = (tasks: readonly { on: string; overdue: boolean }[]) =>
          tasks.filter(({ overdue }) => !overdue).map(({ on }) => on);
        const later = kept(plan(middle, 120));
        const whole = kept(plan(0, 120)).filter((on) => on >= addDays(START, middle));
        // A day of the grid on which the overdue task falls is that task.
        expect(later).toEqual(
          plan(middle, 120)[0]?.overdue ? whole.filter((on) => on > addDays(START, middle)) : whole,
        );
      },
    ),
  );
});

test('a visit lies between its gaps on a day that suits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.nat(20),
      fc.nat(20),
      fc.nat(80),
      fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
      (min, more, most, ago, weekdays) => {
        const asOf = addDays(START, ago);
        const gaps = { lastVisit: START, minGap: min, targetGap: min + more, maxGap: min + more + most };
        const plan = visitPlan(gaps, { asOf, weekdays });
        const allowed = Array.from({ length: gaps.maxGap - min + 1 }, (_, at) => addDays(START, min + at)).filter(
          (day) => weekdays.includes(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1),
        );
        expect(plan.ok).toBe(allowed.length > 0);
        if (!plan.ok) return;
        const target = addDays(START, gaps.targetGap);
        expect(plan.on).toBe(allowed.find((day) => day >= target) ?? allowed.findLast((day) => day < target));
      },
    ),
  );
});
