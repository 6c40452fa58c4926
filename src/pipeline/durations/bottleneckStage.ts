import { type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';
import { AmountSum } from '../deal/amountSum.js';
import { checkCount } from '../deal/checkCount.js';
import { singleCurrency } from '../deal/singleCurrency.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { stageLine } from '../definition/stageLine.js';
import { funnel, type FunnelDeal } from '../funnel/funnel.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { type DurationDeal, stageDurations } from './stageDurations.js';

const MEASURES = ['conversion', 'dwell', 'lostValue'] as const;

/** What stages are compared by. */
export interface BottleneckOptions {
  /**
   * `conversion` (default): the share of the deals in a stage that came to the next one, lowest first. `dwell`: median days
   * ÷ the days that a stage may take, highest first. `lostValue`: what was lost from a stage, highest first.
   */
  readonly by?: (typeof MEASURES)[number];
  /** Deals that a stage needs to be ranked. Default 30. */
  readonly minSample?: number;
}

/** What stages are compared on. */
export type BottleneckDeal = FunnelDeal & DurationDeal & Pick<Opportunity, 'amount' | 'outcome'>;

/** A stage in the comparison with its evidence. */
export interface RankedStage {
  /** From 1, the narrowest first. */
  readonly rank: number;
  readonly stage: string;
  /** Deals behind the figure. */
  readonly n: number;
  /** The conversion, the dwell, or the share of all lost value. */
  readonly figure: Ratio;
  /** The median days, or the value lost. */
  readonly evidence?: DecimalString;
}

/** The stages from the narrowest to the widest, and those that cannot be compared. */
export interface Bottlenecks {
  readonly by: (typeof MEASURES)[number];
  readonly ranked: readonly RankedStage[];
  /** Stages that do not say how long they may take. */
  readonly unranked: readonly { readonly stage: string; readonly n: number }[];
  readonly insufficientData: readonly { readonly stage: string; readonly n: number }[];
}

/**
 * Returns the stages ranked by where deals get stuck, with the evidence; ties go by the order of the stages.
 *
 * @param pipeline stages in their order, for `dwell` with their `maxDays`
 * @param deals with their visits; for `lostValue` with amounts of one currency
 * @param options what to compare by, and how many deals make a sample
 * @throws SalesModelError the errors of `funnel` and `stageDurations`, `pipeline.mixedCurrency`, `pipeline.count`
 * @example
 * import { bottleneckStage, foldOpportunities, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['hubspot-like'];
 * const { deals } = foldOpportunities(pipeline, [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-01-20', seq: 2, type: 'stageChanged', to: 'qualified' },
 *   { dealId: 'D1', at: '2026-01-26', seq: 3, type: 'stageChanged', to: 'lost', reason: 'fit' },
 * ]);
 * bottleneckStage(pipeline, deals, { minSample: 1 }).ranked.map(({ stage, figure }) => [stage, figure.value]);
 * // => [['qualified', '0'], ['appointment', '1']]
 */
export function bottleneckStage<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly BottleneckDeal[],
  options: BottleneckOptions = {},
): Bottlenecks {
  const by = oneOf(options.by ?? 'conversion', MEASURES, ['options', 'by']);
  const { minSample = 30 } = options;
  checkCount(minSample, ['options', 'minSample']);
  const all = candidates(pipeline, deals, by);
  const enough = all.filter(({ n }) => n >= minSample);
  const rankable = enough.filter((each): each is Candidate & { figure: Ratio } => each.figure !== null);
  const sign = by === 'conversion' ? 1 : -1;
  const ranked = rankable
    .toSorted((a, b) => sign * compareRatios(a.figure, b.figure))
    .map(({ stage, n, figure, evidence }, at) => ({
      rank: at + 1,
      stage,
      n,
      figure,
      ...(evidence === undefined ? {} : { evidence }),
    }));
  const listed = (list: readonly Candidate[]) => list.map(({ stage, n }) => ({ stage, n }));
  return {
    by,
    ranked,
    unranked: listed(enough.filter(({ figure }) => figure === null)),
    insufficientData: listed(all.filter(({ n }) => n < minSample)),
  };
}

interface Candidate {
  readonly stage: string;
  readonly n: number;
  readonly figure: Ratio | null;
  readonly evidence?: DecimalString;
}

function candidates(
  pipeline: PipelineDefinition,
  deals: readonly BottleneckDeal[],
  by: Bottlenecks['by'],
): Candidate[] {
  if (by === 'conversion') {
    return funnel(pipeline, deals, { reach: 'touched', open: 'excludeInStage' }).conversions.map(({ from, ratio }) => ({
      stage: from,
      n: Number(ratio.denominator),
      figure: ratio.value === null ? null : ratio,
    }));
  }
  const { stages } = stageLine(pipeline);
  if (by === 'dwell') {
    return stageDurations(pipeline, deals, { reentry: 'total' }).stages.map(({ stage, n, median }, at) => {
      const most = stages[at]?.maxDays;
      const figure =
        median === null || most === undefined || most === 0 ? null : ratioOf(toDecimal(median), toDecimal(most));
      return { stage, n, figure, ...(median === null ? {} : { evidence: median }) };
    });
  }
  const lost = deals.filter(({ outcome, deletedAt = null }) => outcome === 'lost' && deletedAt === null);
  singleCurrency(
    lost.map(({ amount }) => amount),
    ['deals'],
  );
  const total = new AmountSum();
  const places = new Map(stages.map(({ id }) => [id, { n: 0, sum: new AmountSum() }]));
  for (const { visits, amount } of lost) {
    const from = places.get(visits.findLast(({ state }) => places.has(state))?.state ?? '');
    if (from === undefined) continue;
    from.n++;
    from.sum.add(amount?.amount ?? '0');
    total.add(amount?.amount ?? '0');
  }
  return stages.map(({ id }) => {
    const { n, sum } = places.get(id)!;
    const share = ratioOf(sum.total(), total.total());
    return { stage: id, n, figure: share.value === null ? null : share, evidence: toText(sum.total()) };
  });
}
