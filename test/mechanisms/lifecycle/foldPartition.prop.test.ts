import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySummary } from '../../../src/core/index.js';
import {
  compileLifecycle,
  type LifecycleEvent,
  type LifecycleHistory,
  type FoldPartition,
} from '../../../src/mechanisms/lifecycle/index.js';
import { dealEvents, shuffled } from './events.arb.js';
import { deal } from './lifecycles.js';

const lifecycle = compileLifecycle<string, string>(deal);
const { fold, stateAsOf, partition, compute, merge, finish } = lifecycle;
const keys = fc.array(fc.integer(), { minLength: 1, maxLength: 25 });
const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Partitions computed apart, delivered in some order and twice each. */
function batched(parts: readonly FoldPartition[], order: readonly number[]): LifecycleHistory {
  const summaries = parts.map((part) => json(compute(json(part))));
  const delivered = shuffled([...summaries, ...summaries], order);
  return finish(delivered.reduce((sum, each) => merge(sum, each), emptySummary<LifecycleHistory>()));
}

test('a log folded in partitions, in any order, some twice, gives the bytes of one fold', () => {
  const by = fc.oneof(fc.constant('entity' as const), fc.integer({ min: 1, max: 5 }));
  const enforce = fc.constantFrom('strict' as const, 'record' as const);
  const fault = fc.constantFrom({}, {}, { at: 'soon' }, { type: 'delete' }, { entityId: '' });
  const maybe = fc
    .tuple(dealEvents, fc.array(fault, { minLength: 1, maxLength: 8 }))
    .map(([events, faults]) =>
      events.map((each, at) => ({ ...each, ...faults[at % faults.length] }) as LifecycleEvent),
    );
  fc.assert(
    fc.property(maybe, by, enforce, keys, fc.nat(), (events, split, mode, order, cut) => {
      const options = { enforce: mode };
      expect(JSON.stringify(batched(partition(events, split, options), order))).toBe(
        JSON.stringify(fold(events, options)),
      );
      const sound = events.filter(({ at }) => !Number.isNaN(Date.parse(at)));
      const asOf = sound[cut % Math.max(1, sound.length)]?.at;
      if (asOf === undefined) return;
      expect(JSON.stringify(batched(partition(events, split, { ...options, asOf }), order))).toBe(
        JSON.stringify(stateAsOf(events, asOf, options)),
      );
      // What was folded before goes on in the partitions of its entities.
      const { states } = stateAsOf(events, asOf, options);
      const going = { ...options, start: states };
      expect(JSON.stringify(batched(partition(events, split, going), order))).toBe(JSON.stringify(fold(events, going)));
    }),
  );
});

test('a summary without all of its partitions has no history', () => {
  const parts = partition([], 2);
  expect(() => finish(compute(parts[1]!))).toThrow('without 1/2');
  expect(() => finish(emptySummary())).toThrow('summary.parts');
  expect(() => partition([], 0)).toThrow('must be a whole number from 1 on, got 0');
  expect(() => merge(compute(parts[0]!), compute(partition([], 3)[0]!))).toThrow('must be of one batch');
});
