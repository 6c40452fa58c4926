import { describe, expect, test } from 'vitest';
import {
  CommissionPlan,
  Contest,
  Crediting,
  lintPlan,
  marginWaterfall,
  type PlanPreset,
  presets,
  run,
  type RunInput,
  settleContest,
  shareRiskAndProfit,
  TeamSplit,
  type Transaction,
} from '../../../src/commission/index.js';
import { compileLifecycle, LifecycleDefinition, lintLifecycle } from '../../../src/mechanisms/lifecycle/index.js';
import { lintScorecard, Scorecard, scoreScorecard } from '../../../src/mechanisms/scoring/index.js';

const plans = Object.entries(presets).filter((entry): entry is [string, PlanPreset] => 'plan' in entry[1]);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const sale = (id: string, payeeId: string, amount: string, more: Partial<Transaction> = {}): Transaction => ({
  id,
  date: '2026-01-10',
  amount,
  currency: 'USD',
  payeeId,
  ...more,
});
/** What everybody is paid in the first period of 2026, by payee. */
const paid = ({ plan, crediting }: PlanPreset, more: Partial<RunInput>): Record<string, readonly string[]> => {
  const payees = more.payees ?? [{ id: 'ana' }];
  const { statements, rejected } = run({
    asOf: '2026-12-31',
    periods: { from: '2026-01-01', to: plan.period === 'quarter' ? '2026-04-01' : '2026-02-01' },
    plans: [plan],
    ...(crediting && { crediting }),
    assignments: payees.map(({ id }) => ({
      payeeId: id,
      planId: plan.id,
      from: '2026-01-01',
      target: { amount: '10000', per: 'quarter' },
    })),
    transactions: [],
    ...more,
    payees,
  });
  expect(rejected).toEqual([]);
  const ids = payees.map(({ id }) => id);
  return Object.fromEntries(
    ids.map((id) => [id, statements.filter(({ payeeId }) => payeeId === id).map(({ payout }) => payout ?? '')]),
  );
};
const yuan = (amount: string, more: Partial<Transaction> = {}): RunInput['transactions'] => [
  sale('T1', 'ana', amount, { currency: 'CNY', ...more }),
];

describe('every preset fits its schema, and no linter finds an error', () => {
  test.each(plans)('%s', (code, { plan, crediting, scorecard }) => {
    expect(plan.id).toBe(code);
    expect(CommissionPlan.parse(json(plan))).toEqual(plan);
    if (crediting !== undefined) expect(Crediting.parse(json(crediting))).toEqual(crediting);
    if (scorecard !== undefined) {
      expect(Scorecard.parse(json(scorecard))).toEqual(scorecard);
      expect(lintScorecard(scorecard)).toEqual([]);
    }
    // What is found belongs to what the plan is: jumps to whole tiers, and pay that is taken back after a release.
    const odd: Record<string, readonly string[]> = {
      'cn.quane-leijin': ['tiers.cliff', 'tiers.cliff'],
    };
    const found = lintPlan(plan, crediting === undefined ? {} : { crediting });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.map((one) => one.code)).toEqual(odd[code] ?? []);
  });

  test.each(Object.entries(presets).filter(([code]) => code.startsWith('split.')))('%s', (_, preset) => {
    expect(TeamSplit.parse(json(preset))).toEqual(preset);
  });

  test('contest.topN, commission-dispute', () => {
    expect(Contest.parse(json(presets['contest.topN']))).toEqual(presets['contest.topN']);
    const dispute = presets['commission-dispute'];
    expect(LifecycleDefinition.parse(json(dispute))).toEqual(dispute);
    // Its fields come with the events.
    expect([...new Set(lintLifecycle(dispute).map(({ code }) => code))]).toEqual(['requiredFieldNeverSet']);
  });

  test('each entry is one of these', () => {
    const others = new Set(['channel.waterfall', 'coSell', 'commission-dispute', 'contest.topN']);
    const rest = Object.keys(presets).filter(
      (code) => !code.startsWith('split.') && !others.has(code) && plans.every(([known]) => known !== code),
    );
    expect(rest).toEqual([]);
    expect(plans).toHaveLength(20);
  });
});

