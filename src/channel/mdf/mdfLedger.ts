import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';

export const CLAIM_STATES = ['submitted', 'approved', 'refused'] as const;

/** What was granted at once; it can be claimed on `expiryDays` days, the first of them included. */
export interface MdfAccrual {
  readonly id: string;
  readonly on: PlainDate;
  /** 0 or more. */
  readonly amount: DecimalString;
}

/** What a partner asks for an activity. */
export interface MdfClaim {
  readonly id: string;
  /** The day on which it is paid from what is there. */
  readonly on: PlainDate;
  /** 0 or more. */
  readonly amount: DecimalString;
  /** What shows that the activity took place; nothing is approved without it. */
  readonly proof?: string;
  readonly state: (typeof CLAIM_STATES)[number];
}

/** Market development funds: what a partner has been granted for marketing, and what it asked for. */
export interface MdfLedger {
  readonly partner?: string;
  /** Of all amounts. */
  readonly currency: string;
  readonly accruals: readonly MdfAccrual[];
  readonly claims: readonly MdfClaim[];
  /** Days on which an accrual can be claimed, 1 or more. */
  readonly expiryDays: number;
}
