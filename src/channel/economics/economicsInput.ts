import type { DecimalLike } from '../../core/decimal.js';

/** q = a − b·p. */
export interface LinearDemand {
  readonly kind: 'linear';
  /** Pieces that would be taken for nothing; positive. */
  readonly a: DecimalLike;
  /** Pieces lost for each unit of money that the price rises; positive. */
  readonly b: DecimalLike;
}

/** q = k·p⁻ᵉ. */
export interface IsoelasticDemand {
  readonly kind: 'isoelastic';
  /** Pieces bought at a price of 1; positive. */
  readonly k: DecimalLike;
  /** Percent of the quantity lost for a percent of the price; greater than 1. */
  readonly elasticity: DecimalLike;
}

/** How much is bought at a price. */
export type Demand = LinearDemand | IsoelasticDemand;

/** A product and the ways to its customer. Money in one currency, costs for each piece. */
export interface EconomicsInput {
  readonly demand: Demand;
  /** What it costs to make a piece; 0 or more, and positive where demand is isoelastic. */
  readonly makerCost: DecimalLike;
  /** What it costs to sell a piece, 0 or more; the seller of record bears it. Default 0. */
  readonly retailCost?: DecimalLike;
  /** Who bears it where a platform brokers. Default `maker`. */
  readonly retailCostBearer?: 'maker' | 'platform';
  /** The platform's part of the price, 0 ≤ fee < 1. Default 0. */
  readonly fee?: DecimalLike;
  /** What the maker pays for a way to be there at all, whatever is sold. Default 0. */
  readonly fixed?: Readonly<Partial<Record<ChannelMode, DecimalLike>>>;
  /** Resellers in series between maker and customer, 1 or more. Default 1. */
  readonly levels?: number;
}

/** The maker sells itself, sells to resellers, or sells through a platform that takes a part of the price. */
export type ChannelMode = 'integrated' | 'wholesale' | 'agency';
