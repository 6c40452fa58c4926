import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/core/decimal.js';
import type { RateTable } from '../../src/core/index.js';
import {
  type Bar,
  compilePipeline,
  explainBar,
  explainForecast,
  mergeWaterfalls,
  rollUpForecast,
  waterfall,
  type WaterfallOptions,
} from '../../src/pipeline/index.js';
import { day, log, pipeline } from './deals.arb.js';

const { snapshotAsOf } = compilePipeline(pipeline);
const quarter = { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' } as const;
const rates = (on: string, rate: string): RateTable => [{ from: 'USD', to: 'EUR', rate, on }];
const options = fc.record({
  window: fc.constantFrom(quarter, null),
  measure: fc.constantFrom('amount', 'weighted'),
  exitValue: fc.constantFrom('end', 'start'),
  through: fc.constantFrom('show', 'ignore'),
  scope: fc.constantFrom({ all: [] }, { field: 'ownerId', op: 'eq', value: 'Ada' } as const),
} as const);
const days = fc.tuple(day, day, day).map((some) => some.toSorted());
const RATES = ['0.9137', '0.8801', '0.95'];

/** The waterfall from one of three days to a later one. */
function between(
  events: Parameters<typeof snapshotAsOf>[0],
  when: readonly string[],
  [from, to]: readonly [number, number],
  how: Omit<WaterfallOptions, 'currency'>,
) {
  const [start, end] = [snapshotAsOf(events, when[from]!), snapshotAsOf(events, when[to]!)];
  const all = {
    ...how,
    currency: 'EUR',
    by: 'ownerId',
    ratesStart: rates(when[from]!, RATES[when.indexOf(when[from]!)]!),
    ratesEnd: rates(when[to]!, RATES[when.indexOf(when[to]!)]!),
  };
  return { start, end, all, result: waterfall(start, end, all) };
}

function reconciles(bars: readonly Bar[]): void {
  const end = bars.at(-1)!;
  const sum = bars.slice(0, -1).reduce((total, { value }) => total.plus(value), new Decimal(0));
  expect(sum.toFixed(2)).toBe(end.value);
  const count = (codes: readonly string[]): number =>
    bars.reduce((total, bar) => (codes.includes(bar.code) ? total + bar.count : total), 0);
  const entries = count(['created', 'reopened', 'transferredIn', 'pulledIn', 'pushedIn']);
  const exits = count(['won', 'lost', 'removed', 'transferredOut', 'pushedOut', 'pulledOut']);
  expect(count(['start']) + entries - exits).toBe(end.count);
}

test('start and all bars add up to the end, in value and in number, in every group', () => {
  fc.assert(
    fc.property(log, days, options, (events, when, how) => {
      const { result } = between(events, when, [0, 2], how);
      reconciles(result.bars);
      for (const { bars } of result.groups) reconciles(bars);
      for (const [at, { count, value }] of result.bars.entries()) {
        const parts = result.groups.map(({ bars }) => bars[at]!);
        expect(parts.reduce((sum, each) => sum + each.count, 0)).toBe(count);
        expect(parts.reduce((sum, each) => sum.plus(each.value), new Decimal(0)).toFixed(2)).toBe(value);
      }
    }),
  );
});

test('neighbouring spans meet, and parts computed apart are the whole', () => {
  fc.assert(
    fc.property(log, days, options, (events, when, how) => {
      const [first, second] = [between(events, when, [0, 1], how), between(events, when, [1, 2], how)];
      const [end, start] = [first.result.bars.at(-1)!, second.result.bars[0]!];
      expect([end.count, end.value]).toEqual([start.count, start.value]);
      const part = (keep: (id: string) => boolean) =>
        waterfall(
          { asOf: when[0]!, deals: first.start.deals.filter(({ id }) => keep(id)) },
          { asOf: when[1]!, deals: first.end.deals.filter(({ id }) => keep(id)) },
          first.all,
        );
      expect(
        mergeWaterfalls(
          part((id) => id < 'c'),
          part((id) => id >= 'c'),
        ),
      ).toEqual(first.result);
    }),
  );
});

test('the deals behind the bars are the deals that changed, each entering or leaving once', () => {
  fc.assert(
    fc.property(log, days, options, (events, when, how) => {
      const { start, end, all, result } = between(events, when, [0, 2], how);
      const ids = new Map(
        result.bars.map(({ code, count, value }) => {
          const { value: sum, from } = explainBar(start, end, all, code);
          expect(new Decimal(String(sum)).toFixed(2)).toBe(value);
          expect(from).toHaveLength(count);
          return [code, from.map(({ params }) => String(params['id']))];
        }),
      );
      const ways = (['created', 'reopened', 'transferredIn', 'pulledIn', 'pushedIn'] as const).flatMap((code) =>
        ids.get(code)!,
      );
      const out = (['won', 'lost', 'removed', 'transferredOut', 'pushedOut', 'pulledOut'] as const).flatMap((code) =>
        ids.get(code)!,
      );
      expect(new Set(ways).size).toBe(ways.length);
      expect(new Set(out).size).toBe(out.length);
      const changed = [...ids.get('increased')!, ...ids.get('decreased')!];
      expect(new Set(changed).size).toBe(changed.length);
    }),
    // A deal is looked up once for each bar.
    { numRuns: 300 },
  );
});

const forecastOptions = fc.record({
  rollUp: fc.constantFrom('single', 'cumulative'),
  missingAmount: fc.constantFrom('zero', 'exclude', 'reject'),
} as const);

test('groups of a forecast add up to the total, and its explanation to the figure', () => {
  fc.assert(
    fc.property(log, forecastOptions, (events, how) => {
      const { deals } = snapshotAsOf(events, '2026-12-31');
      const all = {
        ...how,
        period: quarter,
        currency: 'EUR',
        rates: rates('2026-06-30', '0.9137'),
        by: ['ownerId', 'stage'],
      };
      const forecast = rollUpForecast(deals, all);
      expect(rollUpForecast(deals.toReversed(), all).weighted).toBe(forecast.weighted);
      for (const figure of ['weighted', 'closed', 'openPipeline', 'expectedClosed'] as const) {
        const sum = forecast.groups.reduce((total, group) => total.plus(group[figure]), new Decimal(0));
        expect(sum.toFixed(2)).toBe(forecast[figure]);
      }
      for (const figure of ['weighted', 'expectedClosed'] as const) {
        expect(new Decimal(String(explainForecast(deals, all, figure).value)).toFixed(2)).toBe(forecast[figure]);
      }
      const { commit, closed } = rollUpForecast(deals, { ...all, rollUp: 'single' }).categories;
      expect(explainForecast(deals, all, 'commit').value).toBe(new Decimal(commit.amount).toFixed());
      expect(explainForecast(deals, all, 'closed').value).toBe(new Decimal(closed.amount).toFixed());
    }),
  );
});

test('cumulative categories do not fall from commit to best case where no amount is negative', () => {
  fc.assert(
    fc.property(log, (events) => {
      const deals = snapshotAsOf(events, '2026-12-31').deals.filter(({ amount }) => !amount?.amount.startsWith('-'));
      const { categories } = rollUpForecast(deals, {
        period: quarter,
        currency: 'EUR',
        rates: rates('2026-06-30', '0.9137'),
        rollUp: 'cumulative',
      });
      const ladder = [categories.closed, categories.commit, categories.mostLikely, categories.bestCase].map(
        ({ amount }) => Number(amount),
      );
      expect(ladder).toEqual(ladder.toSorted((a, b) => a - b));
    }),
  );
});
