import type { DecimalString } from '../../core/decimal.js';
import { Decimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type Standings, standingsOf } from './standings.js';
import type { Direction } from './tieBreaker.js';
import { type ValueEntry } from './valueEntry.js';

/** A member of a group with a figure that comes from its place in it. */
export interface GroupScore<Score> {
  readonly id: string;
  readonly value: DecimalString;
  readonly score: Score;
}

/** The scores of a group, the best value first and equal ones by id, and the ids of the members without a value. */
export interface GroupScores<Score> {
  readonly scores: readonly GroupScore<Score>[];
  readonly unranked: readonly string[];
}

/**
 * Returns for each entry the share of the others that are worse, as the PERCENTRANK.INC of spreadsheets does.
 * One value alone has none: its ratio is `null` with the reason `alone`.
 *
 * @param values one entry for each id
 * @param options which values are better, default `higher`
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { percentRank } from 'salesmodel/mechanisms/scoring';
 *
 * const { scores } = percentRank([{ id: 'Ana', value: '88' }, { id: 'Bo', value: '95' }, { id: 'Cy', value: '70' }]);
 * scores.map(({ id, score }) => `${id} ${score.value}`); // => ['Bo 1', 'Ana 0.5', 'Cy 0']
 */
export function percentRank(
  values: readonly ValueEntry[],
  options: { readonly direction?: Direction } = {},
): GroupScores<Ratio> {
  const standings = standingsOf(values, { direction: options.direction ?? 'higher' });
  const n = standings.rows.length;
  return scoresByGroup(standings, (_, end) => ratioOf(new Decimal(n - end), new Decimal(n - 1), 'alone'));
}

/** One score for each group of equals, from its first place and the place behind its last. */
export function scoresByGroup<Score>(
  standings: Standings,
  score: (start: number, end: number) => Score,
): GroupScores<Score> {
  const { ids, rows, starts, missing } = standings;
  const scores: GroupScore<Score>[] = [];
  for (let group = 0; group + 1 < starts.length; group++) {
    const [start, end] = [starts[group]!, starts[group + 1]!];
    const shared = score(start, end);
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      scores.push({ id: ids[row]!, value: standings.texts[row]!, score: shared });
    }
  }
  return { scores, unranked: missing };
}
