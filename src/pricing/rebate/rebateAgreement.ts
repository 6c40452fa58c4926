import type { Period } from '../../core/period.js';
import type { Tiers } from '../../core/tiers.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

/** What tiers of a rebate are on, what is paid, and what becomes of too much that was paid. */
export const TIER_ON = ['amount', 'quantity', 'growth'] as const;
export const PAY_ON = ['amount', 'increase'] as const;
export const NEGATIVE_DUES = ['carry', 'repay', 'none'] as const;

/** A rebate on what a party buys in a period. */
export interface RebateAgreement {
  readonly code: string;
  /** Who gets it. */
  readonly party: string;
  readonly period: Period;
  readonly currency: string;
  /**
   * What decides the tier: the amount, the quantity, or the growth (actual ÷ base − 1). Unless tier and payment are on the
   * amount, the tier only looks up a rate, and tiers are `whole`.
   */
  readonly tierOn: (typeof TIER_ON)[number];
  /** What the rate is paid on: the amount, or what it exceeds the base by. */
  readonly payOn: (typeof PAY_ON)[number];
  /** Rates as fractions. `marginal` is incremental, `whole` retroactive. */
  readonly tiers: Tiers;
  /** The sales that count. Default: all. */
  readonly items?: Rule;
  /** More paid than earned: kept for the next settlement (`carry`), paid back (`repay`), or let go (`none`). */
  readonly negative: (typeof NEGATIVE_DUES)[number];
}
