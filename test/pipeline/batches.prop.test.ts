import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySummary, merge, type Summary } from '../../src/core/index.js';
import {
  compileFunnel,
  compilePipeline,
  compileWaterfall,
  type OpportunityEvent,
  type OpportunityHistory,
  type OpportunityPolicy,
} from '../../src/pipeline/index.js';
import { columnsOf } from './columns.js';
import { day, log, pipeline, type Stage } from './deals.arb.js';

const { fold, snapshotAsOf, partition, compute, finish } = compilePipeline(pipeline);
/** Each run folds a log several times and goes through JSON. */
const RUNS = { numRuns: 250 };
const split = fc.integer({ min: 1, max: 4 });
const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** The summaries of partitions delivered from the last to the first, each twice. */
function delivered<Part>(summaries: readonly Summary<Part>[]): Summary<Part> {
  const sent = json([...summaries, ...summaries]).toReversed();
  return sent.reduce((sum, each) => merge(sum, each), emptySummary<Part>());
}

/** Rows of which some are wrong, some come twice, and some are spelt otherwise. */
const dirtyLog = fc
  .tuple(
    log,
    fc.array(
      fc.constantFrom<object>(
        {},
        {},
        {},
        { at: 'soon' },
        { type: 'delete' },
        { dealId: '' },
        { seq: 0 },
        { amount: 7 },
      ),
      { minLength: 1, maxLength: 9 },
    ),
    fc.nat({ max: 5 }),
  )
  .map(([events, faults, repeated]) => {
    const rows = events.map(
      (event, at) => ({ ...event, ...faults[at % faults.length] }) as unknown as OpportunityEvent<Stage>,
    );
    const again = rows.slice(0, repeated).map((event) => Object.fromEntries(Object.entries(event).toReversed()));
    return [...rows, ...(again as unknown as OpportunityEvent<Stage>[])];
  });
const policy: fc.Arbitrary<OpportunityPolicy<Stage>> = fc.record({
  enforce: fc.constantFrom('strict', 'record'),
  overrides: fc.constantFrom('untilStageChange', 'sticky'),
});

test('a dirty log folded in partitions gives the bytes of one fold, in any order, and loses no event', () => {
  fc.assert(
    fc.property(dirtyLog, policy, fc.oneof(split, fc.constant('deal' as const)), (events, how, by) => {
      const whole = fold(events, how);
      const parts = partition(events, by, how).map((part) => compute(json(part)));
      expect(JSON.stringify(finish(delivered<OpportunityHistory<Stage>>(parts)))).toBe(JSON.stringify(whole));
      expect(JSON.stringify(fold(events.toReversed(), how))).toBe(JSON.stringify(whole));
      const changes = whole.deals.reduce((sum, { visits }) => sum + visits.length, 0);
      expect(events.length - whole.rejected.length - whole.duplicates).toBeGreaterThanOrEqual(changes);
    }),
    RUNS,
  );
});

test('partitions know no more than the day that is asked for', () => {
  fc.assert(
    fc.property(log, day, split, (events, asOf, by) => {
      const { deals, rejected, duplicates, violations } = snapshotAsOf(events, asOf);
      const taken = { deals, rejected, duplicates, violations };
      expect(finish(delivered(partition(events, by, { asOf }).map(compute)))).toEqual(taken);
      const rest = events.filter(({ at }) => at > asOf);
      const going = { start: taken.deals };
      expect(finish(delivered(partition(rest, by, going).map(compute)))).toEqual(fold(rest, going));
    }),
    RUNS,
  );
});

test('funnels of parts and of columns are the funnel of all', () => {
  const how = fc.record({
    reach: fc.constantFrom('atOrBeyond' as const, 'touched' as const, 'touchedAll' as const),
    conversion: fc.constantFrom('next' as const, 'laterStage' as const, 'direct' as const),
    open: fc.constantFrom('include' as const, 'exclude' as const, 'excludeInStage' as const),
    backward: fc.constantFrom('keepMax' as const, 'useLast' as const),
    cohort: fc.constantFrom('all' as const, 'created' as const, 'closed' as const),
    period: fc.constant({ kind: 'quarter', start: '2026-01-01', end: '2026-04-01' } as const),
    by: fc.constantFrom('ownerId' as const, 'stage' as const),
  });
  fc.assert(
    fc.property(log, how, split, (events, options, by) => {
      const { deals } = fold(events);
      const batch = compileFunnel(pipeline, options);
      const parts = batch.partition(deals, by).map((part) => batch.compute(json(part)));
      const whole = JSON.stringify(batch.run(deals));
      expect(JSON.stringify(batch.finish(delivered(parts)))).toBe(whole);
      expect(JSON.stringify(batch.columns(columnsOf(deals, options.by)))).toBe(whole);
    }),
    RUNS,
  );
});

test('waterfalls of parts are the waterfall of all, and the order of the deals changes no bar', () => {
  fc.assert(
    fc.property(log, day, day, split, fc.boolean(), (events, a, b, by, converts) => {
      const [start, end] = [snapshotAsOf(events, a < b ? a : b), snapshotAsOf(events, a < b ? b : a)];
      const rates = (asOf: string) =>
        converts ? [{ from: 'USD', to: 'EUR', on: asOf, rate: asOf === start.asOf ? '0.9' : '0.8' }] : [];
      const batch = compileWaterfall({
        window: null,
        currency: 'EUR',
        ratesStart: rates(start.asOf),
        ratesEnd: rates(end.asOf),
        by: 'ownerId',
      });
      const whole = batch.run(start, end);
      const parts = batch.partition(start, end, by).map((part) => batch.compute(json(part)));
      expect(JSON.stringify(batch.finish(delivered(parts)))).toBe(JSON.stringify(whole));
      const backwards = batch.run(
        { ...start, deals: start.deals.toReversed() },
        { ...end, deals: end.deals.toReversed() },
      );
      expect(backwards.bars).toEqual(whole.bars);
      expect(backwards.groups).toEqual(whole.groups);
    }),
    RUNS,
  );
});
