import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { CreditKind } from './crediting.js';

/** What one credit, or one decision about a whole span, earned. */
export interface Line {
  /** Null for amounts of the whole span. */
  readonly transactionId: string | null;
  readonly payeeId: string;
  readonly planId: string;
  readonly componentId: string;
  /** First day of the statement's period. */
  readonly period: PlainDate;
  /** The kind of the credit, or what made an amount of the whole span. */
  readonly kind: CreditKind | 'kicker' | 'floor' | 'trueUp' | 'span';
  /** 0 for direct credits, 1 for the first level of the hierarchy. */
  readonly level: number;
  readonly measure: DecimalString;
  readonly base: DecimalString;
  readonly earned: DecimalString;
  /** What of `earned` is neither held nor forfeited at the end of the run; clawbacks are not taken from it. */
  readonly released: DecimalString;
}
/** What one credit, or one decision about a whole span, earned. */
export const Line: z.ZodType<Line> = /* @__PURE__ */ z
  .strictObject({
    transactionId: z.string().nullable(),
    payeeId: z.string(),
    planId: z.string(),
    componentId: z.string(),
    period: PlainDate,
    kind: z.union([CreditKind, z.enum(['kicker', 'floor', 'trueUp', 'span'])]),
    level: z.int().min(0),
    measure: DecimalString,
    base: DecimalString,
    earned: DecimalString,
    released: DecimalString,
  })
  .meta({ id: 'Line', title: 'Line', description: 'What one credit, or one decision about a whole span, earned' });

/** What one modifier did to a sum. */
export interface ModifierEffect {
  /** Position in the list of modifiers. */
  readonly index: number;
  readonly kind: 'hurdle' | 'multiplier' | 'kicker' | 'cap' | 'floor';
  /** Signed change. */
  readonly effect: DecimalString;
}
/** What one modifier did to a sum. */
export const ModifierEffect: z.ZodType<ModifierEffect> = /* @__PURE__ */ z
  .strictObject({
    index: z.int().min(0),
    kind: z.enum(['hurdle', 'multiplier', 'kicker', 'cap', 'floor']),
    effect: DecimalString,
  })
  .meta({ id: 'ModifierEffect', title: 'Modifier effect', description: 'What one modifier did to a sum' });

