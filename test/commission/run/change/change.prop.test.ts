import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileRun,
  type Run,
  type RunInput,
  type StatementKey,
  type Transaction,
} from '../../../../src/commission/index.js';
import { type Change, changedInputs } from './change.arb.js';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changes rows as a run does, and returns what is left of them with the keys that the run gave. */
function apply(run: Run, rows: readonly Transaction[], change: Change): [Transaction[], readonly StatementKey[]] {
  switch (change.kind) {
    case 'append':
      return [[...rows, ...change.rows], run.append(change.rows)];
    case 'replace': {
      const id = rows[change.at % rows.length]!.id;
      const place = rows.findIndex((row) => row.id === id);
      const left = rows.flatMap((row, at) => (at === place ? [change.row] : row.id === id ? [] : [row]));
      return [left, run.replace(id, change.row)];
    }
    case 'remove': {
      const { id } = rows[change.at % rows.length]!;
      return [rows.filter((row) => row.id !== id), run.remove(id)];
    }
    case 'read':
      return [[...rows], []];
  }
}

function compiled({ plans, payees, assignments, hierarchy, crediting, rates, transactions: _, ...options }: RunInput) {
  return {
    evaluator: compileRun({
      plans,
      payees,
      assignments,
      hierarchy: hierarchy ?? [],
      crediting: crediting ?? {},
      rates: rates ?? [],
    }),
    options: { ...options, detail: 'lines' as const },
  };
}

test('any sequence of changes gives the bytes of a run over the rows that are left', () => {
  fc.assert(
    fc.property(changedInputs, ({ input, start, changes }) => {
      const { evaluator, options } = compiled(input);
      let rows: Transaction[] = input.transactions.slice(0, start);
      const live = evaluator.objects(rows, options);
      let before = evaluator.objects(rows, options).result.statements;
      for (const change of changes) {
        if (rows.length === 0 && (change.kind === 'replace' || change.kind === 'remove')) continue;
        const [left, keys] = apply(live, rows, change);
        rows = left;
        const whole = evaluator.objects(rows, options);
        if (change.kind !== 'read') {
          const { statements } = whole.result;
          const reached = new Set(keys.map((key) => JSON.stringify(key)));
          for (const one of [...before, ...statements]) {
            const isIn = (list: typeof statements): boolean => list.some((each) => isSame(each, one));
            if (isIn(before) && isIn(statements)) continue;
            const key = { payeeId: one.payeeId, planId: one.planId, period: one.period.start };
            expect(reached).toContain(JSON.stringify(key));
          }
          before = statements;
        } else if (change.what === 'result') {
          expect(JSON.stringify(live.result)).toBe(JSON.stringify(whole.result));
        } else if (change.what === 'statements') {
          for (const { id } of input.payees) {
            const own = whole.result.statements.filter(({ payeeId }) => payeeId === id);
            expect(live.statementsOf(id)).toEqual(own);
          }
        } else {
          expect(live.earnings.slots).toEqual(whole.earnings.slots);
        }
      }
      expect(JSON.stringify(live.result)).toBe(JSON.stringify(evaluator.objects(rows, options).result));
    }),
    { numRuns: 60 },
  );
});
