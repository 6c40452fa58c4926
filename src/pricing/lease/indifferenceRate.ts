import { Decimal, type DecimalString } from '../../core/decimal.js';
import type { Flows } from './cashFlows.js';
import { nominalFactor } from './presentValue.js';

/** Rates are searched for from −0.5 to 10, in millionths. */
const LEAST = -500_000;
const MOST = 10_000_000;
const MILLIONTH: Decimal = /* @__PURE__ */ new Decimal('0.000001');
/** Signs are looked at in steps of a quarter, then halved. */
const STEP = 250_000;

/**
 * The nominal yearly rate at which two series of payments are worth the same, to 6 decimals; of several the one nearest to 0,
 * `none` where the sign of their difference never changes in the range.
 */
export function indifferenceRate(lease: Flows, buy: Flows): DecimalString | 'none' {
  const differences = lease.map((amount, month) => amount.sub(buy[month]!));
  const signAt = (millionths: Decimal): number =>
    signOf(worthAt(differences, nominalFactor(millionths.mul(MILLIONTH))));
  const sign = (millionths: number): number => signAt(new Decimal(millionths));
  const points = Array.from({ length: (MOST - LEAST) / STEP + 1 }, (_, index) => LEAST + index * STEP);
  const signs = points.map(sign);
  const found: number[] = [];
  points.forEach((point, index) => {
    if (signs[index] === 0) found.push(point);
    const next = signs[index + 1];
    if (next !== undefined && signs[index]! * next < 0) found.push(crossing(point, signs[index]!, sign));
  });
  if (found.length === 0) return 'none';
  const low = found.reduce((nearest, other) => (Math.abs(other) < Math.abs(nearest) ? other : nearest));
  // Between two neighbouring millionths the half decides which is nearer.
  const middle = signAt(new Decimal(low).add('0.5'));
  const isLower = sign(low) === 0 || middle !== sign(low);
  return new Decimal(isLower ? low : low + 1).mul(MILLIONTH).toFixed(6);
}

/** The last millionth of a bracket before the sign changes. */
function crossing(from: number, before: number, sign: (millionths: number) => number): number {
  let [low, high] = [from, from + STEP];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sign(middle) === before) low = middle;
    else high = middle;
  }
  return sign(high) === 0 ? high : low;
}

/** Payments at the day of signing, times a positive power of the factor: it has the sign of their present value. */
function worthAt(flows: Flows, factor: Decimal): Decimal {
  return flows.reduce((sum, amount) => sum.mul(factor).add(amount));
}

function signOf(value: Decimal): number {
  return value.isZero() ? 0 : value.isNegative() ? -1 : 1;
}
