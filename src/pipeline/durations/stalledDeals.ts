import type { PlainDate } from '../../core/date.js';
import { type DecimalString, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Instant } from '../../core/instant.js';
import { checkCount } from '../deal/checkCount.js';
import { checkDeals } from '../deal/checkDeals.js';
import { dayNumberOf, minutesOf } from '../deal/dayOf.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { stageLine, placeIn } from '../definition/stageLine.js';
import { isOpen, type Opportunity } from '../opportunity/opportunity.js';
import { cycleDays } from './cycleTime.js';
import { daysBetweenTimes } from './daysBetweenTimes.js';

/** When a deal is stalled. Days and bounds of the stages stand in the pipeline. */
export interface StalledRules {
  /** Pushes to a later month that are too many. Default 3. */
  readonly pushes?: number;
  /** Days without an event that may pass. Without it idleness is not looked at. */
  readonly idleDays?: number;
}

/** What is read of a deal that may be stalled. */
export type StalledDeal = Pick<
  Opportunity,
  'id' | 'stage' | 'outcome' | 'createdAt' | 'closedAt' | 'closeDate' | 'pushCount' | 'lastAt' | 'visits' | 'deletedAt'
>;

/** An open deal that does not get on, and all that shows it. */
export interface Stalled {
  readonly id: string;
  readonly stage: string;
  readonly daysInStage: DecimalString;
  readonly age: DecimalString;
  /**
   * In this order: `rotting` (longer in the stage than it keeps fresh), `overMaxDays` (longer than it may take), `overdue` (its
   * close date has passed), `pushed`, `olderThanEverWon` (older than any deal was when it was won), `idle`.
   */
  readonly reasons: readonly Reason[];
}

/**
 * Returns the open deals that do not get on, by id, each with all reasons. Bounds are strict: what takes exactly as long
 * as it may is not stalled, except that `pushes` is the number from which on it is.
 *
 * @param pipeline stages with their `rotDays` and `maxDays`
 * @param deals open and closed ones; the won ones say how old a deal was at most when it was won
 * @param asOf date, or an instant where the history has instants
 * @param options `rules`: number of pushes, days without an event; `offset` of the days of instants
 * @throws SalesModelError `pipeline.unknownStage`, `pipeline.duplicateDeal`, `pipeline.count`, and the errors of `elapsedDays`
 * @example
 * import { extendPipeline, foldOpportunities, presets, stalledDeals } from 'salesmodel/pipeline';
 *
 * const pipeline = extendPipeline(presets['hubspot-like'], { states: { qualified: { rotDays: 14 } } });
 * const { deals } = foldOpportunities(pipeline, [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created', stage: 'qualified', closeDate: '2026-01-31' },
 *   { dealId: 'D2', at: '2026-01-26', seq: 1, type: 'created', stage: 'qualified', closeDate: '2026-03-31' },
 * ]);
 * stalledDeals(pipeline, deals, '2026-02-09').map(({ id, reasons }) => [id, reasons.map(({ code }) => code)]);
 * // => [['D1', ['rotting', 'overdue']]]
 */
export function stalledDeals<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly StalledDeal[],
  asOf: PlainDate | Instant,
  options: { readonly rules?: StalledRules; readonly offset?: string } = {},
): readonly Stalled[] {
  const line = stageLine(pipeline);
  const { pushes = 3, idleDays } = options.rules ?? {};
  checkCount(pushes, ['options', 'rules', 'pushes']);
  if (idleDays !== undefined) checkCount(idleDays, ['options', 'rules', 'idleDays']);
  checkDeals(deals);
  const minutes = minutesOf(options.offset ?? 'Z', ['options', 'offset']);
  const today = dayNumberOf(asOf, minutes, ['asOf']);
  const longest = cycleDays(deals, 'won').reduce<DecimalString | null>(
    (most, days) => (most === null || toDecimal(days).gt(toDecimal(most)) ? days : most),
    null,
  );
  const stalled: Stalled[] = [];
  for (const [at, deal] of deals.entries()) {
    if (!isOpen(deal)) continue;
    const place = placeIn(line, deal.stage, ['deals', at, 'stage']);
    const { rotDays, maxDays } = line.stages[place] ?? {};
    const daysInStage = daysBetweenTimes(deal.visits.at(-1)?.enteredAt ?? deal.createdAt, asOf);
    const age = daysBetweenTimes(deal.createdAt, asOf);
    const idle = daysBetweenTimes(deal.lastAt, asOf);
    const reasons: Reason[] = [];
    const over = (code: string, days: DecimalString, most: number | string | null | undefined): void => {
      if (most !== null && most !== undefined && toDecimal(days).gt(most))
        reasons.push({ code, params: { days, most: String(most) } });
    };
    over('rotting', daysInStage, rotDays);
    over('overMaxDays', daysInStage, maxDays);
    if (deal.closeDate !== null && dayNumberOf(deal.closeDate) < today) {
      reasons.push({ code: 'overdue', params: { closeDate: deal.closeDate } });
    }
    if (deal.pushCount >= pushes) reasons.push({ code: 'pushed', params: { times: deal.pushCount } });
    over('olderThanEverWon', age, longest);
    over('idle', idle, idleDays);
    if (reasons.length > 0) stalled.push({ id: deal.id, stage: deal.stage, daysInStage, age, reasons });
  }
  return stalled.sort((a, b) => (a.id < b.id ? -1 : 1));
}
