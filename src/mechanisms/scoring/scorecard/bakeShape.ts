import { ceilingOf, type Fraction, floorOf, timesFractions } from '../../../core/fraction.js';
import { unitsOf } from './readScorecard.js';
import type { Shape } from './shape.js';

/** A shape over integers, in doubles: segment k is that of the least k with x below `limit[k]`. */
export interface BakedShape {
  readonly limit: Float64Array;
  /** Points are (a·x + b) ÷ c in units of the item scale; NaN where a number of them is no safe integer. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  /** 0 has points, 1 is `na`, 2 a fault. */
  readonly state: Uint8Array;
  readonly least: number;
  readonly most: number;
}

/** @param scale of the values; points are in units of `itemScale` */
export function bakeShape({ segments, least, most }: Shape, scale: number, itemScale: number): BakedShape {
  const n = segments.length;
  const baked = {
    limit: new Float64Array(n).fill(Infinity),
    a: new Float64Array(n),
    b: new Float64Array(n),
    c: new Float64Array(n).fill(1),
    state: new Uint8Array(n),
    least: least === null ? -Infinity : Number(unitsOf(least, itemScale)),
    most: most === null ? Infinity : Number(unitsOf(most, itemScale)),
  };
  const unit: Fraction = { n: 10n ** BigInt(scale), d: 1n };
  segments.forEach(({ to, inclusive, line }, at) => {
    if (to !== null) {
      const end = timesFractions(to, unit);
      baked.limit[at] = Number(inclusive ? floorOf(end) + 1n : ceilingOf(end));
    }
    if (typeof line === 'string') {
      baked.state[at] = line === 'na' ? 1 : 2;
      return;
    }
    const { a, b, c } = lineIntegers(line.slope, line.offset, scale, itemScale);
    [baked.a[at], baked.b[at], baked.c[at]] = [safe(a), safe(b), safe(c)];
  });
  return baked;
}

/** Points over an integer x of 10⁻ˢᶜᵃˡᵉ units as (a·x + b) ÷ c, in lowest terms. */
export function lineIntegers(
  slope: Fraction,
  offset: Fraction,
  scale: number,
  itemScale: number,
): { readonly a: bigint; readonly b: bigint; readonly c: bigint } {
  const unit = 10n ** BigInt(scale);
  const points = 10n ** BigInt(itemScale);
  if (slope.n === 0n) return { a: 0n, b: unitsOf(offset, itemScale), c: 1n };
  const a = slope.n * points * offset.d;
  const b = offset.n * points * slope.d * unit;
  const c = slope.d * offset.d * unit;
  const common = gcd(gcd(a, b), c);
  return { a: a / common, b: b / common, c: c / common };
}

function gcd(a: bigint, b: bigint): bigint {
  for (; b !== 0n; [a, b] = [b, a % b]);
  return a < 0n ? -a : a;
}

function safe(value: bigint): number {
  const double = Number(value);
  return Number.isSafeInteger(double) ? double : NaN;
}
