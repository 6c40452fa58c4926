import {
  compareFractions,
  type Fraction,
  plusFractions,
  timesFractions,
  ZERO_FRACTION,
} from '../../../core/fraction.js';
import type { CheckedItem } from './readScorecard.js';
import type { Normaliser } from './normaliser.js';
import { type Line, type Shape, within } from './shape.js';

/** The least and the greatest points there can be; `null` without a bound. */
export interface PointRange {
  readonly least: Fraction | null;
  readonly most: Fraction | null;
}

const NOTHING: PointRange = { least: ZERO_FRACTION, most: ZERO_FRACTION };

/** What an item can score; `null` where it never has a score. Counts, of what is added or taken off, are not negative. */
export function scoreRange({ source }: CheckedItem, kind: Normaliser['kind']): PointRange | null {
  switch (source.kind) {
    case 'value':
      return shapeRange(source.shape, kind === 'deduct' || kind === 'add' ? ZERO_FRACTION : null);
    case 'share':
      return shapeRange(source.shape, null);
    case 'rank':
    case 'minMax':
      return shapeRange(source.shape, ZERO_FRACTION, { n: 1n, d: 1n });
    case 'grid':
      return rangeOf(source.cells.flat());
  }
}

/** The points between two ends of x. */
function shapeRange(shape: Shape, from: Fraction | null, until: Fraction | null = null): PointRange | null {
  const points: (Fraction | 'least' | 'most')[] = [];
  let start = from;
  for (const { to, line } of shape.segments) {
    const end = to === null || (until !== null && compareFractions(to, until) > 0) ? until : to;
    const isBefore = to !== null && from !== null && compareFractions(to, from) < 0;
    if (typeof line !== 'string' && !isBefore) {
      points.push(endOf(line, start, -1), endOf(line, end, 1));
    }
    start = to !== null && (start === null || compareFractions(to, start) > 0) ? to : start;
  }
  if (points.length === 0) return null;
  const known = rangeOf(points.filter((each) => typeof each !== 'string'));
  const low = points.includes('least') ? shape.least : within(known.least!, shape);
  const high = points.includes('most') ? shape.most : within(known.most!, shape);
  return { least: low, most: high };
}

/** Points at an end of a line, or where they go without one. */
function endOf({ slope, offset }: Line, x: Fraction | null, side: -1 | 1): Fraction | 'least' | 'most' {
  if (x === null && slope.n !== 0n) return slope.n > 0n === side > 0 ? 'most' : 'least';
  return plusFractions(timesFractions(slope, x ?? ZERO_FRACTION), offset);
}

function rangeOf(points: readonly Fraction[]): PointRange {
  if (points.length === 0) return NOTHING;
  return {
    least: points.reduce((a, b) => (compareFractions(b, a) < 0 ? b : a)),
    most: points.reduce((a, b) => (compareFractions(b, a) > 0 ? b : a)),
  };
}

/** What a card can come to before gates: every item at its best or its worst. */
export function totalRange(
  items: readonly { readonly weight: bigint; readonly range: PointRange | null }[],
): PointRange {
  const counted = items.flatMap(({ weight, range }) => (range === null || weight === 0n ? [] : [{ weight, range }]));
  const weight = counted.reduce((sum, each) => sum + each.weight, 0n);
  const mean = (end: 'least' | 'most'): Fraction | null => {
    if (weight === 0n || counted.some(({ range }) => range[end] === null)) return null;
    const sum = counted.reduce(
      (all, each) => plusFractions(all, timesFractions({ n: each.weight, d: 1n }, each.range[end]!)),
      ZERO_FRACTION,
    );
    return { n: sum.n, d: sum.d * weight };
  };
  return { least: mean('least'), most: mean('most') };
}
