import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type Statement } from '../../../src/commission/index.js';
import { quarterInputs } from '../runInput.arb.js';
import { settledInputs } from '../settlement/settlement.arb.js';
import { cutAt, cutDays, versionPolicies } from './cut.arb.js';

/** Statements but for what names versions. */
const unversioned = (statements: readonly Statement[]) =>
  statements.map(({ planVersion: _, components, ...statement }) => ({
    ...statement,
    components: components.map(({ planVersion: _under, ...component }) => component),
  }));

test('a plan cut in two versions alike pays what the whole one pays: windows, limits, quarters and reversals go on', () => {
  fc.assert(
    fc.property(fc.oneof(quarterInputs, settledInputs), cutDays, versionPolicies, (input, day, versionBy) => {
      const whole = run(input);
      const cut = run(cutAt(input, day, versionBy));
      expect(unversioned(cut.statements)).toEqual(unversioned(whole.statements));
      expect(cut.ledger.map(({ id: _, ...entry }) => entry)).toEqual(whole.ledger.map(({ id: _, ...entry }) => entry));
    }),
    { numRuns: 150 },
  );
});
