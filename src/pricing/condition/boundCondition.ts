import type { Amounts } from './amounts.js';
import type { CompiledCondition } from './compileCondition.js';
import type { SizeOf } from './compileReward.js';
import type { Figure } from './figure.js';

/** Inclusive bounds; `null` for none. */
export interface Bounds<N> {
  readonly min: N | null;
  readonly max: N | null;
}

/** A condition with its figures as amounts of the quote that it runs in. */
export interface BoundCondition<N> {
  readonly one: CompiledCondition;
  /** `null` for rewards that work on units. */
  readonly size: SizeOf<N> | null;
  readonly quantity: Bounds<N>;
  readonly amount: Bounds<N>;
  /** Whether no bound is set and no other lines are counted. */
  readonly isOpen: boolean;
}

/** Reads the figures of a condition as amounts. */
export function bindCondition<N>(one: CompiledCondition, amounts: Amounts<N>): BoundCondition<N> {
  const { items, quantity, amount } = one.trigger;
  const read = (bound: Figure | null): N | null => bound && amounts.of(bound);
  return {
    one,
    size: one.reward.type === 'size' ? one.reward.over(amounts) : null,
    quantity: { min: read(quantity.min), max: read(quantity.max) },
    amount: { min: read(amount.min), max: read(amount.max) },
    isOpen: items === null && (quantity.min ?? quantity.max ?? amount.min ?? amount.max) === null,
  };
}
