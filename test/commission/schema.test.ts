import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as schema from '../../src/commission/schema.js';
import { CommissionPlan, RunInput, RunResult } from '../../src/commission/schema.js';
import * as samples from './samples.js';

describe('a schema takes every field of its type', () => {
  test.each([
    ['RunInput', RunInput, [samples.runInput]],
    ['RunResult', RunResult, [samples.runResult]],
    ['CommissionPlan', CommissionPlan, [samples.plan]],
    ['Measure', schema.Measure, samples.measures],
    ['Rate', schema.Rate, samples.rates],
    ['Modifier', schema.Modifier, samples.modifiers],
    ['PlanModifier', schema.PlanModifier, samples.planModifiers],
    ['Quantity', schema.Quantity, samples.quantities],
    ['Release', schema.Release, samples.releases],
    ['Clawback', schema.Clawback, samples.clawbacks],
    ['Dispute', schema.Dispute, samples.disputes],
    ['ReferralTerms', schema.ReferralTerms, samples.referralTerms],
    ['PartnerProgram', schema.PartnerProgram, samples.partnerPrograms],
    ['TeamSplit', schema.TeamSplit, samples.teamSplits],
  ] as const)('%s', (_, type: z.ZodType, values) => {
    for (const value of values) expect(type.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });
});

test('the smallest run is taken as it is', () => {
  const minimal = {
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2025-02-01' },
    plans: [
      {
        id: 'P',
        currency: 'USD',
        period: 'month',
        components: [
          {
            id: 'C',
            measure: { kind: 'amount' },
            accumulate: 'perPeriod',
            rate: { kind: 'tiers', tiers: { mode: 'marginal', tiers: [{ upTo: null, rate: '0.07' }] } },
          },
        ],
      },
    ],
    payees: [{ id: 'E1' }],
    assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', to: null }],
    transactions: [{ id: 'T1', date: '2025-01-15', amount: '45000.00', currency: 'USD', payeeId: 'E1' }],
  } satisfies RunInput;
  expect(RunInput.parse(minimal)).toEqual(minimal);
});

describe('a plan is refused', () => {
  const [component] = samples.plan.components;
  const refused = (change: object): unknown[] | undefined =>
    CommissionPlan.safeParse({ ...samples.plan, ...change }).error?.issues.map(({ path }) => path);

  test.each([
    ['with a field that nobody knows', { stages: [] }, []],
    ['without components', { components: [] }, ['components']],
    [
      'with a rate as a number',
      { components: [{ ...component, rate: { kind: 'flat', rate: 0.1 } }] },
      ['components', 0, 'rate', 'rate'],
    ],
    [
      'with an unknown accumulation',
      { components: [{ ...component, accumulate: 'yearly' }] },
      ['components', 0, 'accumulate'],
    ],
    ['with a month 13', { fiscalStartMonth: 13 }, ['fiscalStartMonth']],
    ['from a day that does not exist', { effective: { from: '2025-02-30' } }, ['effective', 'from']],
    ['with an unknown modifier', { modifiers: [{ kind: 'bonus' }] }, ['modifiers', 0, 'kind']],
    [
      'with a limit of a transaction on the sum',
      { modifiers: [{ kind: 'cap', limit: { amount: '1' }, scope: 'transaction' }] },
      ['modifiers', 0, 'scope'],
    ],
    ['with an undefined name', { name: undefined }, ['name']],
  ])('%s', (_, change, path) => {
    expect(refused(change)).toEqual([path]);
  });
});

test('every entity can be exported as JSON Schema under a name of its own', () => {
  const entities = Object.entries(schema as Record<string, unknown>).filter(
    (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
  );
  expect(entities.length).toBeGreaterThan(30);
  for (const [name, entity] of entities) expect(z.globalRegistry.get(entity)?.id).toBe(name);
  const { $defs } = z.toJSONSchema(RunInput);
  expect(Object.keys($defs ?? {})).toEqual(expect.arrayContaining(['CommissionPlan', 'Transaction', 'Rule', 'Tiers']));
});
