import { describe, expect, test } from 'vitest';
import {
  compileRun,
  run,
  salesToEarn,
  splitCredit,
  type Modifier,
  type RunInput,
  type RunOptions,
} from '../../../src/commission/index.js';
import { thrown } from '../../core/thrown.js';

const component = {
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.1' },
} as const;
const plan = { id: 'P', currency: 'USD', period: 'month', components: [component] } as const;
const input: RunInput = {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2025-02-01' },
  plans: [plan],
  payees: [{ id: 'E1' }, { id: 'E2' }],
  assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
  transactions: [],
};
const bonus = {
  id: 'A',
  payeeId: 'E1',
  planId: 'P',
  date: '2025-01-31',
  amount: '5',
  kind: 'bonus',
  reason: 'r',
} as const;
const carry = { payeeId: 'E1', planId: 'P', balance: 'carry', amount: '5' } as const;
const score = { payeeId: 'E1', period: '2025-01-01', name: 'mbo', value: '1' } as const;

/** Code and place of what is thrown for an input that need not fit its type. */
function fault(change: object): string {
  const { code, path } = thrown(() => run({ ...input, ...change } as RunInput));
  return `${code} ${path.join('.')}`;
}

describe('a word that nobody knows is never taken for a default', () => {
  const modifier = (each: object) => ({ modifiers: [each] });
  test.each<[string, object]>([
    ['period', { period: 'day' }],
    ['versionBy', { versionBy: 'x' }],
    ['missing', { missing: 'x' }],
    ['rounding.mode', { rounding: { mode: 'x' } }],
    ['rounding.at', { rounding: { at: 'x' } }],
    ['rounding.residue', { rounding: { residue: 'x' } }],
    ['fx.date', { fx: { date: 'x' } }],
    ['fx.policy', { fx: { policy: 'x' } }],
    ['fx.round', { fx: { round: 'x' } }],
    ['fx.payDate', { fx: { payDate: 'x' } }],
    ['payment.negative', { payment: { negative: 'x' } }],
    ['payment.deferredAtEnd', { payment: { deferredAtEnd: 'x' } }],
    ['quotas.Q.per', { quotas: { Q: { amount: '1', per: 'week' } } }],
    ['modifiers.0.kind', modifier({ kind: 'x' })],
  ])('%s of a plan', (place, change) => {
    expect(fault({ plans: [{ ...plan, ...change }] })).toBe(`option.unknown plans.0.${place}`);
  });
  test.each<[string, object]>([
    ['credits.0', { credits: ['x'] }],
    ['measure.kind', { measure: { kind: 'x' } }],
    ['measure.negative', { measure: { kind: 'margin', negative: 'x' } }],
    ['base.kind', { base: { kind: 'x' } }],
    ['accumulate', { accumulate: 'x' }],
    ['every', { every: 'x' }],
    ['window', { window: 'month' }],
    ['quotaBasis', { quotaBasis: 'x' }],
    ['zeroQuota', { zeroQuota: 'x' }],
    ['attainmentRounding.mode', { attainmentRounding: { mode: 'x' } }],
    ['rate.kind', { rate: { kind: 'x' } }],
    ['rate.per', { rate: { kind: 'flat', rate: '1', per: 'x' } }],
    ['rate.yields', { rate: { kind: 'tiers', yields: 'x', tiers: {} } }],
    ['rate.axis', { rate: { kind: 'curve', axis: 'x', curve: {} } }],
    ['rate.dimensions.0.axis.kind', { rate: { kind: 'matrix', dimensions: [{ axis: { kind: 'x' } }] } }],
    ['rate.dimensions.0.boundary', { rate: { kind: 'matrix', dimensions: [{ axis: 'measure', boundary: 'x' }] } }],
    ['modifiers.0.kind', modifier({ kind: 'x' })],
    ['modifiers.0.take', modifier({ kind: 'kicker', take: 'x' })],
    ['modifiers.0.excess', modifier({ kind: 'cap', excess: 'x' })],
    ['modifiers.0.scope', modifier({ kind: 'floor', scope: 'x' })],
    ['modifiers.0.by.axis', modifier({ kind: 'multiplier', by: { axis: 'x' } })],
    ['modifiers.0.otherwise.rate.kind', modifier({ kind: 'hurdle', otherwise: { rate: { kind: 'x' } } })],
  ])('%s of a component', (place, change) => {
    const plans = [{ ...plan, components: [{ ...component, ...change }] }];
    expect(fault({ plans })).toBe(`option.unknown plans.0.components.0.${place}`);
  });
  test.each<[string, object]>([
    ['splitSum', { splitSum: 'x' }],
    ['splitRounding', { splitRounding: 'x' }],
    ['rules.0.kind', { rules: [{ kind: 'x' }] }],
    ...['asOf', 'dedupe', 'funding', 'heldDirect', 'compression'].map((field): [string, object] => [
      `rules.0.${field}`,
      { rules: [{ kind: 'rollup', [field]: 'x' }] },
    ]),
  ])('%s of crediting', (place, crediting) => {
    expect(fault({ crediting })).toBe(`option.unknown crediting.${place}`);
  });
});

