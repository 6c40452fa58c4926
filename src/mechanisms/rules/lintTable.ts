import type { Finding } from '../../core/errors.js';
import { compileRule } from './compileRule.js';
import type { DecisionTable } from './decisionTable.js';
import type { FieldOptions } from './field.js';
import { type Box, indicesOf, surveyTable } from './surveyTable.js';
import { cellsOf, labelsOf } from './tableCells.js';
import { tableRules } from './tableRules.js';

/**
 * Returns what is wrong with a decision table, proved over all combinations of values that its rows tell apart:
 *
 * - `deadRow`: a row that never decides, because other rows go before it (`coveredBy`) or because it can never hold;
 * - `gap`: values for which no row holds; `when` names them by input, `example` is a fact with such values;
 * - `overlap`: two `rows` that hold together where one must decide (`unique`, or equal priorities), with an `example`.
 *
 * Inputs are taken as known, unless a row asks whether one `exists`. Findings are sorted by code, then by row.
 *
 * @param table inputs, rows and hit policy; rows may name inputs only
 * @param options catalogue of fields
 * @throws SalesModelError the errors of `compileTable`, and `rule.limit` for more than 20,000 combinations
 * @example
 * import { lintTable } from 'salesmodel/mechanisms/rules';
 *
 * const findings = lintTable({
 *   inputs: [{ field: 'amount', min: '0' }],
 *   rows: [
 *     { when: { amount: { op: 'lt', value: '100' } }, output: 'small' },
 *     { when: { amount: { op: 'gt', value: '100' } }, output: 'large' },
 *   ],
 *   hit: 'unique',
 * });
 * findings[0]?.params; // => { when: { amount: ['100'] }, example: { amount: '100' } }
 */
export function lintTable(
  table: DecisionTable,
  options: Pick<FieldOptions<never>, 'fields' | 'path'> = {},
): readonly Finding[] {
  const { path = [] } = options;
  const { rules, fields } = tableRules(table, options);
  const leavesOn = (field: string) => rules.map(({ all }) => all.filter((leaf) => leaf.field === field));
  const cells = table.inputs.map((input) => cellsOf(input, leavesOn(input.field).flat(), fields[input.field]!));
  const holding = table.inputs.map(({ field }, input) => {
    const tests = leavesOn(field).map((all) =>
      compileRule<unknown>({ all }, { fields, read: () => (sample) => sample }),
    );
    return cells[input]!.map(({ sample }) => bitsOf(tests.map((test) => test(sample) === true)));
  });
  const { gaps, conflicts, deciding } = surveyTable(table, holding, path);

  const byInput = (value: (input: number) => unknown): object => {
    const entries = table.inputs.map(({ field }, input): [string, unknown] => [field, value(input)]);
    return Object.fromEntries(entries.filter(([, found]) => found !== undefined));
  };
  const example = (at: readonly number[]): object => byInput((input) => cells[input]![at[input]!]!.sample);
  const labels = (box: Box): object =>
    byInput((input) => (box[input] ? labelsOf(cells[input]!, box[input]) : undefined));

  const findings: Finding[] = [];
  for (const [row, winners] of deciding.entries()) {
    const coveredBy = indicesOf(winners);
    if (coveredBy.includes(row)) continue;
    findings.push({ code: 'deadRow', severity: 'warning', path: [...path, 'rows', row], params: { coveredBy } });
  }
  for (const box of gaps) {
    const params = { when: labels(box), example: example(box.map((indices) => indices?.[0] ?? 0)) };
    findings.push({ code: 'gap', severity: 'warning', path: [...path, 'rows'], params });
  }
  for (const [pair, at] of conflictingPairs(conflicts)) {
    const params = { rows: pair, example: example(at) };
    findings.push({ code: 'overlap', severity: 'error', path: [...path, 'rows', pair[1]], params });
  }
  return findings;
}

type Pair = readonly [number, number];

/** Each pair of rows that meets in a conflict, by its later row, with the first place where it does. */
function conflictingPairs(conflicts: ReadonlyMap<bigint, readonly number[]>): readonly [Pair, readonly number[]][] {
  const pairs = new Map<string, [Pair, readonly number[]]>();
  for (const [bits, at] of conflicts) {
    const rows = indicesOf(bits);
    for (const [index, a] of rows.entries()) {
      for (const b of rows.slice(index + 1)) {
        if (!pairs.has(`${a},${b}`)) pairs.set(`${a},${b}`, [[a, b], at]);
      }
    }
  }
  return [...pairs.values()].toSorted(([a], [b]) => a[1] - b[1] || a[0] - b[0]);
}

function bitsOf(flags: readonly boolean[]): bigint {
  return flags.reduce((bits, flag, index) => (flag ? bits | (1n << BigInt(index)) : bits), 0n);
}
