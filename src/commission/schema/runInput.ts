import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { RateTable } from '../../core/schema/money.js';
import { HierarchyLink } from '../../team/schema.js';
import { Crediting } from './crediting.js';
import { Payee, PlanAssignment } from './payee.js';
import { CommissionPlan } from './plan.js';
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
  /** Earnings deferred by a cap or held until a release, or a payable that was carried. */
  readonly balance: 'deferred' | 'held' | 'carry';
  readonly amount: DecimalString;
}
/** What was open at the start of the run. */
export const OpeningBalance: z.ZodType<OpeningBalance> = /* @__PURE__ */ z
  .strictObject({
    payeeId: z.string().min(1),
    planId: z.string().min(1),
    balance: z.enum(['deferred', 'held', 'carry']),
    amount: DecimalString,
  })
  .meta({ id: 'OpeningBalance', title: 'Opening balance', description: 'What was open at the start of the run' });

/** Something that happened to a payee, to a transaction or (without either) to everybody. */
export interface RunEvent {
  /** `holdReleased` ends holds; any other type is for the schedules that name it. */
  readonly type: string;
  readonly date: PlainDate;
  readonly payeeId?: string;
  readonly transactionId?: string;
}
/** Something that happened to a payee, to a transaction or (without either) to everybody. */
export const RunEvent: z.ZodType<RunEvent> = /* @__PURE__ */ z
  .strictObject({
    type: z.string().min(1),
    date: PlainDate,
    payeeId: z.string().min(1).exactOptional(),
    transactionId: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'RunEvent', title: 'Run event', description: 'Something that happened to a payee or a transaction' });

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
    events: z.array(RunEvent).readonly().exactOptional(),
  });
}

/** Everything that a run is computed from. */
export const RunInput: z.ZodType<RunInput> = /* @__PURE__ */ runInputShape(Transaction).meta({
  id: 'RunInput',
  title: 'Run input',
  description: 'Everything that a run is computed from',
});
