import type { Money } from '../../core/money.js';
import { oneOf } from '../../core/oneOf.js';
import { ratio, type Ratio } from '../../core/ratio.js';
import { checkDeals } from '../deal/checkDeals.js';
import { minutesOf } from '../deal/dayOf.js';
import { groupsBy } from '../deal/groupKey.js';
import { isIn, neededRange } from '../deal/inPeriod.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { type StageLine, stageLine } from '../definition/stageLine.js';
import type { Opportunity } from '../opportunity/opportunity.js';
import { dealWay, type WayDeal } from './dealWay.js';
import {
  BACKWARDS,
  COHORTS,
  CONVERSIONS,
  type FunnelOptions,
  type FunnelPolicy,
  OPEN_DEALS,
  REACHES,
} from './funnelPolicy.js';
import { FunnelTally } from './funnelTally.js';

/** What a funnel reads of a deal. */
export type FunnelDeal = WayDeal &
  Pick<Opportunity, 'id'> &
  Partial<
    Pick<Opportunity, 'createdAt' | 'closedAt' | 'amount' | 'ownerId' | 'teamId' | 'category' | 'reason' | 'fields'>
  >;

/** How many deals reached a stage, and what they are worth by currency. */
export interface FunnelStage {
  readonly stage: string;
  readonly reached: number;
  readonly values: readonly Money[];
}

/** The share of the deals of a stage that went on. */
export interface FunnelConversion {
  readonly from: string;
  readonly to: string;
  readonly ratio: Ratio;
}

/** Deals by stage, in the order of the stages with the won ones last. */
export interface FunnelFigures {
  readonly deals: number;
  readonly stages: readonly FunnelStage[];
  readonly conversions: readonly FunnelConversion[];
}

/** A funnel and the definition that it was counted by. */
export interface Funnel extends FunnelFigures {
  readonly policy: Required<FunnelPolicy>;
  /** By the value of the field asked for; deals without one last. */
  readonly groups: readonly (FunnelFigures & { readonly key: string | null })[];
}

/**
 * Returns how many deals reached each stage and which share of them went on, by a policy that the result names. A deal
 * counts as won by its present outcome: a win that was undone by reopening is none. Deleted deals are left out.
 *
 * @param pipeline stages in their order
 * @param deals with their visits
 * @param options the policy, a period for cohorts, a field to group by
 * @throws SalesModelError `pipeline.unknownStage`, `pipeline.duplicateDeal`, `pipeline.period`, `option.unknown`,
 *   `period.order`, and the errors of `compilePipeline`
 * @example
 * import { foldOpportunities, funnel, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = presets['hubspot-like'];
 * const { deals } = foldOpportunities(pipeline, [
 *   { dealId: 'D1', at: '2026-01-05', seq: 1, type: 'created' },
 *   { dealId: 'D1', at: '2026-01-20', seq: 2, type: 'stageChanged', to: 'presentation' },
 *   { dealId: 'D2', at: '2026-01-07', seq: 1, type: 'created' },
 * ]);
 * funnel(pipeline, deals).stages.map(({ reached }) => reached); // => [2, 1, 1, 0, 0, 0]
 * funnel(pipeline, deals, { reach: 'touched' }).stages.map(({ reached }) => reached); // => [2, 0, 1, 0, 0, 0]
 */
export function funnel<S extends string>(
  pipeline: PipelineDefinition<S>,
  deals: readonly FunnelDeal[],
  options: FunnelOptions = {},
): Funnel {
  const line = stageLine(pipeline);
  const policy = readFunnelPolicy(options);
  checkDeals(deals);
  const minutes = minutesOf(options.offset ?? 'Z', ['options', 'offset']);
  let cohort = deals.filter(({ deletedAt = null }) => deletedAt === null);
  if (policy.cohort !== 'all') {
    const range = neededRange(options.period, 'cohort');
    cohort = cohort.filter(({ createdAt = null, closedAt = null }) =>
      isIn(policy.cohort === 'created' ? createdAt : closedAt, range, minutes),
    );
  }
  if (policy.open === 'exclude') cohort = cohort.filter(({ outcome }) => outcome !== null);
  const groups = options.by === undefined ? [] : groupsBy(cohort, options.by);
  return {
    ...counted(line, cohort, policy),
    policy,
    groups: groups.map(({ key, deals: members }) => ({ key, ...counted(line, members, policy) })),
  };
}

/** Fills in the defaults of a policy. */
export function readFunnelPolicy(policy: FunnelPolicy): Required<FunnelPolicy> {
  return {
    reach: oneOf(policy.reach ?? 'atOrBeyond', REACHES, ['options', 'reach']),
    conversion: oneOf(policy.conversion ?? 'next', CONVERSIONS, ['options', 'conversion']),
    backward: oneOf(policy.backward ?? 'keepMax', BACKWARDS, ['options', 'backward']),
    open: oneOf(policy.open ?? 'include', OPEN_DEALS, ['options', 'open']),
    cohort: oneOf(policy.cohort ?? 'all', COHORTS, ['options', 'cohort']),
  };
}

function counted(line: StageLine, deals: readonly FunnelDeal[], policy: Required<FunnelPolicy>): FunnelFigures {
  const tally = new FunnelTally(line.stages.length, policy);
  const way = dealWay(line);
  for (let at = 0; at < deals.length; at++) {
    const deal = deals[at]!;
    tally.add(way(deal, at), deal.amount ?? null);
  }
  return figuresOf(line, tally, deals.length);
}

/** The figures of deals that were counted. */
export function figuresOf({ names }: StageLine, tally: FunnelTally, deals: number): FunnelFigures {
  return {
    deals,
    stages: names.map((stage, at) => ({ stage, reached: tally.reached(at), values: tally.values(at) })),
    conversions: names.slice(1).map((to, at) => ({
      from: names[at]!,
      to,
      ratio: ratio(tally.converted[at]!, tally.base[at]!),
    })),
  };
}
