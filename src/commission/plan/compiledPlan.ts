import type { Calendar } from '../../core/calendar.js';
import type { Decimal } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/rounding.js';
import type { CompiledDraw } from '../draw/compileDraws.js';
import type { CompiledModifier } from '../modifier/compileModifier.js';
import type { Gate } from '../modifier/gate.js';
import type { MultiplierLookup } from '../modifier/multiplierLookup.js';
import type { CompiledPayment } from '../payment/compilePayment.js';
import type { SpanFigures } from '../quota/spanFigures.js';
import type { CompiledClawback } from '../clawback/compileClawback.js';
import type { CompiledRelease } from '../release/releaseFacts.js';
import type { Decision } from '../../mechanisms/rules/compileTable.js';
import type { RateBuilder, RateQuantity } from '../rate/rateFunction.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { CommissionPlan, Component, Measure, PlanPeriod } from '../schema.js';

/** How a plan rounds: its policy with every default filled in. */
export interface PlanRounding {
  readonly mode: RoundingMode;
  readonly increment: Decimal;
  readonly at: 'line' | 'component' | 'statement';
  readonly residue: 'largestRemainder' | 'first' | 'last' | 'largestWeight';
}

/** One version of a plan, checked, with every policy resolved. */
export interface CompiledPlan {
  readonly index: number;
  readonly plan: CommissionPlan;
  readonly version: string;
  /** Days on which the version is in force, half-open. */
  readonly from: number;
  readonly to: number;
  readonly calendar: Calendar;
  readonly currency: string;
  readonly rounding: PlanRounding;
  /** Quotas and target pay. */
  readonly figures: SpanFigures;
  readonly components: readonly CompiledComponent[];
  readonly modifiers: CompiledModifierList;
  /** Of assignments without draws of their own. */
  readonly draws: readonly CompiledDraw[];
  readonly payment: CompiledPayment;
  /** Scores that multipliers of the plan's own list are looked up by. */
  readonly scores: readonly string[];
}

/** A quantity that a component accumulates. */
export interface CompiledQuantity extends RateQuantity {
  readonly measure: Measure;
  /** Whether the credit's payout share scales it instead of its share. */
  readonly ofPayout: boolean;
}

/** A component of a plan, with every policy resolved. */
export interface CompiledComponent {
  readonly index: number;
  readonly component: Component;
  readonly id: string;
  /** By kind of credit, whether the component pays on it. */
  readonly kinds: readonly boolean[];
  readonly where: Rule | null;
  readonly dateField: string;
  readonly accumulate: 'perTransaction' | 'perPeriod' | 'toDate';
  readonly every: PlanPeriod;
  readonly window: PlanPeriod;
  readonly quantities: readonly CompiledQuantity[];
  /** Which quantity the rate multiplies; 0 where it is the measure itself. */
  readonly base: number;
  /** Whether the base is scaled by payout shares; else a credit whose payout share is not its share is lost. */
  readonly paysOnPayoutShare: boolean;
  readonly rate: RateBuilder;
  /** The rate that a hurdle at the head of the list falls back to. */
  readonly fallback: { readonly gate: Gate; readonly rate: RateBuilder } | null;
  readonly modifiers: CompiledModifierList;
  /** When its lines become payable. */
  readonly release: CompiledRelease;
  /** What reversing rows take back of its lines. */
  readonly clawback: CompiledClawback;
  /** Fields whose values are keys of a matrix, with the keys it knows. */
  /** Decisions of rate tables: a credit without one is lost. */
  readonly rateTables: readonly ((read: (field: string) => unknown) => Decision)[];
  readonly matrixKeys: readonly { readonly field: string; readonly keys: ReadonlySet<string> }[];
}

/** Modifiers in the order written, with what only some of them have. */
export interface CompiledModifierList {
  readonly list: readonly CompiledModifier[];
  /** By position: the factor of a multiplier, `null` for other kinds. */
  readonly lookups: readonly (MultiplierLookup | null)[];
}
