import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';

/** Every kind of guard. */
export const GUARD_KINDS = ['floor', 'map', 'ceiling', 'corridor'] as const;
/**
 * What a guard binds: `floor` the price from below, `map` the advertised price from below, `ceiling` the price from above,
 * `corridor` the price against that of another channel.
 *
 * @useDeclaredType
 */
export type GuardKind = (typeof GUARD_KINDS)[number];

/** A bound of prices. A price that equals it is allowed. */
export interface PriceGuard {
  readonly code: string;
  readonly kind: GuardKind;
  /** Values that the asked facts must have, one of a list: `sku`, `channel` or a field of the context. Default: always. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
  /** The bound of a floor, a least advertised price or a ceiling. */
  readonly amount?: DecimalString;
  /** A floor that follows from the cost: the least part of the price that is margin (below 1), the least mark-up on the cost. */
  readonly cost?: { readonly minMargin?: DecimalString; readonly minMarkup?: DecimalString };
  /** A corridor: the price of another channel times `low` and times `high`. */
  readonly reference?: { readonly channel: string; readonly low?: DecimalString; readonly high?: DecimalString };
  readonly from?: PlainDate;
  /** The first day after. */
  readonly to?: PlainDate;
}
