import { dayNumber, fromDayNumber } from '../../core/date.js';
import { NO_DAY } from '../../core/parseDay.js';
import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { LifecyclePolicy } from '../schema/lifecycle.js';
import { dayText, type SummaryColumns } from '../summary/summaryColumns.js';
import { type LifecycleFacts, lifecyclePolicy, lifecycleStage, readLimits, stageOf, STAGES } from './lifecycleStage.js';

/** Stages by customer, in the order of the columns. */
export interface LifecycleStageRun {
  readonly customers: readonly string[];
  /** Index into `codes`. */
  readonly segment: Uint8Array;
  readonly codes: readonly string[];
  /** The assignment of customer `i`, made when it is asked for. */
  explainAt(index: number): SegmentAssignment;
}

/** A policy of stages, checked once, over columns. */
export interface LifecycleStageEvaluator {
  /**
   * The stages of customers. Columns hold no gaps between purchases, so all have the limits of the policy.
   *
   * @throws SalesModelError `segmentation.summary.dates`, `date.invalid`
   */
  run(columns: SummaryColumns): LifecycleStageRun;
}

/**
 * Returns the stages of `lifecycleStage` as a function over columns: no object a customer.
 *
 * @param policy limits; default: 90, 180 and 365 days
 * @throws SalesModelError `segmentation.lifecycle.days`, `option.unknown`
 * @example
 * import { dayNumber } from 'salesmodel/core';
 * import { compileLifecycleStage, summariseOrderColumns } from 'salesmodel/segmentation';
 *
 * const { columns } = summariseOrderColumns(
 *   {
 *     customer: { dictionary: ['Ada', 'Bo'], codes: Int32Array.of(0, 0, 1) },
 *     day: Int32Array.of(dayNumber('2025-02-01'), dayNumber('2026-03-01'), dayNumber('2025-08-01')),
 *     amount: { values: Float64Array.of(20, 30, 10), scale: 0 },
 *   },
 *   { asOf: '2026-03-31' },
 * );
 * const run = compileLifecycleStage().run(columns);
 * run.customers.map((id, at) => [id, run.codes[run.segment[at] ?? 0]]); // => [['Ada', 'reactivated'], ['Bo', 'dormant']]
 */
export function compileLifecycleStage(policy: LifecyclePolicy = lifecyclePolicy): LifecycleStageEvaluator {
  const limits = readLimits(policy);
  return {
    run(columns) {
      const { customers, firstOrder, lastOrder, previousOrder } = columns;
      const asOf = dayNumber(columns.asOf, ['columns', 'asOf']);
      const segment = new Uint8Array(customers.length);
      for (let at = 0; at < segment.length; at++) {
        const last = lastOrder[at]!;
        if (last > asOf) {
          const value = fromDayNumber(last);
          fail('segmentation.summary.dates', ['columns', 'lastOrder', at], { orders: 1, asOf: columns.asOf, value });
        }
        const previous = previousOrder[at]!;
        const gap = previous === NO_DAY ? null : last - previous;
        const stage = stageOf(last === NO_DAY ? null : asOf - last, asOf - firstOrder[at]!, gap, limits);
        segment[at] = STAGES.indexOf(stage);
      }
      const factsAt = (at: number): LifecycleFacts => ({
        customer: customers[at]!,
        firstOrder: dayText(firstOrder[at]!),
        lastOrder: dayText(lastOrder[at]!),
        previousOrder: dayText(previousOrder[at]!),
        asOf: columns.asOf,
      });
      return { customers, segment, codes: STAGES, explainAt: (at) => lifecycleStage(factsAt(at), policy) };
    },
  };
}
