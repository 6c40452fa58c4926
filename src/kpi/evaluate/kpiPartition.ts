import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import { compareText } from '../../core/compareText.js';
import type { Rejected } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import {
  checkPartitions,
  type Partition,
  partitions,
  type Summary,
  summaryOf,
  wholeBatch,
} from '../../core/summary.js';
import { plainColumn, type PlainColumn, typedColumn } from '../../mechanisms/scoring/scorecard/plainColumn.js';
import { addQuotients, type GroupSums } from './aggregate.js';
import { columnFacts } from './columnFacts.js';
import type { KpiColumns } from './factTable.js';
import { type Figures, type GroupedSums, groupSums, kpiRows, type KpiTable } from './kpiTable.js';
import { compareKeys, type GroupKey, KPI_KEYS, type KpiGrouping, type KpiKey } from './rowGroups.js';

/** A dictionary column in plain JSON. */
export interface PlainDictionary {
  readonly dictionary: readonly string[];
  readonly codes: readonly number[];
}

/** Facts of some members, all of each, in plain JSON. */
export interface KpiPartition extends Partition {
  /** The row of the columns that each row was. */
  readonly rows: readonly number[];
  readonly member: PlainDictionary;
  readonly period: PlainDictionary;
  readonly measures: Readonly<Record<string, PlainColumn>>;
  readonly by: readonly KpiKey[];
  readonly groups: Readonly<Record<string, string>>;
}

/** What a part of the members adds to a measure of each group: integers as text. */
export interface PlainSums {
  readonly scale: number;
  readonly numerator: readonly (string | null)[];
  readonly denominator?: readonly string[];
  readonly members?: readonly number[];
}

/** What a part of the members adds to each group, and the faults of its rows. */
export interface KpiPart {
  readonly by: readonly KpiKey[];
  readonly keys: readonly GroupKey[];
  readonly sums: Readonly<Record<string, PlainSums>>;
  readonly rejected: readonly Rejected[];
}

/**
 * Divides columns into stretches of members: the facts of a member stay together, as its periods make one figure.
 *
 * @param by number of partitions
 */
export function kpiPartitions(columns: KpiColumns, by: number, options: KpiGrouping): KpiPartition[] {
  const count = checkPartitions(by, ['by']);
  const keys = (options.by ?? []).map((key, index) => oneOf(key, KPI_KEYS, ['options', 'by', index]));
  // Checks the columns as a whole; what is wrong with a row is found in its partition.
  columnFacts(columns);
  const { member, period, measures } = columns;
  const names = [...new Set(member.dictionary)].toSorted(compareText);
  const places = new Map(names.map((name, place) => [name, Math.floor((place * count) / names.length)]));
  const rowsOf = partitions(count).map((): number[] => []);
  member.codes.forEach((code, row) => rowsOf[places.get(member.dictionary[code]!) ?? 0]!.push(row));
  return partitions(count).map((partition): KpiPartition => {
    const rows = rowsOf[partition.index]!;
    return {
      ...partition,
      rows,
      member: someOf(member, rows),
      period: someOf(period, rows),
      measures: Object.fromEntries(
        Object.entries(measures).map(([name, column]) => [name, plainColumn(cellsOf(column, rows))]),
      ),
      by: keys,
      groups: options.groups ?? {},
    };
  });
}

/** Some rows of a dictionary column, with the names that they have; a code beyond the whole dictionary stays as it is. */
function someOf({ dictionary, codes }: DictionaryColumn, rows: readonly number[]): PlainDictionary {
  const used = [...new Set(rows.map((row) => codes[row]!))].filter((code) => code in dictionary);
  const placeOf = new Map(used.map((code, place) => [code, place]));
  return {
    dictionary: used.map((code) => dictionary[code]!),
    codes: rows.map((row) => placeOf.get(codes[row]!) ?? codes[row]!),
  };
}

function cellsOf({ values, scale }: DecimalColumn, rows: readonly number[]): DecimalColumn {
  const some =
    values instanceof Float64Array
      ? Float64Array.from(rows, (row) => values[row]!)
      : BigInt64Array.from(rows, (row) => values[row]!);
  return { values: some, scale };
}

/** Puts the facts of a partition together. */
export function kpiPart(figures: Figures, partition: KpiPartition): Summary<KpiPart> {
  const { rows, member, period, measures, by, groups } = partition;
  const { table, rejected } = columnFacts({
    n: rows.length,
    member: { ...member, codes: Int32Array.from(member.codes) },
    period: { ...period, codes: Int32Array.from(period.codes) },
    measures: Object.fromEntries(Object.entries(measures).map(([name, column]) => [name, typedColumn(column)])),
  });
  const { keys, sums } = groupSums(figures, table, { by, groups });
  return summaryOf(partition, {
    by,
    keys,
    sums: Object.fromEntries([...sums].map(([id, own]) => [id, plainSums(own)])),
    rejected: rejected.map((fault) => ({
      ...fault,
      index: rows[fault.index]!,
      path: fault.path.map((step) => (typeof step === 'number' ? rows[step]! : step)),
    })),
  });
}

function plainSums({ scale, numerator, denominator, members }: GroupSums): PlainSums {
  return {
    scale,
    numerator: numerator.map((value) => (value === null ? null : String(value))),
    ...(denominator === undefined ? {} : { denominator: denominator.map(String) }),
    ...(members === undefined ? {} : { members }),
  };
}

/** The figures of all facts from the summary of all partitions. */
export function finishKpis(figures: Figures, summary: Summary<KpiPart>): KpiTable {
  const parts = wholeBatch(summary);
  const keys = new Map<string, GroupKey>();
  for (const part of parts) for (const key of part.keys) keys.set(JSON.stringify(key), key);
  const sorted = [...keys.values()].toSorted(compareKeys);
  const places = new Map(sorted.map((key, place) => [JSON.stringify(key), place]));
  const placesOf = parts.map((part) => part.keys.map((key) => places.get(JSON.stringify(key))!));
  const sums = new Map(
    figures.measures.map(({ id }) => [
      id,
      together(
        parts.map((part) => part.sums[id]!),
        placesOf,
        sorted.length,
      ),
    ]),
  );
  const grouped: GroupedSums = { by: parts[0]!.by, keys: sorted, sums };
  return {
    rows: kpiRows(figures, grouped),
    rejected: parts.flatMap(({ rejected }) => rejected).toSorted((a, b) => a.index - b.index),
  };
}

/** The sums of a measure over all parts. */
function together(parts: readonly PlainSums[], placesOf: readonly (readonly number[])[], count: number): GroupSums {
  const numerator = Array<bigint | null>(count).fill(null);
  const denominator = Array<bigint>(count).fill(1n);
  const members = Array<number>(count).fill(0);
  parts.forEach((part, at) => {
    part.numerator.forEach((value, group) => {
      if (value === null) return;
      const place = placesOf[at]![group]!;
      const by = BigInt(part.denominator?.[group] ?? 1);
      const [n, d] = addQuotients(numerator[place]!, denominator[place]!, BigInt(value), by);
      numerator[place] = n;
      denominator[place] = d;
      members[place]! += part.members?.[group] ?? 0;
    });
  });
  const [{ scale, denominator: own }] = parts as [PlainSums];
  return { scale, numerator, ...(own === undefined ? {} : { denominator, members }) };
}
