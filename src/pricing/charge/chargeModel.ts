import type { DecimalString } from '../../core/decimal.js';
import type { Tiers } from '../../core/tiers.js';

/** What a started package or block costs: all of it, nothing, or its share. */
export const PARTIALS = ['up', 'down', 'prorate'] as const;
/**
 * What a started package costs: `up` all of it, `down` nothing, `prorate` the share that is used.
 *
 * @useDeclaredType
 */
export type PartialUnit = (typeof PARTIALS)[number];

/** Every figure of a line that a percentage can be taken of. */
export const PERCENT_BASES = ['list', 'net'] as const;

/** A step of a block price: all quantities up to a bound cost one price. */
export interface PriceBlock {
  /** The last quantity of the block, greater than the one before. */
  readonly upTo: DecimalString;
  readonly price: DecimalString;
}

/** What is charged above the last block. */
export interface Overage {
  /** Price of `per` units. */
  readonly rate: DecimalString;
  /** Default 1. */
  readonly per?: DecimalString;
  /** Default `prorate`. */
  readonly partial?: 'up' | 'prorate';
}

/** How a quantity, a series of events or an amount is turned into a price. */
export type ChargeModel =
  | { readonly kind: 'perUnit'; readonly rate: DecimalString }
  | {
      readonly kind: 'package';
      /** Units of one package. */
      readonly size: DecimalString;
      readonly price: DecimalString;
      /** Units that cost nothing. Default 0. */
      readonly free?: DecimalString;
      /** Default `up`. */
      readonly partial?: PartialUnit;
    }
  | {
      readonly kind: 'tiered';
      readonly tiers: Tiers;
      /** One size a tier: units are counted in blocks of it, a started one whole, and the tier's rate is that of a block. */
      readonly unitsPerBlock?: readonly DecimalString[];
    }
  | {
      readonly kind: 'percentage';
      /** A fraction of the event's amount. */
      readonly rate: DecimalString;
      /** Charged for each event that is not free. */
      readonly perEvent?: DecimalString;
      /** What costs nothing: the first events, the first amount, or what lies within both. */
      readonly free?: { readonly events?: number; readonly amount?: DecimalString };
      /** Bounds of the cost of one event. */
      readonly perTransaction?: { readonly min?: DecimalString; readonly max?: DecimalString };
    }
  | {
      readonly kind: 'percentOf';
      readonly rate: DecimalString;
      /** The lines it is taken of, by id; `all` is every line that is no percentage of others itself. */
      readonly of: 'all' | readonly string[];
      readonly basis: 'list' | 'net';
      readonly min?: DecimalString;
      readonly max?: DecimalString;
    }
  | {
      readonly kind: 'block';
      readonly blocks: readonly PriceBlock[];
      /** Without it a quantity above the last block has no price. */
      readonly overage?: Overage;
      /** Whether a quantity of 0 costs the first block. Default false. */
      readonly flatWhenZero?: boolean;
    }
  | {
      readonly kind: 'callerPriced';
      /** Default 1. */
      readonly multiplier?: DecimalString;
    };
