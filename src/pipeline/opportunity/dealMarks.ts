import { compare, toDecimal } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { Money } from '../../core/money.js';
import type { Draft } from '../../mechanisms/lifecycle/event/advance.js';
import type { Fields, LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import { dayOf } from '../deal/dayOf.js';

/** What the history of a deal counts that its state does not show. */
export interface DealMarks {
  amountChanges: number;
  closeDateChanges: number;
  pushCount: number;
}

/** The policies that concern a single event. */
export interface MarkPolicy {
  readonly keepsOverrides: boolean;
  readonly setsCloseDate: boolean;
  /** Minutes from UTC at which a day of instants begins. */
  readonly minutes: number;
}

/**
 * Counts what an event that took effect changed, and lets it end judgements and set the close date of a closed deal.
 *
 * @param before fields before it
 * @param closings how often the deal had closed before it
 */
export function markEvent(
  marks: DealMarks,
  draft: Draft,
  event: LifecycleEvent,
  before: Fields,
  closings: number,
  { keepsOverrides, setsCloseDate, minutes }: MarkPolicy,
): void {
  const { fields } = draft;
  if (event.type === 'set') {
    if (!sameAmount(before['amount'] as Money | null, fields['amount'] as Money | null)) marks.amountChanges++;
    const from = (before['closeDate'] ?? null) as PlainDate | null;
    const to = (fields['closeDate'] ?? null) as PlainDate | null;
    if (from !== to) {
      marks.closeDateChanges++;
      if (from !== null && to !== null && to.slice(0, 7) > from.slice(0, 7)) marks.pushCount++;
    }
  }
  if (event.type === 'create') return;
  const { category, probability } = fields;
  const isOver = draft.outcome !== null;
  const isJudged = (category ?? null) !== null || (probability ?? null) !== null;
  // A closed deal has nothing left to be judged.
  const ends = isJudged && (isOver || (event.type !== 'set' && !keepsOverrides));
  const closes = isOver && setsCloseDate && event.type !== 'set' && draft.outcomes.length > closings;
  if (!ends && !closes) return;
  draft.fields = {
    ...fields,
    ...(ends ? { category: null, probability: null } : {}),
    ...(closes ? { closeDate: dayOf(event.at, minutes) } : {}),
  };
}

function sameAmount(a: Money | null = null, b: Money | null = null): boolean {
  if (a === null || b === null) return a === b;
  if (a.currency !== b.currency) return false;
  return a.amount === b.amount || compare(toDecimal(a.amount), toDecimal(b.amount)) === 0;
}
