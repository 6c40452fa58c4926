import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Ratio } from '../../core/ratio.js';

/** The rules that share out directly, so that they may also stand inside a class. */
export const INNER_RULES = [
  'uniform',
  'proportional',
  'equalLoss',
  'talmud',
  'priorSales',
  'plan',
  'equalCover',
] as const;

export const SHORTAGE_RULES = [...INNER_RULES, 'priority'] as const;

/**
 * How a short supply is shared out.
 *
 * - `uniform`: everyone the same, nobody more than ordered (max–min)
 * - `proportional`: in proportion to the orders
 * - `equalLoss`: the order less the same loss for all, not below 0
 * - `talmud`: the contested garment: halves of the orders first, then the losses shared alike
 * - `priorSales`, `plan`: in proportion to past sell-out or the agreed plan, nobody more than ordered, the rest shared again
 * - `equalCover`: stock and share together last equally long for all, nobody more than ordered
 * - `priority`: class after class, by another rule in the class that runs short
 *
 * Under `uniform`, `priorSales`, `plan` and `equalCover` a partner who orders more than it needs gains nothing.
 *
 * @useDeclaredType
 */
export type ShortageRule = (typeof SHORTAGE_RULES)[number];

/** What one partner asks for, and what the rules know of it. */
export interface ShortageRequest {
  readonly partner: string;
  /** Quantity ordered, not negative. */
  readonly order: DecimalLike;
  /** Agreed quantity, for `plan`. */
  readonly plan?: DecimalLike;
  /** Past sell-out, for `priorSales`. */
  readonly prior?: DecimalLike;
  /** Stock at hand, for `equalCover`. */
  readonly stock?: DecimalLike;
  /** Sell-out a period, for `equalCover`; with 0 nothing is given until all others are filled. */
  readonly rate?: DecimalLike;
  /** Class under `priority`, a whole number: 1 goes before 2. */
  readonly priority?: number;
  /** Quantity that is guaranteed before the rule shares; it counts up to the order. */
  readonly minimum?: DecimalLike;
}

/** A supply and who wants it. */
export interface ShortageInput {
  readonly available: DecimalLike;
  /** One for each partner, in any order. */
  readonly requests: readonly ShortageRequest[];
  /** Default `uniform`. */
  readonly rule?: ShortageRule;
  /** The rule inside a class under `priority`. Default `uniform`. */
  readonly inner?: (typeof INNER_RULES)[number];
  /** Shares are multiples of this positive decimal. Default `"0.000001"`. */
  readonly increment?: DecimalLike;
}

/** What a partner gets. */
export interface ShortageShare {
  readonly partner: string;
  /** As ordered. */
  readonly order: DecimalString;
  readonly share: DecimalString;
  /** What decides: the common `level`, the own `order`, or the guaranteed `minimum`. */
  readonly decidedBy: 'level' | 'order' | 'minimum';
  /** Whether one increment more than the exact share was cut to came from what rounding left over. */
  readonly roundedUp: boolean;
}

/** Where the shares of everyone between their bounds lie. */
export interface ShortageLevel {
  /** `share`: what each gets; `loss`: what each lacks; `perUnit`: for each unit of the weight; `cover`: periods that stock and share last. */
  readonly kind: 'share' | 'loss' | 'perUnit' | 'cover';
  readonly value: Ratio;
}

/** A supply shared out, or why it cannot be. */
export type ShortageResult =
  | {
      readonly ok: true;
      /** By partner. Their sum and `unallocated` make the supply. */
      readonly shares: readonly ShortageShare[];
      /** Supply beyond all orders, and what is less than an increment. */
      readonly unallocated: DecimalString;
      /** `null` where everyone has the order or the minimum; under `priority` that of the class that runs short. */
      readonly level: ShortageLevel | null;
      /** Orders that are no multiple of the increment, by partner, and what they count as. */
      readonly cut: readonly { readonly partner: string; readonly order: DecimalString; readonly to: DecimalString }[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };
