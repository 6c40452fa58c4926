import type { DecimalString } from '../../core/decimal.js';
import type { FormulaStep, PriceBase, PriceFormula } from './priceFormula.js';

/** The fields of a formula as Odoo's price lists have them; a discount below 0 is a mark-up. */
export interface OdooFormula {
  readonly base: PriceBase;
  readonly discount?: DecimalString;
  /** Increment to round to after the discount. */
  readonly round?: DecimalString;
  readonly surcharge?: DecimalString;
  /** The price is at least the base plus this. */
  readonly minMargin?: DecimalString;
  /** The price is at most the base plus this. */
  readonly maxMargin?: DecimalString;
}

/**
 * Returns the formula whose steps run in Odoo's order: discount, rounding, surcharge, least and greatest margin.
 * An absent field makes no step; a field of 0 does.
 *
 * @param fields rates are fractions, amounts decimals of the list's currency
 * @example
 * import { odooFormula } from 'salesmodel/pricing';
 *
 * odooFormula({ base: { of: 'list' }, discount: '0.1', surcharge: '5' });
 * // => { base: { of: 'list' }, steps: [{ op: 'discount', rate: '0.1' }, { op: 'add', amount: '5' }] }
 */
export function odooFormula({ base, discount, round, surcharge, minMargin, maxMargin }: OdooFormula): PriceFormula {
  const steps: FormulaStep[] = [];
  if (discount !== undefined) steps.push({ op: 'discount', rate: discount });
  if (round !== undefined) steps.push({ op: 'round', increment: round });
  if (surcharge !== undefined) steps.push({ op: 'add', amount: surcharge });
  if (minMargin !== undefined) steps.push({ op: 'atLeast', of: base, plus: minMargin });
  if (maxMargin !== undefined) steps.push({ op: 'atMost', of: base, plus: maxMargin });
  return { base, steps };
}
