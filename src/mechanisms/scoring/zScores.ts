import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { type GroupScores, scoresByGroup } from './percentRank.js';
import { spreadOf } from './spread.js';
import { standingsOf } from './standings.js';
import type { ValueEntry } from './valueEntry.js';

/** Sums of squares keep so many bits: no double overflows, and what is cut off is far below its last digit. */
const MAX_BITS = 960;

/**
 * Returns how many standard deviations each value lies above the mean, an estimate; the greatest first. All are 0 when
 * all values are equal.
 *
 * @param values one entry for each id
 * @param options whose standard deviation: `population` (default, divides by n) or `sample` (by n − 1)
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { zScores } from 'salesmodel/mechanisms/scoring';
 *
 * const { scores } = zScores([{ id: 'Ana', value: '120' }, { id: 'Bo', value: '60' }, { id: 'Cy', value: '90' }]);
 * scores.map(({ id, score }) => `${id} ${score.toFixed(4)}`); // => ['Ana 1.2247', 'Cy 0.0000', 'Bo -1.2247']
 */
export function zScores(
  values: readonly ValueEntry[],
  options: { readonly sd?: 'population' | 'sample' } = {},
): GroupScores<Estimate> {
  const sd = oneOf(options.sd ?? 'population', ['population', 'sample'], ['sd']);
  const standings = standingsOf(values, {});
  const { rows, column } = standings;
  const integers = Array.from(rows, (row) => BigInt(column.values[row]!));
  const { n, sum, squares } = spreadOf(integers);
  if (squares === 0n) return scoresByGroup(standings, () => 0);
  const half = BigInt(Math.max(0, Math.ceil((squares.toString(16).length * 4 - MAX_BITS) / 2)));
  const deviation = Math.sqrt(Number(squares >> (2n * half)) / (sd === 'population' ? n : n - 1));
  return scoresByGroup(standings, (start) => Number((BigInt(n) * integers[start]! - sum) >> half) / deviation);
}
