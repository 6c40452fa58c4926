import { BOUND_PERCENTS, MONTHS, RATES, RATE_UNIT, type Workload, bounds, capOf } from '../workload.js';

/** Bounds, cumulative offsets and caps by slot. */
export interface Tables {
  readonly bound: readonly [Float64Array, Float64Array, Float64Array];
  readonly offset: readonly [Float64Array, Float64Array, Float64Array];
  readonly cap: Float64Array;
}

/** Graduated commission in tier j is rate × total − offset: the offsets by slot. */
export function tables({ quota, slots }: Workload): Tables {
  const column = (): Float64Array => new Float64Array(slots);
  const bound = [column(), column(), column()] as const;
  const offset = [column(), column(), column()] as const;
  for (let slot = 0; slot < slots; slot++) {
    let sum = 0;
    bounds(quota[slot]!).forEach((upTo, tier) => {
      bound[tier]![slot] = upTo;
      sum += upTo * (RATES[tier + 1]! - RATES[tier]!);
      offset[tier]![slot] = sum;
    });
  }
  return { bound, offset, cap: quota.map(capOf) };
}

/** Half-even minor units of an integer of 0 or more in millionths of them. */
export function halfEven(value: number): number {
  const rest = value % RATE_UNIT;
  const whole = (value - rest) / RATE_UNIT;
  return rest > RATE_UNIT / 2 || (rest === RATE_UNIT / 2 && whole % 2 === 1) ? whole + 1 : whole;
}

/**
 * The base of every ratio: the loop a careful programmer writes for this one plan over integers in doubles. It gives
 * the exact commission of every row in `lines`, not rounded, and the payout of every slot.
 */
export function integerLoop(
  { rows, slots, payee, day, amount, monthOfDay, firstDay }: Workload,
  { bound, offset, cap }: Tables,
  lines: Float64Array,
): Float64Array {
  const [b1, b2, b3] = bound;
  const [o2, o3, o4] = offset;
  const total = new Float64Array(slots);
  const earned = new Float64Array(slots);
  for (let row = 0; row < rows; row++) {
    const slot = payee[row]! * MONTHS + monthOfDay[day[row]! - firstDay]!;
    const x = total[slot]! + amount[row]!;
    total[slot] = x;
    const value =
      x <= b1[slot]!
        ? x * 50_000
        : x <= b2[slot]!
          ? x * 82_500 - o2[slot]!
          : x <= b3[slot]!
            ? x * 131_250 - o3[slot]!
            : x * 165_625 - o4[slot]!;
    lines[row] = value - earned[slot]!;
    earned[slot] = value;
  }
  return earned.map((value, slot) => Math.min(halfEven(value), cap[slot]!));
}

/** Totals by slot first, then one evaluation each. */
export function integerTotals({ rows, slots, slot, amount }: Workload, { bound, offset, cap }: Tables): Float64Array {
  const total = new Float64Array(slots);
  for (let row = 0; row < rows; row++) total[slot[row]!]! += amount[row]!;
  return total.map((x, at) => {
    let tier = 0;
    while (tier < BOUND_PERCENTS.length && x > bound[tier]![at]!) tier++;
    const value = x * RATES[tier]! - (tier === 0 ? 0 : offset[tier - 1]![at]!);
    return Math.min(halfEven(value), cap[at]!);
  });
}

/** The same loop in 64-bit integers of BigInt64Array, which wrap without a word where they overflow. */
export function bigint64Loop({ rows, slots, slot }: Workload, columns: BigTables, lines: BigInt64Array): BigInt64Array {
  const { amount, bound, offset } = columns;
  const [b1, b2, b3] = bound;
  const [o2, o3, o4] = offset;
  const total = new BigInt64Array(slots);
  const earned = new BigInt64Array(slots);
  for (let row = 0; row < rows; row++) {
    const at = slot[row]!;
    const x = BigInt.asIntN(64, total[at]! + amount[row]!);
    total[at] = x;
    let value: bigint;
    if (x <= b1[at]!) value = BigInt.asIntN(64, x * 50_000n);
    else if (x <= b2[at]!) value = BigInt.asIntN(64, BigInt.asIntN(64, x * 82_500n) - o2[at]!);
    else if (x <= b3[at]!) value = BigInt.asIntN(64, BigInt.asIntN(64, x * 131_250n) - o3[at]!);
    else value = BigInt.asIntN(64, BigInt.asIntN(64, x * 165_625n) - o4[at]!);
    lines[row] = BigInt.asIntN(64, value - earned[at]!);
    earned[at] = value;
  }
  return earned;
}

export interface BigTables {
  readonly amount: BigInt64Array;
  readonly bound: readonly [BigInt64Array, BigInt64Array, BigInt64Array];
  readonly offset: readonly [BigInt64Array, BigInt64Array, BigInt64Array];
}

export function bigTables({ amount }: Workload, { bound, offset }: Tables): BigTables {
  const big = (column: Float64Array): BigInt64Array => BigInt64Array.from(column, BigInt);
  return {
    amount: big(amount),
    bound: [big(bound[0]), big(bound[1]), big(bound[2])],
    offset: [big(offset[0]), big(offset[1]), big(offset[2])],
  };
}
