import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import { compareText } from '../../core/compareText.js';
import { fail } from '../fail.js';

/** Facts as columns: a row is one member in one period, with a column for each measure. */
export interface KpiColumns {
  /** Number of rows. */
  readonly n: number;
  readonly member: DictionaryColumn;
  /** Labels that sort as texts in the order of time, such as `2026-03` or `2026-Q1`. */
  readonly period: DictionaryColumn;
  /** By the measure of the facts. */
  readonly measures: Readonly<Record<string, DecimalColumn>>;
}

/** One measure by row. */
export interface FactColumn {
  readonly values: ArrayLike<number | bigint>;
  readonly scale: number;
  readonly has: (row: number) => boolean;
}

/** What is aggregated: rows with the places of their member and period, both in ascending order. */
export interface FactTable {
  readonly n: number;
  readonly members: readonly string[];
  readonly periods: readonly string[];
  readonly member: Int32Array;
  readonly period: Int32Array;
  readonly columns: ReadonlyMap<string, FactColumn>;
}

/** Reads columns. */
export function columnFacts({ n, member, period, measures }: KpiColumns): FactTable {
  const members = ranked(member, n, 'member');
  const periods = ranked(period, n, 'period');
  const cells = members.names.length * periods.names.length;
  // A bit of memory a possible cell, or a set where most of them are empty.
  const seen = cells <= 64 * n ? new Uint8Array(cells) : null;
  const known = new Set<number>();
  for (let row = 0; row < n; row++) {
    const key = members.codes[row]! * periods.names.length + periods.codes[row]!;
    if (seen === null ? known.has(key) : seen[key] === 1) {
      fail('kpi.duplicateFact', ['columns', row], {
        measure: '*',
        member: members.names[members.codes[row]!],
        period: periods.names[periods.codes[row]!],
      });
    }
    if (seen === null) known.add(key);
    else seen[key] = 1;
  }
  const columns = new Map<string, FactColumn>();
  for (const [name, { values, scale }] of Object.entries(measures)) {
    const path = ['columns', 'measures', name];
    if (values.length !== n) fail('kpi.columnLength', path, { expected: n, length: values.length });
    const has =
      values instanceof Float64Array ? (row: number): boolean => !Number.isNaN(values[row]) : (): boolean => true;
    columns.set(name, { values, scale, has });
  }
  return {
    n,
    members: members.names,
    periods: periods.names,
    member: members.codes,
    period: periods.codes,
    columns,
  };
}

/** The names in ascending order, and which of them a row has. */
function ranked(
  { dictionary, codes }: DictionaryColumn,
  n: number,
  name: 'member' | 'period',
): { readonly names: readonly string[]; readonly codes: Int32Array } {
  if (codes.length !== n) fail('kpi.columnLength', ['columns', name], { expected: n, length: codes.length });
  const names = [...new Set(dictionary)].toSorted(compareText);
  const places = new Map(names.map((each, place) => [each, place]));
  const placeOf = dictionary.map((each) => places.get(each)!);
  return {
    names,
    codes: codes.map((code, row) => placeOf[code] ?? fail('kpi.columnCode', ['columns', name, row], { value: code })),
  };
}
