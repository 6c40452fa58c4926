import type { Estimate } from '../../core/estimate.js';
import { ratio, type Ratio } from '../../core/ratio.js';
import { wilsonInterval } from '../../core/wilsonInterval.js';
import { checkCount } from '../deal/checkCount.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { funnel, type FunnelDeal } from '../funnel/funnel.js';

/** How weak stages are looked for. */
export interface CoachingOptions {
  /** What deals are grouped by. Default `ownerId`. */
  readonly by?: string;
  /** How sure a difference has to be, above 0.5 and below 1. Default 0.9. */
  readonly confidence?: Estimate;
  /** Deals of a person in a stage that are needed to judge it. Default 30. */
  readonly minSample?: number;
}

/** A stage in which somebody's deals get on less often than those of the others. */
export interface WeakStage {
  readonly from: string;
  readonly to: string;
  readonly own: Ratio;
  /** The conversion of everyone else's deals. */
  readonly others: Ratio;
  /** Upper end of what one's own conversion may well be. */
  readonly upper: Estimate;
}

/** What somebody may want help with. */
export interface Coaching {
  readonly key: string | null;
  readonly weak: readonly WeakStage[];
  /** Stages with too few deals to say. */
  readonly insufficientData: readonly { readonly stage: string; readonly n: number }[];
}

/**
 * Returns for each person the stages in which their deals come to the next stage less often than everyone else's, where the
 * difference is more than chance would have it; by key, deals without one last.
 *
 * @param pipeline stages in their order
 * @param deals with their visits and owners
 * @param options grouping, confidence, sample
 * @throws SalesModelError the errors of `funnel`, `pipeline.count`, `estimate.probability`
 * @example
 * import { coachingList, presets } from 'salesmodel/pipeline';
 *
 * const deals = Array.from({ length: 80 }, (_, at) => ({
 *   id: `D${at}`, ownerId: at < 40 ? 'Ada' : 'Ben', outcome: 'lost' as const,
 *   visits: [{ state: 'appointment' }, ...(at % 4 === 0 || at >= 40 ? [{ state: 'qualified' }] : [])],
 * }));
 * const [ada] = coachingList(presets['hubspot-like'], deals);
 * ada?.weak.map(({ from, own, others }) => [from, own.value, others.value]); // => [['appointment', '0.25', '1']]
 */
export function coachingList<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly FunnelDeal[],
  { by = 'ownerId', confidence = 0.9, minSample = 30 }: CoachingOptions = {},
): readonly Coaching[] {
  checkCount(minSample, ['options', 'minSample']);
  const { conversions, groups } = funnel(pipeline, deals, { reach: 'touched', by });
  return groups.map(({ key, conversions: own }) => {
    const weak: WeakStage[] = [];
    const insufficientData: { stage: string; n: number }[] = [];
    for (const [at, { from, to, ratio: mine }] of own.entries()) {
      const n = Number(mine.denominator);
      if (n < minSample) {
        insufficientData.push({ stage: from, n });
        continue;
      }
      const all = conversions[at]!.ratio;
      const gone = Number(mine.numerator);
      const others = ratio(Number(all.numerator) - gone, Number(all.denominator) - n);
      const { upper } = wilsonInterval(gone, n, 2 * confidence - 1);
      if (others.value !== null && upper !== null && upper < Number(others.value))
        weak.push({ from, to, own: mine, others, upper });
    }
    return { key, weak, insufficientData };
  });
}
