import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { RateTable } from '../../core/schema/money.js';
import { HierarchyLink } from '../../team/schema.js';
import { Crediting } from './crediting.js';
import { Payee, PlanAssignment } from './payee.js';
import { CommissionPlan } from './plan.js';
import { RunEvent } from './runEvent.js';
import { LedgerEntry } from './runResult.js';
import { Transaction } from './transaction.js';

/** A figure that comes from elsewhere: an appraisal, a collection rate, a satisfaction index. */
export interface Score {
  readonly payeeId: string;
  /** First day of the span that it is for. */
  readonly period: PlainDate;
  readonly name: string;
  readonly value: DecimalString;
}
/** A figure that comes from elsewhere: an appraisal, a collection rate, a satisfaction index. */
export const Score: z.ZodType<Score> = /* @__PURE__ */ z
  .strictObject({ payeeId: z.string().min(1), period: PlainDate, name: z.string().min(1), value: DecimalString })
  .meta({ id: 'Score', title: 'Score', description: 'A figure that comes from elsewhere' });

/** Money by decision of a person, in the plan's currency. A bonus is earned, an adjustment is not. */
export interface Adjustment {
  readonly id: string;
  readonly payeeId: string;
  readonly planId: string;
  readonly date: PlainDate;
  /** Signed. */
  readonly amount: DecimalString;
  readonly kind: 'adjustment' | 'bonus';
  readonly reason: string;
}
/** Money by decision of a person, in the plan's currency. */
export const Adjustment: z.ZodType<Adjustment> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    payeeId: z.string().min(1),
    planId: z.string().min(1),
    date: PlainDate,
    amount: DecimalString,
    kind: z.enum(['adjustment', 'bonus']),
    reason: z.string(),
  })
  .meta({ id: 'Adjustment', title: 'Adjustment', description: 'Money by decision of a person' });

/** What was open at the start of the run. */
export interface OpeningBalance {
  readonly payeeId: string;
  readonly planId: string;
  /** Earnings deferred by a cap or held until a release, a payable that was carried, or what is owed of a draw. */
  readonly balance: 'deferred' | 'held' | 'carry' | 'draw';
  /** With `draw`: which one. */
  readonly drawId?: string;
  readonly amount: DecimalString;
}
/** What was open at the start of the run. */
export const OpeningBalance: z.ZodType<OpeningBalance> = /* @__PURE__ */ z
  .strictObject({
    payeeId: z.string().min(1),
    planId: z.string().min(1),
    balance: z.enum(['deferred', 'held', 'carry', 'draw']),
    drawId: z.string().min(1).exactOptional(),
    amount: DecimalString,
  })
  .meta({ id: 'OpeningBalance', title: 'Opening balance', description: 'What was open at the start of the run' });

/** The periods of a run that were paid, and how. */
export interface ClosedPeriods {
  /** Periods that end on this day or before are closed. */
  readonly before: PlainDate;
  /** Every entry of the closed periods, of this run's first period and later. */
  readonly ledger: readonly LedgerEntry[];
}
/** The periods of a run that were paid, and how. */
export const ClosedPeriods: z.ZodType<ClosedPeriods> = /* @__PURE__ */ z
  .strictObject({ before: PlainDate, ledger: z.array(LedgerEntry).readonly() })
  .meta({ id: 'ClosedPeriods', title: 'Closed periods', description: 'The periods of a run that were paid, and how' });

/** Everything that a run is computed from. */
export interface RunInput {
  /** Last day whose facts are known. */
  readonly asOf: PlainDate;
  /** The statements to make; starts and ends on period borders of every plan. */
  readonly periods: { readonly from: PlainDate; readonly to: PlainDate };
  readonly plans: readonly CommissionPlan[];
  readonly payees: readonly Payee[];
  readonly assignments: readonly PlanAssignment[];
  readonly hierarchy?: readonly HierarchyLink[];
  readonly crediting?: Crediting;
  readonly transactions: readonly Transaction[];
  /** Exchange rates. */
  readonly rates?: RateTable;
  readonly scores?: readonly Score[];
  readonly adjustments?: readonly Adjustment[];
  readonly opening?: readonly OpeningBalance[];
  /** Periods that were paid: what they come to now is posted into the first open one. */
  readonly closed?: ClosedPeriods;
  /** What releases wait for. */
  readonly events?: readonly RunEvent[];
}

/** The fields of a run with any schema of a row. */
export function runInputShape<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    asOf: PlainDate,
    periods: z.strictObject({ from: PlainDate, to: PlainDate }).readonly(),
    plans: z.array(CommissionPlan).readonly(),
    payees: z.array(Payee).readonly(),
    assignments: z.array(PlanAssignment).readonly(),
    hierarchy: z.array(HierarchyLink).readonly().exactOptional(),
    crediting: Crediting.exactOptional(),
    transactions: z.array(row).readonly(),
    rates: RateTable.exactOptional(),
    scores: z.array(Score).readonly().exactOptional(),
    adjustments: z.array(Adjustment).readonly().exactOptional(),
    opening: z.array(OpeningBalance).readonly().exactOptional(),
    closed: ClosedPeriods.exactOptional(),
    events: z.array(RunEvent).readonly().exactOptional(),
  });
}

/** Everything that a run is computed from. */
export const RunInput: z.ZodType<RunInput> = /* @__PURE__ */ runInputShape(Transaction).meta({
  id: 'RunInput',
  title: 'Run input',
  description: 'Everything that a run is computed from',
});
