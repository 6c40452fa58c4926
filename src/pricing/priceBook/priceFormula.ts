import type { DecimalString } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/schema/rounding.js';
import type { ChargeModel } from '../charge/chargeModel.js';

/** What a formula starts from or compares with: a figure of the item, of another list, or of the request's context. */
export type PriceBase =
  | { readonly of: 'list' }
  | { readonly of: 'cost' }
  | { readonly of: 'priceList'; readonly code: string }
  | { readonly of: 'context'; readonly field: string };

/** One step of a formula; p is the price so far. */
export type FormulaStep =
  | {
      /** `discount` p(1 − rate), `markup` p(1 + rate), `margin` p/(1 − rate) with a rate below 1. */
      readonly op: 'discount' | 'markup' | 'margin';
      readonly rate: DecimalString;
    }
  | {
      readonly op: 'add';
      readonly amount: DecimalString;
      /** The unit that the amount is for. Default: the base unit. */
      readonly unit?: string;
    }
  | { readonly op: 'multiply'; readonly factor: DecimalString }
  | {
      readonly op: 'round';
      readonly increment: DecimalString;
      /** Default `halfUp`. */
      readonly mode?: RoundingMode;
    }
  | {
      /** Not below, not above: `amount`, or `of × times + plus`. */
      readonly op: 'atLeast' | 'atMost';
      readonly amount?: DecimalString;
      readonly of?: PriceBase;
      /** Default 1. */
      readonly times?: DecimalString;
      /** Default 0. */
      readonly plus?: DecimalString;
    };

/** How a rule makes its price: a fixed one, a base with steps in the order written, or a charge of the whole quantity. */
export type PriceFormula =
  | {
      readonly fixed: DecimalString;
      /** The unit that the price is for. Default: the base unit. */
      readonly unit?: string;
    }
  | { readonly base: PriceBase; readonly steps: readonly FormulaStep[] }
  | { readonly charge: ChargeModel };
