import { allocate } from '../../core/allocate.js';
import { Decimal, type DecimalString, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import type { PeriodKind } from '../../core/periodKind.js';
import { type PeriodLine, periodLine } from '../../core/periodLine.js';
import { fail } from '../fail.js';
import { coversKind, type QuotaCalendar, type QuotaSpan } from './quotaSpan.js';

/** An amount that is given for one period, and how it is spread over the spans in it. */
export interface SpreadAmount {
  readonly amount: DecimalString;
  readonly per: PeriodKind;
  /** Weights of the evaluated spans or of the plan periods in one `per`; without them all are equal. */
  readonly seasonality: readonly DecimalString[] | undefined;
  /** Parts are multiples of it where the amount is one. */
  readonly increment: Decimal;
}

/** Where the amount and the weights stand. */
export interface SpreadPaths {
  readonly amount: Path;
  readonly seasonality: Path;
}

/**
 * The part of an amount that falls on a span. The parts of the spans of one `per` add up to the amount; a span that
 * crosses two of them (a week of two months) belongs to the one that its last day lies in.
 *
 * @throws SalesModelError `quota.seasonality`, `allocate.negativeWeight`, `decimal.invalid`
 */
export type Spreader = (given: SpreadAmount, span: QuotaSpan, paths: SpreadPaths) => Decimal;

/** How a span divides what is given `per`: whole multiples of it, or some of its weighted parts. */
type Frame =
  | { readonly kind: 'whole'; readonly times: Decimal }
  | { readonly kind: 'parts'; readonly weights: readonly DecimalString[]; readonly taken: readonly number[] };

/** A {@link Spreader} that remembers how spans lie in a calendar and how amounts are divided. */
export function createSpreader(calendar: QuotaCalendar): Spreader {
  const lines = new Map<PeriodKind, PeriodLine>();
  const frames = new Map<string, Frame>();
  const divided = new Map<string, readonly Decimal[]>();

  return ({ amount, per, seasonality, increment }, span, paths) => {
    const season = seasonality?.join() ?? '';
    const frame = remember(frames, `${per} ${span.kind} ${span.start} ${season}`, () =>
      frameOf(per, seasonality, span, paths.seasonality),
    );
    if (frame.kind === 'whole') return times(toDecimal(amount, paths.amount), frame.times);
    const { weights, taken } = frame;
    const parts = remember(divided, `${amount} ${increment.toFixed()} ${weights.length} ${season}`, () =>
      divide(toDecimal(amount, paths.amount), weights, increment),
    );
    return taken.reduce((sum, index) => plus(sum, parts[index] ?? ZERO), ZERO);
  };

  function frameOf(per: PeriodKind, seasonality: SpreadAmount['seasonality'], span: QuotaSpan, path: Path): Frame {
    const perLine = lineOf(per);
    const ordinal = perLine.ordinal(span.end - 1);
    const whole = { start: perLine.start(ordinal), end: perLine.start(ordinal + 1) };
    const longer = coversKind(span.kind, per);
    const spans = longer ? [whole] : spansIn(whole, span.kind);
    const periods = coversKind(calendar.period ?? span.kind, per)
      ? [whole]
      : spansIn(whole, calendar.period ?? span.kind);
    if (seasonality !== undefined) checkWeights(seasonality, spans.length, periods.length, path);
    if (longer) return { kind: 'whole', times: toDecimal(ordinal - perLine.ordinal(span.start) + 1) };
    const units = seasonality === undefined || seasonality.length === spans.length ? spans : periods;
    const taken = units.flatMap(({ end }, index) => (span.start < end && end <= span.end ? [index] : []));
    return { kind: 'parts', weights: seasonality ?? units.map(() => '1'), taken };
  }

  /** The periods of a kind whose last day lies in some days. */
  function spansIn(
    whole: { readonly start: number; readonly end: number },
    kind: PeriodKind,
  ): { readonly end: number }[] {
    const line = lineOf(kind);
    const spans = [];
    for (let ordinal = line.ordinal(whole.start); line.start(ordinal + 1) <= whole.end; ordinal += 1) {
      spans.push({ end: line.start(ordinal + 1) });
    }
    return spans;
  }

  function lineOf(kind: PeriodKind): PeriodLine {
    return remember(lines, kind, () => periodLine(kind, calendar));
  }
}

function checkWeights(seasonality: readonly DecimalString[], spans: number, periods: number, path: Path): void {
  if (seasonality.length !== spans && seasonality.length !== periods) {
    const expected = [...new Set([spans, periods])].join(' or ');
    fail('quota.seasonality', path, { expected, value: seasonality.length });
  }
  seasonality.forEach((weight, index) => {
    if (toDecimal(weight, [...path, index]).lt(0))
      failCore('allocate.negativeWeight', [...path, index], { value: weight });
  });
}

function divide(amount: Decimal, weights: readonly DecimalString[], increment: Decimal): Decimal[] {
  // An amount with more decimals than the increment is divided in units of its own last decimal.
  const unit = amount.mod(increment).isZero() ? increment : new Decimal(10).pow(-amount.dp());
  return allocate(amount, weights, { increment: unit }).parts.map((part) => toDecimal(part));
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
