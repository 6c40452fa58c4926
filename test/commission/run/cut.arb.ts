import fc from 'fast-check';
import type { RunInput } from '../../../src/commission/index.js';

/** The same plan in two versions that say the same, the second from a day on. */
export function cutAt({ plans, ...input }: RunInput, day: string, versionBy: 'periodStart' | 'periodEnd'): RunInput {
  return {
    ...input,
    plans: plans.flatMap((plan) => [
      { ...plan, versionBy, effective: { from: '2024-01-01', to: day } },
      { ...plan, versionBy, version: '2', effective: { from: day } },
    ]),
  };
}

export const cutDays = fc.constantFrom('2025-02-01', '2025-02-10', '2025-03-01');
export const versionPolicies = fc.constantFrom('periodStart' as const, 'periodEnd' as const);

/** Runs whose plan is cut into two versions. */
export const cutOf = (inputs: fc.Arbitrary<RunInput>): fc.Arbitrary<RunInput> =>
  fc.tuple(inputs, cutDays, versionPolicies).map(([input, day, versionBy]) => cutAt(input, day, versionBy));
