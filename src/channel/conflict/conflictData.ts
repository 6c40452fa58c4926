import type { PlainDate } from '../../core/date.js';
import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Params } from '../../core/errors.js';
import type { ConflictCode } from './conflictRules.js';

/** A partner and its level, 1 next to the maker. */
export interface ConflictPartner {
  readonly id: string;
  readonly level: number;
}

/** The right of a partner to sell somewhere. */
export interface TerritoryGrant {
  readonly id: string;
  readonly partner: string;
  /** Counts for all that lies in it as well. */
  readonly territory: string;
  /** Default: all. */
  readonly products?: readonly string[];
  readonly exclusive?: boolean;
  readonly from: PlainDate;
  /** The first day after; null or absent is open. */
  readonly to?: PlainDate | null;
}

/** A customer that is a partner's, by protection or by a registered deal, over days. */
export interface CustomerHold {
  readonly id: string;
  readonly customer: string;
  readonly partner: string;
  /** Default: all. */
  readonly products?: readonly string[];
  readonly from: PlainDate;
  /** The first day after; null or absent is open. */
  readonly to?: PlainDate | null;
}

/** What moved from a partner to a customer. What is not known is absent. */
export interface Shipment {
  readonly id: string;
  readonly partner?: string | null;
  readonly product: string;
  readonly territory?: string | null;
  readonly customer?: string | null;
  readonly value?: DecimalLike | null;
  readonly on?: PlainDate | null;
}

/** What the maker sold itself. What is not known is absent. */
export interface MakerSale {
  readonly id: string;
  readonly product: string;
  readonly customer?: string | null;
  readonly value?: DecimalLike | null;
  readonly on?: PlainDate | null;
}

/** A price that a seller had from a day on. What is not known is absent. */
export interface SeenPrice {
  readonly id: string;
  readonly seller: string;
  readonly channel: string;
  readonly product: string;
  /** `buy` is what the seller paid. */
  readonly kind: 'advertised' | 'transaction' | 'buy';
  readonly price?: DecimalLike | null;
  readonly on?: PlainDate | null;
  /** Code of the promotion under which it was asked. */
  readonly promotion?: string;
}

/** The days on which a promotion price may be asked. */
export interface PromotionWindow {
  readonly code: string;
  /** Default: all. */
  readonly product?: string;
  readonly from: PlainDate;
  /** The first day after; null or absent is open. */
  readonly to?: PlainDate | null;
}

/** What conflicts are looked for in. Ids are distinct in each list; a list that is absent is empty. */
export interface ConflictData {
  /** Name of the maker among the parties. Default `maker`. */
  readonly maker?: string;
  readonly partners?: readonly ConflictPartner[];
  readonly grants?: readonly TerritoryGrant[];
  /** Protected customers. */
  readonly customers?: readonly CustomerHold[];
  /** Live registrations of deals. */
  readonly registrations?: readonly CustomerHold[];
  readonly shipments?: readonly Shipment[];
  readonly makerSales?: readonly MakerSale[];
  readonly prices?: readonly SeenPrice[];
  readonly promotions?: readonly PromotionWindow[];
  /** Turnover by party, above 0, for severity by share. */
  readonly turnover?: Readonly<Record<string, DecimalLike>>;
}

/** One finding before it is grouped. */
export interface ConflictEvent {
  readonly rule: string;
  readonly code: ConflictCode;
  readonly parties: readonly string[];
  readonly territory: string | null;
  readonly on: PlainDate;
  readonly evidence: readonly string[];
  readonly value: DecimalString | null;
  readonly facts: Params;
}

/** What could not be decided, because something is not known. */
export interface UndeterminedConflict {
  readonly rule: string;
  readonly code: ConflictCode;
  /** Id of the row. */
  readonly evidence: string;
  readonly missing:
    'partner' | 'territory' | 'customer' | 'on' | 'level' | 'price' | 'buyPrice' | 'reference' | 'promotion';
}

/** A row that cannot be read. */
export interface RejectedFact {
  readonly list: 'shipments' | 'makerSales' | 'prices';
  readonly id: string;
  readonly code: string;
  readonly params: Params;
}

/** What a part of the shipments gave; JSON-safe where the data are. */
export interface ConflictPartition {
  readonly events: readonly ConflictEvent[];
  readonly undetermined: readonly UndeterminedConflict[];
  readonly rejected: readonly RejectedFact[];
  /** Those that shipments of another part may meet at a customer. */
  readonly shipments: readonly Shipment[];
  readonly partners: readonly ConflictPartner[];
  readonly turnover: Readonly<Record<string, DecimalString>>;
}
