import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type Component, type Modifier, type RunInput } from '../../../src/commission/index.js';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { contains, fromDayNumber, periodLabel, periodOf, periodsBetween } from '../../../src/core/index.js';

const FIRST = 20_089; // 2025-01-01
const kinds = ['week', 'month', 'quarter', 'half', 'year'] as const;
const longer = { week: 'year', month: 'quarter', quarter: 'half', half: 'year', year: 'year' } as const;

const rows = fc.array(
  fc.record({ day: fc.integer({ min: FIRST, max: FIRST + 729 }), cents: fc.integer({ min: -90_000, max: 200_000 }) }),
  { maxLength: 12 },
);
const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

/** A run over the whole periods of a kind in 2025 and 2026. */
function runOver(
  kind: (typeof kinds)[number],
  fiscalStartMonth: number,
  components: readonly Component[],
  list: readonly { day: number; cents: number }[],
): { input: RunInput; borders: { from: string; to: string } } {
  const calendar = { fiscalStartMonth };
  const from = periodOf('2025-06-30', 'year', calendar).start;
  const start = kind === 'week' ? periodOf(from, 'week', calendar).start : from;
  const end =
    kind === 'week' ? periodOf('2026-06-30', 'week', calendar).end : periodOf('2026-06-30', 'year', calendar).end;
  return {
    borders: { from: start, to: end },
    input: {
      asOf: '2027-12-31',
      periods: { from: start, to: end },
      plans: [{ id: 'P', currency: 'USD', period: kind, fiscalStartMonth, components }],
      payees: [{ id: 'E1' }],
      assignments: [{ payeeId: 'E1', planId: 'P', from: '2020-01-01' }],
      transactions: list.map(({ day, cents }, index) => ({
        id: `T${index}`,
        date: fromDayNumber(day),
        amount: (cents / 100).toFixed(2),
        currency: 'USD',
        payeeId: 'E1',
      })),
    },
  };
}

const flat: Component = {
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.1' },
};
const years = fc.constantFrom(1, 2, 4, 10);

test('statements are the periods of the calendar, and each measures the rows of its own', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), years, rows, (kind, month, list) => {
      const { input, borders } = runOver(kind, month, [flat], list);
      const calendar = { fiscalStartMonth: month };
      const { statements, totals } = run(input);
      const periods = periodsBetween(borders.from, borders.to, kind, calendar);
      expect(statements.map(({ period }) => period)).toEqual(
        periods.map((period) => ({ start: period.start, end: period.end, label: periodLabel(period, calendar) })),
      );
      for (const { period, components } of statements) {
        const own = input.transactions.filter(({ date }) => contains({ from: period.start, to: period.end }, date));
        expect(toText(toDecimal(components[0]!.measure ?? 'NaN'))).toBe(sum(own.map(({ amount }) => amount)));
      }
      const inside = input.transactions.filter(({ date }) => contains(borders, date));
      expect(totals).toMatchObject({ credited: inside.length, outside: list.length - inside.length });
    }),
    { numRuns: 100 },
  );
});

/** Modifiers that see the window to date, alike where the window is one period. */
const modifiers = fc.array(
  fc.oneof(
    fc.constantFrom('1.1', '0.75').map((by): Modifier => ({ kind: 'multiplier', by })),
    fc.record({
      kind: fc.constant('hurdle' as const),
      when: fc.constantFrom('200', '1500').map((value) => ({ field: 'measure.C', op: 'ge', value }) as const),
      otherwise: fc.constantFrom({ pay: 'none' } as const, { multiply: '0.5' }),
    }),
    fc.constantFrom('300', '1200').map((value): Modifier => ({
      kind: 'kicker',
      milestones: [{ when: { field: 'measure.C', op: 'ge', value }, pay: { amount: '17.5' } }],
    })),
    fc
      .tuple(fc.constantFrom('cap' as const, 'floor' as const), fc.integer({ min: 1, max: 300 }))
      .map(([kind, amount]): Modifier => ({ kind, limit: { amount: String(amount) } })),
  ),
  { maxLength: 2 },
);

test('what the periods of a window earn to date adds up to what the window earns as one period', () => {
  const tiers = fc
    .record({
      mode: fc.constantFrom('marginal' as const, 'whole' as const, 'anchored' as const),
      boundary: fc.constantFrom('lower' as const, 'upper' as const),
      rates: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
      at: fc.constantFrom('line' as const, 'component' as const),
    })
    .map(({ mode, boundary, rates: [low, high], at }) => ({
      at,
      table: {
        mode,
        boundary,
        ...(mode === 'anchored' ? { anchor: '700' } : {}),
        tiers: [
          { upTo: '1000', rate: `0.0${String(low).padStart(2, '0')}` },
          { upTo: null, rate: `0.1${String(high).padStart(2, '0')}` },
        ],
      },
    }));
  fc.assert(
    fc.property(fc.constantFrom('month', 'quarter', 'half'), years, rows, tiers, modifiers, (...drawn) => {
      const [kind, month, list, { table, at }, changes] = drawn;
      const window = longer[kind];
      const paid = { ...flat, rate: { kind: 'tiers', tiers: table }, modifiers: changes } as const;
      const toDate = runOver(kind, month, [{ ...paid, accumulate: 'toDate', window }], list).input;
      const whole = runOver(window, month, [paid], list).input;
      const rounded = (input: RunInput): RunInput => ({
        ...input,
        plans: input.plans.map((plan) => ({ ...plan, rounding: { at } })),
      });
      const parts = run(rounded(toDate)).statements;
      for (const { period, earned, components } of run(rounded(whole)).statements) {
        const own = parts.filter((part) => contains({ from: period.start, to: period.end }, part.period.start));
        expect(own).toHaveLength(periodsBetween(period.start, period.end, kind, { fiscalStartMonth: month }).length);
        expect(sum(own.map((part) => part.earned))).toBe(sum([earned]));
        expect(own.at(-1)!.components[0]!.measure).toBe(components[0]!.measure);
      }
    }),
    { numRuns: 100 },
  );
});
