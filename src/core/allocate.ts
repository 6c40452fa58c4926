import { allocateUnits, type UnitAllocation } from './allocateUnits.js';
import { ZERO_WEIGHTS, allocateWithin, type UnitBounds, type UnitLimits, type ZeroWeight } from './allocateWithin.js';
import type { DecimalLike, DecimalString, Decimal } from './decimal.js';
import { ONE, toDecimal } from './decimal.js';
import type { Path, Reason } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import { RESIDUES, ROUNDING_MODES, roundQuotient, toIncrement, type Residue, type RoundingMode } from './rounding.js';
import { scaledText, toProportions, toScaled } from './scaled.js';
import { toWeight } from './toWeight.js';
import { wholeUnits } from './wholeUnits.js';

/** How a total is shared out in proportion to weights. */
export interface AllocateOptions {
  /** Parts are multiples of this positive decimal, and so must the total be. Default `"1"`. */
  readonly increment?: DecimalLike;
  /** Who gets what is left over when the parts are rounded. Default `largestRemainder`. */
  readonly residue?: Residue;
  /** How parts are rounded under the other residue rules. Default `halfEven`. */
  readonly mode?: RoundingMode;
  readonly min?: never;
  readonly max?: never;
}

/** How a total is shared out within bounds. What is left over goes by largest remainder. */
export interface BoundedAllocateOptions {
  /** Parts are multiples of this positive decimal, and so must the total be; bounds are cut inwards. Default `"1"`. */
  readonly increment?: DecimalLike;
  /** Least part by index; without one a part does not go below 0 (not above 0 while a negative total is shared). */
  readonly min?: readonly (DecimalLike | null)[];
  /** Greatest part by index, `null` for none. */
  readonly max?: readonly (DecimalLike | null)[];
  /**
   * What a part of weight 0 gets beside positive ones: `never` (default) 0 or the bound nearest to it;
   * `last` also takes an equal share of what is left once every weighted part is at its maximum.
   */
  readonly zeroWeight?: ZeroWeight;
  readonly residue?: 'largestRemainder';
  readonly mode?: never;
}

/** Parts in the order of the weights, and the indices of the parts that took what rounding left over. */
export interface Allocation {
  readonly parts: readonly DecimalString[];
  readonly residueTo: readonly number[];
}

/** Parts within bounds, or why there are none. */
export type BoundedAllocation =
  ({ readonly ok: true } & Allocation) | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the parts of a total in proportion to weights, in whole increments that add up to the total exactly.
 * Equal weights, and weights that are all 0, share equally; a weight of 0 beside positive ones gets 0. Negative totals mirror
 * positive ones. With `min` or `max` the parts are λ·weight kept within their bounds; bounds that cannot hold the total give
 * `ok: false` with `infeasible` (and `crossedBounds` for a part whose own bounds exclude each other).
 *
 * @param total multiple of the increment
 * @param weights decimals that are not negative, of any size; their proportions count
 * @param options increment, residue rule, bounds
 * @throws SalesModelError `allocate.indivisible`, `allocate.negativeWeight`, `allocate.noParts`, `allocate.length`,
 *   `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { allocate } from 'salesmodel/core';
 *
 * allocate('100', [1, 1, 1]); // => { parts: ['34', '33', '33'], residueTo: [0] }
 * allocate('0.10', ['5', '3', '3'], { increment: '0.01' }).parts; // => ['0.04', '0.03', '0.03']
 * allocate('1000', [5, 3, 2], { max: ['400', null, null] }); // => { ok: true, parts: ['400', '360', '240'], residueTo: [] }
 */
export function allocate(total: DecimalLike, weights: readonly DecimalLike[], options?: AllocateOptions): Allocation;
export function allocate(
  total: DecimalLike,
  weights: readonly DecimalLike[],
  options: BoundedAllocateOptions,
): BoundedAllocation;
export function allocate(
  total: DecimalLike,
  weights: readonly DecimalLike[],
  options: AllocateOptions | BoundedAllocateOptions = {},
): Allocation | BoundedAllocation {
  const increment = toIncrement(options.increment ?? ONE, ['increment']);
  const units = wholeUnits(toDecimal(total, ['total']), increment, ['total']);
  const proportions = toProportions(toWeights(weights));
  const textOf = (n: bigint): DecimalString => scaledText(n * toScaled(increment, increment.dp()), increment.dp());
  const allocation = ({ parts, residueTo }: UnitAllocation): Allocation => ({ parts: parts.map(textOf), residueTo });

  if (options.min === undefined && options.max === undefined) {
    const residue = oneOf(options.residue ?? 'largestRemainder', RESIDUES, ['residue']);
    const mode = oneOf(options.mode ?? 'halfEven', ROUNDING_MODES, ['mode']);
    if (weights.length > 0) return allocation(allocateUnits(units, proportions, residue, mode));
    if (units !== 0n) fail('allocate.noParts', ['weights'], { total: textOf(units) });
    return { parts: [], residueTo: [] };
  }

  oneOf(options.residue ?? 'largestRemainder', ['largestRemainder'], ['residue']);
  const zeroWeight = oneOf(options.zeroWeight ?? 'never', ZERO_WEIGHTS, ['zeroWeight']);
  const bounds = unitBounds(options, weights.length, increment);
  const shared = allocateWithin(units, proportions, bounds, zeroWeight);
  return 'parts' in shared
    ? { ok: true, ...allocation(shared) }
    : { ok: false, reasons: reasonsOf(shared, units, bounds, textOf) };
}

/** Reads weights. */
export function toWeights(weights: readonly DecimalLike[]): Decimal[] {
  return weights.map((value, index) => toWeight(value, ['weights', index]));
}

function unitBounds(options: BoundedAllocateOptions, count: number, increment: Decimal): UnitBounds[] {
  const min = toBounds(options.min, count, ['min']);
  const max = toBounds(options.max, count, ['max']);
  return Array.from({ length: count }, (_, index) => ({
    min: unitsOrNull(min[index], increment, 'ceiling'),
    max: unitsOrNull(max[index], increment, 'floor'),
  }));
}

function toBounds(
  bounds: readonly (DecimalLike | null)[] | undefined,
  count: number,
  path: Path,
): readonly (Decimal | null)[] {
  if (bounds === undefined) return [];
  if (bounds.length !== count) fail('allocate.length', path, { expected: count, length: bounds.length });
  return bounds.map((bound, index) => (bound === null ? null : toDecimal(bound, [...path, index])));
}

function unitsOrNull(bound: Decimal | null | undefined, increment: Decimal, mode: RoundingMode): bigint | null {
  return bound === null || bound === undefined ? null : toScaled(roundQuotient(bound, increment, mode), 0);
}

function reasonsOf(
  { minSum, maxSum, crossed }: UnitLimits,
  total: bigint,
  bounds: readonly UnitBounds[],
  textOf: (n: bigint) => DecimalString,
): Reason[] {
  const textOrNull = (n: bigint | null | undefined): DecimalString | null => (n == null ? null : textOf(n));
  const over = maxSum !== null && total > maxSum ? total - maxSum : 0n;
  const under = minSum !== null && total < minSum ? minSum - total : 0n;
  return [
    ...crossed.map((index) => ({
      code: 'crossedBounds',
      params: { index, min: textOrNull(bounds[index]?.min), max: textOrNull(bounds[index]?.max) },
    })),
    {
      code: 'infeasible',
      params: {
        minSum: textOrNull(minSum),
        maxSum: textOrNull(maxSum),
        total: textOf(total),
        shortfall: textOf(over > under ? over : under),
      },
    },
  ];
}
