import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { roundQuotient } from '../../core/rounding.js';
import type { Span } from '../../core/span.js';
import { compileWorkCalendar, type WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';

/** How much of a target is expected to be reached through a day. */
export interface ProfilePoint {
  readonly through: PlainDate;
  /** Of the whole target, from 0 to 1. */
  readonly share: DecimalLike;
}

/** Where somebody stands within a period. */
export interface GapInput {
  readonly target: DecimalLike;
  readonly actual: DecimalLike;
  /** Last day whose results are known. */
  readonly asOf: PlainDate;
  /** First day, and the day after the last. */
  readonly span: Span & { readonly to: PlainDate };
  /** Counts working days. Default: calendar days. */
  readonly workCalendar?: WorkCalendar;
  /** What is expected when, in straight lines between its points and from 0 at the start. Default: evenly. */
  readonly profile?: readonly ProfilePoint[];
  /** Of money, whose scale amounts then have. */
  readonly currency?: string;
}

/**
 * Where somebody stands: `met`, at or ahead of what is expected (`onTrack`), `behind`, or short of the target when
 * nothing of the time is left (`over`).
 */
export type GapVerdict = 'met' | 'onTrack' | 'behind' | 'over';

/** What is reached, expected, and needed. */
export interface GapAnalysis {
  readonly verdict: GapVerdict;
  /** target − actual */
  readonly gap: DecimalString;
  readonly expectedToDate: DecimalString;
  /** actual − expected */
  readonly ahead: DecimalString;
  /** What comes out at the present rate; `null` before the first day. */
  readonly projection: DecimalString | null;
  readonly elapsed: number;
  readonly remaining: number;
  readonly total: number;
  /** A day; `null` before the first one. */
  readonly currentRate: DecimalString | null;
  /** A day; `null` where nothing remains. */
  readonly requiredRate: DecimalString | null;
  /** requiredRate ÷ currentRate − 1; without a value on a rate of 0 or below. */
  readonly uplift: Ratio;
}

/**
 * Returns where somebody stands against a target within its period, what comes out at the present rate, and which rate the
 * rest asks for. Amounts are half even at the scale of the currency, else with four decimals more than the target.
 *
 * @param input target, actual, days
 * @throws SalesModelError `gap.period`, `gap.profile`, `currency.unknown`, `date.invalid`, `period.order`,
 *   `calendar.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { gapAnalysis } from 'salesmodel/kpi';
 *
 * const { verdict, gap, projection, requiredRate } = gapAnalysis({
 *   target: '110000',
 *   actual: '66000',
 *   asOf: '2026-10-16',
 *   span: { from: '2026-10-01', to: '2026-11-01' },
 *   workCalendar: {},
 * });
 * [verdict, gap, projection, requiredRate]; // => ['onTrack', '44000', '121000', '4400']
 */
export function gapAnalysis(input: GapInput): GapAnalysis {
  const target = toDecimal(input.target, ['target']);
  const actual = toDecimal(input.actual, ['actual']);
  const start = dayNumber(input.span.from, ['span', 'from']);
  const end = dayNumber(input.span.to, ['span', 'to']);
  const known = dayNumber(input.asOf, ['asOf']) + 1;
  if (known <= start || known > end) {
    fail('gap.period', ['asOf'], { from: input.span.from, to: input.span.to, value: input.asOf });
  }
  const count =
    input.workCalendar === undefined
      ? (from: number, to: number): number => to - from
      : compileWorkCalendar(input.workCalendar).count;
  const elapsed = count(start, known);
  const total = count(start, end);
  const remaining = total - elapsed;
  const scale =
    input.currency === undefined ? target.dp() + 4 : findCurrency(input.currency, isoCurrencies, ['currency']).exponent;
  const rounded = (n: Decimal, d: Decimal): DecimalString => {
    const value = times(roundQuotient(times(n, power(scale)), d, 'halfEven'), power(-scale));
    return input.currency === undefined ? toText(value) : value.toFixed(scale);
  };
  const one = new Decimal(1);
  const [done, left, all] = [elapsed, remaining, total].map((days) => new Decimal(days)) as [Decimal, Decimal, Decimal];
  const [share, of] =
    input.profile === undefined ? [done, all] : profileShare(input, input.profile, start, known, count);
  // Without a day that counts there is nothing to expect yet.
  const expected: [Decimal, Decimal] = of.isZero() ? [new Decimal(0), one] : [times(target, share), of];
  const gap = minus(target, actual);
  const ahead = minus(times(actual, expected[1]), expected[0]);
  const isOver = remaining === 0;
  const uplift = ratioOf(
    minus(times(gap, done), times(actual, left)),
    times(actual, left),
    isOver ? 'nothingRemaining' : 'noRate',
  );
  return {
    verdict: gap.lte(0) ? 'met' : isOver ? 'over' : ahead.gte(0) ? 'onTrack' : 'behind',
    gap: rounded(gap, one),
    expectedToDate: rounded(...expected),
    ahead: rounded(ahead, expected[1]),
    projection: elapsed === 0 ? null : rounded(times(actual, all), done),
    elapsed,
    remaining,
    total,
    currentRate: elapsed === 0 ? null : rounded(actual, done),
    requiredRate: isOver ? null : rounded(gap, left),
    // How far above a loss the rest has to be is no proportion.
    uplift: actual.lt(0) && !isOver ? { ...uplift, value: null, reason: 'notDefined' } : uplift,
  };
}

function power(exponent: number): Decimal {
  return new Decimal(`1e${exponent}`);
}

/** The expected share at the end of the known days, as a quotient: between two points in proportion to the days that count. */
function profileShare(
  { asOf, span }: GapInput,
  profile: readonly ProfilePoint[],
  start: number,
  known: number,
  count: (from: number, to: number) => number,
): [Decimal, Decimal] {
  let from = { day: start, share: new Decimal(0) };
  const points = profile.map(({ through, share }, at) => {
    const day = dayNumber(through, ['profile', at, 'through']) + 1;
    const value = toDecimal(share, ['profile', at, 'share']);
    if (day <= from.day || value.lt(from.share) || value.gt(1))
      fail('gap.profile', ['profile', at], { value: through });
    from = { day, share: value };
    return from;
  });
  if (from.day < dayNumber(span.to) || !from.share.eq(1)) fail('gap.profile', ['profile'], { value: asOf });
  let before = { day: start, share: new Decimal(0) };
  for (const point of points) {
    if (known <= point.day) {
      const [passed, days] = [new Decimal(count(before.day, known)), new Decimal(count(before.day, point.day))];
      if (days.isZero()) return [known === point.day ? point.share : before.share, new Decimal(1)];
      return [plus(times(before.share, days), times(minus(point.share, before.share), passed)), days];
    }
    before = point;
  }
  return [before.share, new Decimal(1)];
}
