import { compareText } from '../../core/compareText.js';
import { oneOf } from '../../core/oneOf.js';
import { type Partition, type Summary, wholeBatch } from '../../core/summary.js';
import { eventOrder } from '../../mechanisms/lifecycle/history/eventOrder.js';
import { divideLog } from '../../mechanisms/lifecycle/history/foldPartition.js';
import { sortedRejections } from '../../mechanisms/lifecycle/history/sortedRejections.js';
import { dealSource } from './dealSource.js';
import type { Opportunity } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import type { OpportunityHistory, OpportunityPolicy } from './opportunityHistory.js';
import { stateOf } from './opportunityOf.js';

/** Some of the deals of a log with all their events, in plain JSON. */
export interface DealPartition<S extends string = string> extends Partition {
  readonly events: readonly OpportunityEvent<S>[];
  /** How they are read, with the deals of this partition that earlier events were folded into. */
  readonly policy: OpportunityPolicy<S>;
}

/** Divides a log by deal, one partition each or `by` in all. */
export function dealPartitions(
  events: readonly OpportunityEvent[],
  by: 'deal' | number,
  policy: OpportunityPolicy,
  until: number,
): DealPartition[] {
  if (typeof by !== 'number') oneOf(by, ['deal'], ['by']);
  const { start = [] } = policy;
  const order = eventOrder(events, dealSource, new Map(), start.map(stateOf), until);
  const log = { events, source: dealSource, start, idOf: ({ id }: Opportunity) => id, order, until };
  return divideLog(log, typeof by === 'number' ? by : null).map(({ start: earlier, ...part }) => ({
    ...part,
    policy: { ...policy, start: earlier },
  }));
}

/** The history of a log from the summary of all its partitions. */
export function finishDeals(summary: Summary<OpportunityHistory>): OpportunityHistory {
  const parts = wholeBatch(summary);
  return {
    deals: parts.flatMap(({ deals }) => deals).sort((a, b) => compareText(a.id, b.id)),
    rejected: sortedRejections(
      parts.flatMap(({ rejected }) => rejected),
      dealSource.entityOf,
    ),
    duplicates: parts.reduce((sum, { duplicates }) => sum + duplicates, 0),
    violations: parts.flatMap(({ violations }) => violations).sort((a, b) => compareText(a.dealId, b.dealId)),
  };
}
