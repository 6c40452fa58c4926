import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { LimitRole, LimitTrack } from '../../mechanisms/rules/limits/limitMatrix.js';

/** The limits of a row by name, and the measure and bound of a limit matrix that each of them is. */
export const LIMITS = {
  maxDiscount: { measure: 'discount', bound: 'max' },
  minMargin: { measure: 'margin', bound: 'min' },
  maxAmount: { measure: 'amount', bound: 'max' },
  maxPaymentDays: { measure: 'paymentDays', bound: 'max' },
} as const;

/**
 * A limit by the name of its field.
 *
 * @useDeclaredType
 */
export type ApprovalLimit = keyof typeof LIMITS;

/** What a role may sign: a limit that is absent is none, `0` is one. */
export interface ApprovalRow {
  readonly role: string;
  /** Values that keys of a line must have, one of a list. The whole quote has no keys. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
  /** The greatest fraction off the list amount. */
  readonly maxDiscount?: DecimalString;
  /** The least part of the net amount that is margin. */
  readonly minMargin?: DecimalString;
  readonly maxAmount?: DecimalString;
  readonly maxPaymentDays?: DecimalString;
}

/** Who may sign which deal, and who signs what others may not. */
export interface ApprovalMatrix {
  readonly code: string;
  /** First day. Default: open. */
  readonly from?: PlainDate;
  /** First day on which nobody may sign by it any more. Default: open. */
  readonly to?: PlainDate;
  readonly roles: readonly LimitRole[];
  readonly limits: readonly ApprovalRow[];
  /** Default: the tracks of the roles, all needed. Rules read the facts of a scope, as `context.<name>` those of the deal. */
  readonly tracks?: readonly LimitTrack[];
  /** `skipLevel` (default): the lowest level that may sign; `stepByStep`: every level up to it. */
  readonly routing?: 'skipLevel' | 'stepByStep';
  /** Whether lines, the quote as a whole, or both have to be within limits. Default `both`. */
  readonly evaluate?: 'line' | 'quote' | 'both';
  /** A limit whose measure is not known: `escalate` (default) fails it, `ignore` passes it over. */
  readonly missing?: 'escalate' | 'ignore';
  /** Days for which an approval holds. Default: without end. */
  readonly validDays?: number;
  /** What asks for another approval: a worse deal (`ifWorse`, default), any other, or nothing but the end of its days. */
  readonly reapproval?: 'ifWorse' | 'always' | 'never';
}
