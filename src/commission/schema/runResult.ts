import * as z from 'zod';
import type { Finding, Rejected } from '../../core/errors.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Money } from '../../core/schema/money.js';
import { Line, Statement } from './statement.js';

/** What moved money in or out of a payable. */
export type LedgerType =
  | 'earning'
  | 'bonus'
  | 'adjustment'
  | 'retro'
  | 'deferral'
  | 'deferralRelease'
  | 'clawback'
  | 'hold'
  | 'release'
  | 'forfeit'
  | 'drawAdvance'
  | 'drawRecovery'
  | 'drawForgiveness'
  | 'payout'
  | 'rounding'
  | 'fx'
  | 'accrual'
  | 'accrualReversal';

/** One movement of a payable balance. */
export interface LedgerEntry {
  /** Derived from the content, so that the same run gives the same ids. */
  readonly id: string;
  readonly payeeId: string;
  readonly planId: string;
  /** First day of the statement's period. */
  readonly period: PlainDate;
  readonly date: PlainDate;
  readonly type: LedgerType;
  /** Signed effect on the payable. */
  readonly amount: DecimalString;
  readonly currency: string;
  readonly componentId?: string;
  readonly transactionId?: string;
  readonly drawId?: string;
  /** Signed effect on what is owed of the draw; without it an advance is not a debt. */
  readonly debt?: DecimalString;
  /**
   * What made the entry: a kind (`component`, `planModifier`, `adjustment`, `payment`, the basis of a clawback, what
   * releases …) and the id of the one; for money of an earlier period the first day of that period.
   */
  readonly cause: { readonly kind: string; readonly id?: string; readonly origin?: PlainDate };
}
/** One movement of a payable balance. */
export const LedgerEntry: z.ZodType<LedgerEntry> = /* @__PURE__ */ z
  .strictObject({
    id: z.string(),
    payeeId: z.string(),
    planId: z.string(),
    period: PlainDate,
    date: PlainDate,
    type: z.enum([
      'earning',
      'bonus',
      'adjustment',
      'retro',
      'deferral',
      'deferralRelease',
      'clawback',
      'hold',
      'release',
      'forfeit',
      'drawAdvance',
      'drawRecovery',
      'drawForgiveness',
      'payout',
      'rounding',
      'fx',
      'accrual',
      'accrualReversal',
    ]),
    amount: DecimalString,
    currency: z.string(),
    componentId: z.string().exactOptional(),
    transactionId: z.string().exactOptional(),
    drawId: z.string().exactOptional(),
    debt: DecimalString.exactOptional(),
    cause: z
      .strictObject({ kind: z.string(), id: z.string().exactOptional(), origin: PlainDate.exactOptional() })
      .readonly(),
  })
  .meta({ id: 'LedgerEntry', title: 'Ledger entry', description: 'One movement of a payable balance' });

/** A fault of a row; with `payeeId` or `componentId` the row is lost to that payee or component alone. */
export interface RejectedRow extends Rejected {
  readonly payeeId?: string;
  readonly componentId?: string;
}
const path = /* @__PURE__ */ z.array(z.union([z.string(), z.number()])).readonly();
const params = /* @__PURE__ */ z.record(z.string(), z.unknown()).readonly();
/** A fault of a row; with `payeeId` or `componentId` the row is lost to that payee or component alone. */
export const RejectedRow: z.ZodType<RejectedRow> = /* @__PURE__ */ z
  .strictObject({
    index: z.int().min(0),
    id: z.string().exactOptional(),
    code: z.string(),
    path,
    params,
    payeeId: z.string().exactOptional(),
    componentId: z.string().exactOptional(),
  })
  .meta({ id: 'RejectedRow', title: 'Rejected row', description: 'A fault of a row' });

/** Counts of rows and sums of money of a run. */
export interface RunTotals {
  /** Rows given = credited + rejected + duplicates + outside. */
  readonly rows: number;
  readonly credited: number;
  readonly rejected: number;
  /** Rows that say again what another one said. */
  readonly duplicates: number;
  /** Rows after `asOf`, and rows that no statement needs. */
  readonly outside: number;
  /** By currency. */
  readonly earned: readonly Money[];
  readonly paid: readonly Money[];
}
const totals = /* @__PURE__ */ z.strictObject({
  rows: z.int().min(0),
  credited: z.int().min(0),
  rejected: z.int().min(0),
  duplicates: z.int().min(0),
  outside: z.int().min(0),
  earned: z.array(Money).readonly(),
  paid: z.array(Money).readonly(),
});

/** Everything that a run found. */
export interface RunResult {
  /** The arithmetic that the bounds of the run allowed; the figures are the same under each. */
  readonly kernel: 'safe' | 'wide' | 'bigint' | 'decimal';
  /** By payee, plan and period. */
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerEntry[];
  /** By id, then code. */
  readonly rejected: readonly RejectedRow[];
  readonly findings: readonly Finding[];
  readonly totals: RunTotals;
  /** Set where the caller stated that the rows stand in canonical order. */
  readonly order?: 'given';
  /** With `detail: "lines"`. */
  readonly lines?: readonly Line[];
}
/** Everything that a run found. */
export const RunResult: z.ZodType<RunResult> = /* @__PURE__ */ z
  .strictObject({
    kernel: z.enum(['safe', 'wide', 'bigint', 'decimal']),
    statements: z.array(Statement).readonly(),
    ledger: z.array(LedgerEntry).readonly(),
    rejected: z.array(RejectedRow).readonly(),
    findings: z
      .array(z.strictObject({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), path, params }))
      .readonly(),
    totals,
    order: z.literal('given').exactOptional(),
    lines: z.array(Line).readonly().exactOptional(),
  })
  .meta({ id: 'RunResult', title: 'Run result', description: 'Everything that a run found' });
