import { allocate } from '../../core/allocate.js';
import { Decimal, type DecimalString, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { PeriodKind } from '../../core/periodKind.js';
import { type PeriodLine, periodLine } from '../../core/periodLine.js';
import { toWeight } from '../../core/toWeight.js';
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

/** How a span lies in the periods that an amount is given for. */
interface Layout {
  /** Of a span at least as long as they: how many of them it is; `null` for a shorter one. */
  readonly times: Decimal | null;
  /** Which parts fall on the span where weights are given for spans like it, and where for the periods of the plan. */
  readonly ofSpans: LayoutParts;
  readonly ofPeriods: LayoutParts;
}

interface LayoutParts {
  readonly count: number;
  readonly taken: readonly number[];
}

/** A {@link Spreader} that remembers how spans lie in a calendar and how amounts are divided. */
export function createSpreader(calendar: QuotaCalendar): Spreader {
  const lines = new Map<PeriodKind, PeriodLine>();
  const layouts = new Map<string, Layout>();
  const equal = new Map<string, readonly Decimal[]>();
  const weighted = new WeakMap<readonly DecimalString[], Map<string, readonly Decimal[]>>();

  return ({ amount, per, seasonality, increment }, span, paths) => {
    const layout = remember(layouts, `${per} ${span.kind} ${span.start}`, () => layoutOf(per, span));
    const { times: whole, ofSpans, ofPeriods } = layout;
    if (seasonality !== undefined) checkLength(seasonality, layout, paths.seasonality);
    const known = seasonality === undefined ? equal : weightedBy(seasonality, paths.seasonality);
    if (whole !== null) return times(toDecimal(amount, paths.amount), whole);
    const { count, taken } = seasonality === undefined || seasonality.length === ofSpans.count ? ofSpans : ofPeriods;
    const parts = remember(known, `${amount} ${toText(increment)} ${count}`, () =>
      divide(toDecimal(amount, paths.amount), seasonality ?? Array.from({ length: count }, () => '1'), increment),
    );
    return taken.reduce((sum, index) => plus(sum, parts[index] ?? ZERO), ZERO);
  };

  /** What is known of some weights, which are checked when they are first met. */
  function weightedBy(weights: readonly DecimalString[], path: Path): Map<string, readonly Decimal[]> {
    let known = weighted.get(weights);
    if (known === undefined) {
      checkWeights(weights, path);
      weighted.set(weights, (known = new Map<string, readonly Decimal[]>()));
    }
    return known;
  }

  function layoutOf(per: PeriodKind, span: QuotaSpan): Layout {
    const perLine = lineOf(per);
    const ordinal = perLine.ordinal(span.end - 1);
    const whole = { start: perLine.start(ordinal), end: perLine.start(ordinal + 1) };
    const longer = coversKind(span.kind, per);
    const period = calendar.period ?? span.kind;
    const parts = (units: readonly { readonly end: number }[]): LayoutParts => ({
      count: units.length,
      taken: units.flatMap(({ end }, index) => (span.start < end && end <= span.end ? [index] : [])),
    });
    return {
      times: longer ? toDecimal(ordinal - perLine.ordinal(span.start) + 1) : null,
      ofSpans: parts(longer ? [whole] : spansIn(whole, span.kind)),
      ofPeriods: parts(coversKind(period, per) ? [whole] : spansIn(whole, period)),
    };
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

function checkLength({ length }: readonly DecimalString[], { ofSpans, ofPeriods }: Layout, path: Path): void {
  const expected = [...new Set([ofSpans.count, ofPeriods.count])];
  if (!expected.includes(length)) fail('quota.seasonality', path, { expected: expected.join(' or '), value: length });
}

function checkWeights(weights: readonly DecimalString[], path: Path): void {
  weights.forEach((weight, index) => toWeight(weight, [...path, index]));
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
