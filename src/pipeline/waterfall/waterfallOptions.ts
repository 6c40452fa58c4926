import type { Period } from '../../core/period.js';
import type { RateOptions, RateTable } from '../../core/rateTable.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

export const MEASURES = ['amount', 'weighted'] as const;
export const EXIT_VALUES = ['end', 'start'] as const;
export const THROUGHS = ['show', 'ignore'] as const;

/** How a waterfall counts. */
export interface WaterfallPolicy {
  /** The amounts (default), or amounts × probabilities; then a change of probability is a change of value. */
  readonly measure?: (typeof MEASURES)[number];
  /** What a deal is worth when it leaves: what it is worth at the end, after its last change (default), or what it was at the start. */
  readonly exitValue?: (typeof EXIT_VALUES)[number];
  /** Whether deals that were created and closed in between show up in both bars (default) or in none. */
  readonly through?: (typeof THROUGHS)[number];
}

/** How a waterfall is asked for. */
export interface WaterfallOptions extends WaterfallPolicy {
  /** Close dates that count; `null` for every open deal. */
  readonly window: Period | null;
  readonly currency: string;
  /** Rates of the day of the first snapshot. */
  readonly ratesStart?: RateTable;
  /** Rates of the day of the second one. */
  readonly ratesEnd?: RateTable;
  /** How rates are found. Default: quotes of the very pair and day. */
  readonly rateOptions?: RateOptions;
  /** Which deals are looked at: a rule over a deal. Unknown is out. */
  readonly scope?: Rule;
  /** A fact or field by which the bars are made a second time, read from the later snapshot that has the deal. */
  readonly by?: string;
  /** Where days begin for histories of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
}
