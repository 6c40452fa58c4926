import type { PlainDate } from '../../core/date.js';
import type { DecimalLike } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';

/** One contact of a customer with a channel on the way to a purchase. */
export interface PathTouch {
  readonly channel: string;
  /** A date or an instant; `decay` needs it. */
  readonly at?: PlainDate | Instant;
  /** The customer came of its own accord: `lastNonDirect` passes over such touches. */
  readonly direct?: boolean;
}

/** The way of one customer, to a purchase or not. */
export interface AttributionPath {
  /** In the order of time. */
  readonly touches: readonly PathTouch[];
  readonly converted: boolean;
  /** What the conversion counts, 0 or more. Default 1. */
  readonly value?: DecimalLike;
  /** When it was bought. Default: at the last touch. */
  readonly convertedAt?: PlainDate | Instant;
}

/** How a conversion is shared among the channels that led to it. */
export type AttributionRule =
  | {
      /**
       * `first`, `last`: all to one touch. `lastNonDirect`: to the last one that was not direct, or else to the last.
       * `linear`: the same to each touch. `position`: 0.4 to the first, 0.4 to the last, the rest to those between; half to
       * each of two. `shapley`: the same to each of the distinct channels. `markov`: by how many conversions would be lost
       * without the channel.
       */
      readonly kind: 'first' | 'last' | 'lastNonDirect' | 'linear' | 'position' | 'shapley' | 'markov';
    }
  | {
      /** By age at the conversion: half as much for each half-life. */
      readonly kind: 'decay';
      /** Days, greater than 0. Default 7. */
      readonly halfLife?: number;
    };

export const ATTRIBUTION_KINDS = [
  'first',
  'last',
  'lastNonDirect',
  'linear',
  'position',
  'decay',
  'shapley',
  'markov',
] as const satisfies readonly AttributionRule['kind'][];
