import { oneOf } from '../../core/oneOf.js';
import { checkDeals } from '../deal/checkDeals.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { daysBetweenTimes } from './daysBetweenTimes.js';
import { dayStatistics, type DayStatistics } from './dayStatistics.js';

const CYCLES = ['won', 'closed'] as const;

/** How long sales take, and of which deals. */
export interface CycleTime extends DayStatistics {
  readonly of: (typeof CYCLES)[number];
}

/** What the length of a sale is read from. */
export type CycleDeal = Pick<Opportunity, 'id' | 'outcome' | 'createdAt' | 'closedAt'> &
  Partial<Pick<Opportunity, 'deletedAt'>>;

/**
 * Returns how many days pass from the creation of a deal to its last closing. Open and deleted deals are left out.
 *
 * @param deals in any order
 * @param options `of`: won deals (default), or won and lost ones
 * @throws SalesModelError `pipeline.duplicateDeal`, `option.unknown`, and the errors of `elapsedDays`
 * @example
 * import { cycleTime } from 'salesmodel/pipeline';
 *
 * cycleTime([
 *   { id: 'D1', outcome: 'won', createdAt: '2026-01-01', closedAt: '2026-02-10' },
 *   { id: 'D2', outcome: 'won', createdAt: '2026-01-01', closedAt: '2026-01-21' },
 * ]).mean.value; // => '30'
 */
export function cycleTime(deals: readonly CycleDeal[], options: { readonly of?: 'won' | 'closed' } = {}): CycleTime {
  const of = oneOf(options.of ?? 'won', CYCLES, ['options', 'of']);
  checkDeals(deals);
  return { ...dayStatistics(cycleDays(deals, of)), of };
}

/** The days of each closed deal that counts. */
export function cycleDays(deals: readonly CycleDeal[], of: 'won' | 'closed'): string[] {
  return deals
    .filter(({ outcome, closedAt, deletedAt = null }) => {
      if (deletedAt !== null || closedAt === null) return false;
      return outcome === 'won' || (of === 'closed' && outcome === 'lost');
    })
    .map(({ createdAt, closedAt }) => daysBetweenTimes(createdAt, closedAt!));
}
