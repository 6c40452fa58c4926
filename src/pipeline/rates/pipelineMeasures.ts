import type { DecimalString } from '../../core/decimal.js';
import type { Period } from '../../core/period.js';
import { dayRange } from '../../core/span.js';
import { minutesOf } from '../deal/dayOf.js';
import { isIn } from '../deal/inPeriod.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { cycleTime } from '../durations/cycleTime.js';
import { stageDurations } from '../durations/stageDurations.js';
import { funnel } from '../funnel/funnel.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { velocity, velocityFigures } from './velocity.js';
import { winRate } from './winRate.js';

/** A figure of a pipeline as a plain row. */
export interface PipelineMeasure {
  /** Such as `winRate`, `conversion.needs`, `days.needs`. */
  readonly measure: string;
  /** `null` where there is nothing to measure. */
  readonly value: DecimalString | null;
  /** Deals behind it. */
  readonly n: number;
  /** Whether more is better. */
  readonly direction: 'higher' | 'lower';
}

/**
 * Returns the figures of a pipeline over a period as plain rows, for comparing one period with another: deals created, won
 * and lost, win rate, conversions and days of each stage, cycle, and velocity. Counts are of deals created or closed in the
 * period, conversions and days of those closed in it.
 *
 * @param pipeline stages in their order
 * @param deals of one currency
 * @param options the period; `offset` of the days of instants
 * @throws SalesModelError the errors of `funnel`, `winRate`, `stageDurations`, `velocityFigures`
 * @example
 * import { foldOpportunities, pipelineMeasures, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['hubspot-like'];
 * const { deals } = foldOpportunities(pipeline, [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-01-20', seq: 2, type: 'stageChanged', to: 'won' },
 * ]);
 * const period = { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' } as const;
 * pipelineMeasures(pipeline, deals, { period }).find(({ measure }) => measure === 'winRate'); // => { measure: 'winRate', value: '1', n: 1, direction: 'higher' }
 */
export function pipelineMeasures<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly Opportunity[],
  { period, offset = 'Z' }: { readonly period: Period; readonly offset?: string },
): readonly PipelineMeasure[] {
  const range = dayRange(period, ['options', 'period']);
  const minutes = minutesOf(offset, ['options', 'offset']);
  const kept = deals.filter(({ deletedAt }) => deletedAt === null);
  const created = kept.filter(({ createdAt }) => isIn(createdAt, range, minutes)).length;
  const closed = kept.filter(({ closedAt }) => isIn(closedAt, range, minutes));
  const rate = winRate(closed);
  const conversions = funnel(pipeline, closed, { reach: 'touched' }).conversions;
  const cycle = cycleTime(closed);
  const speed = velocity(velocityFigures(kept, { period, offset, opportunities: 'created' }));
  const count = (measure: string, n: number, direction: PipelineMeasure['direction']): PipelineMeasure => ({
    measure,
    value: String(n),
    n,
    direction,
  });
  return [
    count('created', created, 'higher'),
    count('won', rate.won, 'higher'),
    count('lost', rate.lost, 'lower'),
    { measure: 'winRate', value: rate.rate.value, n: rate.deals, direction: 'higher' },
    ...conversions.map(({ from, ratio }): PipelineMeasure => ({
      measure: `conversion.${from}`,
      value: ratio.value,
      n: Number(ratio.denominator),
      direction: 'higher',
    })),
    ...stageDurations(pipeline, closed).stages.map(({ stage, median, n }): PipelineMeasure => ({
      measure: `days.${stage}`,
      value: median,
      n,
      direction: 'lower',
    })),
    { measure: 'cycleDays', value: cycle.mean.value, n: cycle.n, direction: 'lower' },
    { measure: 'velocity', value: speed.ok ? speed.perDay.amount : null, n: rate.won, direction: 'higher' },
  ];
}
