import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileRun,
  type Run,
  type RunInput,
  type StatementKey,
  type Transaction,
} from '../../../../src/commission/index.js';
import { type Change, type ChangedInput, changedInputs, plainChanges } from './change.arb.js';

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

/** Statements of a run by what they say, so that those of two runs can be told apart. */
function stated({ result }: Run): Map<string, StatementKey> {
  return new Map(
    result.statements.map((one) => [
      JSON.stringify(one),
      { payeeId: one.payeeId, planId: one.planId, period: one.period.start },
    ]),
  );
}

/** Keys of the statements that are in one of two runs alone. */
function differing(a: ReadonlyMap<string, StatementKey>, b: ReadonlyMap<string, StatementKey>): StatementKey[] {
  return [
    ...[...a].flatMap(([text, key]) => (b.has(text) ? [] : [key])),
    ...[...b].flatMap(([text, key]) => (a.has(text) ? [] : [key])),
  ];
}

/** Holds a run under changes against the runs over the rows that are left, wherever it is read. */
function check({ input, start, changes }: ChangedInput): void {
  const { evaluator, options } = compiled(input);
  let rows: Transaction[] = input.transactions.slice(0, start);
  const live = evaluator.objects(rows, options);
  let before = stated(evaluator.objects(rows, options));
  const reached = new Set<string>();
  for (const change of [...changes, { kind: 'read' as const, what: 'result' as const }]) {
    if (change.kind !== 'read') {
      if (rows.length === 0 && change.kind !== 'append') continue;
      const [left, keys] = apply(live, rows, change);
      rows = left;
      for (const key of keys) reached.add(JSON.stringify(key));
      continue;
    }
    const whole = evaluator.objects(rows, options);
    const now = stated(whole);
    for (const key of differing(before, now)) expect(reached).toContain(JSON.stringify(key));
    before = now;
    reached.clear();
    if (change.what === 'result') {
      expect(JSON.stringify(live.result)).toBe(JSON.stringify(whole.result));
    } else if (change.what === 'statements') {
      for (const { id } of input.payees) {
        const own = whole.result.statements.filter(({ payeeId }) => payeeId === id);
        expect(JSON.stringify(live.statementsOf(id))).toBe(JSON.stringify(own));
      }
    } else {
      expect(live.earnings.slots).toEqual(whole.earnings.slots);
    }
  }
}

test('any sequence of changes gives the bytes of a run over the rows that are left', () => {
  // A case computes a run for every change; the runs with more cases a law take the time for 1,000.
  fc.assert(fc.property(changedInputs, check), { numRuns: 300 });
}, 240_000);

test('so does one where each row changes the sums of its slots alone', () => {
  fc.assert(fc.property(plainChanges, check), { numRuns: 500 });
});
