import type { PlainDate } from '../../core/date.js';
import { type DecimalString, toText } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import { oneOf } from '../../core/oneOf.js';
import { AmountSum } from '../deal/amountSum.js';
import { checkDeals } from '../deal/checkDeals.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { placeIn, stageLine } from '../definition/stageLine.js';
import { fail } from '../fail.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { daysBetweenTimes } from './daysBetweenTimes.js';
import { dayStatistics, type DayStatistics } from './dayStatistics.js';

const REENTRIES = ['first', 'last', 'total'] as const;
const INCLUDES = ['completed', 'withOpen'] as const;

/** Which stays count. */
export interface DurationPolicy {
  /** Of several stays of a deal in a stage the `first` (default), the `last`, or their `total`. */
  readonly reentry?: (typeof REENTRIES)[number];
  /** Stays that are over (`completed`, default), or those that last as well, up to the as-of time. */
  readonly include?: (typeof INCLUDES)[number];
}

/** How durations are asked for. */
export interface DurationOptions extends DurationPolicy {
  /** Of the kind of the times in the history; `withOpen` needs it. */
  readonly asOf?: PlainDate | Instant;
}

/** What durations read of a deal. */
export type DurationDeal = Pick<Opportunity, 'id' | 'visits'> & Partial<Pick<Opportunity, 'deletedAt'>>;

/** How long deals stay in a stage. */
export interface StageDuration extends DayStatistics {
  readonly stage: string;
  /** Stays that are not over. */
  readonly open: number;
}

/** How long deals stay in the open stages, in their order. */
export interface StageDurations {
  readonly stages: readonly StageDuration[];
  readonly policy: Required<DurationPolicy>;
}

/**
 * Returns how many days deals stay in each open stage. Deleted deals are left out.
 *
 * @param pipeline stages in their order
 * @param deals with their visits
 * @param options which of several stays counts, and whether one that lasts does
 * @throws SalesModelError `pipeline.unknownStage`, `pipeline.duplicateDeal`, `pipeline.asOf`, `option.unknown`, and the
 *   errors of `elapsedDays`
 * @example
 * import { foldOpportunities, presets, stageDurations } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['hubspot-like'];
 * const { deals } = foldOpportunities(pipeline, [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-01-20', seq: 2, type: 'stageChanged', to: 'qualified' },
 *   { dealId: 'D1', at: '2026-01-26', seq: 3, type: 'stageChanged', to: 'appointment' },
 *   { dealId: 'D1', at: '2026-02-03', seq: 4, type: 'stageChanged', to: 'won' },
 * ]);
 * stageDurations(pipeline, deals).stages[0]?.median; // => '15'
 * stageDurations(pipeline, deals, { reentry: 'total' }).stages[0]?.median; // => '23'
 */
export function stageDurations<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly DurationDeal[],
  options: DurationOptions = {},
): StageDurations {
  const line = stageLine(pipeline);
  const reentry = oneOf(options.reentry ?? 'first', REENTRIES, ['options', 'reentry']);
  const include = oneOf(options.include ?? 'completed', INCLUDES, ['options', 'include']);
  const { asOf } = options;
  if (include === 'withOpen' && asOf === undefined) fail('pipeline.asOf', ['options', 'asOf'], { option: include });
  checkDeals(deals);
  const days: DecimalString[][] = line.stages.map(() => []);
  const open = line.stages.map(() => 0);
  for (const [at, { visits, deletedAt = null }] of deals.entries()) {
    if (deletedAt !== null) continue;
    const stays = new Map<number, DecimalString[]>();
    for (const [index, { state, enteredAt, leftAt }] of visits.entries()) {
      const place = placeIn(line, state, ['deals', at, 'visits', index, 'state']);
      if (place < 0 || place >= days.length) continue;
      if (leftAt === null) open[place]!++;
      if (leftAt === null && include === 'completed') continue;
      const list = stays.get(place) ?? [];
      list.push(daysBetweenTimes(enteredAt, leftAt ?? asOf!));
      stays.set(place, list);
    }
    for (const [place, list] of stays) days[place]!.push(chosen(list, reentry));
  }
  return {
    stages: line.stages.map(({ id }, at) => ({ stage: id, ...dayStatistics(days[at]!), open: open[at]! })),
    policy: { reentry, include },
  };
}

function chosen(stays: readonly DecimalString[], reentry: (typeof REENTRIES)[number]): DecimalString {
  if (reentry === 'first') return stays[0]!;
  if (reentry === 'last') return stays.at(-1)!;
  const sum = new AmountSum();
  for (const stay of stays) sum.add(stay);
  return toText(sum.total());
}
