import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import { oneOf } from '../../core/oneOf.js';
import { merge, type Summary, summaryOf } from '../../core/summary.js';
import type { LifecycleOptions } from '../../mechanisms/lifecycle/compileLifecycle.js';
import { stateGraph } from '../../mechanisms/lifecycle/definition/stateGraph.js';
import { type AllowedEvent, type AllowedOptions, allowedFrom } from '../../mechanisms/lifecycle/event/allowedFrom.js';
import type { Draft } from '../../mechanisms/lifecycle/event/advance.js';
import { withFault } from '../../mechanisms/lifecycle/event/eventFaults.js';
import { applyTo } from '../../mechanisms/lifecycle/event/applyTo.js';
import type { Refusal } from '../../mechanisms/lifecycle/event/refusal.js';
import { endOf } from '../../mechanisms/lifecycle/history/endOf.js';
import { ENFORCEMENTS } from '../../mechanisms/lifecycle/history/lifecycleHistory.js';
import { parsedTime } from '../../mechanisms/lifecycle/time.js';
import { checkPipeline } from '../definition/checkPipeline.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { minutesOf } from '../deal/dayOf.js';
import { markEvent, type MarkPolicy, marksOf } from './dealMarks.js';
import { type DealPartition, dealPartitions, finishDeals } from './dealPartition.js';
import { dealSource } from './dealSource.js';
import { foldDeals } from './foldDeals.js';
import type { Opportunity, Snapshot } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import { CLOSE_DATES, OVERRIDES, type OpportunityHistory, type OpportunityPolicy } from './opportunityHistory.js';
import { opportunityOf, stateOf } from './opportunityOf.js';
import { toLifecycleEvent } from './toLifecycleEvent.js';

/** What an event made of a deal, or everything that speaks against it. */
export type DealApplication<S extends string = string> =
  | {
      readonly ok: true;
      readonly deal: Opportunity<S>;
      /** Id of the listed transition, `move` for one that follows from the order, `null` where no stage was left by one. */
      readonly transition: string | null;
    }
  | { readonly ok: false; readonly reasons: readonly Refusal[] };

/** A pipeline that was checked once, for many deals and events. */
export interface Pipeline<S extends string = string> {
  readonly definition: PipelineDefinition<S>;
  /** What one event makes of a deal, or everything that speaks against it. */
  apply(
    deal: Opportunity<S> | null,
    event: OpportunityEvent<S>,
    policy?: Omit<OpportunityPolicy<S>, 'start' | 'enforce'>,
  ): DealApplication<S>;
  /** What events in any order make of their deals. */
  fold(events: readonly OpportunityEvent<S>[], policy?: OpportunityPolicy<S>): OpportunityHistory<S>;
  /** The same of the events up to a time; a day counts to its end. */
  snapshotAsOf(
    events: readonly OpportunityEvent<S>[],
    asOf: PlainDate | Instant,
    policy?: OpportunityPolicy<S>,
  ): Snapshot<S> & OpportunityHistory<S>;
  /**
   * Divides a log into partitions that can be folded apart, as plain JSON: each has some of the deals.
   *
   * @param by `deal`, one partition a deal, or how many partitions
   * @param policy that of `fold`; `asOf`: the last day or time that counts, as for `snapshotAsOf`
   * @throws SalesModelError `batch.partitions`, `option.unknown`, those of `fold`
   */
  partition(
    events: readonly OpportunityEvent<S>[],
    by: 'deal' | number,
    policy?: OpportunityPolicy<S> & { readonly asOf?: PlainDate | Instant },
  ): DealPartition<S>[];
  /** Folds the events of a partition. */
  compute(partition: DealPartition<S>): Summary<OpportunityHistory<S>>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<OpportunityHistory<S>>, b: Summary<OpportunityHistory<S>>): Summary<OpportunityHistory<S>>;
  /**
   * The history of the log, byte for byte that of `fold`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<OpportunityHistory<S>>): OpportunityHistory<S>;
  /** Every way on from where a deal stands, or into being from `null`, and what it still asks for. */
  allowed(deal: Opportunity<S> | null, options?: AllowedOptions): readonly AllowedEvent<S>[];
}

