import { allocate } from '../../core/allocate.js';
import { compareText } from '../../core/compareText.js';
import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalLike, type DecimalString, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal } from '../../core/rounding.js';
import { toWeight } from '../../core/toWeight.js';
import { fail } from '../fail.js';
import { compileQuantity } from '../modifier/quantity.js';
import type { Pool } from '../schema.js';

/** Figures of a member, of which a pool reads the one that it is shared by. */
export interface PoolMember {
  readonly payeeId: string;
  readonly measure?: DecimalLike | null;
  /** 1 = 100 %. */
  readonly attainment?: DecimalLike | null;
  readonly earned?: DecimalLike | null;
}

/** Figures of the whole group, for a pool that is a part of one. */
export interface PoolBasis {
  readonly quota?: DecimalLike;
  readonly target?: DecimalLike;
  readonly measure?: DecimalLike;
}

/** What a member gets, and the weight it got it by. */
export interface PoolShare {
  readonly payeeId: string;
  readonly weight: DecimalString;
  readonly amount: DecimalString;
}

/** Shares by payee, which add up to the amount, and members without a weight. */
export type SettledPool =
  | {
      readonly ok: true;
      readonly amount: DecimalString;
      readonly shares: readonly PoolShare[];
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns what each member gets of a pool, to the last cent. A member without a weight is missing, which is not a weight
 * of 0; weights that are all 0 share equally. The outcome is `noWeight` where every member is missing.
 *
 * @param pool money, members and weights
 * @param members their figures, one entry each; in any order
 * @param basis figures of the group, where the money is a part of one
 * @throws SalesModelError `pool.member`, `pool.basis`, `currency.unknown`, `option.unknown`, `allocate.negativeWeight`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { settlePool, type Pool } from 'salesmodel/commission';
 *
 * const pool: Pool = {
 *   id: 'team',
 *   currency: 'USD',
 *   amount: { amount: '10000' },
 *   members: ['ana', 'bo', 'cy', 'di'],
 *   weights: 'attainment',
 * };
 * const settled = settlePool(pool, [
 *   { payeeId: 'ana', attainment: '1.2' },
 *   { payeeId: 'bo', attainment: '1' },
 *   { payeeId: 'cy', attainment: '0.8' },
 * ]);
 * settled.ok && settled.shares.map(({ payeeId, amount }) => [payeeId, amount]);
 * // => [['ana', '4000.00'], ['bo', '3333.33'], ['cy', '2666.67']]
 * settled.ok && settled.missing; // => ['di']
 */
export function settlePool(pool: Pool, members: readonly PoolMember[] = [], basis: PoolBasis = {}): SettledPool {
  const increment = toDecimal(minorUnit(findCurrency(pool.currency, isoCurrencies, ['pool', 'currency'])));
  const figure = (name: keyof PoolBasis) => () => {
    const value = basis[name];
    return value === undefined ? fail('pool.basis', ['basis', name], {}) : toDecimal(value, ['basis', name]);
  };
  const whole = compileQuantity(pool.amount, ['pool', 'amount'])({
    quota: figure('quota'),
    target: figure('target'),
    measure: figure('measure'),
  });
  const amount = roundDecimal(whole, increment, 'halfEven');

  const weightOf = weightReader(pool, members);
  const ids = pool.members.toSorted(compareText);
  const weights = ids.map((payeeId) => weightOf(payeeId));
  const sharing = ids.flatMap((payeeId, at) => (weights[at] === null ? [] : [{ payeeId, weight: weights[at]! }]));
  if (sharing.length === 0) return { ok: false, reasons: [{ code: 'noWeight', params: { members: ids } }] };
  const isEqual = sharing.every(({ weight }) => weight.isZero());
  const { parts } = allocate(
    amount,
    sharing.map(({ weight }) => (isEqual ? 1 : weight)),
    { increment },
  );
  return {
    ok: true,
    amount: amount.toFixed(increment.decimalPlaces()),
    shares: sharing.map(({ payeeId, weight }, at) => ({ payeeId, weight: toText(weight), amount: parts[at]! })),
    missing: ids.filter((_, at) => weights[at] === null),
  };
}

/** Reads the weight of a member, null where it has none. */
function weightReader({ members, weights }: Pool, figures: readonly PoolMember[]): (payeeId: string) => Decimal | null {
  const known = new Map<string, PoolMember & { readonly at: number }>();
  for (const [index, member] of figures.entries()) {
    const { payeeId } = member;
    if (!members.includes(payeeId) || known.has(payeeId)) fail('pool.member', ['members', index], { payeeId });
    known.set(payeeId, { ...member, at: index });
  }
  for (const [index, payeeId] of members.entries()) {
    if (members.indexOf(payeeId) !== index) fail('pool.member', ['pool', 'members', index], { payeeId });
  }
  if (typeof weights === 'object') {
    for (const payeeId of Object.keys(weights)) {
      if (!members.includes(payeeId)) fail('pool.member', ['pool', 'weights', payeeId], { payeeId });
    }
    return (payeeId) =>
      Object.hasOwn(weights, payeeId) ? toWeight(weights[payeeId]!, ['pool', 'weights', payeeId]) : null;
  }
  const by = oneOf(weights, ['equal', 'measure', 'attainment', 'earned'], ['pool', 'weights']);
  if (by === 'equal') return () => ONE;
  return (payeeId) => {
    const { at, [by]: value = null } = known.get(payeeId) ?? { at: 0 };
    return value === null ? null : toWeight(value, ['members', at, by]);
  };
}
