import { parseDay, NO_DAY } from '../../core/parseDay.js';
import { DECIMAL_PATTERN, type DecimalLike, toDecimal } from '../../core/decimal.js';
import { SalesModelError } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import type { ConflictEvent, RejectedFact, UndeterminedConflict } from './conflictData.js';

/** Where rules put what they find. */
export interface FactSink {
  readonly events: ConflictEvent[];
  readonly undetermined: UndeterminedConflict[];
  readonly rejected: RejectedFact[];
}

/** Day of a fact without one. */
export const UNKNOWN_DAY = NO_DAY;

/** Rows of a list that can be read, with their days; the rest is rejected. */
export function readRows<Row extends { readonly id: string; readonly on?: string | null }>(
  rows: readonly Row[],
  list: RejectedFact['list'],
  figure: (row: Row) => DecimalLike | null | undefined,
  sink: FactSink,
  visit: (row: Row, day: number) => void,
): void {
  const seen = new Set<string>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (seen.size === seen.add(row.id).size) failCore('ids.duplicate', [list, at, 'id'], { id: row.id });
    const { on } = row;
    const day = on == null ? UNKNOWN_DAY : parseDay(on);
    if (day === NO_DAY && on != null) {
      sink.rejected.push({ list, id: row.id, code: 'date.invalid', params: { value: on } });
      continue;
    }
    const value = figure(row);
    const fault = value == null || (typeof value === 'string' && DECIMAL_PATTERN.test(value)) ? null : faultOf(value);
    if (fault !== null) sink.rejected.push({ list, id: row.id, ...fault });
    else visit(row, day);
  }
}

function faultOf(value: DecimalLike): Pick<RejectedFact, 'code' | 'params'> | null {
  try {
    toDecimal(value);
    return null;
  } catch (error) {
    if (!(error instanceof SalesModelError)) throw error;
    return { code: error.code, params: { value: String(value) } };
  }
}
