import type { PlainDate } from '../../core/date.js';
import { compare, toDecimal } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import type { Money } from '../../core/money.js';
import type { Draft } from '../../mechanisms/lifecycle/event/advance.js';
import type { LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import { dayOf } from '../deal/dayOf.js';
import type { Opportunity } from './opportunity.js';

/** What the history of a deal counts that its state does not show, and what it was before the next event. */
export interface DealMarks {
  amountChanges: number;
  closeDateChanges: number;
  pushCount: number;
  amount: Money | null;
  closeDate: PlainDate | null;
  /** How often it had closed. */
  closings: number;
}

/** The policies that concern a single event. */
export interface MarkPolicy {
  readonly keepsOverrides: boolean;
  readonly setsCloseDate: boolean;
  /** Minutes from UTC at which a day of instants begins. */
  readonly minutes: number;
}

/** The marks of a deal as it was left, or of one that is yet to be created. */
export function marksOf(deal: Opportunity | undefined): DealMarks {
  return deal === undefined
    ? { amountChanges: 0, closeDateChanges: 0, pushCount: 0, amount: null, closeDate: null, closings: 0 }
    : {
        amountChanges: deal.amountChanges,
        closeDateChanges: deal.closeDateChanges,
        pushCount: deal.pushCount,
        amount: deal.amount,
        closeDate: deal.closeDate,
        closings: deal.outcomes.length,
      };
}

/** Counts what an event that took effect changed, and lets it end judgements and set the close date of a closed deal. */
export function markEvent(
  marks: DealMarks,
  draft: Draft,
  type: LifecycleEvent['type'],
  at: LifecycleEvent['at'],
  { keepsOverrides, setsCloseDate, minutes }: MarkPolicy,
): void {
  const fields = draft.fields as DealFields;
  if (type === 'set') {
    const { amount = null, closeDate = null } = fields;
    if (amount !== marks.amount && !sameAmount(marks.amount, amount)) marks.amountChanges++;
    if (closeDate !== marks.closeDate) {
      marks.closeDateChanges++;
      if (marks.closeDate !== null && closeDate !== null && isLaterMonth(marks.closeDate, closeDate)) marks.pushCount++;
    }
  }
  if (type !== 'create') {
    const isOver = draft.outcome !== null;
    // A closed deal has nothing left to be judged.
    if (isOver || (type !== 'set' && !keepsOverrides)) {
      const { category = null, probability = null } = fields;
      if (category !== null || probability !== null) {
        fields.category = null;
        fields.probability = null;
      }
    }
    if (isOver && setsCloseDate && type !== 'set' && draft.outcomes.length > marks.closings) {
      fields.closeDate = dayOf(at, minutes);
    }
  }
  marks.amount = fields.amount ?? null;
  marks.closeDate = fields.closeDate ?? null;
  marks.closings = draft.outcomes.length;
}

interface DealFields {
  amount?: Money | null;
  closeDate?: PlainDate | null;
  category?: unknown;
  probability?: unknown;
}

/** Amounts are compared as whole millionths where they can be read as such. */
function sameAmount(a: Money | null, b: Money | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.currency !== b.currency) return false;
  if (a.amount === b.amount) return true;
  const [x, y] = [parseScaled(a.amount, 6), parseScaled(b.amount, 6)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x === y;
  return compare(toDecimal(a.amount), toDecimal(b.amount)) === 0;
}

/** Whether a date lies in a later month than another: the first seven characters decide. */
function isLaterMonth(from: PlainDate, to: PlainDate): boolean {
  for (let at = 0; at < 7; at++) {
    const difference = to.charCodeAt(at) - from.charCodeAt(at);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
