import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { scaledText, toScaled } from '../../core/scaled.js';
import { toIncrement } from '../../core/rounding.js';
import { shareOut } from '../../mechanisms/scoring/shareOut.js';
import { fail } from '../fail.js';

/** Quantity and price of a product in two periods; a price may be absent where the quantity is 0. */
export interface PriceVolumeLine {
  readonly id: string;
  /** Not negative, as is q1. */
  readonly q0: DecimalLike;
  readonly p0?: DecimalLike;
  readonly q1: DecimalLike;
  readonly p1?: DecimalLike;
}

/** What is counted how. */
export interface PriceVolumeOptions {
  /**
   * `separate` (default): new and discontinued products are bars of their own. `mix`: they are part of volume and mix,
   * for which a new one needs a price of before.
   */
  readonly newLines?: 'separate' | 'mix';
  /** Bars are multiples of this positive decimal. Default `0.01`. */
  readonly unit?: DecimalLike;
}

/** The way from one revenue to another; the bars add up to `change`. */
export type PriceVolumeMix =
  | {
      readonly ok: true;
      readonly before: DecimalString;
      readonly after: DecimalString;
      readonly change: DecimalString;
      readonly price: DecimalString;
      readonly volume: DecimalString;
      readonly mix: DecimalString;
      readonly newLines: DecimalString;
      readonly discontinued: DecimalString;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns why a revenue changed: by prices, Σ(p1 − p0)·q1; by volume, the change of all quantities at the average price of
 * before; by mix, what dearer or cheaper products took of each other; by new and by discontinued products. The bars are
 * exact and rounded by largest remainder once, so that they add up to the change.
 *
 * @param lines products, each once
 * @param options new products, unit
 * @throws SalesModelError `pvm.negative`, `pvm.duplicate`, `rounding.increment`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { priceVolumeMix } from 'salesmodel/kpi';
 *
 * const bridge = priceVolumeMix([
 *   { id: 'A', q0: 100, p0: 10, q1: 120, p1: 11 },
 *   { id: 'B', q0: 50, p0: 20, q1: 40, p1: 19 },
 *   { id: 'C', q0: 0, q1: 10, p1: 30 },
 * ]);
 * bridge.ok && [bridge.price, bridge.volume, bridge.mix, bridge.newLines, bridge.change];
 * // => ['80.00', '133.33', '-133.33', '300.00', '380.00']
 */
export function priceVolumeMix(lines: readonly PriceVolumeLine[], options: PriceVolumeOptions = {}): PriceVolumeMix {
  const isSeparate = oneOf(options.newLines ?? 'separate', ['separate', 'mix'], ['options', 'newLines']) === 'separate';
  const unit = toIncrement(options.unit ?? '0.01', ['options', 'unit']);
  const reasons: Reason[] = [];
  const ids = new Set<string>();
  const read = lines.map((line, at) => {
    const { id } = line;
    if (ids.has(id)) fail('pvm.duplicate', ['lines', at, 'id'], { id });
    ids.add(id);
    const q0 = quantity(line.q0, ['lines', at, 'q0']);
    const q1 = quantity(line.q1, ['lines', at, 'q1']);
    const priceOf = (side: 'p0' | 'p1', isNeeded: boolean): Decimal => {
      const price = line[side];
      if (price !== undefined) return toDecimal(price, ['lines', at, side]);
      if (isNeeded) reasons.push({ code: 'priceMissing', params: { line: id, price: side } });
      return ZERO;
    };
    const isNew = q0.isZero() && !q1.isZero();
    const p0 = priceOf('p0', !q0.isZero() || (!isSeparate && isNew));
    return { q0, q1, p0, p1: priceOf('p1', !q1.isZero()) };
  });
  if (reasons.length > 0) return { ok: false, reasons };
  const both = read.filter(({ q0, q1 }) => !isSeparate || (!q0.isZero() && !q1.isZero()));
  const only = (quantityOf: 'q0' | 'q1', other: 'q0' | 'q1', price: 'p0' | 'p1'): Decimal =>
    isSeparate
      ? sum(read.filter((line) => line[other].isZero()).map((line) => times(line[quantityOf], line[price])))
      : ZERO;
  const all0 = sum(both.map(({ q0 }) => q0));
  const all1 = sum(both.map(({ q1 }) => q1));
  const revenue0 = sum(both.map(({ q0, p0 }) => times(q0, p0)));
  // Without quantities before there is no average price: what is sold now at the prices of before is mix.
  const by = all0.isZero() ? ONE : all0;
  const price = sum(both.map(({ p0, p1, q1 }) => times(minus(p1, p0), q1)));
  const volume = all0.isZero() ? ZERO : times(minus(all1, all0), revenue0);
  const atOldPrices = sum(both.map(({ q1, p0 }) => times(q1, p0)));
  const mix = minus(times(atOldPrices, by), times(all1, all0.isZero() ? ZERO : revenue0));
  const bars = [
    times(price, by),
    volume,
    mix,
    times(only('q1', 'q0', 'p1'), by),
    times(only('q0', 'q1', 'p0'), by).neg(),
  ];
  const divisor = times(by, unit);
  const scale = [...bars, divisor].reduce((most, value) => Math.max(most, value.dp()), 0);
  const shared = shareOut(
    bars.map((bar) => toScaled(bar, scale)),
    toScaled(divisor, scale),
  );
  const step = toScaled(unit, unit.dp());
  const text = (units: bigint): DecimalString => scaledText(units * step, unit.dp());
  const [onPrice, onVolume, onMix, onNew, onGone] = shared.parts.map(text) as [string, string, string, string, string];
  return {
    ok: true,
    before: toText(sum(read.map(({ q0, p0 }) => times(q0, p0)))),
    after: toText(sum(read.map(({ q1, p1 }) => times(q1, p1)))),
    change: text(shared.total),
    price: onPrice,
    volume: onVolume,
    mix: onMix,
    newLines: onNew,
    discontinued: onGone,
  };
}

function quantity(value: DecimalLike, path: readonly (string | number)[]): Decimal {
  const units = toDecimal(value, path);
  return units.isNegative() ? fail('pvm.negative', path, { value: toText(units) }) : units;
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(plus, ZERO);
}
