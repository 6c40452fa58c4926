import { Decimal, type DecimalLike, type DecimalString, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { Period } from '../../core/period.js';
import { prorate } from '../../core/prorate.js';
import type { Span } from '../../core/span.js';
import { type IncrementOption, readIncrement } from '../inverse/roundUp.js';

/** What was promised to be bought in a period, and what was. */
export interface Commitment {
  /** For the whole period. */
  readonly amount: DecimalLike;
  readonly period: Period;
  readonly billed: DecimalLike;
  /** The days on which the contract runs. Default: all of the period. */
  readonly active?: Span;
  /** Whether what is bought beyond the commitment counts toward the next one. */
  readonly carry: 'none' | 'rollover';
  /** What was carried over from the period before. Default 0. */
  readonly carried?: DecimalLike;
}

/** What is still due of a commitment. */
export interface CommitmentDue {
  /** Of the active days. */
  readonly commitment: DecimalString;
  /** Billed on top. */
  readonly topUp: DecimalString;
  /** Counts toward the next period. */
  readonly carriedOver: DecimalString;
}

/**
 * Returns what is missing up to a commitment: commitment of the active days − billed − carried over, and nothing below 0; under
 * `rollover` what is beyond it is carried to the next period.
 *
 * @param terms commitment, period and what was billed
 * @param options `increment` of amounts, default 0.01
 * @throws SalesModelError `option.unknown`, `rounding.increment`, `date.invalid`, `period.order`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { periodOf } from 'salesmodel/core';
 * import { minimumCommitment } from 'salesmodel/pricing';
 *
 * const period = periodOf('2026-06-01', 'month');
 * minimumCommitment({ amount: 900, period, billed: 610, active: { from: '2026-06-07' }, carry: 'none' });
 * // => { commitment: '720.00', topUp: '110.00', carriedOver: '0.00' }
 * minimumCommitment({ amount: 900, period, billed: 980, carry: 'rollover', carried: 30 });
 * // => { commitment: '900.00', topUp: '0.00', carriedOver: '110.00' }
 */
export function minimumCommitment(terms: Commitment, options: IncrementOption = {}): CommitmentDue {
  const path: Path = ['terms'];
  const carry = oneOf(terms.carry, ['none', 'rollover'], [...path, 'carry']);
  const increment = readIncrement(options);
  const rounding = { increment, mode: 'halfUp' } as const;
  const active = terms.active ?? terms.period;
  const commitment = toDecimal(prorate(terms.amount, active, terms.period, 'actual', { rounding }).amount);
  const counted = plus(
    toDecimal(terms.billed, [...path, 'billed']),
    toDecimal(terms.carried ?? ZERO, [...path, 'carried']),
  );
  const missing = minus(commitment, counted);
  const text = (amount: Decimal): string => Decimal.max(ZERO, amount).toFixed(Math.max(increment.dp(), amount.dp()));
  return {
    commitment: commitment.toFixed(increment.dp()),
    topUp: text(missing),
    carriedOver: text(carry === 'rollover' ? missing.neg() : ZERO),
  };
}
