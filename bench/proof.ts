import { RATES, RATE_UNIT, type Workload, bounds, capOf } from './workload.js';

/** What is right, by definition and in bigints, and checks that an answer is it. */

/** The earning of each slot in minor units: what every contender has to find. */
export function payouts(of: Workload): Float64Array {
  const totals = Array.from({ length: of.slots }, () => 0n);
  for (let row = 0; row < of.rows; row++) totals[of.slot[row]!]! += BigInt(of.amount[row]!);
  return Float64Array.from(totals, (total, slot) => payout(total, of.quota[slot]!));
}

/**
 * The line of each row in minor units: what it adds to the rounded and capped earning of its slot.
 *
 * @param order rows in the order in which they count; without it as they stand
 */
export function lines(of: Workload, order?: Uint32Array): Float64Array {
  const totals = Array.from({ length: of.slots }, () => 0n);
  const earned = new Float64Array(of.slots);
  const result = new Float64Array(of.rows);
  for (let at = 0; at < of.rows; at++) {
    const row = order === undefined ? at : order[at]!;
    const slot = of.slot[row]!;
    totals[slot]! += BigInt(of.amount[row]!);
    const now = payout(totals[slot]!, of.quota[slot]!);
    result[row] = now - earned[slot]!;
    earned[slot] = now;
  }
  return result;
}

function payout(total: bigint, quota: number): number {
  const upTo = bounds(quota).map(BigInt);
  let value = 0n;
  RATES.forEach((rate, tier) => {
    const from = tier === 0 ? 0n : upTo[tier - 1]!;
    const to = tier < upTo.length && upTo[tier]! < total ? upTo[tier]! : total;
    if (to > from) value += (to - from) * BigInt(rate);
  });
  return paid(value, quota);
}

/** An exact commission in millionths of minor units, rounded half even and capped. */
function paid(value: bigint, quota: number): number {
  const unit = BigInt(RATE_UNIT);
  const twice = 2n * (value % unit);
  let minor = value / unit;
  if (twice > unit || (twice === unit && minor % 2n === 1n)) minor += 1n;
  return Math.min(Number(minor), capOf(quota));
}

/** A check that numbers are the expected ones. */
export function sameAs(expected: ArrayLike<number>): (answer: ArrayLike<number>) => void {
  return (answer) => {
    for (let at = 0; at < expected.length; at++) {
      if (answer[at] !== expected[at]) {
        throw new Error(`at ${at}: expected ${expected[at]}, got ${String(answer[at])}`);
      }
    }
  };
}

/** A check of exact commissions by slot, not rounded, in millionths of minor units. */
export function sameOnceRounded(of: Workload): (values: ArrayLike<number | bigint>) => void {
  const check = sameAs(payouts(of));
  return (values) => check(of.quota.map((quota, slot) => paid(BigInt(Math.round(Number(values[slot]))), quota)));
}
