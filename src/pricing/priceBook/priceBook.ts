import type { PlainDate } from '../../core/date.js';
import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { PriceFormula } from './priceFormula.js';
import type { Selection, TiePolicy } from './selection.js';

/** What is sold: one unit is the base unit, others are given by their size. */
export interface PriceItem {
  readonly sku: string;
  readonly product?: string;
  /** From the root to the leaf. */
  readonly categories?: readonly string[];
  readonly brand?: string;
  /** The base unit. */
  readonly unit: string;
  /** Other units: one of them is `factor / per` base units. */
  readonly units?: readonly { readonly unit: string; readonly factor: DecimalString; readonly per?: DecimalString }[];
  /** List price of a base unit, in the currency of the book. */
  readonly list?: DecimalString;
  /** Cost of a base unit, in the currency of the book. */
  readonly cost?: DecimalString;
}

/** What a rule is for. */
export type PriceTarget =
  | { readonly sku: string }
  | { readonly product: string }
  | { readonly category: string }
  | { readonly brand: string }
  | { readonly all: true };

/** A price and when it applies; `from` is the first day, `to` the first day after. */
export interface PriceRule {
  readonly code: string;
  readonly target: PriceTarget;
  /** Fields of the context that must be one of these texts. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
  /** A condition on the context. */
  readonly when?: Rule;
  /** Bounds in base units, both inclusive. */
  readonly minQty?: DecimalString;
  readonly maxQty?: DecimalString;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly priority?: number;
  readonly price: PriceFormula;
}

/** What a list's prices are beside those of other lists. */
export const LIST_KINDS = ['base', 'sale', 'override'] as const;
/**
 * What a list's prices are beside others: `override` replaces all, `base` decides otherwise, `sale` may replace base.
 *
 * @useDeclaredType
 */
export type PriceListKind = (typeof LIST_KINDS)[number];

/** Price rules in one currency. */
export interface PriceList {
  readonly code: string;
  readonly currency: string;
  readonly kind: PriceListKind;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** A condition on the context. */
  readonly when?: Rule;
  readonly rules: readonly PriceRule[];
}

/** When a sale price replaces the base price. */
export const SALE_POLICIES = ['onlyIfLower', 'always'] as const;

/** Items and the lists of their prices. */
export interface PriceBook {
  readonly code: string;
  readonly currency: string;
  readonly items: readonly PriceItem[];
  readonly lists: readonly PriceList[];
  /** Default `specificity`. */
  readonly selection?: Selection;
  /** Default `error`. */
  readonly tie?: TiePolicy;
  /** Default `onlyIfLower`. */
  readonly sale?: (typeof SALE_POLICIES)[number];
}

/** Facts about who asks: texts for `keys`, anything that rules can read for `when`. */
export type PriceContext = Readonly<Record<string, unknown>>;

/** One question for a price. */
export interface PriceRequest {
  readonly sku: string;
  /** Of the unit; not below 0. */
  readonly quantity: DecimalLike;
  /** Default: the item's base unit. */
  readonly unit?: string;
  readonly on: PlainDate;
  /** Default: that of the book. */
  readonly currency?: string;
  readonly context?: PriceContext;
}

/** A unit price with the rule that made it. */
export interface PricedUnit {
  readonly status: 'priced';
  /** Price of one requested unit, unrounded. */
  readonly exact: DecimalString;
  /** The same at the scale of the currency, half up. */
  readonly amount: DecimalString;
  /** What the whole quantity costs, where the price is a charge. */
  readonly total?: DecimalString;
  readonly currency: string;
  readonly unit: string;
  /** `null` with the list price of the item. */
  readonly list: string | null;
  readonly rule: string | null;
  readonly kind: PriceListKind | 'list';
}

/** A unit price, or why there is none. */
export type PriceResult = PricedUnit | { readonly status: 'unpriced'; readonly reasons: readonly Reason[] };

/** Why a rule did not decide. */
export type LoserReason =
  | 'notInDate'
  | 'listInactive'
  | 'quantityBelow'
  | 'quantityAbove'
  | 'contextMismatch'
  | 'contextUnknown'
  | 'lessSpecific'
  | 'lowerPriority'
  | 'dearer'
  | 'cheaper'
  | 'outsideSequence'
  | 'tie'
  | 'samePrice'
  | 'saleNotLower'
  | 'overridden';

/** A rule for the item that did not decide, and why. */
export interface PriceLoser {
  readonly rule: string;
  readonly reason: LoserReason;
}