test.each<[string, object]>([
  ['rounding.increment plans.0.rounding.increment', { plans: [{ ...plan, rounding: { increment: '0' } }] }],
  ['currency.unknown payees.0.currency', { payees: [{ id: 'E1', currency: 'ZZZ' }] }],
  ['run.payee adjustments.0.payeeId', { adjustments: [{ ...bonus, payeeId: 'X' }] }],
  ['run.plan adjustments.0.planId', { adjustments: [{ ...bonus, planId: 'X' }] }],
  ['adjustment.duplicate adjustments.1.id', { adjustments: [bonus, bonus] }],
  ['date.invalid adjustments.0.date', { adjustments: [{ ...bonus, date: '2025-02-29' }] }],
  ['decimal.invalid adjustments.0.amount', { adjustments: [{ ...bonus, amount: '1,000' }] }],
  ['option.unknown adjustments.0.kind', { adjustments: [{ ...bonus, kind: 'x' }] }],
  ['run.payee opening.0.payeeId', { opening: [{ ...carry, payeeId: 'X' }] }],
  ['run.plan opening.0.planId', { opening: [{ ...carry, planId: 'X' }] }],
  ['decimal.invalid opening.0.amount', { opening: [{ ...carry, amount: 'x' }] }],
  ['option.unknown opening.0.balance', { opening: [{ ...carry, balance: 'x' }] }],
  ['score.duplicate scores.1', { scores: [score, { ...score, value: '2' }] }],
])('%s', (expected, change) => {
  expect(fault(change)).toBe(expected);
});

test('a score that is told again by value, or of somebody else, changes nothing', () => {
  const scores = [score, { ...score, value: '1.0' }, { ...score, payeeId: 'X' }];
  expect(run({ ...input, scores })).toEqual(run({ ...input, scores: [score] }));
});

describe('a quota below 0', () => {
  const quotas = { Q: { amount: '100', per: 'month' } } as const;
  const ofQuota = { ...plan, quotas, components: [{ ...component, quota: 'Q' }] };
  test.each<[string, object]>([
    ['amount', { amount: '-1' }],
    ['factor', { factor: '-1' }],
    ['ramp.steps.0', { ramp: { steps: ['-0.5'] } }],
    ['relief.0.share', { relief: [{ from: '2025-01-01', to: '2025-01-05', share: '-1' }] }],
  ])('%s', (place, part) => {
    const assignments = [{ ...input.assignments[0], quotas: { Q: part } }];
    expect(fault({ plans: [ofQuota], assignments })).toBe(`quota.negative assignments.0.quotas.Q.${place}`);
  });
});

describe('money that no statement has room for is found', () => {
  const findings = (change: Partial<RunInput>) => run({ ...input, ...change }).findings.map(({ code }) => code);
  test('an adjustment of somebody without an assignment', () => {
    expect(findings({ adjustments: [{ ...bonus, payeeId: 'E2' }] })).toEqual(['adjustment.unpaid']);
    expect(findings({ adjustments: [bonus, { ...bonus, id: 'B', date: '2025-02-01' }] })).toEqual([]);
  });
  test('a balance of somebody without an assignment', () => {
    expect(findings({ opening: [{ ...carry, payeeId: 'E2' }] })).toEqual(['opening.unsettled']);
    expect(findings({ opening: [{ ...carry, payeeId: 'E2', amount: '0' }, carry] })).toEqual([]);
  });
  test('a period without a version of the plan', () => {
    const later = { ...plan, effective: { from: '2025-02-01' } };
    expect(findings({ plans: [later] })).toEqual(['plan.noVersion']);
    expect(
      findings({ plans: [later, { ...plan, version: '0', effective: { from: '2025-01-01', to: '2025-02-01' } }] }),
    ).toEqual([]);
    expect(findings({ plans: [later], assignments: [] })).toEqual([]);
  });
});

test('weights that are all zero do not say who made a sale', () => {
  const splits = ['E1', 'E1'].map((payeeId) => ({ payeeId, kind: 'revenue', share: '0' }) as const);
  const row = { id: 'T', date: '2025-01-15', amount: '100', currency: 'USD', splits };
  const { rejected, totals } = run({ ...input, crediting: { splitSum: 'normalise' }, transactions: [row] });
  expect(rejected.map(({ code, params }) => [code, params])).toEqual([['row.splitSum', { sum: '0' }]]);
  expect(totals).toMatchObject({ rows: 1, credited: 0, rejected: 1 });
  expect(splitCredit({ amount: '100', currency: 'USD' }, splits, { splitSum: 'normalise' }).ok).toBe(false);
});

