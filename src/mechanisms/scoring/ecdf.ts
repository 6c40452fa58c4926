import { Decimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type GroupScores, scoresByGroup } from './percentRank.js';
import { standingsOf } from './standings.js';
import type { Direction } from './tieBreaker.js';
import type { ValueEntry } from './valueEntry.js';

/**
 * Returns for each entry the share of all, itself included, that are worse or equal: the empirical distribution function.
 *
 * @param values one entry for each id
 * @param options which values are better, default `higher`
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { ecdf } from 'salesmodel/mechanisms/scoring';
 *
 * const { scores } = ecdf([{ id: 'Ana', value: '88' }, { id: 'Bo', value: '95' }, { id: 'Cy', value: '88' }, { id: 'Di', value: '70' }]);
 * scores.map(({ id, score }) => `${id} ${score.value}`); // => ['Bo 1', 'Ana 0.75', 'Cy 0.75', 'Di 0.25']
 */
export function ecdf(
  values: readonly ValueEntry[],
  options: { readonly direction?: Direction } = {},
): GroupScores<Ratio> {
  const standings = standingsOf(values, { direction: options.direction ?? 'higher' });
  const n = standings.rows.length;
  return scoresByGroup(standings, (start) => ratioOf(new Decimal(n - start), new Decimal(n)));
}
