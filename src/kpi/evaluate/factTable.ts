import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';

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

/** One measure by row, in units of 10⁻ˢᶜᵃˡᵉ; NaN or `null` where a row has none. */
export interface FactColumn {
  readonly values: Float64Array | BigInt64Array | readonly (bigint | null)[];
  readonly scale: number;
  /** The magnitudes of doubles together where every row has one, which bounds every sum of them; else NaN. */
  readonly size: number;
}

export function factColumn(values: FactColumn['values'], scale: number): FactColumn {
  return { values, scale, size: values instanceof Float64Array ? sumAbs(values) : NaN };
}

/** What is aggregated: rows with the places of their member and period, both in ascending order. */
export interface FactTable {
  readonly n: number;
  readonly members: readonly string[];
  readonly periods: readonly string[];
  readonly member: Int32Array;
  readonly period: Int32Array;
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** 1 for a row that was rejected and counts nowhere; `null` where none was. */
  readonly dropped: Uint8Array | null;
}

/** The value of a row, `null` where it has none. */
export function valueAt({ values }: FactColumn, row: number): number | bigint | null {
  const value = values[row]!;
  return value === value ? value : null;
}
