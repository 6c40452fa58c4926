import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { type Rejected, SalesModelError } from '../../core/errors.js';
import { fixedColumn } from '../../core/fixed/column.js';
import { type FactColumn, factColumn, type FactTable } from './factTable.js';

/** One figure of one member in one period. */
export interface KpiFact {
  readonly measure: string;
  readonly member: string;
  /** A label that sorts as text in the order of time, such as `2026-03` or `2026-Q1`. */
  readonly period: string;
  readonly value: DecimalLike;
  /** Of money, where it may differ. */
  readonly currency?: string;
}

/** Facts that can be aggregated, and those that can not, by row. */
export interface ReadFacts {
  readonly table: FactTable;
  readonly rejected: readonly Rejected[];
}

/**
 * Reads facts one by one. Facts of one measure, member and period contradict each other, so all of them are rejected.
 *
 * @param isKnown whether a measure of facts is used
 * @param currency the currency of money; a fact of another one is rejected
 */
export function objectFacts(
  facts: readonly KpiFact[],
  isKnown: (measure: string) => boolean,
  currency: string | undefined,
): ReadFacts {
  const rejected: Rejected[] = [];
  const texts = new Map<number, DecimalString>();
  const rowsByKey = new Map<string, number[]>();
  facts.forEach((fact, index) => {
    const faults = [...faultsOf(fact, isKnown, currency), ...read(fact, index, texts)];
    if (faults.length > 0) {
      rejected.push(...faults.map((fault) => ({ index, ...fault })));
      return;
    }
    const key = JSON.stringify([fact.measure, fact.member, fact.period]);
    const rows = rowsByKey.get(key);
    if (rows === undefined) rowsByKey.set(key, [index]);
    else rows.push(index);
  });
  const kept: number[] = [];
  for (const rows of rowsByKey.values()) {
    if (rows.length === 1) kept.push(rows[0]!);
    else {
      for (const index of rows) {
        const { measure, member, period } = facts[index]!;
        rejected.push({
          index,
          code: 'kpi.duplicateFact',
          path: ['facts', index],
          params: { measure, member, period },
        });
      }
    }
  }
  return { table: tableOf(kept, facts, texts), rejected: rejected.toSorted((a, b) => a.index - b.index) };
}

type Fault = Omit<Rejected, 'index'>;

function faultsOf(fact: KpiFact, isKnown: (measure: string) => boolean, currency: string | undefined): Fault[] {
  const faults: Fault[] = [];
  for (const field of ['member', 'period'] as const) {
    if (typeof fact[field] !== 'string' || fact[field] === '') {
      faults.push({ code: 'kpi.key', path: [field], params: { value: fact[field] ?? null } });
    }
  }
  if (!isKnown(fact.measure)) {
    faults.push({ code: 'kpi.unknownMeasure', path: ['measure'], params: { measure: fact.measure ?? null } });
  }
  if (currency !== undefined && fact.currency !== undefined && fact.currency !== currency) {
    faults.push({ code: 'kpi.mixedCurrency', path: ['currency'], params: { currencies: [currency, fact.currency] } });
  }
  return faults;
}

function read({ value }: KpiFact, index: number, texts: Map<number, DecimalString>): Fault[] {
  try {
    texts.set(index, toText(toDecimal(value)));
    return [];
  } catch (error) {
    if (!(error instanceof SalesModelError)) throw error;
    return [{ code: error.code, path: ['value'], params: { ...error.params, value: value ?? null } }];
  }
}

function tableOf(kept: readonly number[], facts: readonly KpiFact[], texts: ReadonlyMap<number, string>): FactTable {
  const members = names(kept.map((index) => facts[index]!.member));
  const periods = names(kept.map((index) => facts[index]!.period));
  const rowOf = new Map<number, number>();
  const cells = new Map<string, { rows: number[]; texts: string[] }>();
  for (const index of kept) {
    const { measure, member, period } = facts[index]!;
    const key = members.places.get(member)! * periods.list.length + periods.places.get(period)!;
    if (!rowOf.has(key)) rowOf.set(key, rowOf.size);
    const cell = cells.get(measure) ?? { rows: [], texts: [] };
    cell.rows.push(rowOf.get(key)!);
    cell.texts.push(texts.get(index)!);
    cells.set(measure, cell);
  }
  const n = rowOf.size;
  const columns = new Map<string, FactColumn>();
  for (const [measure, cell] of cells) {
    const { values, scale } = fixedColumn(cell.texts);
    const placeOf = new Int32Array(n).fill(-1);
    cell.rows.forEach((row, place) => (placeOf[row] = place));
    const byRow =
      values instanceof Float64Array
        ? Float64Array.from(placeOf, (place) => (place === -1 ? NaN : values[place]!))
        : Array.from(placeOf, (place) => (place === -1 ? null : values[place]!));
    columns.set(measure, factColumn(byRow, scale));
  }
  const keys = [...rowOf.keys()];
  const count = periods.list.length;
  return {
    n,
    members: members.list,
    periods: periods.list,
    member: Int32Array.from(keys, (key) => Math.floor(key / count)),
    period: Int32Array.from(keys, (key) => key % count),
    columns,
    dropped: null,
  };
}

function names(texts: readonly string[]): { readonly list: readonly string[]; readonly places: Map<string, number> } {
  const list = [...new Set(texts)].toSorted(compareText);
  return { list, places: new Map(list.map((each, place) => [each, place])) };
}
