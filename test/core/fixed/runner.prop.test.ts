import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ONE, ZERO, minus, plus, times, toDecimal } from '../../../src/core/decimal.js';
import type { Decimal } from '../../../src/core/decimal.js';
import { bigRunner, bigTotals } from '../../../src/core/fixed/bigRunner.js';
import { doubleRunner } from '../../../src/core/fixed/doubleRunner.js';
import { doubleTotals } from '../../../src/core/fixed/doubleTotals.js';
import { sumRows } from '../../../src/core/fixed/sumRows.js';
import { chooseKernel } from '../../../src/core/fixed/kernel.js';
import type { Piece, SlotRule } from '../../../src/core/fixed/piece.js';
import { type PieceTable, pieceTable } from '../../../src/core/fixed/pieceTable.js';
import type { Runner } from '../../../src/core/fixed/runner.js';
import { sumAbs } from '../../../src/core/fixed/sumAbs.js';
import { ROUNDING_MODES, type RoundingMode, roundQuotient } from '../../../src/core/rounding.js';

interface Case {
  readonly mode: RoundingMode;
  readonly divisor: bigint;
  readonly rules: readonly SlotRule[];
  readonly amounts: readonly (readonly [slot: number, amount: number])[];
}

/** Rates and bounds of any sign and kind: jumps at bounds, at zero, and pieces whose value changes sign. */
function rule(rates: number, bounds: number): fc.Arbitrary<SlotRule> {
  const rate = fc.integer({ min: -Math.ceil(rates / 4), max: rates });
  const piece = fc.record({
    step: fc.nat(bounds),
    rate,
    jump: fc.oneof(fc.constant(0), fc.integer({ min: -rates, max: rates })),
  });
  return fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.option(fc.nat(bounds), { nil: undefined }))
    .map(([parts, cap]) => {
      const pieces: Piece[] = [];
      let last = -1n;
      let before = 0n;
      let offset = 0n;
      parts.forEach(({ step, rate: r, jump }, at) => {
        const slope = BigInt(r);
        offset += (last < 0n ? 0n : last) * (slope - before) - BigInt(jump) * BigInt(bounds);
        before = slope;
        last += 1n + BigInt(step);
        pieces.push({ last: at === parts.length - 1 ? null : last, slope, offset });
      });
      return cap === undefined ? { pieces } : { pieces, cap: BigInt(cap) };
    });
}

function cases(rates: number, bounds: number, divisor: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  return fc.record({
    mode: fc.constantFrom(...ROUNDING_MODES),
    divisor: divisor.map(BigInt),
    rules: fc.array(rule(rates, bounds), { minLength: 1, maxLength: 3 }),
    amounts: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -Math.floor(bounds / 2), max: bounds })), {
      maxLength: 12,
    }),
  });
}

const small = cases(12, 9, fc.constantFrom(1, 2, 3, 4, 5, 8, 10, 20));
const usual = cases(1_000_000, 10 ** 10, fc.constantFrom(1_000_000, 5_000_000, 999_983));
const large = cases(1_000_000_000, 2 ** 48, fc.constantFrom(1_000_000_000, 1_699_999_999, 1_700_000_000));
const beyond = cases(2 ** 45, 2 ** 48, fc.constantFrom(1_000_000_000, 1_700_000_000));
const any = fc.oneof(small, usual, large, beyond);

/** What the slot of a total earns, in decimals: an independent reading of the definition. */
function expectedEarning({ mode, divisor }: Case, { pieces, cap }: SlotRule, x: Decimal): Decimal {
  const size = x.abs();
  const piece = pieces.find(({ last }) => last === null || size.lte(toDecimal(last)))!;
  const value = minus(times(size, toDecimal(piece.slope)), toDecimal(piece.offset));
  const signed = x.isNegative() ? times(value, minus(ZERO, ONE)) : value;
  const rounded = roundQuotient(signed, toDecimal(divisor), mode);
  return cap !== undefined && rounded.gt(toDecimal(cap)) ? toDecimal(cap) : rounded;
}

function expectedLines(given: Case, items: readonly (readonly [number, number])[]): string[] {
  const totals = given.rules.map(() => ZERO);
  const earned = given.rules.map(() => ZERO);
  return items.map(([slot, amount]) => {
    if (slot < 0) return '0';
    totals[slot] = plus(totals[slot]!, toDecimal(amount));
    const now = expectedEarning(given, given.rules[slot]!, totals[slot]);
    const line = minus(now, earned[slot]!);
    earned[slot] = now;
    return line.toFixed();
  });
}

