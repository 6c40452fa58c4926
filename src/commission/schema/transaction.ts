import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** One person's part of a transaction. */
export interface Split {
  readonly payeeId: string;
  /** Revenue shares divide the transaction, overlay shares come on top. */
  readonly kind: 'revenue' | 'overlay';
  /** 1 = the whole transaction. */
  readonly share: DecimalString;
  /** The share that pays, where it is not the one that counts for attainment. Default: `share`. */
  readonly payoutShare?: DecimalString;
  /** The part played in the deal. */
  readonly dealRole?: string;
}
/** One person's part of a transaction. */
export const Split: z.ZodType<Split> = /* @__PURE__ */ z
  .strictObject({
    payeeId: z.string().min(1),
    kind: z.enum(['revenue', 'overlay']),
    share: DecimalString,
    payoutShare: DecimalString.exactOptional(),
    dealRole: z.string().exactOptional(),
  })
  .meta({ id: 'Split', title: 'Split', description: "One person's part of a transaction" });

/** Money that came in or went back, or a claim that was given up. */
export interface Collection {
  readonly id?: string;
  readonly date: PlainDate;
  /** Positive, in the transaction's currency. */
  readonly amount: DecimalString;
  readonly kind: 'payment' | 'refund' | 'creditMemo';
}
/** Money that came in or went back, or a claim that was given up. */
export const Collection: z.ZodType<Collection> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().exactOptional(),
    date: PlainDate,
    amount: DecimalString,
    kind: z.enum(['payment', 'refund', 'creditMemo']),
  })
  .meta({ id: 'Collection', title: 'Collection', description: 'Money that came in or went back' });

/** One sale, order line, invoice or correction: a row of the run. */
export interface Transaction {
  readonly id: string;
  /** Booking date. */
  readonly date: PlainDate;
  /** Signed. */
  readonly amount: DecimalString;
  readonly currency: string;
  /** The one owner; either this or `splits`. */
  readonly payeeId?: string;
  /** Several owners; either these or `payeeId`. */
  readonly splits?: readonly Split[];
  /** In the row's currency. */
  readonly cost?: DecimalString;
  readonly units?: DecimalString;
  /** Monthly recurring revenue, in the row's currency. */
  readonly mrr?: DecimalString;
  readonly termMonths?: DecimalString;
  /** Further quantities by name. */
  readonly measures?: Readonly<Record<string, DecimalString>>;
  /** What rules ask about: product, territory, customer, partner, … Decimals are strings. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  /** Named dates: order, invoice, goLive, contractStart, … */
  readonly dates?: Readonly<Record<string, PlainDate>>;
  readonly collections?: readonly Collection[];
  /** Id of the transaction that this row takes back, wholly or in part; the amount has the opposite sign. */
  readonly reverses?: string;
  /** Free code that explanations show. */
  readonly reason?: string;
}
/** One sale, order line, invoice or correction: a row of the run. */
export const Transaction: z.ZodType<Transaction> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    date: PlainDate,
    amount: DecimalString,
    currency: z.string().min(1),
    payeeId: z.string().exactOptional(),
    splits: z.array(Split).readonly().exactOptional(),
    cost: DecimalString.exactOptional(),
    units: DecimalString.exactOptional(),
    mrr: DecimalString.exactOptional(),
    termMonths: DecimalString.exactOptional(),
    measures: z.record(z.string(), DecimalString).readonly().exactOptional(),
    attributes: z
      .record(z.string(), z.union([z.string(), z.boolean()]))
      .readonly()
      .exactOptional(),
    dates: z.record(z.string(), PlainDate).readonly().exactOptional(),
    collections: z.array(Collection).readonly().exactOptional(),
    reverses: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  })
  .meta({ id: 'Transaction', title: 'Transaction', description: 'One sale, order line, invoice or correction' });
