import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { RoundingPolicy } from '../../core/rounding.js';
import type { ChargeModel } from './chargeModel.js';

/** What a quantity below zero does. */
export const NEGATIVES = ['reject', 'mirror', 'clampToZero'] as const;
/**
 * What a quantity below zero does: `reject` is an error, `mirror` prices −q at −f(q), `clampToZero` takes it as 0.
 *
 * @useDeclaredType
 */
export type NegativeQuantity = (typeof NEGATIVES)[number];

/** A charge: a model with what is done before and after it. */
export interface Charge {
  readonly code: string;
  readonly currency: string;
  readonly model: ChargeModel;
  /** Taken off the quantity before the model: first units, then a fraction from 0 to 1 of the rest. */
  readonly usageDiscount?: { readonly quantity?: DecimalString; readonly rate?: DecimalString };
  /** Taken off the rated amount, a fraction from 0 to 1; rounded on its own. */
  readonly percentOff?: DecimalString;
  /** The most that the charge comes to, earlier amounts of the period included. */
  readonly maximum?: DecimalString;
  /** The least that the charge comes to when its period closes. */
  readonly minimum?: DecimalString;
  /** `mode`: default `halfUp`; `increment`: default one minor unit. */
  readonly rounding?: Pick<RoundingPolicy, 'mode' | 'increment'>;
  /** Default `reject`. */
  readonly negative?: NegativeQuantity;
}

/** One event whose quantity decides the tier and whose prorated quantity is charged. */
export interface ProratedEvent {
  readonly quantity: DecimalLike;
  readonly prorated: DecimalLike;
}

/** A line that a percentage may be taken of. */
export interface ChargeLine {
  readonly id: string;
  readonly list: DecimalLike;
  readonly net: DecimalLike;
}

/** What a charge is rated on; which field is read depends on the model, and one that it does not read is an error. */
export interface ChargeInput {
  /** perUnit, package, tiered, block. */
  readonly quantity?: DecimalLike;
  /** tiered in `whole` mode: picks the tier, while `quantity` is priced. */
  readonly tierQuantity?: DecimalLike;
  /** percentage: amounts of events in order. tiered in `marginal` mode: prorated events in place of `quantity`. */
  readonly events?: readonly DecimalLike[] | readonly ProratedEvent[];
  /** percentage: the amount of the only event. callerPriced: the amount that the caller sends. */
  readonly amount?: DecimalLike;
  /** percentOf: the lines of the quote. */
  readonly lines?: readonly ChargeLine[];
  /** What the period was charged before: its quantity is subtracted from the model, its amount counts toward the limits. */
  readonly previous?: { readonly quantity?: DecimalLike; readonly amount?: DecimalLike };
  /** Whether the period closes, so that the minimum is due. Default true. */
  readonly closing?: boolean;
}

/** What one tier, package, block or event costs: `amount = (blocks ?? units) × (rate ?? 0) + flat`. */
export interface ChargeSlice {
  /** Index of the tier or block; 0 for models without. */
  readonly tier: number;
  readonly from: DecimalString;
  readonly to: DecimalString;
  /** The units that are charged. */
  readonly units: DecimalString;
  /** Packages or blocks that are charged, where the rate is that of one. */
  readonly blocks?: DecimalString;
  /** `null` where the slice has no rate. */
  readonly rate: DecimalString | null;
  /** Charged once; of a bounded event or percentage also what the bound changes. */
  readonly flat: DecimalString;
  readonly amount: DecimalString;
}

/** What was added to the rated amount, negative where it was lowered. */
export interface ChargeAdjustment {
  readonly code: 'percentOff' | 'maximum' | 'minimum';
  readonly amount: DecimalString;
}

/** A rated charge: `Σ slices = exact`, `rated` is it rounded, and `rated + Σ adjustments = amount`. */
export interface PricedCharge {
  readonly status: 'priced';
  readonly currency: string;
  /** Units that the model was given. */
  readonly units: DecimalString;
  /** Units that the usage discount took off. */
  readonly discountedUnits: DecimalString;
  readonly exact: DecimalString;
  readonly rated: DecimalString;
  readonly amount: DecimalString;
  readonly slices: readonly ChargeSlice[];
  readonly adjustments: readonly ChargeAdjustment[];
}

/** What a charge comes to, or why it has no price (`aboveLastBlock`). */
export type ChargeResult = PricedCharge | { readonly status: 'unpriced'; readonly reasons: readonly Reason[] };
