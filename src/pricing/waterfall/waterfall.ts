import type { DecimalLike, DecimalString } from '../../core/decimal.js';
import type { Ratio } from '../../core/ratio.js';

/** The stages of a waterfall in the order in which they come. */
export const WATERFALL_STAGES = ['onInvoice', 'offInvoice', 'cogs', 'costToServe'] as const;
/**
 * Where a step lowers the price: `onInvoice` down to the invoice price, `offInvoice` down to the pocket price, `cogs` down to
 * the contribution, `costToServe` down to the pocket margin.
 *
 * @useDeclaredType
 */
export type WaterfallStage = (typeof WATERFALL_STAGES)[number];

/** What a rate of a step may be taken of. */
export const WATERFALL_BASES = ['list', 'invoice', 'running'] as const;
/**
 * What a rate is taken of: the list price, the invoice price, or the figure so far.
 *
 * @useDeclaredType
 */
export type WaterfallBasis = (typeof WATERFALL_BASES)[number];

/** What a step takes: a rate of its basis or an amount, one of both. A negative one adds. */
export interface StepTerms<Scalar = DecimalString> {
  /** A fraction of the basis. */
  readonly rate?: Scalar;
  readonly amount?: Scalar;
  /** Days for which a yearly rate is charged: the cost of credit. */
  readonly days?: Scalar;
}

/** One step of a waterfall; what it lacks, each row brings. */
export interface WaterfallStep extends StepTerms {
  readonly code: string;
  readonly stage: WaterfallStage;
  /** Default: `running` on invoice, `invoice` behind it. */
  readonly basis?: WaterfallBasis;
}

/** The steps from a list price to the margin that is left of it; within a stage they run in the written order. */
export interface WaterfallDefinition {
  readonly code: string;
  readonly steps: readonly WaterfallStep[];
  /** The days of a year in which `days` are counted. Default 365. */
  readonly yearDays?: 360 | 365;
}

/** What a waterfall is computed on. */
export interface WaterfallValues {
  /** The list price or list amount. */
  readonly list: DecimalLike;
  /** Terms by the code of a step, in place of those of the definition. */
  readonly steps?: Readonly<Record<string, StepTerms<DecimalLike>>>;
}

/** One step of a computed waterfall: what it takes, and what is left behind it. */
export interface WaterfallBar {
  readonly code: string;
  readonly stage: WaterfallStage;
  /** What is taken away; negative where the step adds. */
  readonly amount: DecimalString;
  /** What is left. */
  readonly running: DecimalString;
}

/** From the list price down to the margin that stays in the pocket. */
export interface Waterfall {
  /** By stage, within it in the order of the definition. */
  readonly bars: readonly WaterfallBar[];
  readonly list: DecimalString;
  /** List less the steps on the invoice. */
  readonly invoice: DecimalString;
  /** Invoice less the steps off it. */
  readonly pocket: DecimalString;
  /** Pocket less cost of goods. */
  readonly contribution: DecimalString;
  /** Contribution less cost to serve. */
  readonly pocketMargin: DecimalString;
  /** Pocket margin ÷ pocket; no value at a pocket of 0. */
  readonly pocketMarginRate: Ratio;
  /** Pocket ÷ list. */
  readonly shareOfList: Ratio;
}
