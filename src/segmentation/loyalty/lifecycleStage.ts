import { dayNumber, type PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { AssignmentThreshold, SegmentAssignment } from '../schema/assignment.js';
import type { CustomerSummary } from '../schema/summary.js';
import type { LifecyclePolicy } from '../schema/lifecycle.js';

/** What the stage of a customer is read from; `purchaseGaps` are the days between purchase days, in any order. */
export interface LifecycleFacts extends Pick<
  CustomerSummary,
  'customer' | 'firstOrder' | 'lastOrder' | 'previousOrder' | 'asOf'
> {
  /** Needed where limits follow the customer's own interval. */
  readonly purchaseGaps?: readonly number[];
}

/** Stages by the place of their codes. */
export const STAGES = ['prospect', 'new', 'active', 'reactivated', 'dormant', 'lost'] as const;
export type LifecycleStage = (typeof STAGES)[number];

/** Limits in days. */
export interface LifecycleLimits {
  readonly newDays: number;
  readonly activeDays: number;
  readonly dormantDays: number;
}

export const lifecyclePolicy: LifecyclePolicy = { id: 'lifecycle', version: '1' };

/**
 * Returns the stage of a customer: `prospect`, `new`, `active`, `reactivated`, `dormant` or `lost`. All limits are
 * inclusive, and the first that holds decides: no order; last order longer ago than dormant customers'; longer than
 * active ones'; first order lately; back after a gap; else active.
 *
 * @param summary of one customer
 * @param policy limits; default: 90, 180 and 365 days
 * @throws SalesModelError `segmentation.lifecycle.days`, `segmentation.lifecycle.gaps`, `segmentation.summary.dates`,
 *   `option.unknown`, `date.invalid`
 * @example
 * import { lifecycleStage, summariseOrders } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2025-02-01', amount: '20' },
 *   { customer: 'Ada', date: '2026-03-01', amount: '30' },
 *   { customer: 'Bo', date: '2025-08-01', amount: '10' },
 * ];
 * const { summaries } = summariseOrders(orders, { asOf: '2026-03-31' });
 * summaries.map((summary) => lifecycleStage(summary).segment); // => ['reactivated', 'dormant']
 */
export function lifecycleStage(summary: LifecycleFacts, policy: LifecyclePolicy = lifecyclePolicy): SegmentAssignment {
  const { customer, asOf, purchaseGaps } = summary;
  const fixed = readLimits(policy);
  const isOwn = policy.basis === 'ownInterval';
  const today = dayNumber(asOf, ['summary', 'asOf']);
  const ago = (date: PlainDate | null, field: string): number | null => {
    if (date === null) return null;
    const days = today - dayNumber(date, ['summary', field]);
    if (days < 0) fail('segmentation.summary.dates', ['summary', field], { orders: 1, asOf, value: date });
    return days;
  };
  const recency = ago(summary.lastOrder, 'lastOrder');
  const first = ago(summary.firstOrder, 'firstOrder');
  const previous = ago(summary.previousOrder, 'previousOrder');
  const gap = previous === null || recency === null ? null : previous - recency;
  const limits = isOwn ? ownLimits(fixed, purchaseGaps) : fixed;
  const segment = stageOf(recency, first, gap, limits);
  const text = (days: number | null): string | null => (days === null ? null : String(days));
  return {
    customer,
    scheme: 'lifecycle',
    segment,
    rule: segment === 'prospect' ? 'noOrders' : segment,
    inputs: { recencyDays: text(recency), firstOrderDays: text(first), lastGapDays: text(gap) },
    thresholds: recency === null ? [] : boundsOf(segment, first, gap, limits),
    distanceToNext: [],
    missing: isOwn && recency !== null && purchaseGaps === undefined ? ['purchaseGaps'] : [],
    asOf,
    policyVersion: `${policy.id}@${policy.version}`,
  };
}

/** The stage of a customer whose last order is so many days ago, whose first is, and whose last two lie so far apart. */
export function stageOf(
  recency: number | null,
  first: number | null,
  gap: number | null,
  { newDays, activeDays, dormantDays }: LifecycleLimits,
): LifecycleStage {
  if (recency === null) return 'prospect';
  if (recency > dormantDays) return 'lost';
  if (recency > activeDays) return 'dormant';
  if (first !== null && first <= newDays) return 'new';
  return gap !== null && gap > activeDays ? 'reactivated' : 'active';
}

/** The limits around what decided on a stage. */
function boundsOf(
  stage: LifecycleStage,
  first: number | null,
  gap: number | null,
  { newDays, activeDays, dormantDays }: LifecycleLimits,
): AssignmentThreshold[] {
  const bound = (input: string, op: AssignmentThreshold['op'], days: number): AssignmentThreshold => ({
    input,
    op,
    value: String(days),
  });
  if (stage === 'lost') return [bound('recencyDays', 'gt', dormantDays)];
  if (stage === 'dormant') return [bound('recencyDays', 'gt', activeDays), bound('recencyDays', 'le', dormantDays)];
  const within = bound('recencyDays', 'le', activeDays);
  if (stage === 'new') return [within, bound('firstOrderDays', 'le', newDays)];
  const older = first === null ? [] : [bound('firstOrderDays', 'gt', newDays)];
  if (stage === 'reactivated') return [within, ...older, bound('lastGapDays', 'gt', activeDays)];
  return [within, ...older, ...(gap === null ? [] : [bound('lastGapDays', 'le', activeDays)])];
}

export function readLimits(policy: LifecyclePolicy): LifecycleLimits {
  const { basis = 'fixed', newDays = 90, activeDays = 180, dormantDays = 365 } = policy;
  oneOf(basis, ['fixed', 'ownInterval'], ['policy', 'basis']);
  for (const [field, days] of Object.entries({ newDays, activeDays, dormantDays })) {
    if (!Number.isSafeInteger(days) || days < 0)
      fail('segmentation.lifecycle.days', ['policy', field], { value: days });
  }
  if (dormantDays < activeDays) {
    fail('segmentation.lifecycle.days', ['policy', 'dormantDays'], { value: dormantDays });
  }
  return { newDays, activeDays, dormantDays };
}

/** Twice and four times the customer's median gap, where there are two gaps at least. */
function ownLimits(fixed: LifecycleLimits, gaps: readonly number[] | undefined): LifecycleLimits {
  if (gaps === undefined || gaps.length < 2) return fixed;
  gaps.forEach((gap, at) => {
    if (!Number.isSafeInteger(gap) || gap < 1)
      fail('segmentation.lifecycle.gaps', ['summary', 'purchaseGaps', at], { value: gap });
  });
  const sorted = gaps.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const twice = sorted.length % 2 === 1 ? 2 * sorted[middle]! : sorted[middle - 1]! + sorted[middle]!;
  return { newDays: fixed.newDays, activeDays: twice, dormantDays: 2 * twice };
}
