import { add, allocateUnits, type UnitAllocation } from './allocateUnits.js';
import { type BoundedPart, levelOf } from './levelOf.js';

/** Every rule for parts of weight zero. */
export const ZERO_WEIGHTS = ['never', 'last'] as const;

/**
 * What a part of weight zero gets beside positive ones: `never` zero or the bound nearest to it; `last` also an equal share of
 * what is left once every weighted part is at its maximum (of what is missing once every one is at its minimum).
 *
 * @useDeclaredType
 */
export type ZeroWeight = (typeof ZERO_WEIGHTS)[number];

/** Whole units that one part may get; `null` is no bound. */
export interface UnitBounds {
  readonly min: bigint | null;
  readonly max: bigint | null;
}

/** The least and the most that the parts can take together, `null` where there is no end, and the parts whose bounds cross. */
export interface UnitLimits {
  readonly minSum: bigint | null;
  readonly maxSum: bigint | null;
  readonly crossed: readonly number[];
}

/** An allocation within bounds, and the parts that no bound holds, ascending. */
export interface BoundedUnits extends UnitAllocation {
  readonly free: readonly number[];
}

/**
 * Shares whole units out in proportion to weights within bounds: part = λ·weight kept within [min, max], with the one λ
 * that makes the parts add up; then whole units by largest remainder. Or says what the parts could take.
 */
export function allocateWithin(
  total: bigint,
  weights: readonly bigint[],
  bounds: readonly UnitBounds[],
  zeroWeight: ZeroWeight,
): BoundedUnits | UnitLimits {
  if (total < 0n) return mirrored(allocateWithin(-total, weights, bounds.map(mirroredBounds), zeroWeight));
  const isAllZero = weights.every((weight) => weight === 0n);
  const parts = bounds.map(({ min, max }, index): BoundedPart => {
    const weight = isAllZero ? 1n : (weights[index] ?? 0n);
    const floor = min ?? (max !== null && max < 0n ? max : 0n);
    return { index, weight, min: floor, max: max ?? (total > 0n ? null : floor > 0n ? floor : 0n) };
  });
  const weighted = parts.filter(({ weight }) => weight > 0n);
  const idle = parts.filter(({ weight }) => weight === 0n);

  const crossed = parts.filter(({ min, max }) => max !== null && min > max).map(({ index }) => index);
  const own = add(idle.map(idleUnits));
  const least = add(weighted.map(({ min }) => min));
  const most = sumOrNull(weighted.map(({ max }) => max));
  const isIdleLast = zeroWeight === 'last';
  const minSum = least + (isIdleLast ? add(idle.map(({ min }) => min)) : own);
  const idleMost = isIdleLast ? sumOrNull(idle.map(({ max }) => max)) : own;
  const maxSum = most === null || idleMost === null ? null : most + idleMost;
  if (crossed.length > 0 || total < minSum || (maxSum !== null && total > maxSum)) return { minSum, maxSum, crossed };

  const units = Array<bigint>(parts.length).fill(0n);
  const share = total - own;
  if (share >= least && (most === null || share <= most)) {
    for (const part of idle) units[part.index] = idleUnits(part);
    return { parts: units, ...fill(share, weighted, units) };
  }
  // Every weighted part is at the same end of its bounds, so the parts of weight zero take the difference.
  for (const part of weighted) units[part.index] = share < least ? part.min : (part.max ?? 0n);
  const equal = idle.map((part) => ({ ...part, weight: 1n }));
  return { parts: units, ...fill(total - add(units), equal, units) };
}

/** What a part of weight zero takes of its own: zero, or the bound that is nearest to it. */
function idleUnits({ min, max }: BoundedPart): bigint {
  return min > 0n ? min : max !== null && max < 0n ? max : 0n;
}

/** @returns the parts that got a unit by largest remainder, and those that no bound holds */
function fill(total: bigint, parts: readonly BoundedPart[], units: bigint[]): Omit<BoundedUnits, 'parts'> {
  const { free, rest } = levelOf(total, parts, units);
  const own = free.map(({ index }) => index);
  if (free.length === 0) return { residueTo: [], free: own };
  const shared = allocateUnits(
    rest,
    free.map((part) => part.weight),
  );
  free.forEach(({ index }, position) => (units[index] = shared.parts[position] ?? 0n));
  return { residueTo: shared.residueTo.flatMap((position) => own[position] ?? []), free: own };
}

function mirroredBounds({ min, max }: UnitBounds): UnitBounds {
  return { min: max === null ? null : -max, max: min === null ? null : -min };
}

function mirrored(result: BoundedUnits | UnitLimits): BoundedUnits | UnitLimits {
  if ('parts' in result) return { ...result, parts: result.parts.map((part) => -part) };
  const { min, max } = mirroredBounds({ min: result.minSum, max: result.maxSum });
  return { minSum: min, maxSum: max, crossed: result.crossed };
}

function sumOrNull(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0n as bigint | null);
}
