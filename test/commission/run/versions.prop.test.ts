import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type RunInput, type Statement } from '../../../src/commission/index.js';
import { quarterInputs } from '../runInput.arb.js';
import { settledInputs } from '../settlement/settlement.arb.js';

/** The same plan in two versions that say the same. */
function cutAt({ plans, ...input }: RunInput, day: string, versionBy: 'periodStart' | 'periodEnd'): RunInput {
  return {
    ...input,
    plans: plans.flatMap((plan) => [
      { ...plan, versionBy, effective: { from: '2024-01-01', to: day } },
      { ...plan, versionBy, version: '2', effective: { from: day } },
    ]),
  };
}

/** Statements but for what names versions. */
const unversioned = (statements: readonly Statement[]) =>
  statements.map(({ planVersion: _, components, ...statement }) => ({
    ...statement,
    components: components.map(({ planVersion: _under, ...component }) => component),
  }));

const days = fc.constantFrom('2025-02-01', '2025-02-10', '2025-03-01');
const policies = fc.constantFrom('periodStart' as const, 'periodEnd' as const);

test('a plan cut in two versions alike pays what the whole one pays: windows, limits, quarters and reversals go on', () => {
  fc.assert(
    fc.property(fc.oneof(quarterInputs, settledInputs), days, policies, (input, day, versionBy) => {
      const whole = run(input);
      const cut = run(cutAt(input, day, versionBy));
      expect(unversioned(cut.statements)).toEqual(unversioned(whole.statements));
      expect(cut.ledger.map(({ id: _, ...entry }) => entry)).toEqual(whole.ledger.map(({ id: _, ...entry }) => entry));
    }),
    { numRuns: 150 },
  );
});
