import { apportion } from '../../core/apportion.js';
import { type DecimalString, ONE, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from './fail.js';
import { type Standings, standingsOf } from './standings.js';
import type { Direction, RankEntry, TieBreaker } from './tieBreaker.js';

const DISTRIBUTION_TIES = ['promote', 'demote', 'split', 'tieBreaker'] as const;

/**
 * Equal values on both sides of a cut: `promote` gives all the grade of the best of their positions, `demote` of the worst,
 * `split` cuts them by id and marks each, `tieBreaker` orders them by other values and promotes what is still equal.
 *
 * @useDeclaredType
 */
export type DistributionTies = (typeof DISTRIBUTION_TIES)[number];

/** A grade and the share of the group that is meant to have it. */
export interface GradeShare {
  readonly grade: string;
  /** From 0 to 1; the shares of all grades add up to 1. */
  readonly share: DecimalString;
}

/** How a distribution is forced. */
export type DistributionOptions = {
  /** Which values are better. Default `higher`. */
  readonly direction?: Direction;
} & (
  | {
      /** Default `promote`. */
      readonly ties?: 'promote' | 'demote' | 'split';
      readonly tieBreakers?: never;
    }
  | { readonly ties: 'tieBreaker'; readonly tieBreakers: readonly TieBreaker[] }
);

/** The place and the grade of one entry. */
export interface GradedEntry {
  readonly id: string;
  readonly value: DecimalString;
  /** From 1 on, best first; equals by id. */
  readonly position: number;
  readonly grade: string;
  /** There, and true, on every entry of a group of equals that was cut. */
  readonly splitTie?: true;
}

/** What a grade was meant to get and got. */
export interface GradeCount extends GradeShare {
  readonly quota: number;
  readonly count: number;
}

/** Entries by position, grades as given, and the ids of the entries without a value. */
export interface ForcedDistribution {
  readonly entries: readonly GradedEntry[];
  readonly grades: readonly GradeCount[];
  readonly unranked: readonly string[];
}

/**
 * Returns a grade for each entry by its position, best first. The places of a grade are its share of the group, in whole
 * places by largest remainder, equal remainders to the better grade. A better value never gets a worse grade, and equal
 * values get one grade unless `split` is asked for.
 *
 * @param values one entry for each id
 * @param grades best first; shares add up to 1
 * @param options ties, direction, tie-breakers
 * @throws SalesModelError `distribution.shares`, `distribution.tieBreakers`, `ids.duplicate`, `key.invalid`,
 *   `key.forbidden`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { forcedDistribution } from 'salesmodel/mechanisms/scoring';
 *
 * const values = [{ id: 'Ana', value: '91' }, { id: 'Bo', value: '78' }, { id: 'Cy', value: '91' }, { id: 'Di', value: '60' }];
 * const grades = [{ grade: 'A', share: '0.25' }, { grade: 'B', share: '0.5' }, { grade: 'C', share: '0.25' }];
 * forcedDistribution(values, grades).entries.map(({ id, grade }) => `${id} ${grade}`); // => ['Ana A', 'Cy A', 'Bo B', 'Di C']
 * forcedDistribution(values, grades, { ties: 'demote' }).grades.map(({ quota, count }) => [quota, count]); // => [[1, 0], [2, 3], [1, 1]]
 */
export function forcedDistribution(
  values: readonly RankEntry[],
  grades: readonly GradeShare[],
  options: DistributionOptions = {},
): ForcedDistribution {
  const ties = oneOf(options.ties ?? 'promote', DISTRIBUTION_TIES, ['ties']);
  const { direction = 'higher', tieBreakers } = options;
  if ((ties === 'tieBreaker') !== (tieBreakers !== undefined))
    fail('distribution.tieBreakers', ['tieBreakers'], { ties });
  const shares = readShares(grades);
  const standings = standingsOf(values, { direction, ...(tieBreakers ? { tieBreakers } : {}) });
  const quotas = apportion(standings.rows.length, shares, 'hamilton');
  const places = gradesInOrder(standings, quotas, ties);
  const counts = quotas.map(() => 0);
  for (const grade of places.grade) counts[grade]!++;
  const { ids, texts, rows } = standings;
  const entries = new Array<GradedEntry>(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const { grade } = grades[places.grade[place]!]!;
    const entry = { id: ids[row]!, value: texts[row]!, position: place + 1, grade };
    entries[place] = places.isSplit[place] === 1 ? { ...entry, splitTie: true } : entry;
  }
  return {
    entries,
    grades: grades.map(({ grade }, at) => ({ grade, share: shares[at]!, quota: quotas[at]!, count: counts[at]! })),
    unranked: standings.missing,
  };
}

/** The grade of each position, and whether its group of equals was cut. */
function gradesInOrder(
  { rows, starts }: Standings,
  quotas: readonly number[],
  ties: DistributionTies,
): { readonly grade: Int32Array; readonly isSplit: Uint8Array } {
  const byPosition = new Int32Array(rows.length);
  let filled = 0;
  quotas.forEach((quota, grade) => byPosition.fill(grade, filled, (filled += quota)));
  const isSplit = new Uint8Array(rows.length);
  const grade = byPosition.slice();
  for (let group = 0; group + 1 < starts.length; group++) {
    const [start, end] = [starts[group]!, starts[group + 1]!];
    if (byPosition[start] === byPosition[end - 1]) continue;
    if (ties === 'split') isSplit.fill(1, start, end);
    else grade.fill(byPosition[ties === 'demote' ? end - 1 : start]!, start, end);
  }
  return { grade, isSplit };
}

function readShares(grades: readonly GradeShare[]): DecimalString[] {
  const names = new Set<string>();
  const shares = grades.map(({ grade, share }, at) => {
    if (names.has(grade)) failCore('ids.duplicate', ['grades', at, 'grade'], { id: grade });
    names.add(grade);
    const value = toDecimal(share, ['grades', at, 'share']);
    if (value.lt(0)) fail('distribution.shares', ['grades', at, 'share'], { value: toText(value) });
    return value;
  });
  const sum = shares.reduce(plus, ZERO);
  if (!sum.eq(ONE)) fail('distribution.shares', ['grades'], { value: toText(sum) });
  return shares.map(toText);
}
