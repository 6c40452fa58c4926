import { dayNumber } from '../../core/date.js';
import type { Rejected } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { AssignmentThreshold, SegmentAssignment, SegmentDistance } from '../schema/assignment.js';
import type { BehaviourPolicy, ClassOptions } from '../schema/classes.js';
import type { OrderRow } from '../schema/summary.js';
import { summariseOrders } from '../summary/summariseOrders.js';

/** How often a customer ordered, ever and in the window. */
export interface BehaviourFacts {
  readonly customer: string;
  readonly lifetimeOrders: number;
  readonly windowOrders: number;
}

/** Twelve months, four orders of them. */
export const behaviourClass: BehaviourPolicy = { id: 'behaviour-class', version: '1' };

const ORDER = ['frequent', 'occasional', 'firstTime', 'inactive', 'prospect'] as const;

/**
 * Returns how often each customer of an order log ordered, ever and in the window of a policy, by id, and the rows that
 * are not in these figures.
 *
 * @param orders rows in any order
 * @param options as-of day, and the policy; default: the preset `behaviour-class`
 * @throws SalesModelError those of `summariseOrders`
 * @example
 * import { behaviourFacts } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2024-05-02', amount: '20' },
 *   { customer: 'Ada', date: '2026-02-14', amount: '30' },
 * ];
 * behaviourFacts(orders, { asOf: '2026-03-31' }).facts; // => [{ customer: 'Ada', lifetimeOrders: 2, windowOrders: 1 }]
 */
export function behaviourFacts(
  orders: readonly OrderRow[],
  options: ClassOptions<BehaviourPolicy>,
): { readonly facts: readonly BehaviourFacts[]; readonly rejected: readonly Rejected[] } {
  const { asOf, policy = behaviourClass } = options;
  const months = policy.windowMonths ?? 12;
  const { summaries, rejected } = summariseOrders(orders, { asOf });
  const lately = summariseOrders(orders, { asOf, window: { months } }).summaries;
  const counts = new Map(lately.map(({ customer, orders: count }) => [customer, count]));
  const facts = summaries.map(({ customer, orders: lifetimeOrders }) => ({
    customer,
    lifetimeOrders,
    windowOrders: counts.get(customer) ?? 0,
  }));
  return { facts, rejected };
}

/**
 * Returns how a customer buys: `frequent`, `occasional`, `firstTime`, `inactive` or `prospect`, and how many orders more
 * lead to a better class.
 *
 * @param facts orders ever and in the window, whole numbers from 0 on
 * @param options as-of day, and the policy; default: the preset `behaviour-class`
 * @throws SalesModelError `date.invalid`, `segmentation.classes.count`, `option.unknown`
 * @example
 * import { classifyBehaviour } from 'salesmodel/segmentation';
 *
 * const facts = { customer: 'Ada', lifetimeOrders: 9, windowOrders: 2 };
 * const { segment, distanceToNext } = classifyBehaviour(facts, { asOf: '2026-03-31' });
 * segment; // => 'occasional'
 * distanceToNext; // => [{ segment: 'frequent', input: 'windowOrders', delta: '2', unit: 'orders' }]
 */
export function classifyBehaviour(facts: BehaviourFacts, options: ClassOptions<BehaviourPolicy>): SegmentAssignment {
  const { asOf, policy = behaviourClass } = options;
  dayNumber(asOf, ['asOf']);
  const { lifetimeOrders, windowOrders } = facts;
  const frequentMin = policy.frequentMin ?? 4;
  const inLife = oneOf(policy.firstTime ?? 'lifetime', ['lifetime', 'window'], ['policy', 'firstTime']) === 'lifetime';
  for (const [path, value, least] of [
    [['facts', 'lifetimeOrders'], lifetimeOrders, 0],
    [['facts', 'windowOrders'], windowOrders, 0],
    [['policy', 'frequentMin'], frequentMin, 1],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < least) fail('segmentation.classes.count', path, { least, value });
  }
  if (windowOrders > lifetimeOrders) {
    fail('segmentation.classes.windowOrders', ['facts', 'windowOrders'], {
      lifetime: lifetimeOrders,
      value: windowOrders,
    });
  }
  /** The class after some orders more. */
  const classAt = (more: number): number => {
    const ever = lifetimeOrders + more;
    const lately = windowOrders + more;
    if (ever === 0) return 4;
    if ((inLife ? ever : lately) === 1) return 2;
    if (lately === 0) return 3;
    return lately >= frequentMin ? 0 : 1;
  };
  const place = classAt(0);
  const segment = ORDER[place]!;
  let distance: SegmentDistance[] = [];
  for (let more = 1; place > 0 && distance.length === 0; more++) {
    if (classAt(more) < place) {
      distance = [{ segment: ORDER[classAt(more)]!, input: 'windowOrders', delta: String(more), unit: 'orders' }];
    }
  }
  const thresholds: AssignmentThreshold[] = [];
  const bound = (input: string, op: AssignmentThreshold['op'], value: number): void => {
    thresholds.push({ input, op, value: String(value) });
  };
  if (segment === 'prospect') bound('lifetimeOrders', 'eq', 0);
  if (segment === 'firstTime') bound(inLife ? 'lifetimeOrders' : 'windowOrders', 'eq', 1);
  if (segment === 'inactive') bound('windowOrders', 'eq', 0);
  if (segment === 'occasional') bound('windowOrders', 'lt', frequentMin);
  if (segment === 'frequent') bound('windowOrders', 'ge', frequentMin);
  return {
    customer: facts.customer,
    scheme: 'behaviour',
    segment,
    rule: segment,
    inputs: { lifetimeOrders: String(lifetimeOrders), windowOrders: String(windowOrders) },
    thresholds,
    distanceToNext: distance,
    missing: [],
    asOf,
    policyVersion: `${policy.id}@${policy.version}`,
  };
}
