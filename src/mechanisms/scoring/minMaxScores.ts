import { minus, ONE } from '../../core/decimal.js';
import { Decimal } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type GroupScores, scoresByGroup } from './percentRank.js';
import { standingsOf } from './standings.js';
import type { ValueEntry } from './valueEntry.js';

/**
 * Returns how far each value lies on the way from the least of the group (0) to the greatest (1), the greatest first.
 *
 * @param values one entry for each id
 * @param options what all get when all are equal, default `0.5`
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { minMaxScores } from 'salesmodel/mechanisms/scoring';
 *
 * const { scores } = minMaxScores([{ id: 'Ana', value: '120' }, { id: 'Bo', value: '60' }, { id: 'Cy', value: '95' }]);
 * scores.map(({ id, score }) => `${id} ${score.value}`); // => ['Ana 1', 'Cy 0.583333333333', 'Bo 0']
 */
export function minMaxScores(
  values: readonly ValueEntry[],
  options: { readonly allEqual?: '0.5' | '1' } = {},
): GroupScores<Ratio> {
  const allEqual = oneOf(options.allEqual ?? '0.5', ['0.5', '1'], ['allEqual']);
  const standings = standingsOf(values, {});
  const { rows, column, starts } = standings;
  if (starts.length <= 2) {
    const shared = ratioOf(ONE, new Decimal(allEqual === '1' ? 1 : 2));
    return scoresByGroup(standings, () => shared);
  }
  const least = decimalAt(column, rows[rows.length - 1]!);
  const range = minus(decimalAt(column, rows[0]!), least);
  return scoresByGroup(standings, (start) => ratioOf(minus(decimalAt(column, rows[start]!), least), range));
}
