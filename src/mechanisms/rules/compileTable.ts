import type { Reason } from '../../core/errors.js';
import { compileRuleSet } from './compileRuleSet.js';
import type { DecisionRow, DecisionTable } from './decisionTable.js';
import type { FieldOptions } from './field.js';
import { tableRules } from './tableRules.js';

/** A row that decides. */
export interface DecisionHit<Output = unknown> {
  /** Index of the row. */
  readonly row: number;
  readonly id?: string;
  readonly output: Output;
}

/**
 * What a decision table says of a fact: the rows that decide, or why none does (`noRow`, `conflict` with its `rows`).
 * `unknown` has the rows that do not count because an input of theirs is missing.
 */
export type Decision<Output = unknown> =
  | { readonly ok: true; readonly hits: readonly DecisionHit<Output>[]; readonly unknown: readonly number[] }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly unknown: readonly number[] };

/**
 * Compiles a decision table into a function of a fact that returns the rows that decide under the table's hit policy,
 * or the reasons why none does.
 *
 * @param table inputs, rows and hit policy; rows may name inputs only
 * @param options catalogue of fields, source of values
 * @throws SalesModelError `table.conflict` for rows that ask the same where one must decide, `rule.unknownField`,
 * `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`, `decimal.invalid`, `decimal.tooLong`,
 * `date.invalid`, `period.order`
 * @example
 * import { compileTable } from 'salesmodel/mechanisms/rules';
 *
 * const rate = compileTable({
 *   inputs: [{ field: 'region' }, { field: 'amount' }],
 *   rows: [
 *     { when: { region: ['EU', 'US'], amount: { op: 'ge', value: '1000' } }, output: '0.05' },
 *     { when: { region: 'EU' }, output: '0.03' },
 *   ],
 *   hit: 'first',
 * });
 * rate({ region: 'EU', amount: '1000' }); // => { ok: true, hits: [{ row: 0, output: '0.05' }], unknown: [] }
 * rate({ region: 'EU' }); // => { ok: true, hits: [{ row: 1, output: '0.03' }], unknown: [0] }
 * rate({ region: 'US', amount: '5' }); // => { ok: false, reasons: [{ code: 'noRow', params: {} }], unknown: [] }
 */
export function compileTable<Output, F = object>(
  table: DecisionTable<Output>,
  options: FieldOptions<F> = {},
): (fact: F) => Decision<Output> {
  const { rows, hit } = table;
  const { rules, fields } = tableRules(table, options);
  const set = compileRuleSet<F>(rules, { ...options, fields });
  return (fact) => {
    const { held, unknown } = set.classify(fact);
    const deciding = hit === 'first' ? held.slice(0, 1) : hit === 'priority' ? highest(rows, held) : held;
    if (deciding.length === 0) return { ok: false, reasons: [{ code: 'noRow', params: {} }], unknown };
    if (deciding.length > 1 && hit !== 'all') {
      return { ok: false, reasons: [{ code: 'conflict', params: { rows: deciding } }], unknown };
    }
    return { ok: true, hits: deciding.map((row) => hitOf(rows[row]!, row)), unknown };
  };
}

/**
 * Returns the rows of a decision table that decide on one fact, or the reasons why none does. Use `compileTable` for
 * many facts.
 *
 * @param table inputs, rows and hit policy; rows may name inputs only
 * @param fact plain object, nested or with dotted keys
 * @param options catalogue of fields, source of values
 * @throws SalesModelError the errors of `compileTable`
 * @example
 * import { evaluateTable } from 'salesmodel/mechanisms/rules';
 *
 * const table = { inputs: [{ field: 'vip' }], rows: [{ id: 'gift', when: { vip: true }, output: 10 }], hit: 'all' } as const;
 * evaluateTable(table, { vip: true }); // => { ok: true, hits: [{ row: 0, id: 'gift', output: 10 }], unknown: [] }
 */
export function evaluateTable<Output, F = object>(
  table: DecisionTable<Output>,
  fact: F,
  options: FieldOptions<F> = {},
): Decision<Output> {
  return compileTable(table, options)(fact);
}

/** The rows of the highest priority. */
function highest(rows: readonly DecisionRow[], held: readonly number[]): readonly number[] {
  const top = Math.max(...held.map((row) => rows[row]!.priority ?? 0));
  return held.filter((row) => (rows[row]!.priority ?? 0) === top);
}

function hitOf<Output>({ id, output }: DecisionRow<Output>, row: number): DecisionHit<Output> {
  return id === undefined ? { row, output } : { row, id, output };
}