describe('plans of Chinese companies', () => {
  test('超额累进 pays each band at its own rate, 全额累进 all at the rate of the last', () => {
    // 100,000 × 3 % + 50,000 × 5 %, and 150,000 × 5 %
    expect(paid(presets['cn.chaoe-leijin'], { transactions: yuan('150000') })).toEqual({ ana: ['5500.00'] });
    expect(paid(presets['cn.quane-leijin'], { transactions: yuan('150000') })).toEqual({ ana: ['7500.00'] });
  });

  test('回款提成 pays what is collected, and half below a collection rate of 0.9', () => {
    const transactions = yuan('10000', { collections: [{ date: '2026-01-20', amount: '6000', kind: 'payment' }] });
    const score = (value: string): NonNullable<RunInput['scores']> => [
      { payeeId: 'ana', period: '2026-01-01', name: 'collectionRate', value },
    ];
    // 10,000 × 4 % × 60 %
    expect(paid(presets['cn.huikuan'], { transactions, scores: score('0.9') })).toEqual({ ana: ['240.00'] });
    expect(paid(presets['cn.huikuan'], { transactions, scores: score('0.89') })).toEqual({ ana: ['120.00'] });
  });

  test('保底 tops up and asks nothing back, 预支 is settled later', () => {
    const two = { from: '2026-01-01', to: '2026-03-01' };
    const february = yuan('100000', { date: '2026-02-10' });
    const options = { periods: two, transactions: february };
    expect(paid(presets['cn.baodi'], options)).toEqual({ ana: ['3000.00', '5000.00'] });
    // February: 8,000 less the 3,000 of January, and 3,000 in advance
    expect(paid(presets['cn.yuzhi'], options)).toEqual({ ana: ['3000.00', '8000.00'] });
  });

  test('团队提成 pays two levels', () => {
    const links = [
      { child: 'ana', parent: 'ben', from: '2025-01-01' },
      { child: 'ben', parent: 'cy', from: '2025-01-01' },
    ];
    const payees = [{ id: 'ana' }, { id: 'ben' }, { id: 'cy' }];
    expect(paid(presets['cn.tuandui'], { transactions: yuan('10000'), hierarchy: links, payees })).toEqual({
      ana: ['500.00'],
      ben: ['100.00'],
      cy: ['50.00'],
    });
  });

  test('返利 goes on through the year', () => {
    const transactions = [...yuan('900000'), sale('T2', 'ana', '300000', { currency: 'CNY', date: '2026-05-10' })];
    const half = { from: '2026-01-01', to: '2026-07-01' };
    // 1 % of 900,000; then 1 % of 100,000 and 2 % of 200,000
    expect(paid(presets['cn.fanli'], { periods: half, transactions })).toEqual({ ana: ['9000.00', '5000.00'] });
  });
});

