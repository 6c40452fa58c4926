import { Decimal, type DecimalLike, type DecimalString } from '../../core/decimal.js';
import { bigintsOf } from '../../core/fixed/column.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from './fail.js';
import { sortedColumn } from './quantile.js';

/** A point of a Lorenz curve: the poorest `population` of all hold `share` of the total. */
export interface LorenzPoint {
  readonly population: Ratio;
  readonly share: Ratio;
}

/** How unevenly a total is spread over its parts. A ratio has no value when the total is 0. */
export interface Concentration {
  readonly n: number;
  readonly total: DecimalString;
  /** 0 when all parts are equal, toward 1 when one holds everything. */
  readonly gini: Ratio;
  /** `gini` × n/(n − 1), which reaches 1; without a value for one part. */
  readonly giniCorrected: Ratio;
  /** Herfindahl index, the sum of the squared shares: from 1/n to 1. */
  readonly herfindahl: Ratio;
  /** The number of equal parts that would have the same Herfindahl index. */
  readonly effectiveNumber: Ratio;
  /**
   * Corners of the Lorenz curve from (0, 0) to (1, 1): one behind each group of equal parts, for between them the curve is
   * straight. None when the total is 0.
   */
  readonly lorenz: readonly LorenzPoint[];
}

/**
 * Returns the concentration of parts that are not negative: Gini coefficient, Herfindahl index, effective number and
 * Lorenz curve, all exact.
 * Gini (1912) by ranks: 2Σ i·x₍ᵢ₎ / (nΣx) − (n + 1)/n.
 *
 * @param values parts of a total, in any order
 * @throws SalesModelError `concentration.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { concentration } from 'salesmodel/mechanisms/scoring';
 *
 * const { gini, herfindahl, effectiveNumber, lorenz } = concentration(['30', '30', '20', '20']);
 * gini.value; // => '0.1'
 * herfindahl.value; // => '0.26'
 * effectiveNumber.value; // => '3.846153846154'
 * lorenz.map(({ population, share }) => [population.value, share.value]); // => [['0', '0'], ['0.5', '0.4'], ['1', '1']]
 */
export function concentration(values: readonly DecimalLike[]): Concentration {
  const column = sortedColumn(values);
  const { scale } = column;
  const parts = bigintsOf(column);
  if (parts[0] !== undefined && parts[0] < 0n) {
    const at = values.findIndex((value) => new Decimal(value).lt(0));
    fail('concentration.negative', ['values', at], { value: String(values[at]) });
  }
  const n = BigInt(parts.length);
  let total = 0n;
  let ranked = 0n;
  let squares = 0n;
  parts.forEach((part, index) => {
    total += part;
    ranked += BigInt(index + 1) * part;
    squares += part * part;
  });
  const decimal = (units: bigint): Decimal => scaledDecimal(units, scale);
  const excess = decimal(2n * ranked - (n + 1n) * total);
  return {
    n: parts.length,
    total: scaledText(total, scale),
    gini: ratioOf(excess, decimal(n * total)),
    giniCorrected: ratioOf(excess, decimal(n > 0n ? (n - 1n) * total : 0n)),
    herfindahl: ratioOf(scaledDecimal(squares, 2 * scale), scaledDecimal(total * total, 2 * scale)),
    effectiveNumber: ratioOf(scaledDecimal(total * total, 2 * scale), scaledDecimal(squares, 2 * scale)),
    lorenz: total === 0n ? [] : lorenzOf(parts, decimal),
  };
}

function lorenzOf(parts: readonly bigint[], decimal: (units: bigint) => Decimal): LorenzPoint[] {
  const total = decimal(parts.reduce((sum, part) => sum + part, 0n));
  const n = new Decimal(parts.length);
  const points: LorenzPoint[] = [];
  let sum = 0n;
  const add = (count: number): void => {
    points.push({ population: ratioOf(new Decimal(count), n), share: ratioOf(decimal(sum), total) });
  };
  add(0);
  parts.forEach((part, index) => {
    sum += part;
    if (part !== parts[index + 1]) add(index + 1);
  });
  return points;
}
