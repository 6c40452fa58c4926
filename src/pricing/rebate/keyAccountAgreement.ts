import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Condition } from '../condition/condition.js';
import type { RebateAgreement } from './rebateAgreement.js';

/** A price that was agreed on with a key account. */
export interface AgreedPrice {
  readonly sku: string;
  /** Of one base unit, in the currency of the agreement. */
  readonly price: DecimalString;
  /** From this quantity on. Default: any. */
  readonly minQty?: DecimalString;
}

/** What is agreed on with a key account. */
export interface KeyAccountAgreement {
  readonly code: string;
  readonly customer: string;
  readonly currency: string;
  readonly from: PlainDate;
  /** The first day after. Default: open. */
  readonly to?: PlainDate;
  readonly prices: readonly AgreedPrice[];
  readonly conditions: readonly Condition[];
  readonly rebates: readonly RebateAgreement[];
  /** What may be tried for nothing. */
  readonly freeTrial?: { readonly skus: readonly string[]; readonly days: number };
  /** Who is served first where goods are short: the lower number. */
  readonly allocationPriority?: number;
  /** Whether nobody else may buy the same quantity at a lower price. Default false. */
  readonly mostFavoured?: boolean;
}
