import type { Rejected } from '../../../core/errors.js';
import { idOrder } from '../../../core/fixed/idRanks.js';
import { fail as failCore } from '../../../core/fail.js';
import { merge, type Summary } from '../../../core/summary.js';
import { columnTable } from './columnTable.js';
import type { FactTable } from './factTable.js';
import { objectTable, type WrongFact } from './objectTable.js';
import { type CheckedCard, readScorecard } from './readScorecard.js';
import { rejectedRows } from './rejectedRows.js';
import type { ScoreColumns, ScoreEntry } from './scoreEntry.js';
import { columnScores, type ScoredColumns } from './scoredColumns.js';
import type { Scorecard, ScoreFacts, ScoreResult } from './scorecard.js';
import { scoreResult } from './scoreResult.js';
import {
  finishScores,
  scorePartition,
  scorePartitions,
  type ScorePart,
  type ScorePartition,
} from './scorePartition.js';
import { scoreTable } from './scoreTable.js';

/** What a scorecard makes of one entry. */
export type EntryScore = { readonly id: string } & ScoreResult;

/** The scores of many, by id, and the rows with a fault, by id and then by code. */
export interface ScoredEntries {
  readonly scores: readonly EntryScore[];
  readonly rejected: readonly Rejected[];
}

/** A scorecard that was checked once, for many. */
export interface ScorecardEvaluator {
  /**
   * Scores objects.
   *
   * @param options `group`: the facts of those who are scored together, for normalisers that look at all of them; default the entries
   */
  readonly objects: (
    entries: readonly ScoreEntry[],
    options?: { readonly group?: readonly ScoreFacts[] },
  ) => ScoredEntries;
  /**
   * Scores columns.
   *
   * @param options `group`: those who are scored together, for normalisers that look at all of them; default the columns
   */
  readonly columns: (columns: ScoreColumns, options?: { readonly group?: ScoreColumns }) => ScoredColumns;
  /**
   * Divides columns into partitions that can be scored apart, as plain JSON: each has some of the rows, and what
   * normalisers look at that compare everybody.
   *
   * @param by how many partitions
   * @throws SalesModelError `batch.partitions`, `scorecard.column`
   */
  readonly partition: (
    columns: ScoreColumns,
    by: number,
    options?: { readonly group?: ScoreColumns },
  ) => ScorePartition[];
  /** Scores a partition. */
  readonly compute: (partition: ScorePartition) => Summary<ScorePart>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  readonly merge: (a: Summary<ScorePart>, b: Summary<ScorePart>) => Summary<ScorePart>;
  /**
   * The scores of all rows, those of `columns`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  readonly finish: (summary: Summary<ScorePart>) => ScoredColumns;
}

/**
 * Checks a scorecard and returns what scores with it. A row is scored the same in whatever batch it comes, as long as the
 * group is the same.
 *
 * @param card items, gates, grades
 * @throws SalesModelError `scorecard.weights`, `scorecard.weightDigits`, `scorecard.negativeWeight`,
 *   `scorecard.duplicateItem`, `scorecard.targetZero`, `scorecard.target`, `scorecard.worst`, `scorecard.notInForm`,
 *   `scorecard.bound`, `scorecard.step`, `scorecard.gridShape`, `scorecard.minMaxEqual`, `scorecard.scale`,
 *   `scorecard.minCoverage`, `scorecard.tooLarge`, `scorecard.unknownItem`, `scorecard.unknownGrade`, `scorecard.factor`,
 *   `bands.order`, `bands.minMissing`, `ids.duplicate`, `option.unknown`, `key.forbidden`, `decimal.invalid`,
 *   `decimal.tooLong`, those of `compileRule` and of `evaluateCurve`; the evaluator `ids.duplicate`, `key.invalid`,
 *   `scorecard.column`, `scorecard.minMaxEqual`
 * @example
 * import { compileScorecard } from 'salesmodel/mechanisms/scoring';
 *
 * const card = compileScorecard({
 *   id: 'calls',
 *   items: [{ id: 'calls', metric: 'calls', weight: '1', normaliser: { kind: 'attainment', target: '40' } }],
 * });
 * const { scores } = card.objects([{ id: 'Bo', facts: { calls: 30 } }, { id: 'Ana', facts: { calls: '44' } }]);
 * scores.map((each) => each.status === 'scored' && `${each.id} ${each.total}`); // => ['Ana 110.00', 'Bo 75.00']
 * card.columns({ n: 2, metrics: { calls: { values: Float64Array.of(30, 44), scale: 0 } } }).total; // => Float64Array(2) [ 7500, 11000 ]
 */
export function compileScorecard(card: Scorecard): ScorecardEvaluator {
  const checked = readScorecard(card);
  return {
    objects: (entries, { group } = {}) => scoreObjects(checked, entries, group),
    columns(columns, { group } = {}) {
      const table = columnTable(columns, ['columns']);
      const others = group === undefined ? table : columnTable(group, ['group']);
      return columnScores(checked, table, others, columns.ids);
    },
    partition: (columns, by, { group = columns } = {}) => scorePartitions(checked, columns, by, group),
    compute: (partition) => scorePartition(checked, partition),
    merge,
    finish: (summary) => finishScores(checked, summary),
  };
}

function scoreObjects(
  card: CheckedCard,
  entries: readonly ScoreEntry[],
  group: readonly ScoreFacts[] | undefined,
): ScoredEntries {
  const ids = entries.map(({ id }) => id);
  ids.forEach((id, row) => {
    if (typeof id !== 'string') failCore('key.invalid', ['entries', row, 'id'], { value: id });
  });
  const order = idOrder(ids);
  order.forEach((row, place) => {
    if (place > 0 && ids[row] === ids[order[place - 1]!])
      failCore('ids.duplicate', ['entries', row, 'id'], { id: ids[row] });
  });
  const wrong: WrongFact[] = [];
  const table = objectTable(entries, (fact) => wrong.push(fact));
  const scored = scoreTable(card, table, groupTable(group) ?? table, () => faulty(wrong, entries.length));
  const rejected = rejectedRows(card, scored.faults, wrong, table, (row) => ids[row]);
  const isRejected = new Set(rejected.map(({ index }) => index));
  const scores: EntryScore[] = [];
  for (const row of order) {
    if (!isRejected.has(row)) scores.push({ id: ids[row]!, ...scoreResult(card, scored, table, row) });
  }
  return { scores, rejected };
}

/** Facts of others: what is wrong with them is theirs, and counts as missing here. */
export function groupTable(group: readonly ScoreFacts[] | undefined): FactTable | null {
  return group === undefined
    ? null
    : objectTable(
        group.map((facts) => ({ facts })),
        () => {},
      );
}

/** By row: 1 where a value could not be read. */
export function faulty(wrong: readonly WrongFact[], n: number): Uint8Array {
  const rows = new Uint8Array(n);
  for (const { row } of wrong) rows[row] = 1;
  return rows;
}
