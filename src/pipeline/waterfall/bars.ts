import { type Decimal, type DecimalString, plus, ZERO } from '../../core/decimal.js';

/** The bars of a waterfall in their order. */
export const BARS = [
  'start',
  'created',
  'reopened',
  'transferredIn',
  'pulledIn',
  'pushedIn',
  'increased',
  'decreased',
  'won',
  'lost',
  'removed',
  'transferredOut',
  'pushedOut',
  'pulledOut',
  'fx',
  'end',
] as const;

/**
 * What a bar of a waterfall stands for.
 *
 * @useDeclaredType
 */
export type BarCode = (typeof BARS)[number];

/** A bar: how many deals, and by how much they change the pipeline. */
export interface Bar {
  readonly code: BarCode;
  readonly count: number;
  /** Of `start` and `end` what there is; of the others what it adds, negative for what goes. */
  readonly value: DecimalString;
}

/** Sums by bar. */
export class BarSums {
  readonly #counts = new Map<BarCode, number>();
  readonly #values = new Map<BarCode, Decimal>();

  add(code: BarCode, value: Decimal, count = 1): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
    this.#values.set(code, plus(this.#values.get(code) ?? ZERO, value));
  }

  /** All bars in their order, with the decimals of the currency. */
  list(scale: number): Bar[] {
    return BARS.map((code) => ({
      code,
      count: this.#counts.get(code) ?? 0,
      value: (this.#values.get(code) ?? ZERO).toFixed(scale),
    }));
  }
}
