import { Decimal, type DecimalLike, type DecimalString, times, toDecimal, toText } from '../../core/decimal.js';
import { compareText } from '../../core/compareText.js';
import type { Reason } from '../../core/errors.js';
import { compileRule } from '../rules/compileRule.js';
import type { Rule } from '../rules/rule.js';
import { unknownFields } from '../rules/unknownFields.js';
import { type RankedEntry, rankedEntries, type RankOptions, toRankTies } from './rank.js';
import { orderRows } from './standings.js';
import type { Direction, RankEntry } from './tieBreaker.js';
import { readEntries, type ValueColumn } from './valueEntry.js';

/** Who takes part in a leaderboard, and how it is ranked. */
export interface LeaderboardOptions extends RankOptions {
  /** A condition on the facts of an entry; unknown is not eligible. Default: everybody. */
  readonly eligible?: Rule;
  /** The value that an entry has to reach: at or above it, with `direction: 'lower'` at or below it. */
  readonly minimum?: DecimalLike;
}

/** An entry that takes no place, with every reason. */
export interface UnrankedEntry {
  readonly id: string;
  readonly value: DecimalString | null;
  readonly reasons: readonly Reason[];
}

/** Entries by rank, then id, and the others by id. */
export interface Leaderboard {
  readonly ranked: readonly RankedEntry[];
  readonly unranked: readonly UnrankedEntry[];
}

/**
 * Returns the ranking of the eligible entries that reach the minimum, by rank and then id, and the others with all
 * reasons (`belowMinimum`, `eligibilityUnknown`, `noValue`, `notEligible`), by id.
 *
 * @param entries one for each id, with the facts that conditions and tie-breakers read
 * @param options eligibility, minimum, ties, direction, tie-breakers
 * @throws SalesModelError `ids.duplicate`, `key.invalid`, `key.forbidden`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`, and those of `compileRule`
 * @example
 * import { leaderboard } from 'salesmodel/mechanisms/scoring';
 *
 * const board = leaderboard(
 *   [{ id: 'Ana', value: '47' }, { id: 'Bo', value: '50' }, { id: 'Cy', value: '47' }, { id: 'Di', value: '40' }],
 *   { minimum: '45' },
 * );
 * board.ranked.map(({ rank, id }) => `${rank} ${id}`); // => ['1 Bo', '2 Ana', '2 Cy']
 * board.unranked[0]?.reasons; // => [{ code: 'belowMinimum', params: { value: '40', minimum: '45' } }]
 */
export function leaderboard(entries: readonly RankEntry[], options: LeaderboardOptions = {}): Leaderboard {
  const ties = toRankTies(options.ties);
  const group = readEntries(entries, ['entries']);
  const tests = [
    valueTest(group),
    ...(options.minimum === undefined ? [] : [minimumTest(group, options.minimum, options.direction)]),
    ...(options.eligible === undefined ? [] : [eligibleTest(entries, options.eligible)]),
  ];
  const unranked: UnrankedEntry[] = [];
  const rows = group.rows.filter((row) => tests.every((test) => test(row) === null));
  if (rows.length < entries.length) {
    const isRanked = new Uint8Array(entries.length);
    for (const row of rows) isRanked[row] = 1;
    entries.forEach(({ id }, row) => {
      if (isRanked[row] === 1) return;
      const reasons = tests.map((test) => test(row)).filter((reason) => reason !== null);
      const value = group.present[row] === 1 ? group.texts[row]! : null;
      unranked.push({ id, value, reasons: reasons.toSorted((a, b) => compareText(a.code, b.code)) });
    });
  }
  return {
    ranked: rankedEntries(orderRows({ ...group, rows }, entries, options, ['entries']), ties),
    unranked: unranked.toSorted((a, b) => compareText(a.id, b.id)),
  };
}

/** Why a row takes no place, `null` when nothing speaks against it. */
type RowTest = (row: number) => Reason | null;

function valueTest({ present }: ValueColumn): RowTest {
  return (row) => (present[row] === 1 ? null : { code: 'noValue', params: {} });
}

function minimumTest(group: ValueColumn, minimum: DecimalLike, direction: Direction = 'higher'): RowTest {
  const { values, scale } = group.column;
  const bound = toDecimal(minimum, ['minimum']);
  const exact = times(bound, new Decimal(`1e${scale}`));
  const isHigher = direction === 'higher';
  const limit = BigInt((isHigher ? exact.ceil() : exact.floor()).toFixed());
  return (row) => {
    const value = values[row]!;
    if (group.present[row] === 0 || (isHigher ? value >= limit : value <= limit)) return null;
    return { code: 'belowMinimum', params: { value: group.texts[row]!, minimum: toText(bound) } };
  };
}

function eligibleTest(entries: readonly RankEntry[], rule: Rule): RowTest {
  const holds = compileRule(rule, { path: ['eligible'] });
  return (row) => {
    const { facts = {} } = entries[row]!;
    const truth = holds(facts);
    if (truth === true) return null;
    if (truth === false) return { code: 'notEligible', params: {} };
    return { code: 'eligibilityUnknown', params: { fields: unknownFields(rule, facts) } };
  };
}
