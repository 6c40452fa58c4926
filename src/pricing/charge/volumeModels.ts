import type { DecimalString } from '../../core/decimal.js';
import type { Tier } from '../../core/tiers.js';
import type { ChargeModel } from './chargeModel.js';

/** A model of tiers. */
export type TieredModel = Extract<ChargeModel, { kind: 'tiered' }>;

/**
 * Returns a model in which each slice of the quantity is charged at the rate of its own tier.
 *
 * @param tiers bounds inclusive, the last open
 * @example
 * import { graduated } from 'salesmodel/pricing';
 *
 * graduated([{ upTo: '5', rate: '7' }, { upTo: null, rate: '6' }]).tiers.mode; // => 'marginal'
 */
export function graduated(tiers: readonly Tier[]): TieredModel {
  return { kind: 'tiered', tiers: { mode: 'marginal', tiers } };
}

/**
 * Returns a model in which the whole quantity is charged at the rate of the tier that it lies in.
 *
 * @param tiers bounds inclusive, the last open
 * @example
 * import { rateCharge, volume } from 'salesmodel/pricing';
 *
 * const model = volume([{ upTo: '5', rate: '7' }, { upTo: null, rate: '6' }]);
 * const result = rateCharge({ code: 'seats', currency: 'EUR', model }, { quantity: '6' });
 * result.status === 'priced' && result.amount; // => '36.00'
 */
export function volume(tiers: readonly Tier[]): TieredModel {
  return { kind: 'tiered', tiers: { mode: 'whole', tiers } };
}

/**
 * Returns a model in which every quantity of a step costs the same.
 *
 * @param steps bounds inclusive, the last open, and what a quantity up to the bound costs
 * @example
 * import { rateCharge, stairstep } from 'salesmodel/pricing';
 *
 * const model = stairstep([{ upTo: '10', flat: '100' }, { upTo: null, flat: '180' }]);
 * const result = rateCharge({ code: 'plan', currency: 'EUR', model }, { quantity: '3' });
 * result.status === 'priced' && result.amount; // => '100.00'
 */
export function stairstep(
  steps: readonly { readonly upTo: DecimalString | null; readonly flat: DecimalString }[],
): TieredModel {
  return { kind: 'tiered', tiers: { mode: 'whole', tiers: steps } };
}

/**
 * Returns a model in which each slice of a money amount is charged the fraction of its own tier; the quantity that is
 * rated is that amount.
 *
 * @param tiers bounds inclusive, the last open; rates are fractions
 * @example
 * import { graduatedPercentage, rateCharge } from 'salesmodel/pricing';
 *
 * const model = graduatedPercentage([{ upTo: '1000', rate: '0.02' }, { upTo: null, rate: '0.01' }]);
 * const result = rateCharge({ code: 'fee', currency: 'EUR', model }, { quantity: '1500' });
 * result.status === 'priced' && result.amount; // => '25.00'
 */
export function graduatedPercentage(tiers: readonly Tier[]): TieredModel {
  return { kind: 'tiered', tiers: { mode: 'marginal', tiers } };
}
