import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import { checkSameKind, timeOf } from '../../../mechanisms/lifecycle/time.js';
import { checkDeals } from '../../deal/checkDeals.js';
import { daysBetweenTimes } from '../../durations/daysBetweenTimes.js';
import type { Opportunity } from '../../opportunity/opportunity.js';
import type { OutcomeRecord } from './survivalRecord.js';

/** What the age of a deal is read from. */
export type AgedDeal = Pick<Opportunity, 'id' | 'outcome' | 'createdAt' | 'closedAt'> &
  Partial<Pick<Opportunity, 'deletedAt'>>;

/** Which facts are known. */
export interface AgeOptions {
  /** The last day or instant that is known, of the kind of the deals' times. */
  readonly asOf: PlainDate | Instant;
  /** The first one: deals that closed up to it were never recorded. Without it the record goes back to the first deal. */
  readonly since?: PlainDate | Instant;
}

/**
 * Returns the age in days at which each deal was won or lost, or was last known to be open, by id: what `competingRisks`
 * takes. A deal that closed after `asOf` was open then, one that ended without a judgement was open until it did, and deals
 * created after `asOf`, closed up to `since` or deleted are left out.
 *
 * @param deals in any order
 * @param options the first and last time known
 * @throws SalesModelError `pipeline.duplicateDeal`, `lifecycle.time`, `lifecycle.mixedTime`
 * @example
 * import { survivalRecords } from 'salesmodel/pipeline';
 *
 * survivalRecords(
 *   [
 *     { id: 'D1', outcome: 'won', createdAt: '2026-01-01', closedAt: '2026-02-10' },
 *     { id: 'D2', outcome: null, createdAt: '2026-03-01', closedAt: null },
 *   ],
 *   { asOf: '2026-03-31', since: '2026-01-11' },
 * );
 * // => [{ id: 'D1', time: 40, outcome: 'won', entry: 10 }, { id: 'D2', time: 30, outcome: null }]
 */
export function survivalRecords(deals: readonly AgedDeal[], { asOf, since }: AgeOptions): OutcomeRecord[] {
  checkDeals(deals);
  const end = timeOf(asOf, ['options', 'asOf']);
  const start = since === undefined ? -Infinity : timeOf(since, ['options', 'since']);
  const records: OutcomeRecord[] = [];
  for (const [at, { id, outcome, createdAt, closedAt, deletedAt = null }] of deals.entries()) {
    const created = timeOf(createdAt, ['deals', at, 'createdAt']);
    checkSameKind(createdAt, asOf, ['deals', at, 'createdAt']);
    const closed = closedAt === null ? Infinity : timeOf(closedAt, ['deals', at, 'closedAt']);
    if (deletedAt !== null || created > end || closed <= start) continue;
    const isKnown = closed <= end;
    const last = isKnown ? closedAt! : asOf;
    records.push({
      id,
      time: Number(daysBetweenTimes(createdAt, last)),
      outcome: isKnown && (outcome === 'won' || outcome === 'lost') ? outcome : null,
      ...(created < start ? { entry: Number(daysBetweenTimes(createdAt, since!)) } : {}),
    });
  }
  return records.filter(({ time, entry = -1 }) => time > entry).sort((a, b) => (a.id < b.id ? -1 : 1));
}
