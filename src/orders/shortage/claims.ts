import type { Decimal, DecimalString } from '../../core/decimal.js';
import type { INNER_RULES } from './shortage.js';

/** Whole numbers that are not negative: doubles where all are safe integers, else integers of any size. */
export type Units = Float64Array | readonly bigint[];

/** A supply and the claims on it, in columns by partner; quantities in whole increments. */
export interface Claims {
  readonly rule: (typeof INNER_RULES)[number];
  readonly increment: Decimal;
  readonly supply: Decimal;
  /** Whole increments of it. */
  readonly available: bigint;
  /** Ascending. */
  readonly partners: readonly string[];
  readonly asked: readonly DecimalString[];
  readonly orders: Units;
  /** Guaranteed quantities, up to the order; `null` where there are none. */
  readonly minima: Units | null;
  /** What the rule shares by: prior sales, plan or rate, in units of the weights, or the order; `null` where it needs none. */
  readonly weights: Units | null;
  /** Decimals of the unit of the weights. */
  readonly weightScale: number;
  /** In units of the stocks; `null` where the rule reads none. */
  readonly stocks: Units | null;
  /** Decimals of the unit of the stocks, at least those of the increment. */
  readonly stockScale: number;
  /** `null` where all are of one class. */
  readonly priorities: Float64Array | null;
  /** 1 where the order is no multiple of the increment. */
  readonly isCut: Uint8Array;
}

/** One claim, for rules that are solved in integers of any size. */
export interface Claim {
  readonly order: bigint;
  readonly minimum: bigint;
  /** 1 where the rule needs none. */
  readonly weight: bigint;
  readonly stock: bigint;
}

/** The claims one by one. */
export function claimsOf({ orders, minima, weights, stocks }: Claims): Claim[] {
  return Array.from(orders as ArrayLike<number | bigint>, (order, at) => ({
    order: BigInt(order),
    minimum: minima === null ? 0n : BigInt(minima[at]!),
    weight: weights === null ? 1n : BigInt(weights[at]!),
    stock: stocks === null ? 0n : BigInt(stocks[at]!),
  }));
}

/** The claims at some places, in the order of these. */
export function claimsAt(claims: Claims, places: Int32Array): Claims {
  const { minima, weights, stocks, priorities, isCut } = claims;
  return {
    ...claims,
    partners: textsAt(claims.partners, places),
    asked: textsAt(claims.asked, places),
    orders: unitsAt(claims.orders, places),
    minima: minima && unitsAt(minima, places),
    weights: weights && unitsAt(weights, places),
    stocks: stocks && unitsAt(stocks, places),
    priorities: priorities && doublesAt(priorities, places),
    isCut: isCut.includes(1) ? Uint8Array.from(places, (at) => isCut[at]!) : isCut.slice(0, places.length),
  };
}

function textsAt(texts: readonly string[], places: Int32Array): string[] {
  const chosen = new Array<string>(places.length);
  for (let at = 0; at < places.length; at++) chosen[at] = texts[places[at]!]!;
  return chosen;
}

function unitsAt(units: Units, places: Int32Array): Units {
  return units instanceof Float64Array ? doublesAt(units, places) : Array.from(places, (at) => units[at]!);
}

function doublesAt(values: Float64Array, places: Int32Array): Float64Array {
  const chosen = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) chosen[at] = values[places[at]!]!;
  return chosen;
}

/** Sum of whole numbers that are not negative. */
export function sumOf(units: Units): bigint {
  let sum = 0n;
  if (!(units instanceof Float64Array)) {
    for (const value of units) sum += value;
    return sum;
  }
  let small = 0;
  for (let at = 0; at < units.length; at++) {
    const value = units[at]!;
    if (small + value > Number.MAX_SAFE_INTEGER) {
      sum += BigInt(small);
      small = 0;
    }
    small += value;
  }
  return sum + BigInt(small);
}
