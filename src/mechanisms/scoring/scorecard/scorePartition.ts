import type { Rejected } from '../../../core/errors.js';
import {
  checkPartitions,
  type Partition,
  partitions,
  type Summary,
  summaryOf,
  wholeBatch,
} from '../../../core/summary.js';
import { columnTable } from './columnTable.js';
import { plainColumn, type PlainColumn, typedColumn } from './plainColumn.js';
import type { CheckedCard } from './readScorecard.js';
import { sortRejected } from './rejectedRows.js';
import type { MetricColumn, ScoreColumns } from './scoreEntry.js';
import { columnScores, type ScoredColumns } from './scoredColumns.js';
import type { ScoreResult } from './scorecard.js';

/** Columns in plain JSON. */
export interface PlainColumns {
  readonly n: number;
  readonly ids?: readonly string[];
  readonly metrics: Readonly<Record<string, PlainColumn>>;
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
  readonly lastScores: Readonly<Record<string, PlainColumn>>;
}

/** Some rows of columns to be scored. */
export interface ScorePartition extends Partition {
  /** Number of rows before them. */
  readonly first: number;
  readonly columns: PlainColumns;
  /** What normalisers look at that rank or range over all who are scored together. */
  readonly group: PlainColumns;
}

/** The scores of some rows, by row. */
export interface ScorePart {
  readonly first: number;
  readonly status: readonly number[];
  readonly covered: readonly number[];
  readonly total: readonly number[];
  readonly beforeGates: readonly number[];
  readonly grade: readonly number[];
  readonly items: readonly Readonly<Record<'score' | 'counts' | 'contribution' | 'state', readonly number[]>>[];
  readonly gates: readonly Readonly<Record<'state' | 'delta', readonly number[]>>[];
  readonly rejected: readonly Rejected[];
  readonly results: readonly (ScoreResult | null)[];
}

/**
 * Divides columns into stretches of rows.
 *
 * @param by number of partitions
 * @param group those who are scored together
 */
export function scorePartitions(
  card: CheckedCard,
  columns: ScoreColumns,
  by: number,
  group: ScoreColumns,
): ScorePartition[] {
  const count = checkPartitions(by, ['by']);
  columnTable(columns, ['columns']);
  if (group !== columns) columnTable(group, ['group']);
  const compared = new Set(
    card.items.flatMap(({ source, metric }) => (source.kind === 'rank' || source.kind === 'minMax' ? [metric] : [])),
  );
  const metrics = Object.fromEntries(Object.entries(group.metrics).filter(([name]) => compared.has(name)));
  const together = plainColumns({ n: group.n, metrics }, 0, group.n);
  return partitions(count).map((partition): ScorePartition => {
    const first = Math.floor((partition.index * columns.n) / count);
    const end = Math.floor(((partition.index + 1) * columns.n) / count);
    return { ...partition, first, columns: plainColumns(columns, first, end), group: together };
  });
}

/** Scores the rows of a partition. */
export function scorePartition(card: CheckedCard, partition: ScorePartition): Summary<ScorePart> {
  const { first } = partition;
  const columns = typedColumns(partition.columns);
  const table = columnTable(columns, ['columns']);
  const scored = columnScores(card, table, columnTable(typedColumns(partition.group), ['group']), columns.ids);
  return summaryOf(partition, {
    first,
    status: [...scored.status],
    covered: [...scored.covered],
    total: [...scored.total],
    beforeGates: [...scored.beforeGates],
    grade: [...scored.grade],
    items: scored.items.map(({ score, counts, contribution, state }) => ({
      score: [...score],
      counts: [...counts],
      contribution: [...contribution],
      state: [...state],
    })),
    gates: scored.gates.map(({ state, delta }) => ({ state: [...state], delta: [...delta] })),
    rejected: scored.rejected.map((entry) => ({ ...entry, index: entry.index + first })),
    results: Array.from(scored.status, (_, row) => scored.result(row)),
  });
}

/** The scores of all rows from the summary of all partitions. */
export function finishScores(card: CheckedCard, summary: Summary<ScorePart>): ScoredColumns {
  const parts = wholeBatch(summary);
  const all = (read: (part: ScorePart) => readonly number[]): number[] => parts.flatMap(read);
  const results = parts.flatMap((part) => part.results);
  const none = columnScores(card, columnTable(NO_ROWS, []), columnTable(NO_ROWS, []), undefined);
  return {
    ...none,
    n: results.length,
    status: Uint8Array.from(all(({ status }) => status)),
    covered: Float64Array.from(all(({ covered }) => covered)),
    total: Float64Array.from(all(({ total }) => total)),
    beforeGates: Float64Array.from(all(({ beforeGates }) => beforeGates)),
    grade: Int32Array.from(all(({ grade }) => grade)),
    items: none.items.map(({ id }, at) => ({
      id,
      score: Float64Array.from(all(({ items }) => items[at]!.score)),
      counts: Uint8Array.from(all(({ items }) => items[at]!.counts)),
      contribution: Float64Array.from(all(({ items }) => items[at]!.contribution)),
      state: Uint8Array.from(all(({ items }) => items[at]!.state)),
    })),
    gates: none.gates.map(({ id, effect }, at) => ({
      id,
      effect,
      state: Uint8Array.from(all(({ gates }) => gates[at]!.state)),
      delta: Float64Array.from(all(({ gates }) => gates[at]!.delta)),
    })),
    rejected: sortRejected(parts.flatMap(({ rejected }) => rejected)),
    result: (row) => results[row] ?? null,
  };
}

const NO_ROWS: ScoreColumns = { n: 0, metrics: {} };

function plainColumns(
  { ids, metrics, facts = {}, lastScores = {} }: ScoreColumns,
  from: number,
  to: number,
): PlainColumns {
  const plain = (columns: Readonly<Record<string, MetricColumn>>): Record<string, PlainColumn> =>
    mapped(columns, ({ values, scale }) => plainColumn({ values: values.subarray(from, to), scale }));
  return {
    n: to - from,
    ...(ids === undefined ? {} : { ids: ids.slice(from, to) }),
    metrics: plain(metrics),
    facts: mapped(facts, (values) => values.slice(from, to).map((value) => value ?? null)),
    lastScores: plain(lastScores),
  };
}

function typedColumns({ n, ids, metrics, facts, lastScores }: PlainColumns): ScoreColumns {
  const typed = (columns: Readonly<Record<string, PlainColumn>>): Record<string, MetricColumn> =>
    mapped(columns, typedColumn);
  return { n, ...(ids === undefined ? {} : { ids }), metrics: typed(metrics), facts, lastScores: typed(lastScores) };
}

function mapped<From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
}
