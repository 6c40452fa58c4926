import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DecisionTable,
  type DecisionTest,
  evaluateTable,
  lintTable,
} from '../../../src/mechanisms/rules/index.js';

const bound = fc.constantFrom('0', '10', '10.5', '20');
const amountTest: fc.Arbitrary<DecisionTest> = fc.oneof(
  bound,
  fc.record({ op: fc.constantFrom('lt', 'le', 'gt', 'ge', 'ne'), value: bound }),
  fc.tuple(bound, bound).map(([a, b]) => ({
    op: 'between' as const,
    value: Number(a) < Number(b) ? ([a, b] as const) : ([b, a] as const),
  })),
);
const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01');
const dayTest: fc.Arbitrary<DecisionTest> = fc.oneof(
  fc.record({ op: fc.constantFrom('lt', 'ge', 'eq'), value: day }),
  fc.record({
    op: fc.constant('within'),
    value: fc.constantFrom({ from: '2026-01-01', to: '2026-02-01' }, { to: '2026-01-02' }),
  }),
);
const textTest: fc.Arbitrary<DecisionTest> = fc.oneof(
  fc.constantFrom('A', 'B', 'AB'),
  fc.subarray(['A', 'B', 'C']),
  fc.record({ op: fc.constant('notIn'), value: fc.subarray(['A', 'B', 'C']) }),
  fc.record({ op: fc.constant('startsWith'), value: fc.constantFrom('A', 'AB', '') }),
);
const row = fc.record({
  when: fc.record({ amount: amountTest, on: dayTest, text: textTest, ok: fc.boolean() }, { requiredKeys: [] }),
  output: fc.nat(),
  priority: fc.integer({ min: 0, max: 2 }),
});
const tables = fc.record({
  inputs: fc.constant([
    { field: 'amount' },
    { field: 'on' },
    { field: 'text', type: 'string' as const },
    { field: 'ok' },
  ]),
  rows: fc.uniqueArray(row, {
    maxLength: 5,
    selector: ({ when }) => JSON.stringify(Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }),
  hit: fc.constantFrom('first', 'unique', 'all', 'priority'),
}) as fc.Arbitrary<DecisionTable>;
/** Values of all sorts, the bounds and their neighbours among them. */
const facts = fc.record({
  amount: fc.constantFrom('-1', '0', '0.001', '9.999', '10', '10.25', '10.5', '10.51', '19', '20', '20.01', '1000'),
  on: fc.constantFrom(
    '0001-01-01',
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-31',
    '2026-02-01',
    '9999-12-31',
  ),
  text: fc.constantFrom('A', 'B', 'C', 'AB', 'AA', 'ABC', 'ABa', 'b', '', 'zz'),
  ok: fc.boolean(),
});

test('what the linter says of a table is so on every fact', () => {
  fc.assert(
    fc.property(tables, fc.array(facts, { minLength: 20, maxLength: 20 }), (table, samples) => {
      const findings = lintTable(table);
      const dead = findings.filter(({ code }) => code === 'deadRow').map(({ path }) => path[1]);
      const has = (code: string): boolean => findings.some((finding) => finding.code === code);
      for (const fact of samples) {
        const decision = evaluateTable(table, fact);
        if (decision.ok) {
          for (const { row: index } of decision.hits) expect(dead).not.toContain(index);
        } else {
          expect(has(decision.reasons[0]!.code === 'noRow' ? 'gap' : 'overlap')).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('every example of a finding shows it', () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (const { code, params } of lintTable(table)) {
        if (code === 'deadRow') continue;
        const decision = evaluateTable(table, params['example'] as object);
        const expected = code === 'gap' ? { code: 'noRow', params: {} } : { code: 'conflict' };
        expect(decision).toMatchObject({ ok: false, reasons: [expected], unknown: [] });
      }
    }),
    { numRuns: 150 },
  );
});

test('the order of inputs changes no verdict', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const verdict = (one: DecisionTable): unknown => [
        ...new Set(
          lintTable(one).map(
            ({ code, path, params }) => `${code} ${JSON.stringify(code === 'gap' ? 0 : [path, params['rows']])}`,
          ),
        ),
      ];
      expect(verdict({ ...table, inputs: table.inputs.toReversed() })).toEqual(verdict(table));
    }),
    { numRuns: 100 },
  );
});
