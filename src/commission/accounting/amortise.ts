import { allocate } from '../../core/allocate.js';
import { monthIndex } from '../../core/civil.js';
import { addMonths, dayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalLike, type DecimalString, ONE, ZERO } from '../../core/decimal.js';
import { minus, plus, times, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { type Period, periodOf } from '../../core/period.js';
import { ROUNDING_MODES, type RoundingMode, toIncrement } from '../../core/rounding.js';
import { toWeight } from '../../core/toWeight.js';
import { wholeUnits } from '../../core/wholeUnits.js';
import { fail } from '../fail.js';

/**
 * From a month on the whole takes another number of months. What is left is spread equally over those that remain. A
 * year with a change in it has months of both kinds.
 */
export interface AmortisationChange {
  /** Months that are behind, counted from the start. */
  readonly after: number;
  /** Months of the whole from now on, more than `after`. */
  readonly months: number;
}

/** The cost of getting a contract and the months that it serves. */
export interface AmortisationInput {
  /** What was paid to get the contract; a multiple of the increment. */
  readonly cost: DecimalLike;
  /** The months count from the month of this day. */
  readonly start: PlainDate;
  /** Term of the contract, renewals left out. */
  readonly months: number;
  /** Equal months (default), or a weight for each month. */
  readonly pattern?: 'straightLine' | readonly DecimalLike[];
  /** Rows by month (default), or by twelve months from the start. */
  readonly per?: 'month' | 'year';
  readonly changes?: readonly AmortisationChange[];
  /** The contract is lost: what is left becomes expense in the row of this day. */
  readonly writeOffOn?: PlainDate;
  /** The practical expedient: what serves twelve months or less is expense at once. Default false. */
  readonly expedient?: boolean;
  /** Whether a renewal is paid for like the first contract. Where not, the cost serves `customerLifeMonths`. Default true. */
  readonly renewalCommensurate?: boolean;
  readonly customerLifeMonths?: number;
  /** Expenses are multiples of `increment` (default `"0.01"`), rounded by `mode` (default `halfEven`). */
  readonly rounding?: { readonly increment?: DecimalLike; readonly mode?: RoundingMode };
}

/** What becomes expense in a month or year, and what is left to be expensed after it. */
export interface AmortisationRow {
  readonly period: Period;
  readonly expense: DecimalString;
  readonly balance: DecimalString;
}

/**
 * Returns how the cost of getting a contract becomes expense over the time that it serves. Every row is rounded and the
 * last takes the rest, so the expenses add up to the cost. A change is prospective: rows that are behind stay.
 *
 * Source: ASC 340-40, Contract costs (amortisation 340-40-35-1, practical expedient 340-40-25-4).
 *
 * @param input cost, months, pattern, changes and choices
 * @throws SalesModelError `amortise.life`, `amortise.months`, `amortise.pattern`, `amortise.change`,
 * `amortise.writeOff`, `allocate.indivisible`, `allocate.negativeWeight`, `rounding.increment`, `option.unknown`,
 * `date.invalid`, `date.range`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { amortise } from 'salesmodel/commission';
 *
 * const rows = amortise({ cost: '22680', start: '2026-01-15', months: 48 });
 * rows.length; // => 48
 * rows[7]; // => { period: { kind: 'month', start: '2026-08-01', end: '2026-09-01' }, expense: '472.50', balance: '18900.00' }
 */
export function amortise(input: AmortisationInput): AmortisationRow[] {
  const increment = toIncrement(input.rounding?.increment ?? '0.01', ['rounding', 'increment']);
  const mode = oneOf(input.rounding?.mode ?? 'halfEven', ROUNDING_MODES, ['rounding', 'mode']);
  const cost = toDecimal(input.cost, ['cost']);
  wholeUnits(cost, increment, ['cost']);
  const block = oneOf(input.per ?? 'month', ['month', 'year'], ['per']) === 'month' ? 1 : 12;
  const first = periodOf(input.start, 'month').start;
  const months = monthsServed(input);
  const changes = checkChanges(input.changes ?? [], months);
  const until = writeOffBlock(input, first, block);

  let left = cost;
  const rows: AmortisationRow[] = [];
  const addRows = (weights: readonly Decimal[], end: number): void => {
    const share = allocate(left, blockSums(weights, block), { increment, residue: 'last', mode }).parts;
    for (const expense of share) {
      if (rows.length >= Math.min(end, until)) return;
      left = minus(left, toDecimal(expense));
      rows.push(rowOf(first, block, rows.length, toDecimal(expense), left, increment));
    }
  };

  const isExpensedAtOnce = input.expedient === true && months <= 12;
  // Of the months from the next row on.
  let weights: readonly Decimal[] = isExpensedAtOnce ? [ONE] : weightsOf(input, months);
  let behind = 0;
  for (const { after, months: changed } of isExpensedAtOnce ? [] : changes) {
    const border = after - (after % block);
    addRows(weights, border / block);
    weights = changedWeights(weights.slice(border - behind), after - border, changed - after);
    behind = border;
  }
  addRows(weights, Infinity);
  if (!left.isZero()) rows.push(rowOf(first, block, rows.length, left, ZERO, increment));
  return rows;
}

function monthsServed({ months, renewalCommensurate = true, customerLifeMonths }: AmortisationInput): number {
  if (renewalCommensurate) return wholeMonths(months, 'amortise.months', ['months']);
  return wholeMonths(customerLifeMonths, 'amortise.life', ['customerLifeMonths']);
}

/** More than a thousand years of months is a slip. */
const MAX_MONTHS = 12_000;

function wholeMonths(value: number | undefined, code: 'amortise.months' | 'amortise.life', path: Path): number {
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > MAX_MONTHS) {
    fail(code, path, { max: MAX_MONTHS, value: value ?? null });
  }
  return value;
}