/** All items have a slot of the case or none. */
function itemsOf({ amounts, rules }: Case): (readonly [number, number])[] {
  return amounts.map(([slot, amount]) => [slot < rules.length ? slot : -1, amount]);
}

function linesOf(
  table: PieceTable,
  items: readonly (readonly [number, number])[],
  kernel: 'safe' | 'wide' | 'bigint',
): string[] {
  const slots = Int32Array.from(items, ([slot]) => slot);
  if (kernel === 'bigint') {
    const lines: bigint[] = [];
    bigRunner(table).items(
      slots,
      items.map(([, amount]) => BigInt(amount)),
      lines,
    );
    return lines.map(String);
  }
  const lines = new Float64Array(items.length);
  doubleRunner(table, kernel).items(
    slots,
    Float64Array.from(items, ([, amount]) => amount),
    lines,
  );
  return Array.from(lines, String);
}

/** The lines of each slot added up. */
function sumsOf(items: readonly (readonly [number, number])[], lines: readonly string[], slots: number): string[] {
  return Array.from({ length: slots }, (_, slot) =>
    items.reduce((sum, [of], i) => (of === slot ? plus(sum, toDecimal(lines[i]!)) : sum), ZERO).toFixed(),
  );
}

/** What slots with items earn, evaluated once from their totals. */
function totalsOf(
  table: PieceTable,
  items: readonly (readonly [number, number])[],
  kernel: 'safe' | 'wide' | 'bigint',
): string[] {
  const map = { slotBase: Int32Array.from(table.rules, (_, slot) => slot), periodOfDay: Int32Array.of(0), firstDay: 0 };
  const keys = { payee: Int32Array.from(items, ([slot]) => slot), day: new Int32Array(items.length) };
  const amounts = items.map(([, amount]) => amount);
  const { earned } =
    kernel === 'bigint'
      ? bigTotals(table, map, keys, amounts.map(BigInt))
      : doubleTotals(table, kernel, sumRows(map, table.start.length, keys, Float64Array.from(amounts)));
  return Array.from<number | bigint, string>(earned, (value, slot) =>
    items.some(([of]) => of === slot) ? String(value) : '0',
  );
}

