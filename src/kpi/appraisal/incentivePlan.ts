import type { DecimalString } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { DecisionTable } from '../../mechanisms/rules/decisionTable.js';

export const INCENTIVE_KINDS = ['promotion', 'training', 'care', 'recognition', 'warning'] as const;

/** What somebody gets or has to expect: a factor on pay, or something that is no money. */
export type Incentive =
  | { readonly kind: 'payFactor'; readonly factor: DecimalString }
  | { readonly kind: 'promotion' | 'training' | 'care' | 'recognition' | 'warning'; readonly code: string };

export const REVIEW_MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Which results lead to what, and how often that is looked at again. */
export interface IncentivePlan {
  readonly id: string;
  readonly version?: string;
  /** The plans of commission that go with it. */
  readonly commissionPlans?: readonly string[];
  /** With the hit policy `all` every row that holds gives its outcome. */
  readonly outcomes: DecisionTable<Incentive>;
  readonly review: { readonly every: keyof typeof REVIEW_MONTHS; readonly lastOn: PlainDate };
}
