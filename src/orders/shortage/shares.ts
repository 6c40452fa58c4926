import type { Units } from './claims.js';
import type { ShortageLevel, ShortageShare } from './shortage.js';

/** What decides a share, by its number in a column. */
export const DECIDERS = ['level', 'order', 'minimum'] as const satisfies readonly ShortageShare['decidedBy'][];

export const BY_LEVEL = 0;
export const BY_ORDER = 1;
export const BY_MINIMUM = 2;

/** Shares of claims in whole increments, in columns. */
export interface Shares {
  readonly units: Units;
  /** Numbers of {@link DECIDERS}. */
  readonly decidedBy: Uint8Array;
  /** 1 where what rounding left over made it an increment more. */
  readonly roundedUp: Uint8Array;
  readonly level: ShortageLevel | null;
}