test('all kernels that a bound allows give the lines of decimal arithmetic', () => {
  const seen = { safe: 0, wide: 0, bigint: 0 };
  fc.assert(
    fc.property(any, (given) => {
      const items = itemsOf(given);
      const table = pieceTable(given.divisor, given.mode, given.rules);
      const kernel = chooseKernel(table, sumAbs(Float64Array.from(items, ([, amount]) => amount)));
      seen[kernel]++;
      const expected = expectedLines(given, items);
      expect(linesOf(table, items, 'bigint')).toEqual(expected);
      const sums = sumsOf(items, expected, given.rules.length);
      expect(totalsOf(table, items, 'bigint')).toEqual(sums);
      if (kernel !== 'bigint') {
        expect(linesOf(table, items, kernel)).toEqual(expected);
        expect(totalsOf(table, items, kernel)).toEqual(sums);
      }
      // What is safe is also within the limits of the wide kernel, unless the divisor or the quotient is beyond them.
      if (kernel === 'safe' && given.divisor > 1n) expect(linesOf(table, items, 'wide')).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.safe, seen.wide, seen.bigint)).toBeGreaterThan(5);
});

const runners = (table: PieceTable): Runner<number, Float64Array>[] => [
  doubleRunner(table, 'safe'),
  doubleRunner(table, 'wide'),
];

test('rows find their slots by payee and day; totals, single steps and a reset slot agree with the lines', () => {
  fc.assert(
    fc.property(
      small,
      fc.array(
        fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 98, max: 104 }), fc.integer({ min: -9, max: 9 })),
        { maxLength: 20 },
      ),
      (given, rows) => {
        const rule = given.rules[0]!;
        // Payees 0 and 2 have two periods each, payee 1 has none; days 100 and 101, 103; day 102 is in no period.
        const map = { slotBase: Int32Array.of(0, -1, 2), periodOfDay: Int32Array.of(0, 0, -1, 1), firstDay: 100 };
        const expectedSlot = (payee: number, day: number): number => {
          const base = [0, -1, 2][payee] ?? -1;
          const period = [0, 0, -1, 1][day - 100] ?? -1;
          return base < 0 || period < 0 ? -1 : base + period;
        };
        const slots = rows.map(([payee, day]) => expectedSlot(payee, day));
        const table = pieceTable(given.divisor === 1n ? 2n : given.divisor, given.mode, [rule, rule, rule, rule]);
        const keys = { payee: Int32Array.from(rows, ([payee]) => payee), day: Int32Array.from(rows, ([, day]) => day) };
        const amounts = Float64Array.from(rows, ([, , amount]) => amount);
        const expected = linesOf(
          table,
          rows.map(([, , amount], i) => [slots[i]!, amount]),
          'bigint',
        );
        const without = slots.filter((slot) => slot < 0).length;

        const bigLines = new BigInt64Array(rows.length);
        const big = bigRunner(table);
        expect(big.rows(map, keys, BigInt64Array.from(amounts, BigInt), bigLines)).toBe(without);
        expect(Array.from(bigLines, String)).toEqual(expected);
        const ofBig = bigTotals(table, map, keys, BigInt64Array.from(amounts, BigInt));
        expect(ofBig).toEqual({
          totals: Array.from({ length: 4 }, (_, slot) => big.total(slot)),
          earned: big.earnings(),
          without,
        });

        runners(table).forEach((runner) => {
          const lines = new Float64Array(rows.length);
          expect(runner.rows(map, keys, amounts, lines)).toBe(without);
          expect(Array.from(lines, String)).toEqual(expected);
          expect(doubleTotals(table, runner.kernel as 'safe' | 'wide', sumRows(map, 4, keys, amounts))).toEqual({
            totals: Float64Array.from({ length: 4 }, (_, slot) => runner.total(slot)),
            earned: runner.earnings(),
            without,
          });
          const steps = doubleRunner(table, runner.kernel as 'safe' | 'wide');
          steps.add(0, 7);
          steps.reset(0);
          slots.forEach((slot, i) => slot >= 0 && expect(String(steps.add(slot, amounts[i]!))).toBe(expected[i]));
          for (let slot = 0; slot < 4; slot++) {
            expect(steps.total(slot)).toBe(runner.total(slot));
            expect(steps.earned(slot)).toBe(runner.earned(slot));
            expect(runner.earnings()[slot]).toBe(runner.earned(slot));
            expect(Number(big.total(slot))).toBe(runner.total(slot));
            expect(Number(big.earned(slot))).toBe(runner.earned(slot));
          }
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('columns longer than a block of rows are run through', () => {
  const rule: SlotRule = {
    pieces: [
      { last: 40_000n, slope: 333n, offset: 0n },
      { last: null, slope: 777n, offset: 40_000n * 444n },
    ],
    cap: 60n,
  };
  const table = pieceTable(1_000_000n, 'halfEven', [rule, rule]);
  const items = Array.from({ length: 10_001 }, (_, i): [number, number] => [(i % 3) - 1, ((i * 7919) % 301) - 120]);
  const expected = linesOf(table, items, 'bigint');
  expect(linesOf(table, items, 'safe')).toEqual(expected);
  expect(linesOf(table, items, 'wide')).toEqual(expected);
  const map = { slotBase: Int32Array.of(0, 1), periodOfDay: Int32Array.of(0), firstDay: 7 };
  const keys = { payee: Int32Array.from(items, ([slot]) => slot), day: new Int32Array(items.length).fill(7) };
  const lines = new Float64Array(items.length);
  const without = doubleRunner(table, 'wide').rows(
    map,
    keys,
    Float64Array.from(items, ([, amount]) => amount),
    lines,
  );
  expect(without).toBe(3334);
  expect(Array.from(lines, String)).toEqual(expected);
});

test('a slot with a divisor of its own earns by it', () => {
  const pieces = [{ last: null, slope: 10n, offset: 0n }];
  const runner = bigRunner(pieceTable(3n, 'halfUp', [{ pieces }, { pieces, divisor: 7n }]));
  expect([runner.add(0, 5n), runner.add(1, 5n), runner.earned(0), runner.earned(1)]).toEqual([17n, 7n, 17n, 7n]);
});

test('exact lines, over the divisor 1, go beyond 2⁵¹', () => {
  const table = pieceTable(1n, 'halfEven', [{ pieces: [{ last: null, slope: 999_983n, offset: -5n }] }]);
  const items = Array.from({ length: 200 }, (_, i): [number, number] => [0, 40_000_000 + i]);
  expect(chooseKernel(table, sumAbs(Float64Array.from(items, ([, amount]) => amount)))).toBe('safe');
  expect(linesOf(table, items, 'safe')).toEqual(linesOf(table, items, 'bigint'));
});
