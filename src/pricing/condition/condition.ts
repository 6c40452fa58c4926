import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Tiers } from '../../core/tiers.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

/** What a condition does to the price: lowers it, raises it, or is only shown. */
export const CONDITION_KINDS = ['discount', 'surcharge', 'statistical'] as const;
/**
 * What a condition does to the price: `discount` lowers it, `surcharge` raises it, `statistical` is only shown.
 *
 * @useDeclaredType
 */
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** Every class that combination rules name. */
export const CONDITION_CLASSES = ['product', 'order', 'shipping'] as const;
/**
 * The class that combination rules name; conditions of an earlier class come first.
 *
 * @useDeclaredType
 */
export type ConditionClass = (typeof CONDITION_CLASSES)[number];

/** What a condition gives or takes. */
export type Reward =
  | {
      readonly type: 'rate';
      /** A fraction of the basis; of a discount from 0 to 1. */
      readonly rate: DecimalString;
    }
  | {
      readonly type: 'amount';
      readonly amount: DecimalString;
      readonly per: 'unit' | 'line' | 'quote';
      /** With `per: 'unit'`: the most units that it is given for. */
      readonly maxUnits?: DecimalString;
    }
  | {
      /** The unit price becomes this; a discount never raises it, a surcharge never lowers it. */
      readonly type: 'price';
      readonly amount: DecimalString;
    }
  | {
      readonly type: 'tiered';
      readonly tiers: Tiers;
      readonly measure: 'quantity' | 'amount';
      /** `rate`: the total of the tiers is a rate on units or amounts; `amount`: it is the reduction itself. */
      readonly yields: 'rate' | 'amount';
    }
  | {
      readonly type: 'buyXGetY';
      readonly buy: DecimalString;
      readonly get: DecimalString;
      /** The share of the rewarded units that is taken off. Default 1. */
      readonly rate?: DecimalString;
      /** Default true. */
      readonly repeat?: boolean;
      readonly maxRepeats?: number;
      /** Whether units beyond the whole groups are rewarded once enough are bought. Default true. */
      readonly partial?: boolean;
      /** The lines that are rewarded, where they are others than those that are bought. */
      readonly getItems?: Rule;
    }
  | {
      /** Adds units of a sku that cost nothing. */
      readonly type: 'freeGoods';
      readonly sku: string;
      readonly per: DecimalString;
      readonly get: DecimalString;
      /** Default true. */
      readonly repeat?: boolean;
      /** Default `down`: only whole groups count. */
      readonly partial?: 'down' | 'fraction';
    };

/** When a condition applies. Bounds are inclusive; quantities are in base units, amounts those running at its step. */
export interface Trigger {
  /** The lines that are counted. Default: those that the condition is for. */
  readonly items?: Rule;
  readonly minQty?: DecimalString;
  readonly maxQty?: DecimalString;
  readonly minAmount?: DecimalString;
  readonly maxAmount?: DecimalString;
  /** Whether the lines are added up. Default true for the scope `quote`, false for `line`. */
  readonly pooled?: boolean;
  /** Whether what the history says of earlier documents is added. Default false. */
  readonly cumulative?: boolean;
  /** A condition on the context. */
  readonly when?: Rule;
}

/** A discount, surcharge or statistic; with a trigger and perhaps a budget it is a promotion. */
export interface Condition {
  readonly code: string;
  readonly kind: ConditionKind;
  /** `line`: each line by itself; `quote`: on the sum of the lines, shared out over them. */
  readonly scope: 'line' | 'quote';
  readonly reward: Reward;
  /** Currency of its amounts. Default: that of the quote. */
  readonly currency?: string;
  /** What rates are taken of: the list amount, the amount so far, or the amounts at a subtotal. Default `running`. */
  readonly basis?: 'list' | 'running' | { readonly subtotal: string };
  /** The lines that it is for. Default: all. */
  readonly items?: Rule;
  readonly trigger?: Trigger;
  readonly from?: PlainDate;
  /** The first day after. */
  readonly to?: PlainDate;
  /** Higher first. Default 0. */
  readonly priority?: number;
  /** Default `product` for the scope `line`, `order` for `quote`. */
  readonly class?: ConditionClass;
  /** The classes that it goes with. Default: all. */
  readonly combinesWith?: readonly ConditionClass[];
  /** An exclusion group. */
  readonly group?: string;
  /** A budget that its reductions draw on. */
  readonly budget?: string;
  readonly source?: 'list' | 'contract' | 'promotion' | 'manual' | 'partner';
  /** Fields that the context must have. */
  readonly requires?: readonly string[];
}
