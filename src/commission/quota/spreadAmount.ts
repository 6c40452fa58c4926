import { allocate } from '../../core/allocate.js';
import { Decimal, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import type { PeriodKind } from '../../core/periodKind.js';
import { periodLine } from '../../core/periodLine.js';
import { fail } from '../fail.js';
import { coversKind, type QuotaCalendar, type QuotaSpan } from './quotaSpan.js';

/** An amount that is given for one period, and how it is spread over the spans in it. */
export interface SpreadAmount {
  readonly amount: Decimal;
  readonly per: PeriodKind;
  /** Weights of the evaluated spans or of the plan periods in one `per`; without them all are equal. */
  readonly seasonality: readonly string[] | undefined;
  /** Parts are multiples of it where the amount is one. */
  readonly increment: Decimal;
}

/**
 * The part of an amount that falls on a span. The parts of the spans of one `per` add up to the amount; a span that
 * crosses two of them (a week of two months) belongs to the one that its last day lies in.
 *
 * @param path where the seasonality stands
 * @throws SalesModelError `quota.seasonality`, `allocate.negativeWeight`
 */
export function spreadAmount(given: SpreadAmount, span: QuotaSpan, calendar: QuotaCalendar, path: Path): Decimal {
  const { amount, per, seasonality } = given;
  const perLine = periodLine(per, calendar);
  const ordinal = perLine.ordinal(span.end - 1);
  const whole = { start: perLine.start(ordinal), end: perLine.start(ordinal + 1) };
  const longer = coversKind(span.kind, per);

  const evaluated = longer ? 1 : spansIn(whole, span.kind, calendar).length;
  const period = calendar.period ?? span.kind;
  if (seasonality !== undefined && seasonality.length !== evaluated) {
    const periods = coversKind(period, per) ? [whole] : spansIn(whole, period, calendar);
    if (seasonality.length !== periods.length) {
      const expected = [...new Set([evaluated, periods.length])].join(' or ');
      fail('quota.seasonality', path, { expected, value: seasonality.length });
    }
    if (!longer) {
      const parts = share(given, seasonality, path);
      return parts.reduce((sum, part, index) => {
        const last = periods[index]!.end - 1;
        return span.start <= last && last < span.end ? plus(sum, part) : sum;
      }, ZERO);
    }
  }
  if (longer) return times(amount, toDecimal(ordinal - perLine.ordinal(span.start) + 1));
  const spans = spansIn(whole, span.kind, calendar);
  const weights = seasonality ?? spans.map(() => '1');
  return share(given, weights, path)[spans.findIndex(({ end }) => end === span.end)]!;
}

/** The periods of a kind whose last day lies in some days. */
function spansIn(
  whole: { readonly start: number; readonly end: number },
  kind: PeriodKind,
  calendar: QuotaCalendar,
): { readonly start: number; readonly end: number }[] {
  const line = periodLine(kind, calendar);
  const spans = [];
  for (let ordinal = line.ordinal(whole.start); line.start(ordinal + 1) <= whole.end; ordinal += 1) {
    spans.push({ start: line.start(ordinal), end: line.start(ordinal + 1) });
  }
  return spans;
}

function share({ amount, increment }: SpreadAmount, weights: readonly string[], path: Path): Decimal[] {
  weights.forEach((weight, index) => {
    if (toDecimal(weight, [...path, index]).lt(0))
      failCore('allocate.negativeWeight', [...path, index], { value: weight });
  });
  // An amount with more decimals than the increment is spread in units of its own last decimal.
  const unit = amount.mod(increment).isZero() ? increment : new Decimal(10).pow(-amount.dp());
  return allocate(amount, weights, { increment: unit }).parts.map((part) => toDecimal(part));
}