describe('plans of sellers and managers', () => {
  test('saas.ae pays 10, 15 and 20 % of annual contract value', () => {
    const transactions = [sale('T1', 'ana', '2400000', { termMonths: '24' })];
    // 900,000 × 10 % + 225,000 × 15 % + 75,000 × 20 %
    expect(paid(presets['saas.ae'], { transactions })).toEqual({ ana: ['138750.00'] });
  });

  test('saas.ae takes back the months that are not served', () => {
    const transactions = [
      sale('T1', 'ana', '12000', { termMonths: '12' }),
      sale('R1', 'ana', '-12000', { termMonths: '12', date: '2026-04-10', reverses: 'T1' }),
    ];
    const { statements } = run({
      asOf: '2026-12-31',
      periods: { from: '2026-01-01', to: '2026-05-01' },
      plans: [presets['saas.ae'].plan],
      payees: [{ id: 'ana' }],
      assignments: [{ payeeId: 'ana', planId: 'saas.ae', from: '2026-01-01' }],
      transactions,
    });
    // 1,200 earned; 9 of 12 months are left
    expect(statements.map(({ earned, clawback }) => [earned, clawback])).toEqual([
      ['1200.00', '0.00'],
      ['0.00', '0.00'],
      ['0.00', '0.00'],
      ['0.00', '-900.00'],
    ]);
  });

  test('saas.sdr pays meetings and what they bring', () => {
    const transactions = [
      sale('M1', 'ana', '0', { attributes: { kind: 'meeting' } }),
      sale('M2', 'ana', '0', { attributes: { kind: 'meeting' } }),
      sale('D1', 'ana', '20000', { attributes: { kind: 'deal' } }),
    ];
    expect(paid(presets['saas.sdr'], { transactions })).toEqual({ ana: ['500.00'] });
  });

  test('manager.override and insurance.unilevel pay the levels above', () => {
    const payees = ['ana', 'ben', 'cy', 'di', 'eve'].map((id) => ({ id }));
    const hierarchy = payees.slice(1).map(({ id }, at) => ({ child: payees[at]!.id, parent: id, from: '2025-01-01' }));
    const more = { payees, hierarchy, transactions: [sale('T1', 'ana', '10000')] };
    expect(paid(presets['manager.override'], more)).toEqual({
      ana: ['0.00'],
      ben: ['200.00'],
      cy: ['100.00'],
      di: ['0.00'],
      eve: ['0.00'],
    });
    // Ben is not active any more: his level goes to Cy, and so on.
    const assignments = ['ana', 'cy', 'di', 'eve'].map((payeeId) => ({
      payeeId,
      planId: 'insurance.unilevel',
      from: '2026-01-01',
    }));
    expect(paid(presets['insurance.unilevel'], { ...more, assignments })).toEqual({
      ana: ['5000.00'],
      ben: [],
      cy: ['1000.00'],
      di: ['500.00'],
      eve: ['300.00'],
    });
  });

  test('margin.percent pays more of a better margin', () => {
    const at = (cost: string) =>
      paid(presets['margin.percent'], { transactions: [sale('T1', 'ana', '1000', { cost })] });
    expect([at('900'), at('800'), at('600')]).toEqual([{ ana: ['5.00'] }, { ana: ['20.00'] }, { ana: ['60.00'] }]);
  });

  test('mbo.quarterly and kpi-linked-pay pay parts of target pay', () => {
    const pay = (preset: PlanPreset, name: string, value: string) =>
      paid(preset, { scores: [{ payeeId: 'ana', period: '2026-01-01', name, value }] })['ana']?.[0];
    const mbo = (score: string) => pay(presets['mbo.quarterly'], 'mbo', score);
    expect(['0.49', '0.5', '0.9', '1.3'].map((score) => mbo(score))).toEqual([
      '0.00',
      '5000.00',
      '9000.00',
      '12000.00',
    ]);
    // 60 × 1.1 + 20 × 0.9 + 20 × 0.8 = 100 points; and 60 × 0.9 + 20 × 0.8 + 20 × 0.9 = 88: 0.6 + 0.4 × 8/20
    const { scorecard } = presets['kpi-linked-pay'];
    const linked = (revenue: number, satisfaction: number, marketShare: number): readonly unknown[] => {
      const facts = { revenue, revenueTarget: 100, satisfaction, marketShare, marketShareTarget: 10 };
      const score = scoreScorecard(scorecard!, facts);
      const total = score.status === 'scored' ? score.total : '';
      return [total, pay(presets['kpi-linked-pay'], 'appraisal', String(Number(total) / 100))];
    };
    expect(linked(110, 90, 8)).toEqual(['100.00', '10000.00']);
    expect(linked(90, 80, 9)).toEqual(['88.00', '7600.00']);
    expect(linked(50, 60, 5)).toEqual(['52.00', '0.00']);
  });
});

