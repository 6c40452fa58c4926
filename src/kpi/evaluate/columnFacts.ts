import type { DictionaryColumn } from '../../core/columns.js';
import { compareText } from '../../core/compareText.js';
import type { Rejected } from '../../core/errors.js';
import { fail } from '../fail.js';
import { distinct } from './distinct.js';
import { type FactColumn, factColumn, type FactTable, type KpiColumns } from './factTable.js';
import type { ReadFacts } from './objectFacts.js';

/**
 * Reads columns. A row whose member or period is no place in its dictionary is rejected; rows of one member and period
 * contradict each other, so all of them are.
 *
 * @throws SalesModelError `kpi.columnLength`, `kpi.column`
 */
export function columnFacts({ n, member, period, measures }: KpiColumns): ReadFacts {
  const columns = new Map<string, FactColumn>();
  for (const [name, { values, scale }] of Object.entries(measures)) {
    const path = ['columns', 'measures', name];
    if (values.length !== n) fail('kpi.columnLength', path, { expected: n, length: values.length });
    const column = factColumn(values, scale);
    if (column.size !== column.size && !isWhole(values)) fail('kpi.column', [...path, 'values']);
    columns.set(name, column);
  }
  const members = axisOf(member, n, 'member');
  const periods = axisOf(period, n, 'period');
  const wrong: Rejected[] = [];
  let dropped: Uint8Array | null = null;
  for (const { faults } of [members, periods]) {
    for (const fault of faults) {
      dropped ??= new Uint8Array(n);
      dropped[fault.index] = 1;
      wrong.push(fault);
    }
  }
  for (const index of repeated(members, periods, dropped)) {
    const names = { member: members.names[members.codes[index]!], period: periods.names[periods.codes[index]!] };
    wrong.push({ index, code: 'kpi.duplicateFact', path: ['columns', index], params: { measure: '*', ...names } });
  }
  if (wrong.length > 0) dropped ??= new Uint8Array(n);
  for (const { index } of wrong) dropped![index] = 1;
  const table: FactTable = {
    n,
    members: members.names,
    periods: periods.names,
    member: members.codes,
    period: periods.codes,
    columns,
    dropped,
  };
  return { table, rejected: wrong.toSorted((a, b) => a.index - b.index) };
}

function isWhole(values: Float64Array | BigInt64Array): boolean {
  return !(values instanceof Float64Array) || values.every((value) => value !== value || Number.isSafeInteger(value));
}

/** Names in ascending order, which of them a row has, and the rows that have none. */
interface Axis {
  readonly names: readonly string[];
  readonly codes: Int32Array;
  readonly faults: readonly Rejected[];
}

function axisOf({ dictionary, codes }: DictionaryColumn, n: number, name: 'member' | 'period'): Axis {
  if (codes.length !== n) fail('kpi.columnLength', ['columns', name], { expected: n, length: codes.length });
  if (isAscending(dictionary) && allBelow(codes, dictionary.length)) return { names: dictionary, codes, faults: [] };
  const names = [...new Set(dictionary)].filter(isName).toSorted(compareText);
  const places = new Map(names.map((each, place) => [each, place]));
  const placeOf = dictionary.map((each) => places.get(each));
  const faults: Rejected[] = [];
  const own = codes.map((code, index) => {
    const place = placeOf[code];
    if (place !== undefined) return place;
    const isNone = code === -1 || code in dictionary;
    faults.push({
      index,
      code: isNone ? 'kpi.key' : 'kpi.columnCode',
      path: ['columns', name, index],
      params: { value: isNone ? (dictionary[code] ?? null) : code },
    });
    return 0;
  });
  return { names, codes: own, faults };
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name !== '';
}

/** Whether these are names, each once and in order. */
function isAscending(names: readonly string[]): boolean {
  for (let at = 1; at < names.length; at++) if (!(names[at - 1]! < names[at]!)) return false;
  return names.every(isName);
}

/** Of `code` and `last − code` one is negative where a code lies outside 0 … last. */
function allBelow(codes: Int32Array, count: number): boolean {
  const last = (count - 1) | 0;
  let bits = last;
  for (let row = 0; row < codes.length; row++) bits |= codes[row]! | (last - codes[row]!);
  return bits >= 0 || codes.length === 0;
}

/** The rows whose member and period another row has, too. */
function repeated(members: Axis, periods: Axis, dropped: Uint8Array | null): readonly number[] {
  const n = members.codes.length;
  const size = members.names.length * periods.names.length;
  const codes = new Float64Array(n);
  compose(codes, members.codes, members.names.length);
  compose(codes, periods.codes, periods.names.length);
  const { found, placeOf } = distinct(codes, size, dropped);
  const isLeft = dropped === null ? n : dropped.reduce((left, isDropped) => left - isDropped, n);
  if (found.length === isLeft) return [];
  const counts = new Int32Array(found.length + 1);
  for (const place of placeOf) counts[place]!++;
  return Array.from(placeOf.keys()).filter((row) => placeOf[row]! < found.length && counts[placeOf[row]!]! > 1);
}

/** Takes one more axis into the codes of rows. */
export function compose(codes: Float64Array, axis: Int32Array, size: number): void {
  for (let row = 0; row < codes.length; row++) codes[row] = codes[row]! * size + axis[row]!;
}