/**
 * Checks a pipeline and returns what moves, folds and asks for its deals.
 *
 * @param definition stages and the ways between them
 * @param options catalogue of the fields that guards and criteria may name
 * @throws SalesModelError `pipeline.probability`, `pipeline.order`, `pipeline.closing`, and the errors of `compileLifecycle`
 * @example
 * import { compilePipeline, presets } from 'salesmodel/pipeline';
 *
 * const pipeline = compilePipeline(presets['classic-7-stage']);
 * const { deals, rejected } = pipeline.fold([
 *   { dealId: 'D1', at: '2026-03-02', seq: 1, type: 'created', amount: { amount: '9000.00', currency: 'EUR' }, closeDate: '2026-04-30' },
 *   { dealId: 'D1', at: '2026-03-09', seq: 2, type: 'stageChanged', to: 'solution' },
 *   { dealId: 'D1', at: '2026-03-20', seq: 3, type: 'stageChanged', to: 'lost', reason: 'competitor' },
 * ]);
 * deals.map(({ stage, probability, category }) => [stage, probability, category]); // => [ [ 'solution', '0.4', 'pipeline' ] ]
 * rejected.map(({ reasons }) => reasons.map(({ code, field }) => [code, field])); // => [[['missingField', 'competitor']]]
 */
export function compilePipeline<S extends string>(
  definition: PipelineDefinition<S>,
  { fields }: LifecycleOptions = {},
): Pipeline<S> {
  const graph = stateGraph(definition, fields);
  checkPipeline(definition);
  const stages = new Map(definition.states.map((stage) => [stage.id, stage]));
  const fold = (
    events: readonly OpportunityEvent[],
    policy: OpportunityPolicy,
    asOf?: PlainDate | Instant,
  ): OpportunityHistory =>
    foldDeals(
      definition,
      graph,
      stages,
      events,
      policy,
      readPolicy(policy),
      asOf === undefined ? Infinity : endOf(asOf, events, policy),
    );
  const pipeline: Pipeline = {
    definition,
    apply: (deal, event, policy = {}) => {
      const marking = readPolicy(policy);
      const faults = eventFaultsOf(event);
      if (faults !== null) return { ok: false, reasons: faults };
      const translated = toLifecycleEvent(event);
      const applied = applyTo(definition, graph, deal === null ? null : stateOf(deal), translated);
      if (!applied.ok) return applied;
      const marks = marksOf(deal ?? undefined);
      const state = { ...applied.state, fields: { ...applied.state.fields } } as Draft;
      markEvent(marks, state, translated.type, translated.at, marking);
      return { ok: true, deal: opportunityOf(state, marks, stages), transition: applied.transition };
    },
    fold: (events, policy = {}) => fold(events, policy),
    snapshotAsOf: (events, asOf, policy = {}) => ({ asOf, ...fold(events, policy, asOf) }),
    partition: (events, by, { asOf, ...policy } = {}) => {
      readPolicy(policy);
      return dealPartitions(events, by, policy, asOf === undefined ? Infinity : endOf(asOf, events, policy));
    },
    compute: (partition) => summaryOf(partition, fold(partition.events, partition.policy)),
    merge,
    finish: finishDeals,
    allowed: (deal, options = {}) => allowedFrom(definition, graph, deal === null ? null : stateOf(deal), options),
  };
  // Inside, ids are texts: the graph and the checks keep them among those of the definition.
  return pipeline as unknown as Pipeline<S>;
}

/** Everything that is wrong with an event itself. */
function eventFaultsOf(event: OpportunityEvent): readonly Refusal[] | null {
  if (typeof event !== 'object' || event === null) return withFault(null, 'event', 'an event', event);
  return dealSource.faults(event, event.dealId, event.seq, parsedTime(event.at));
}

function readPolicy({ enforce, overrides, closeDateOnClose, offset = 'Z' }: OpportunityPolicy): MarkPolicy {
  if (enforce !== undefined) oneOf(enforce, ENFORCEMENTS, ['policy', 'enforce']);
  return {
    keepsOverrides: oneOf(overrides ?? 'untilStageChange', OVERRIDES, ['policy', 'overrides']) === 'sticky',
    setsCloseDate:
      oneOf(closeDateOnClose ?? 'setToEventDate', CLOSE_DATES, ['policy', 'closeDateOnClose']) === 'setToEventDate',
    minutes: minutesOf(offset, ['policy', 'offset']),
  };
}
