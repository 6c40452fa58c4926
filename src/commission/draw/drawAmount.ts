import { type Decimal, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { type RoundingMode, roundQuotient } from '../../core/rounding.js';
import type { QuantityBasis } from '../modifier/quantity.js';
import { activePart } from '../quota/quotaSpan.js';
import type { ProrationPolicy } from '../schema.js';
import type { CompiledDraw } from './compileDraws.js';

/** Days of an assignment and how it counts those of a span. */
export interface DrawAssignee {
  readonly from: number;
  readonly to: number;
  readonly prorate: ProrationPolicy | 'none' | undefined;
}

/** What draws see of a period. */
export interface DrawSpan {
  readonly start: number;
  readonly end: number;
  /** Days on which the payee leaves, in this period or before, in order. */
  readonly terminations: readonly number[];
  readonly basis: QuantityBasis;
}

/** A draw that a period has, and for whose days. */
export interface DrawOffer {
  readonly draw: CompiledDraw;
  readonly assigned: readonly DrawAssignee[];
}

/** How amounts of draws are rounded. */
export interface DrawRounding {
  readonly increment: Decimal;
  readonly mode: RoundingMode;
}

/** The amount of an active draw and the part of its period that it is for: `days` of `of`, 1 of 1 for all of it. */
export interface DrawAmount {
  readonly amount: Decimal;
  readonly days: Decimal;
  readonly of: Decimal;
  /** Target pay, quota or measure that the amount is a part of; `null` for a fixed one. */
  readonly figure: Decimal | null;
}

/** The amount of a draw in a period; `null` where it is not active on a day of an assignment. */
export function drawAmount(
  { draw, assigned }: DrawOffer,
  span: DrawSpan,
  { increment, mode }: DrawRounding,
): DrawAmount | null {
  // The day of a termination is the last on which a draw is active.
  const left = span.terminations.find((day) => day >= draw.from) ?? Infinity;
  const last = Math.min(draw.to, left + 1);
  let isActive = false;
  // Days of assignments may be counted in different ways, so that the parts need a common denominator.
  let days = ZERO;
  let of = ONE;
  for (const { from, to, prorate } of assigned) {
    const common = { from: Math.max(from, draw.from), to: Math.min(to, last) };
    const part = common.from < common.to ? activePart(common, span, prorate ?? {}, undefined, draw.path) : null;
    if (part === null) continue;
    isActive = true;
    const [n, d] = [toDecimal(part.days), toDecimal(part.of)];
    days = of.eq(d) ? plus(days, n) : plus(times(days, d), times(n, of));
    of = of.eq(d) ? of : times(of, d);
  }
  if (!isActive) return null;
  if (!draw.isProrated || days.gt(of)) [days, of] = [ONE, ONE];
  const whole = draw.amount(span.basis);
  const figure = figureOf(draw, span.basis);
  if (whole.lte(0)) return { amount: ZERO, days, of, figure };
  return {
    amount: times(roundQuotient(times(whole, days), times(of, increment), mode), increment),
    days,
    of,
    figure,
  };
}

function figureOf({ draw: { amount } }: CompiledDraw, basis: QuantityBasis): Decimal | null {
  if ('ofTarget' in amount) return basis.target();
  if ('ofQuota' in amount) return basis.quota();
  return 'ofMeasure' in amount ? basis.measure() : null;
}
