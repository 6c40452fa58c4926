import { type DecimalLike, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { concentration, type LorenzPoint } from '../../mechanisms/scoring/concentration.js';
import { fail } from '../fail.js';

/**
 * Returns the Gini coefficient of values that are not negative: 0 when all are equal, toward 1 when one has everything.
 * It has no value when the total is 0.
 *
 * @param values in any order
 * @param options `corrected`: times n/(n − 1), which reaches 1; default false
 * @throws SalesModelError `concentration.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { gini } from 'salesmodel/segmentation';
 *
 * gini([1, 2, 3, 4, 5]).value; // => '0.266666666667'
 * gini([0, 0, 0, 10], { corrected: true }).value; // => '1'
 */
export function gini(values: readonly DecimalLike[], options: { readonly corrected?: boolean } = {}): Ratio {
  const { gini: plain, giniCorrected } = concentration(values);
  return options.corrected === true ? giniCorrected : plain;
}

/** The Herfindahl index, and how many equal parts would have it. */
export interface Herfindahl {
  /** From 1/n to 1. */
  readonly index: Ratio;
  readonly effectiveNumber: Ratio;
}

/**
 * Returns the Herfindahl index of values that are not negative, from 0 to 1, and the effective number of parts.
 *
 * @param values in any order
 * @throws SalesModelError `concentration.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { hhi } from 'salesmodel/segmentation';
 *
 * const { index, effectiveNumber } = hhi([50, 30, 20]);
 * [index.value, effectiveNumber.value]; // => ['0.38', '2.631578947368']
 */
export function hhi(values: readonly DecimalLike[]): Herfindahl {
  const { herfindahl, effectiveNumber } = concentration(values);
  return { index: herfindahl, effectiveNumber };
}

/** Corners of a Lorenz curve; `null` where there is no total to share. */
export type Lorenz =
  { readonly points: readonly LorenzPoint[] } | { readonly points: null; readonly reason: 'zeroDenominator' };

/**
 * Returns the corners of the Lorenz curve of values that are not negative, from (0, 0) to (1, 1): the smallest part
 * `population` of all has the part `share` of the total. There is no curve when the total is 0.
 *
 * @param values in any order
 * @throws SalesModelError `concentration.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lorenz } from 'salesmodel/segmentation';
 *
 * lorenz([10, 30, 60]).points?.map(({ population, share }) => [population.value, share.value]);
 * // => [['0', '0'], ['0.333333333333', '0.1'], ['0.666666666667', '0.4'], ['1', '1']]
 * lorenz([0, 0]); // => { points: null, reason: 'zeroDenominator' }
 */
export function lorenz(values: readonly DecimalLike[]): Lorenz {
  const points = concentration(values).lorenz;
  return points.length === 0 ? { points: null, reason: 'zeroDenominator' } : { points };
}

/** The part of the total that the largest have. */
export interface TopShare {
  /** How many they are. */
  readonly count: number;
  readonly share: Ratio;
}

/**
 * Returns the share of the largest part of a list in its total. A fraction of a member counts whole.
 *
 * @param values not negative, in any order
 * @param part from 0 to 1, such as `0.2`
 * @throws SalesModelError `segmentation.concentration.part`, `concentration.negative`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { topShare } from 'salesmodel/segmentation';
 *
 * const { count, share } = topShare([100, 20, 20, 10, 10, 10, 10, 10, 5, 5], '0.2');
 * [count, share.value]; // => [2, '0.6']
 */
export function topShare(values: readonly DecimalLike[], part: DecimalLike): TopShare {
  const p = toDecimal(part, ['part']);
  if (p.lt(0) || p.gt(ONE)) fail('segmentation.concentration.part', ['part'], { value: p.toFixed() });
  concentration(values);
  const count = times(p, toDecimal(values.length)).ceil().toNumber();
  const sorted = values.map((value) => toDecimal(value)).sort((a, b) => b.cmp(a));
  const total = sorted.reduce(plus, ZERO);
  return { count, share: ratioOf(sorted.slice(0, count).reduce(plus, ZERO), total) };
}
