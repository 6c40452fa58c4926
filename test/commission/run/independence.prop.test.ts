import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type RunInput } from '../../../src/commission/index.js';
import { quarterInputs } from '../runInput.arb.js';
import { settledInputs, settledOf } from '../settlement/settlement.arb.js';
import { variedOf } from '../variedInput.arb.js';

/** What a run is independent of. */

const inputs = fc.oneof(quarterInputs, settledInputs);
const anyInputs = fc.oneof(inputs, settledOf(variedOf(quarterInputs)));

/** Facts of a day after the last known one are not there yet. */
function without({ transactions, events = [], ...input }: RunInput, asOf: string): RunInput {
  return {
    ...input,
    events: events.filter(({ date }) => date <= asOf),
    transactions: transactions
      .filter(({ date }) => date <= asOf)
      .map(({ collections, ...row }) =>
        collections === undefined ? row : { ...row, collections: collections.filter(({ date }) => date <= asOf) },
      ),
  };
}

test('what happens after the last known day changes nothing', () => {
  const days = fc.constantFrom('2025-01-20', '2025-01-31', '2025-02-15', '2025-03-10');
  fc.assert(
    fc.property(anyInputs, days, (input, asOf) => {
      const known = run({ ...input, asOf });
      const cut = run(without({ ...input, asOf }, asOf));
      // The rows that come later are outside, and counted as such.
      expect({ ...known, totals: null, rejected: null }).toEqual({ ...cut, totals: null, rejected: null });
    }),
    { numRuns: 100 },
  );
});

test('a plan pays what it pays alone, whatever another one pays the same people on the same rows', () => {
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      const [p, q] = [one.plans[0]!, other.plans[0]!];
      const second = { ...q, id: 'Q', rounding: { ...q.rounding, mode: p.rounding?.mode ?? 'halfEven' } };
      const opening = (other.opening ?? []).map((entry) => ({ ...entry, planId: 'Q' }));
      const assigned = one.assignments.map((entry) => ({ ...entry, planId: 'Q' }));
      const rows = { ...one, adjustments: [] };
      const alone = [run(rows), run({ ...rows, plans: [second], assignments: assigned, opening })];
      const both = run({
        ...rows,
        plans: [p, second],
        assignments: [...one.assignments, ...assigned],
        opening: [...(one.opening ?? []), ...opening],
      });
      expect(both.statements.filter(({ planId }) => planId === 'P')).toEqual(alone[0]?.statements);
      expect(both.statements.filter(({ planId }) => planId === 'Q')).toEqual(alone[1]?.statements);
    }),
    { numRuns: 100 },
  );
});
