import {
  type Decimal,
  type DecimalString,
  divide,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Params, Path } from '../../core/errors.js';
import {
  explainInput,
  explainPolicy,
  explainStep,
  explainSum,
  type Explanation,
  quotientParams,
} from '../../core/explanation.js';
import { type RoundingMode, roundDecimal, roundQuotient } from '../../core/rounding.js';

/** A factor of a figure, as a fraction, and where it stands. */
export interface FigureStep {
  readonly code: 'quota.factor' | 'quota.ramp' | 'quota.relief' | 'quota.proration' | 'target.share';
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly params: Params;
  /** Where the factor stands, and what stands there; null = an object that says more than the factor. */
  readonly path: Path;
  readonly fact: DecimalString | null;
}

/** What makes the quota or the target pay of one assignment in a span. */
export interface FigureSteps {
  readonly amount: DecimalString;
  readonly amountPath: Path;
  readonly per: string;
  /** The part of the amount that falls on the span. */
  readonly base: Decimal;
  /** Factors in their order; none that is 1. */
  readonly steps: readonly FigureStep[];
}

/** The one rounding of a figure. */
export interface FigureRounding {
  readonly increment: Decimal;
  readonly mode: RoundingMode;
}

/** A figure of a span and how it came about. */
export interface SpanFigure {
  readonly amount: DecimalString;
  readonly explanation: Explanation;
}

/** Base and factors multiplied, rounded once. */
export function figureOf({ base, steps }: FigureSteps, { increment, mode }: FigureRounding): Decimal {
  if (steps.length === 0) return roundDecimal(base, increment, mode);
  const numerator = steps.reduce((product, step) => times(product, step.numerator), base);
  const denominator = steps.reduce((product, step) => times(product, step.denominator), increment);
  return times(roundQuotient(numerator, denominator, mode), increment);
}

/** The figures of all assignments of a span added up, with their steps. */
export function explainFigures(
  code: 'quota.sum' | 'target.sum',
  span: { readonly start: string; readonly end: string },
  parts: readonly FigureSteps[],
  rounding: FigureRounding,
): SpanFigure {
  const scale = rounding.increment.dp();
  const figures = parts.map((part) => figureOf(part, rounding));
  const amount = figures.reduce(plus, ZERO).toFixed(scale);
  const days = { start: span.start, end: span.end };
  if (parts.length === 0) {
    return { amount, explanation: explainStep(code, days, amount, [explainInput(['assignments'], null)]) };
  }
  return { amount, explanation: { ...explainSum(code, days, explainParts(parts, rounding)), value: amount } };
}

/** The figures of the assignments of a span, each with its steps. */
export function explainParts(parts: readonly FigureSteps[], rounding: FigureRounding): Explanation[] {
  const scale = rounding.increment.dp();
  return parts.map((part) => explainPart(part, figureOf(part, rounding).toFixed(scale), rounding));
}

function explainPart(
  { amount, amountPath, per, base, steps }: FigureSteps,
  figure: DecimalString,
  { increment, mode }: FigureRounding,
): Explanation {
  let numerator = base;
  let denominator = ONE;
  let node = explainStep('quota.base', { amount, per }, toText(base), [explainInput(amountPath, amount)]);
  for (const step of steps) {
    numerator = times(numerator, step.numerator);
    denominator = times(denominator, step.denominator);
    const value = divide(numerator, denominator);
    const params = { ...step.params, ...quotientParams(value, numerator, denominator) };
    node = explainStep(step.code, params, toText(value), [node, explainInput(step.path, step.fact)]);
  }
  return explainStep('quota.rounded', { increment: toText(increment) }, figure, [
    node,
    explainPolicy('rounding', mode),
  ]);
}

/** A step, unless it changes nothing. */
export function figureStep(
  code: FigureStep['code'],
  numerator: Decimal,
  denominator: Decimal,
  params: Params,
  path: Path,
  fact: DecimalString | null = null,
): readonly FigureStep[] {
  return numerator.equals(denominator) ? [] : [{ code, numerator, denominator, params, path, fact }];
}

/** The step of an assignment that is active on some days of the span. */
export function prorationStep(
  active: { readonly days: number; readonly of: number },
  path: Path,
): readonly FigureStep[] {
  const { days, of } = active;
  if (days === of) return [];
  return figureStep('quota.proration', toDecimal(days), toDecimal(of), { days, of }, path);
}