/** A component in one period of one payee. `earned` = `beforeModifiers` + the effects. */
export interface ComponentStatement {
  readonly id: string;
  /** Version of the plan that held when its span began, where that is not the one of the statement. */
  readonly planVersion?: string;
  /** The axis at the span's end; null where a ratio is not defined. */
  readonly measure: DecimalString | null;
  readonly quota?: DecimalString;
  /** Measure / quota to 12 decimals; null over a quota of 0. */
  readonly attainment?: DecimalString | null;
  readonly earned: DecimalString;
  readonly beforeModifiers: DecimalString;
  readonly modifiers: readonly ModifierEffect[];
  readonly lines?: readonly Line[];
  /** Where rows have reversed some of it and that lowers this attainment: both without the reversed parts. */
  readonly afterReversals?: { readonly measure: DecimalString | null; readonly attainment?: DecimalString | null };
}
/** A component in one period of one payee. */
export const ComponentStatement: z.ZodType<ComponentStatement> = /* @__PURE__ */ z
  .strictObject({
    id: z.string(),
    planVersion: z.string().exactOptional(),
    measure: DecimalString.nullable(),
    quota: DecimalString.exactOptional(),
    attainment: DecimalString.nullable().exactOptional(),
    earned: DecimalString,
    beforeModifiers: DecimalString,
    modifiers: z.array(ModifierEffect).readonly(),
    lines: z.array(Line).readonly().exactOptional(),
    afterReversals: z
      .strictObject({ measure: DecimalString.nullable(), attainment: DecimalString.nullable().exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'ComponentStatement', title: 'Component statement', description: 'A component in one period' });

/** What stays open after a period. */
export interface Balances {
  /** Earnings that a cap put off. */
  readonly deferred: DecimalString;
  /** Earnings that are not released. */
  readonly held: DecimalString;
  /** Payable that goes into the next period. */
  readonly carry: DecimalString;
  /** What is owed of draws. */
  readonly draw: DecimalString;
}
/** What stays open after a period. */
export const Balances: z.ZodType<Balances> = /* @__PURE__ */ z
  .strictObject({ deferred: DecimalString, held: DecimalString, carry: DecimalString, draw: DecimalString })
  .meta({ id: 'Balances', title: 'Balances', description: 'What stays open after a period' });

/** What a payee earns and is paid for one period of one plan. */
export interface Statement {
  readonly payeeId: string;
  readonly planId: string;
  readonly planVersion: string;
  /** Half-open. */
  readonly period: { readonly start: PlainDate; readonly end: PlainDate; readonly label: string };
  readonly currency: string;
  readonly components: readonly ComponentStatement[];
  readonly planModifiers: readonly ModifierEffect[];
  /** Sum of the bonuses; part of `earned`. */
  readonly bonus: DecimalString;
  /** Sum of the adjustments, without bonuses. */
  readonly adjustments: DecimalString;
  /** What closed periods come to more or less than they were paid, signed. */
  readonly retro: DecimalString;
  /** What is taken back of earnings of this and earlier periods; signed, negative for a sale. */
  readonly clawback: DecimalString;
  /** Part of the period's earnings that is not released by its end. */
  readonly held: DecimalString;
  /** What leaves the held earnings of earlier periods, to be paid or forfeited; negative where refunds put some back. */
  readonly released: DecimalString;
  /**
   * What is lost: held earnings that expire or are cancelled (those of earlier periods also in `released`), and deferred
   * ones that the end of the assignment takes away (also in `deferralReleased`). Negative where, computed again without
   * what came back, less is lost than was before.
   */
  readonly forfeited: DecimalString;
  /** Part of `earned` that a cap puts off, and what reversals of the period leave put off beyond what was before. */
  readonly deferred: DecimalString;
  /**
   * Earnings of earlier periods for which there is room now, or that the end of the assignment pays; and what was put off
   * of sales that reversals of the period take back, under `recompute`: it meets the clawback.
   */
  readonly deferralReleased: DecimalString;
  readonly drawAdvance: DecimalString;
  /** Advances of earlier periods taken from this one's pay. */
  readonly drawRecovery: DecimalString;
  /** Debt of draws that is dropped; not part of the payable. */
  readonly drawForgiven: DecimalString;
  readonly carryIn: DecimalString;
  readonly carryOut: DecimalString;
  /** With rounding at the statement: rounded less exact payable. */
  readonly rounding?: DecimalString;
  /** Components, plan modifiers and bonus. */
  readonly earned: DecimalString;
  /**
   * earned + adjustments + clawback + retro − held + released − forfeited − deferred + deferralReleased + drawAdvance −
   * drawRecovery + carryIn.
   */
  readonly payable: DecimalString;
  /** With a maximum of payment that takes away what is above it: how much. */
  readonly paymentForfeited?: DecimalString;
  /** With cash rounding of a payout in the plan's currency: what it added, signed. */
  readonly cashRounding?: DecimalString;
  /** With an active draw that is paid at the start of the period: its amount, in the plan's currency. */
  readonly paidAtStart?: DecimalString;
  /** The rest of the payout, in the plan's currency; negative where the period came to less than was paid at its start. */
  readonly paidAtEnd?: DecimalString;
  /**
   * payable − carryOut − paymentForfeited + cashRounding, unless a negative payable is forgiven; null where the rate of
   * the payout currency is missing.
   */
  readonly payout: DecimalString | null;
  /** Where the payee is paid in another currency than the plan's. */
  readonly payoutCurrency?: string;
  readonly balances: Balances;
}
/** What a payee earns and is paid for one period of one plan. */
export const Statement: z.ZodType<Statement> = /* @__PURE__ */ z
  .strictObject({
    payeeId: z.string(),
    planId: z.string(),
    planVersion: z.string(),
    period: z.strictObject({ start: PlainDate, end: PlainDate, label: z.string() }).readonly(),
    currency: z.string(),
    components: z.array(ComponentStatement).readonly(),
    planModifiers: z.array(ModifierEffect).readonly(),
    bonus: DecimalString,
    adjustments: DecimalString,
    clawback: DecimalString,
    retro: DecimalString,
    held: DecimalString,
    released: DecimalString,
    forfeited: DecimalString,
    deferred: DecimalString,
    deferralReleased: DecimalString,
    drawAdvance: DecimalString,
    drawRecovery: DecimalString,
    drawForgiven: DecimalString,
    carryIn: DecimalString,
    carryOut: DecimalString,
    rounding: DecimalString.exactOptional(),
    earned: DecimalString,
    payable: DecimalString,
    paymentForfeited: DecimalString.exactOptional(),
    cashRounding: DecimalString.exactOptional(),
    paidAtStart: DecimalString.exactOptional(),
    paidAtEnd: DecimalString.exactOptional(),
    payout: DecimalString.nullable(),
    payoutCurrency: z.string().exactOptional(),
    balances: Balances,
  })
  .meta({ id: 'Statement', title: 'Statement', description: 'What a payee earns and is paid for one period' });