describe('plans of partners', () => {
  const january: Partial<Transaction> = { date: '2026-01-01' };

  test('partner.flat and partner.percent pay each sale after thirty days', () => {
    const transactions = ['20', '1000', '9000'].map((amount, at) => sale(`T${at}`, 'ana', amount, january));
    expect(paid(presets['partner.flat'], { transactions })).toEqual({ ana: ['75.00'] });
    // at least 5, 100, at most 500
    expect(paid(presets['partner.percent'], { transactions })).toEqual({ ana: ['605.00'] });
    const late = [sale('T1', 'ana', '1000', { date: '2026-01-02' })];
    const two = { from: '2026-01-01', to: '2026-03-01' };
    expect(paid(presets['partner.percent'], { transactions: late, periods: two })).toEqual({ ana: ['0.00', '100.00'] });
  });

  test('what comes back later is set off against later commission, never asked for', () => {
    const transactions = [
      sale('T1', 'ana', '1000', january),
      sale('R1', 'ana', '-1000', { date: '2026-02-15', reverses: 'T1' }),
      sale('T2', 'ana', '1500', { date: '2026-02-20' }),
    ];
    const four = { from: '2026-01-01', to: '2026-05-01' };
    expect(paid(presets['partner.percent'], { transactions, periods: four })).toEqual({
      ana: ['100.00', '0.00', '50.00', '0.00'],
    });
    const inTime = [transactions[0]!, { ...transactions[1]!, date: '2026-01-15' }];
    expect(paid(presets['partner.percent'], { transactions: inTime, periods: four })).toEqual({
      ana: ['0.00', '0.00', '0.00', '0.00'],
    });
  });

  test('networks pay three levels, pass levels on, or pay the difference', () => {
    const payees = ['ana', 'ben', 'cy', 'di', 'eve'].map((id, at) => ({
      id,
      attributes: { rate: ['0.05', '0.08', '0.08', '0.12', '0.1'][at]! },
    }));
    const hierarchy = payees
      .slice(1)
      .map(({ id }, at) => ({ kind: 'recruitedBy', child: payees[at]!.id, parent: id, from: '2025-01-01' }));
    const more = { payees, hierarchy, transactions: [sale('T1', 'ana', '1000', january)] };
    const all = (preset: PlanPreset, gone: string) =>
      paid(preset, {
        ...more,
        assignments: payees
          .filter(({ id }) => id !== gone)
          .map(({ id }) => ({ payeeId: id, planId: preset.plan.id, from: '2026-01-01' })),
      });
    expect(all(presets['partner.unilevel'], 'ben')).toEqual({
      ana: ['100.00'],
      ben: [],
      cy: ['30.00'],
      di: ['10.00'],
      eve: ['0.00'],
    });
    expect(all(presets['partner.compressed'], 'ben')).toEqual({
      ana: ['100.00'],
      ben: [],
      cy: ['50.00'],
      di: ['30.00'],
      eve: ['10.00'],
    });
    // 5 %; 8 − 5; nothing more than 8; 12 − 8; 10 is not above 12
    expect(all(presets['partner.differential'], 'nobody')).toEqual({
      ana: ['50.00'],
      ben: ['30.00'],
      cy: ['0.00'],
      di: ['40.00'],
      eve: ['0.00'],
    });
  });
});

test('contest.topN, coSell and channel.waterfall work as they are', () => {
  const sold = ['50', '47', '47', '40'].map((value, at) => ({ payeeId: `p${at}`, value }));
  const { awards } = settleContest(presets['contest.topN'], sold);
  expect(awards.map(({ prize }) => prize)).toEqual(['3000.00', '1500.00', '1500.00', '0.00']);
  const loss = shareRiskAndProfit({ ...presets.coSell, result: '-50000' });
  expect(loss.ok && loss.parts.map(({ total }) => total)).toEqual(['-40000.00', '-10000.00']);
  const profit = shareRiskAndProfit({ ...presets.coSell, result: '1000' });
  expect(profit.ok && profit.parts.map(({ total }) => total)).toEqual(['700.00', '300.00']);
  const { levels } = marginWaterfall({ ...presets['channel.waterfall'], start: '100' });
  expect(levels.map(({ price }) => price)).toEqual(['111.11', '138.89']);
});

test('a dispute is looked into, accepted and adjusted, and an adjusted one is over', () => {
  const { fold } = compileLifecycle(presets['commission-dispute']);
  const event = { entityId: 'D1', type: 'transition' } as const;
  const { states, rejected } = fold([
    { entityId: 'D1', at: '2026-03-02', seq: 1, type: 'create', set: { payeeId: 'ana', claimed: '120.00' } },
    { ...event, at: '2026-03-03', seq: 2, on: 'accept' },
    { ...event, at: '2026-03-03', seq: 3, on: 'review', set: { reviewer: 'cy' } },
    { ...event, at: '2026-03-04', seq: 4, on: 'reject' },
    { ...event, at: '2026-03-05', seq: 5, on: 'accept', set: { amount: '80.00' } },
    { ...event, at: '2026-03-06', seq: 6, on: 'withdraw' },
    { ...event, at: '2026-03-09', seq: 7, on: 'adjust', set: { adjustmentId: 'dispute/D1' } },
  ]);
  expect(states.map(({ state, outcome }) => [state, outcome?.kind])).toEqual([['adjusted', 'success']]);
  expect(rejected.map((one) => one.event.seq)).toEqual([2, 4, 6]);
});
