import { roundUnits, type Residue, type RoundingMode } from './rounding.js';

/** Whole parts of a total and the parts that the rounding changed, ascending. */
export interface UnitAllocation {
  readonly parts: readonly bigint[];
  readonly residueTo: readonly number[];
}

/**
 * Shares whole units out in proportion to weights. The parts add up to the total; negative totals give negative parts.
 * Weights are not negative and at least one is there; all zero share equally.
 */
export function allocateUnits(
  total: bigint,
  weights: readonly bigint[],
  residue: Residue = 'largestRemainder',
  mode: RoundingMode = 'halfEven',
): UnitAllocation {
  const sum = add(weights);
  if (sum === 0n) return allocateUnits(total, Array<bigint>(weights.length).fill(1n), residue, mode);
  if (residue === 'largestRemainder') return byLargestRemainder(total, weights, sum);
  const parts = weights.map((weight) => roundUnits(total * weight, sum, mode));
  const taker = takerOf(residue, weights);
  const difference = total - add(parts);
  return {
    parts: parts.map((part, index) => (index === taker ? part + difference : part)),
    residueTo: difference === 0n ? [] : [taker],
  };
}

function byLargestRemainder(total: bigint, weights: readonly bigint[], sum: bigint): UnitAllocation {
  const unit = total < 0n ? -1n : 1n;
  const magnitude = total * unit;
  const cut: { readonly index: number; readonly remainder: bigint }[] = [];
  let left = magnitude;
  const parts = weights.map((weight, index) => {
    const product = magnitude * weight;
    const part = product / sum;
    const remainder = product - part * sum;
    if (remainder > 0n) cut.push({ index, remainder });
    left -= part;
    return part;
  });
  // Less than one unit was cut off each part with a remainder, so what is left gives each of them one at most.
  const residueTo = cut
    .sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : 0))
    .slice(0, Number(left))
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  for (const index of residueTo) parts[index] = (parts[index] ?? 0n) + 1n;
  return { parts: parts.map((part) => part * unit), residueTo };
}

/** Among parts of positive weight: one of weight zero gets nothing. */
function takerOf(residue: Exclude<Residue, 'largestRemainder'>, weights: readonly bigint[]): number {
  switch (residue) {
    case 'first':
      return weights.findIndex((weight) => weight > 0n);
    case 'last':
      return weights.findLastIndex((weight) => weight > 0n);
    case 'largestWeight':
      return indicesByDescending(weights)[0] ?? 0;
  }
}

function indicesByDescending(values: readonly bigint[]): number[] {
  const indexed = values.map((value, index) => ({ value, index }));
  return indexed
    .sort((a, b) => (a.value > b.value ? -1 : a.value < b.value ? 1 : a.index - b.index))
    .map((x) => x.index);
}

/** Sum of whole numbers. */
export function add(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
