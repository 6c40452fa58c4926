import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import { oneOf } from '../../core/oneOf.js';
import { merge, type Summary, summaryOf } from '../../core/summary.js';
import type { FieldCatalogue } from '../rules/field.js';
import type { LifecycleDefinition } from './definition/lifecycleDefinition.js';
import { stateGraph } from './definition/stateGraph.js';
import { type AllowedEvent, type AllowedOptions, allowedFrom } from './event/allowedFrom.js';
import { type Application, applyTo } from './event/applyTo.js';
import type { LifecycleEvent } from './event/lifecycleEvent.js';
import type { LifecycleState } from './event/lifecycleState.js';
import { endOf } from './history/endOf.js';
import { lifecycleSource } from './history/eventSource.js';
import { foldEvents, type Follower } from './history/foldEvents.js';
import { finishFold, type FoldPartition, foldPartitions } from './history/foldPartition.js';
import { ENFORCEMENTS, type FoldOptions, type LifecycleHistory } from './history/lifecycleHistory.js';

/** How a definition is compiled. */
export interface LifecycleOptions {
  /** The fields that guards and criteria may name, and their kinds; without it they may name any. */
  readonly fields?: FieldCatalogue;
}

/** How states are read as of a day. */
export interface AsOfOptions<S extends string = string> extends FoldOptions<S> {
  /** Where a day ends for a history of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
}

/** A definition that was checked once, for many entities and events. */
export interface Lifecycle<S extends string = string, E extends string = string> {
  readonly definition: LifecycleDefinition<S, E>;
  /** What one event makes of an entity, or everything that speaks against it. */
  apply(state: LifecycleState<S> | null, event: LifecycleEvent<S, E>): Application<S>;
  /** What events in any order make of their entities. */
  fold(events: readonly LifecycleEvent<S, E>[], options?: FoldOptions<S>): LifecycleHistory<S, E>;
  /** The same of the events up to a time; a day counts to its end. */
  stateAsOf(
    events: readonly LifecycleEvent<S, E>[],
    asOf: PlainDate | Instant,
    options?: AsOfOptions<S>,
  ): LifecycleHistory<S, E>;
  /**
   * Divides a log into partitions that can be folded apart, as plain JSON: each has some of the entities.
   *
   * @param by `entity`, one partition an entity, or how many partitions
   * @param options those of `fold`; `asOf`: the last day or time that counts, as for `stateAsOf`
   * @throws SalesModelError `batch.partitions`, `option.unknown`, those of `fold`
   */
  partition(
    events: readonly LifecycleEvent<S, E>[],
    by: 'entity' | number,
    options?: AsOfOptions<S> & { readonly asOf?: PlainDate | Instant },
  ): FoldPartition<S, E>[];
  /** Folds the events of a partition. */
  compute(partition: FoldPartition<S, E>): Summary<LifecycleHistory<S, E>>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<LifecycleHistory<S, E>>, b: Summary<LifecycleHistory<S, E>>): Summary<LifecycleHistory<S, E>>;
  /**
   * The history of the log, byte for byte that of `fold`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<LifecycleHistory<S, E>>): LifecycleHistory<S, E>;
  /** Every way on from a state, or into being from `null`, and what it still asks for. */
  allowed(state: LifecycleState<S> | null, options?: AllowedOptions): readonly AllowedEvent<S, E>[];
}

/**
 * Checks a definition and returns what applies, folds and asks for its events.
 *
 * @param definition states, transitions and their conditions
 * @param options catalogue of the fields that guards and criteria may name
 * @throws SalesModelError `lifecycle.badVersion`, `lifecycle.stateId`, `lifecycle.duplicateState`, `lifecycle.unknownState`,
 *   `lifecycle.noInitial`, `lifecycle.order`, `lifecycle.duplicateOrder`, `lifecycle.duplicateTransition`, `lifecycle.days`,
 *   `ids.duplicate`, `option.unknown`, and the errors of `compileRule`
 * @example
 * import { compileLifecycle, defineLifecycle } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = compileLifecycle(defineLifecycle({
 *   id: 'loan', version: 1, initial: ['requested'],
 *   states: [{ id: 'requested', kind: 'open' }, { id: 'lent', kind: 'open', requiredFields: ['until'] }, { id: 'returned', kind: 'success' }],
 *   transitions: [{ id: 'lend', from: 'requested', to: 'lent' }, { id: 'return', from: 'lent', to: 'returned' }],
 * }));
 * const { states, rejected } = loan.fold([
 *   { entityId: 'F1', at: '2026-03-04', seq: 2, type: 'transition', to: 'lent', set: { until: '2026-03-31' } },
 *   { entityId: 'F1', at: '2026-03-02', seq: 1, type: 'create' },
 *   { entityId: 'F2', at: '2026-03-02', seq: 1, type: 'create' },
 *   { entityId: 'F2', at: '2026-03-05', seq: 2, type: 'transition', to: 'lent' },
 * ]);
 * states.map(({ entityId, state }) => [entityId, state]); // => [['F1', 'lent'], ['F2', 'requested']]
 * rejected[0]?.reasons; // => [{ code: 'missingField', field: 'until', params: { field: 'until' } }]
 */
export function compileLifecycle<S extends string, E extends string>(
  definition: LifecycleDefinition<S, E>,
  { fields }: LifecycleOptions = {},
): Lifecycle<S, E> {
  const graph = stateGraph(definition, fields);
  const fold = (events: readonly LifecycleEvent[], options: FoldOptions, until = Infinity): LifecycleHistory => {
    if (options.enforce !== undefined) oneOf(options.enforce, ENFORCEMENTS, ['options', 'enforce']);
    return foldEvents(definition, graph, events, lifecycleSource, options, until, ALONE);
  };
  const lifecycle: Lifecycle = {
    definition,
    apply: (state, event) => applyTo(definition, graph, state, event),
    fold: (events, options = {}) => fold(events, options),
    stateAsOf: (events, asOf, options = {}) => fold(events, options, endOf(asOf, events, options)),
    partition: (events, by, options = {}) =>
      foldPartitions(events, by, options, options.asOf === undefined ? Infinity : endOf(options.asOf, events, options)),
    compute: (partition) => summaryOf(partition, fold(partition.events, partition)),
    merge,
    finish: finishFold,
    allowed: (state, options = {}) => allowedFrom(definition, graph, state, options),
  };
  // Inside, ids are texts: the graph and the checks keep them among those of the definition.
  return lifecycle as unknown as Lifecycle<S, E>;
}

/** Nothing is made of the states. */
const ALONE: Follower<LifecycleState> = {
  begin: () => {},
  after: () => {},
  end: (draft) => draft,
};
