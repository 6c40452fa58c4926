import type { Decimal } from '../../core/decimal.js';
import type { CompiledTiers, UnitTiers } from '../../core/tierPieces.js';
import type { Measure } from '../schema.js';

/** What a rate needs to know of the span that it is applied to. */
export interface RateSpan {
  /** Throws where the plan has none: checked when the run is compiled. */
  quota(): Decimal;
  target(): Decimal;
  /** The value of a score of the span, or `undefined` where nobody gave one. */
  score(name: string): Decimal | undefined;
}

/** One credit as a rate sees it: what it adds to each quantity of its component, and its fields. */
export interface RateCredit {
  /** By quantity of the component: the measure first, then the base, then further axes. */
  readonly numerators: readonly Decimal[];
  /** By quantity; `null` where the quantity is not a ratio. */
  readonly denominators: readonly (Decimal | null)[];
  /** A field of the credit's fact, for matrix keys and tables. */
  field(name: string): unknown;
}

/** A running calculation: gross earning after each credit, in canonical order. */
export interface RateRun {
  /** Takes the next credit and returns the running gross earning, exact. */
  add(credit: RateCredit): Decimal;
  /** Whether what the rate looks at, or the ratio that it multiplies, had no position after the last credit. */
  isUndefined?(): boolean;
  /** For a matrix: the cells in use and the base that each of them holds. */
  cells?(): readonly RateCell[];
}

/** A cell of a matrix and the base that it multiplies. */
export interface RateCell {
  readonly cell: number;
  readonly base: Decimal;
}

/** A rate applied to one span. */
export interface RateFunction {
  start(): RateRun;
  /** Set where the running gross depends on the running sum of one quantity alone; order and parts then do not matter. */
  readonly pure: PureRate | null;
}

/** A running gross that is a function of one running sum. */
export interface PureRate {
  /** Which quantity is summed. */
  readonly quantity: number;
  total(sum: Decimal): Decimal;
  /** The function as tiers, where it is one. */
  readonly tiers: UnitTiers | null;
  /** The tiers it is made of, with their bounds in the unit of the sum; `null` where it is made of none. */
  readonly scaled: (() => CompiledTiers) | null;
}

/** Builds the function of a span. */
export type RateBuilder = (span: RateSpan) => RateFunction;

/** What a rate needs to know of its component. */
export interface RateComponent {
  readonly quantities: readonly RateQuantity[];
  /** Which quantity the rate multiplies; 0 where the base is the measure. */
  readonly base: number;
  readonly zeroQuota: 'reject' | 'top' | 'none';
  /** Replaces the measure by rounded attainment × quota, where the component asks for it. */
  readonly roundMeasure: ((measure: Decimal, quota: Decimal) => Decimal) | null;
  /** Which quantity a measure is. */
  quantityOf(measure: Measure): number;
}

/** One accumulated quantity of a component. */
export interface RateQuantity {
  readonly isRatio: boolean;
  /** Set for a quantity that is one score a span instead of a sum over credits. */
  readonly score: string | null;
}
