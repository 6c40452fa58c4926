import type { DecimalString } from './decimal.js';

/**
 * How a quantity is charged or paid across tiers.
 *
 * - `marginal`: each slice at its own rate, plus the flat of every tier entered
 * - `whole`: all of x at the rate of the tier that x lies in, plus that tier's flat
 * - `anchored`: marginal up to the anchor; all above the anchor at the rate of the tier reached; flats as in `marginal`
 * - `interpolated`: each tier's amount is earned in proportion to the progress through it; flats as in `marginal`
 */
export type TierMode = 'marginal' | 'whole' | 'anchored' | 'interpolated';

/** Which tier owns `x = upTo`: the `lower` one (inclusive upper bounds) or the `upper` one. */
export type TierBoundary = 'lower' | 'upper';

/** One tier: from the `upTo` of the tier before (0 at first) to its own. */
export interface Tier {
  /** Upper bound, greater than the one before; `null` in the last tier and only there. */
  readonly upTo: DecimalString | null;
  /** Paid or charged per unit. Required beside no flat; in `interpolated` mode only for the open tier. */
  readonly rate?: DecimalString;
  /** Paid or charged once when the tier is entered. */
  readonly flat?: DecimalString;
  /** `interpolated` only: earned over the whole width of the tier. */
  readonly amount?: DecimalString;
}

/** Bands of a quantity: volume prices, commission rates, rebates, bonus bands, package fees. */
export interface Tiers {
  readonly mode: TierMode;
  /** Default `lower`. */
  readonly boundary?: TierBoundary;
  /** Read in `anchored` mode only: the positive quantity above which the tier reached decides the rate. */
  readonly anchor?: DecimalString;
  /** Whether x = 0 is charged the flat of the first tier. Default `false`: nothing costs nothing. */
  readonly flatWhenZero?: boolean;
  readonly tiers: readonly Tier[];
}
