import { sortRows } from '../../core/fixed/sortRows.js';
import type { Claims } from './claims.js';
import { BY_LEVEL, BY_MINIMUM, BY_ORDER, type Shares } from './shares.js';
import { levelValue } from './solveShares.js';

/**
 * Solves and rounds a rule that shares in proportion to weights, in doubles that are all safe integers: the same shares as
 * of `exactShares`. `null` where the rule is another one, a number could leave the safe integers, or the level is not found.
 *
 * @param total less than the sum of the orders and not below that of the minima
 */
export function safeShares(claims: Claims, total: bigint): Shares | null {
  if (!(PROPORTIONAL as readonly string[]).includes(claims.rule)) return null;
  const parts = partsOf(claims);
  if (parts === null || total > MOST || Number(total) * greatest(parts.weights) > MOST) return null;
  const level = safeLevel(parts, Number(total));
  if (level === null) return null;
  const { rest, weight } = level;
  return {
    ...rounded(parts, level, Number(total)),
    level: {
      kind: claims.rule === 'uniform' ? 'share' : 'perUnit',
      value: levelValue(claims, BigInt(rest), BigInt(weight), 1n),
    },
  };
}

/** The rules whose parts are λ·weight kept within minimum and order. */
const PROPORTIONAL = ['uniform', 'proportional', 'plan', 'priorSales'] as const;

/** Sums and products up to here leave room for a divisor, so that the floor of a quotient of theirs is exact. */
const MOST = 2 ** 52;

/** The most turns of the search; each takes one pass. */
const TURNS = 64;

interface Parts {
  readonly weights: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** λ as a quotient of what the parts between their bounds share and their weights. */
interface SafeLevel {
  readonly rest: number;
  readonly weight: number;
}

/** `null` where not all is in doubles, or the weights add up to too much. */
function partsOf({ orders, minima, weights }: Claims): Parts | null {
  if (!(orders instanceof Float64Array)) return null;
  const least = minima ?? new Float64Array(orders.length);
  const own = weights ?? new Float64Array(orders.length).fill(1);
  if (!(least instanceof Float64Array && own instanceof Float64Array)) return null;
  let sum = 0;
  for (let at = 0; at < own.length; at++) sum += own[at]!;
  return sum <= MOST ? { weights: own, least, most: orders } : null;
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! > most) most = values[at]!;
  return most;
}

/**
 * The λ at which the parts add up: from the one at which no bound binds on, each turn holds the parts that are beyond a bound
 * there and shares what is left among the others. A level that holds the parts it was made from is the one. Parts of weight 0
 * stay at their minimum; where all others are at a bound, there is no such level.
 */
function safeLevel(parts: Parts, total: number): SafeLevel | null {
  let level: SafeLevel = { rest: total, weight: parts.weights.reduce((sum, weight) => sum + weight, 0) };
  for (let turn = 0; turn < TURNS && level.weight > 0 && level.rest >= 0; turn++) {
    const next = heldAt(parts, level, total);
    if (next.rest === level.rest && next.weight === level.weight) return level;
    level = next;
  }
  return null;
}

function heldAt({ weights, least, most }: Parts, { rest, weight: all }: SafeLevel, total: number): SafeLevel {
  let held = 0;
  let weight = 0;
  for (let at = 0; at < weights.length; at++) {
    const part = partUp(rest * weights[at]!, all);
    const min = least[at]!;
    const max = most[at]!;
    if (max < part) held += max;
    else if (min >= part) held += min;
    else weight += weights[at]!;
  }
  return { rest: total - held, weight };
}

/** A quotient of safe integers up to the next whole number: a bound is beyond one exactly when it is beyond the other. */
function partUp(product: number, divisor: number): number {
  const whole = Math.floor(product / divisor);
  return whole * divisor === product ? whole : whole + 1;
}

/** Whole increments by largest remainder, ties to the earlier. */
function rounded({ weights, least, most }: Parts, { rest, weight }: SafeLevel, total: number): Omit<Shares, 'level'> {
  const n = weights.length;
  const units = new Float64Array(n);
  const decidedBy = new Uint8Array(n).fill(BY_LEVEL);
  const roundedUp = new Uint8Array(n);
  const remainders = new Float64Array(n);
  const places = new Int32Array(n);
  let between = 0;
  let left = total;
  for (let at = 0; at < n; at++) {
    const product = rest * weights[at]!;
    const min = least[at]!;
    const max = most[at]!;
    let part = Math.floor(product / weight);
    const remainder = product - part * weight;
    const up = remainder === 0 ? part : part + 1;
    if (up > max) part = max;
    else if (up <= min) part = min;
    else if (remainder > 0) {
      remainders[at] = remainder;
      places[between++] = at;
    }
    if (part === max && remainders[at] === 0) decidedBy[at] = BY_ORDER;
    else if (part === min && min > 0 && remainders[at] === 0) decidedBy[at] = BY_MINIMUM;
    units[at] = part;
    left -= part;
  }
  const takers = places.subarray(0, between);
  sortRows(takers, { values: remainders, scale: 0 }, 'descending');
  for (let turn = 0; turn < left; turn++) {
    const at = takers[turn]!;
    units[at]! += 1;
    roundedUp[at] = 1;
  }
  return { units, decidedBy, roundedUp };
}
