import { type Decimal, minus, ONE, times } from '../decimal.js';
import { type CompiledTiers, growsWithBounds } from '../tierPieces.js';
import { type Digits, digitsOf } from './digits.js';

/** A tier as a line: value = slope × x − offset, up to a bound. */
interface ShapeLine {
  readonly upTo: Digits | null;
  readonly slope: Digits;
  readonly offset: Digits;
}

/** Tiers times a factor, in integers. */
export interface SlotShape {
  readonly id: number;
  readonly lines: readonly ShapeLine[];
  /** Whether a bound belongs to the tier below it. */
  readonly isLower: boolean;
  /** Whether no line has a division in it. */
  readonly isWhole: boolean;
  /** Whether bounds in a unit multiply offsets by it as well. */
  readonly grows: boolean;
}

export function slotShape(tiers: CompiledTiers, factor: Decimal, id: number): SlotShape {
  const { boundary, flatWhenZero, pieces } = tiers;
  return {
    id,
    lines: pieces.map(({ from, upTo, start, slope }) => {
      const scaled = times(slope, factor);
      return {
        upTo: upTo && digitsOf(upTo),
        slope: digitsOf(scaled),
        offset: digitsOf(minus(times(scaled, from), times(start, factor))),
      };
    }),
    isLower: boundary === 'lower',
    isWhole: pieces.every(({ per, start }) => per.eq(ONE) && !(flatWhenZero && !start.isZero())),
    grows: growsWithBounds(tiers),
  };
}
