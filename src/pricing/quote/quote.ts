import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { RoundingMode } from '../../core/rounding.js';
import type { BudgetState } from '../budget/promotionBudget.js';
import type { NegativeQuantity } from '../charge/charge.js';
import type { ChargeModel } from '../charge/chargeModel.js';
import type { Condition } from '../condition/condition.js';
import type { Procedure } from '../condition/procedure.js';
import type { PriceContext } from '../priceBook/priceBook.js';
import type { QuoteRounding, QuoteRoundingPreset } from './quoteRounding.js';
import type { IncompleteLines } from './readLines.js';

/** One tax of a line. */
export interface LineTax {
  readonly code: string;
  /** A fraction. */
  readonly rate: DecimalString;
  /** Whether it is taken of the net with the taxes before it. Default false. */
  readonly compound?: boolean;
}

/** What is quoted: a quantity of a sku at a price of its own, that of a book, or that of a charge. */
export interface QuoteLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: DecimalString;
  /** Default: the base unit of the item. */
  readonly unit?: string;
  /** In place of the price of the book. */
  readonly unitPrice?: DecimalString;
  /** Cost of the line, for margins. */
  readonly cost?: DecimalString;
  /** In place of a unit price. */
  readonly charge?: ChargeModel;
  /** What a charge of kind percentage or callerPriced is rated on. */
  readonly amount?: DecimalString;
  readonly taxes?: readonly LineTax[];
  /** Facts for the rules of conditions, as `attributes.<name>`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What was bought on earlier documents toward a condition. */
export type QuoteHistory = Readonly<
  Record<string, { readonly quantity?: DecimalString; readonly amount?: DecimalString }>
>;

/** A quote as it is asked. */
export interface QuoteInput {
  readonly code: string;
  readonly currency: string;
  readonly on: PlainDate;
  /** Whether prices are without tax or contain it. */
  readonly priceTax: 'exclusive' | 'inclusive';
  readonly lines: readonly QuoteLine[];
  readonly conditions?: readonly Condition[];
  readonly procedure?: Procedure;
  readonly rounding: QuoteRounding | QuoteRoundingPreset;
  /** Rounding of what is paid in cash. */
  readonly cash?: { readonly increment: DecimalString; readonly mode: RoundingMode };
  readonly budgets?: readonly BudgetState[];
  /** By the code of a condition with a cumulative trigger. */
  readonly history?: QuoteHistory;
  readonly context?: PriceContext;
  /** What a quantity below zero does. Default `reject`. */
  readonly negative?: NegativeQuantity;
}

/** Why a reduction is less than the condition would give. */
export type CapReason = 'zero' | 'unitValue' | 'budget';

/** What a condition changed on a line; reductions are negative. */
export interface LineDelta {
  readonly condition: string;
  readonly exact: DecimalString;
  /** The exact figure at the quote's rounding. */
  readonly amount: DecimalString;
  readonly cappedBy?: CapReason;
}

/** A line of a priced quote: `list + Σ deltas = exact`, rounded to `net` and `gross` with the tax between them. */
export interface PricedLine {
  readonly id: string;
  /** Quantity × unit price, before conditions. */
  readonly list: DecimalString;
  readonly net: DecimalString;
  readonly tax: DecimalString;
  readonly gross: DecimalString;
  /** Unrounded, of prices with tax their part without it. */
  readonly exact: { readonly net: DecimalString; readonly tax: DecimalString };
  /** In the order in which they were made. */
  readonly deltas: readonly LineDelta[];
}

/** What a tax comes to over the quote. */
export interface QuoteTax {
  readonly code: string;
  readonly rate: DecimalString;
  /** What it was taken of. */
  readonly base: DecimalString;
  readonly amount: DecimalString;
}

/** A condition that applied. */
export interface AppliedCondition {
  readonly condition: string;
  /** Σ of its exact deltas; of a statistic its value. */
  readonly exact: DecimalString;
  readonly lines: readonly string[];
}

/** Why a condition or one of its lines got nothing. */
export type InactiveReason =
  | 'notInDate'
  | 'triggerNotMet'
  | 'triggerUnknown'
  | 'lostInGroup'
  | 'groupExcluded'
  | 'notCombinable'
  | 'budgetExhausted'
  | 'nothingLeft'
  | 'noMatchingLine'
  | 'missingRate';

/** A condition that did not apply, as a whole or to a line, and what it would have changed. */
export interface InactiveCondition {
  readonly condition: string;
  readonly line?: string;
  readonly reason: InactiveReason;
  /** The delta that it would have given at its step; `null` where that is not known. */
  readonly wouldBe: DecimalString | null;
}

/** Units that a condition adds for nothing. */
export interface FreeGoods {
  readonly condition: string;
  readonly sku: string;
  readonly quantity: DecimalString;
}

/** What a quote draws on a budget. */
export interface BudgetUse {
  readonly budget: string;
  readonly requested: DecimalString;
  readonly granted: DecimalString;
  readonly shortfall: DecimalString;
}

/** A quote with all its figures. */
export interface PricedQuote {
  readonly status: 'priced';
  readonly currency: string;
  readonly rounding: QuoteRounding;
  /** In the order of the input. */
  readonly lines: readonly PricedLine[];
  /** The exact sum of the lines at each subtotal. */
  readonly subtotals: readonly { readonly subtotal: string; readonly amount: DecimalString }[];
  /** By code and rate. */
  readonly taxes: readonly QuoteTax[];
  readonly list: DecimalString;
  readonly net: DecimalString;
  readonly tax: DecimalString;
  readonly gross: DecimalString;
  readonly cashRounding: DecimalString;
  readonly payable: DecimalString;
  /** What rounding added to the exact figures, where it added something: by line, and for the document. */
  readonly residues: readonly {
    readonly place: 'unit' | 'line' | 'document';
    readonly id: string;
    readonly amount: DecimalString;
  }[];
  /** In the order of their steps. */
  readonly applied: readonly AppliedCondition[];
  /** By condition and line. */
  readonly inactive: readonly InactiveCondition[];
  readonly freeGoods: readonly FreeGoods[];
  /** By code. */
  readonly budgets: readonly BudgetUse[];
}

/** A priced quote, or the lines without a price beside the others. */
export type QuoteResult = PricedQuote | ({ readonly status: 'incomplete' } & IncompleteLines);
