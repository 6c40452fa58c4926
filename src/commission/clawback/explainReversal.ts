import { type Decimal, plus, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { type Explanation, explainConstant, explainLess, explainStep } from '../../core/explanation.js';
import { ratioValue } from '../../core/ratio.js';
import type { ClawbackBasis } from './compileClawback.js';
import type { UnservedPart } from './unservedPart.js';

/** What the amount of a reversal is made of. */
export type ReversalFigures =
  | {
      readonly kind: 'part';
      /** Of the original. */
      readonly amount: Decimal;
      readonly reversed: Decimal;
      /** Reversed by earlier rows, and the rounded part of the earning that it is. */
      readonly reversedBefore: Decimal;
      readonly earlier: Decimal;
      readonly unserved: UnservedPart;
    }
  | {
      readonly kind: 'recomputed';
      readonly before: Decimal;
      readonly after: Decimal;
    };

/** Where what decides about a reversal stands. */
export interface ReversalPlaces {
  readonly amount: Explanation;
  /** Of the reversing rows. */
  readonly reversed: readonly Explanation[];
  /** Where the term begins, and ends. */
  readonly term: readonly Explanation[];
  /** Of the clawback in the plan. */
  readonly policy: Path;
}

/**
 * What a reversal takes, under every basis that looks at a line: the steps from what was earned to the amount. What was
 * reversed is counted to date, and the part of earlier rows is taken off, because so the amount is rounded.
 *
 * @param earned what the basis takes parts of
 */
export function reversalSteps(
  figures: Extract<ReversalFigures, { kind: 'part' }>,
  basis: ClawbackBasis,
  earned: Explanation,
  places: ReversalPlaces,
): readonly Explanation[] {
  const { amount, reversed, reversedBefore, earlier, unserved } = figures;
  const isProrated = basis === 'prorated';
  const part = (isProrated ? reversed : plus(reversedBefore, reversed)).neg();
  return [
    earned,
    explainStep('clawback.share', { part: toText(part), of: toText(amount) }, ratioValue(part, amount), [
      ...places.reversed,
      places.amount,
    ]),
    ...(isProrated ? [unservedStep(unserved, places)] : []),
    ...(earlier.isZero() ? [] : [explainLess(explainStep('clawback.earlier', {}, toText(earlier), [earned]), 'less')]),
  ];
}

/** What a span earns without the reversed part, less what it earned before. */
export function recomputedSteps(
  { before, after }: Extract<ReversalFigures, { kind: 'recomputed' }>,
  places: Pick<ReversalPlaces, 'amount' | 'reversed'>,
): readonly Explanation[] {
  return [
    explainStep('clawback.without', {}, toText(after), places.reversed),
    explainLess(explainStep('clawback.with', {}, toText(before), [places.amount]), 'less'),
  ];
}

function unservedStep({ part, of, served, unit, step }: UnservedPart, { term, policy }: ReversalPlaces): Explanation {
  const value = ratioValue(part, of);
  if (step === null) {
    const params = { served, unit, part: toText(part), of: toText(of) };
    return explainStep('clawback.unserved', params, value, term);
  }
  const share = step < 0 ? [] : [explainConstant([...policy, 'steps', step, 'share'], value)];
  return explainStep(step < 0 ? 'clawback.lastStep' : 'clawback.step', { served }, value, [...share, ...term]);
}