test.each([
  ['order', { order: 'x' }],
  ['detail', { detail: 'x' }],
])('the word for %s of a run is one that it knows', (place, change) => {
  const { plans, payees, assignments, asOf, periods, transactions } = input;
  const evaluator = compileRun({ plans, payees, assignments });
  const options = { asOf, periods, ...change } as RunOptions;
  for (const start of [
    () => evaluator.objects(transactions, options),
    () => evaluator.partition(transactions, options, 1),
  ]) {
    const { code, path } = thrown(start);
    expect([code, path]).toEqual(['option.unknown', [place]]);
  }
});

describe('what cannot be taken back, converted, released or reached is named with every reason', () => {
  const sale = { id: 'S', date: '2025-01-10', amount: '100', currency: 'USD', payeeId: 'E1' } as const;
  const back = { ...sale, id: 'R', date: '2025-01-11', amount: '-60', reverses: 'S' } as const;
  const of = (...transactions: RunInput['transactions']) => {
    const { rejected, statements, findings } = run({ ...input, transactions: [sale, ...transactions] });
    return {
      rejected: rejected.map(({ id, code, params }) => [id, code, params]),
      pay: statements[0]!.payout,
      findings: findings.map(({ code, params }) => [code, params]),
    };
  };

  test('a refund above the original, alone or with those before it', () => {
    expect(of({ ...back, amount: '-150' })).toMatchObject({
      rejected: [['R', 'row.reversalExceeds', { reverses: 'S', value: '-150', rest: '100' }]],
      pay: '10.00',
    });
    expect(of({ ...back, id: 'R2', date: '2025-01-12' }, back)).toMatchObject({
      rejected: [['R2', 'row.reversalExceeds', { reverses: 'S', value: '-60', rest: '40' }]],
      pay: '4.00',
    });
  });

  test('a reversal of an unknown row, and what else is wrong with it', () => {
    expect(of({ ...back, reverses: 'X' }).rejected).toEqual([['R', 'row.reversalUnknown', { reverses: 'X' }]]);
    const codes = of({ ...back, reverses: 'X', payeeId: 'E9', currency: 'ZZZ' }).rejected.map(([, code]) => code);
    expect(codes).toEqual(['row.currencyUnknown', 'row.payeeUnknown', 'row.reversalUnknown']);
  });

  test('a missing rate: the row is lost, and a payout is not made in another currency', () => {
    expect(of({ ...sale, id: 'F', currency: 'EUR' })).toMatchObject({
      rejected: [['F', 'fx.missingRate', { from: 'EUR', to: 'USD', on: '2025-01-10' }]],
      pay: '10.00',
    });
    const { statements, findings } = run({
      ...input,
      payees: [{ id: 'E1', currency: 'EUR' }, { id: 'E2' }],
      transactions: [sale],
    });
    expect(statements[0]).toMatchObject({ payable: '10.00', payout: null, payoutCurrency: 'EUR' });
    expect(findings).toMatchObject([{ code: 'fx.missingRate', params: { from: 'USD', to: 'EUR', on: '2025-01-31' } }]);
  });

  test('a schedule of parts that do not add up to 1', () => {
    const parts = ['0.5', '0.4'].map((share) => ({ on: 'booking', share }));
    const { code, path, params } = thrown(() =>
      run({ ...input, plans: [{ ...plan, release: { kind: 'schedule', parts } }] }),
    );
    expect([code, path, params]).toEqual(['plan.scheduleSum', ['plans', 0, 'release', 'parts'], { sum: '0.9' }]);
  });

  test('a pay target that a cap, and a gate under it, keep out of reach', () => {
    const cap: Modifier = { kind: 'cap', limit: { amount: '500' } };
    const gate: Modifier = {
      kind: 'hurdle',
      when: { field: 'score.mbo', op: 'ge', value: '1' },
      otherwise: { multiply: '0.5' },
    };
    const reach = (modifiers: readonly Modifier[]) =>
      salesToEarn(
        { ...input, plans: [{ ...plan, components: [{ ...component, modifiers }] }] },
        { payeeId: 'E1', period: '2025-01-01', target: '600' },
      );
    expect(reach([cap])).toMatchObject({ ok: false, supremum: '500', reasons: [{ code: 'cap' }] });
    expect(reach([gate, cap])).toMatchObject({ ok: false, reasons: [{ code: 'cap' }, { code: 'gate' }] });
  });
});