function weightsOf({ pattern = 'straightLine' }: AmortisationInput, months: number): readonly Decimal[] {
  if (typeof pattern === 'string') {
    oneOf(pattern, ['straightLine'], ['pattern']);
    return Array.from({ length: months }, () => ONE);
  }
  if (pattern.length !== months) fail('amortise.pattern', ['pattern'], { expected: months, value: pattern.length });
  return pattern.map((weight, index) => toWeight(weight, ['pattern', index]));
}

/** `weights`, of which `kept` months stay as they are; what the others had is spread equally over `more` months. */
function changedWeights(weights: readonly Decimal[], kept: number, more: number): readonly Decimal[] {
  const isEqual = weights.every((weight) => weight.isZero());
  const old = isEqual ? weights.map(() => ONE) : weights;
  const rest = old.slice(kept).reduce(plus, ZERO);
  const count = new Decimal(more);
  return [...old.slice(0, kept).map((weight) => times(weight, count)), ...Array.from({ length: more }, () => rest)];
}

/** The last block may be short. */
function blockSums(weights: readonly Decimal[], block: number): readonly Decimal[] {
  const sums: Decimal[] = [];
  weights.forEach((weight, month) => {
    const at = Math.floor(month / block);
    sums[at] = plus(sums[at] ?? ZERO, weight);
  });
  return sums;
}

function checkChanges(changes: readonly AmortisationChange[], months: number): readonly AmortisationChange[] {
  let last = 0;
  let total = months;
  changes.forEach(({ after, months: changed }, index) => {
    const path = ['changes', index];
    const isAhead = Number.isInteger(after) && after >= last && after < total;
    if (!isAhead) fail('amortise.change', [...path, 'after'], { from: last, below: total, value: after });
    wholeMonths(changed, 'amortise.months', [...path, 'months']);
    if (changed <= after)
      fail('amortise.change', [...path, 'months'], { from: after + 1, below: MAX_MONTHS, value: changed });
    last = after;
    total = changed;
  });
  return changes;
}

/** The row that takes all that is left. */
function writeOffBlock({ writeOffOn }: AmortisationInput, first: PlainDate, block: number): number {
  if (writeOffOn === undefined) return Infinity;
  const day = dayNumber(writeOffOn, ['writeOffOn']);
  if (day < dayNumber(first)) fail('amortise.writeOff', ['writeOffOn'], { start: first, value: writeOffOn });
  return Math.floor((monthIndex(day) - monthIndex(dayNumber(first))) / block);
}

function rowOf(
  first: PlainDate,
  block: number,
  index: number,
  expense: Decimal,
  balance: Decimal,
  increment: Decimal,
): AmortisationRow {
  const start = addMonths(first, index * block);
  const text = (amount: Decimal): DecimalString => (amount.isZero() ? amount.abs() : amount).toFixed(increment.dp());
  return {
    period: { kind: block === 1 ? 'month' : 'custom', start, end: addMonths(start, block) },
    expense: text(expense),
    balance: text(balance),
  };
}
