import { describe, expect, test } from 'vitest';
import {
  CoSellAgreement,
  MdfLedger,
  Partner,
  partnerLifecycle,
  PartnerMaturity,
  partnerPerformanceScorecard,
  Partners,
  partnerScreeningScorecard,
  partnerTierBenefits,
  partnerTierLadder,
  screenPartner,
} from '../../src/channel/index.js';
import { compileLifecycle, type LifecycleEvent, lintLifecycle } from '../../src/mechanisms/lifecycle/index.js';
import {
  GradeLadder,
  lintLadder,
  lintScorecard,
  Scorecard,
  scoreScorecard,
} from '../../src/mechanisms/scoring/index.js';

const unsigned = {
  id: 'North',
  name: 'North Trading',
  level: 1,
  territories: ['T1'],
  products: [],
  state: 'active',
};
const north = { ...unsigned, signedContract: 'C-1' };

describe('schemas', () => {
  test('an active partner has a signed contract, and its history ends where it is', () => {
    expect(Partner.safeParse(north).success).toBe(true);
    expect(Partner.safeParse(unsigned).success).toBe(false);
    expect(Partner.safeParse({ ...unsigned, state: 'approved' }).success).toBe(true);
    expect(Partner.safeParse({ ...north, parent: 'North' }).success).toBe(false);
    expect(Partner.safeParse({ ...north, level: 0 }).success).toBe(false);
    const history = [
      { state: 'approved', on: '2026-01-05' },
      { state: 'active', on: '2026-02-01' },
    ];
    expect(Partner.safeParse({ ...north, history }).success).toBe(true);
    expect(Partner.safeParse({ ...north, history: history.slice(0, 1) }).success).toBe(false);
    expect(Partner.safeParse({ ...north, history: [{ ...history[0], on: '2026-03-01' }, history[1]] }).success).toBe(
      false,
    );
  });

  test('partners are there once, and nobody buys from oneself through others', () => {
    const chain = (...parents: readonly (string | undefined)[]): unknown =>
      parents.map((parent, at) => ({ ...north, id: `p${at}`, ...(parent === undefined ? {} : { parent }) }));
    expect(Partners.safeParse(chain(undefined, 'p0', 'p1', 'p1', 'outside')).success).toBe(true);
    expect(Partners.safeParse(chain(undefined, 'p3', 'p1', 'p2')).success).toBe(false);
    expect(Partners.safeParse([north, north]).success).toBe(false);
  });

  test('marketing funds are not negative, named once, and approved with proof', () => {
    const ledger = {
      currency: 'EUR',
      expiryDays: 365,
      accruals: [{ id: 'Q1', on: '2026-03-31', amount: '100' }],
      claims: [{ id: 'A', on: '2026-04-02', amount: '50', proof: 'photo', state: 'approved' }],
    };
    const [claim] = ledger.claims;
    expect(MdfLedger.safeParse(ledger).success).toBe(true);
    expect(MdfLedger.safeParse({ ...ledger, claims: [{ ...claim, proof: undefined }] }).success).toBe(false);
    expect(MdfLedger.safeParse({ ...ledger, claims: [claim, claim] }).success).toBe(false);
    expect(MdfLedger.safeParse({ ...ledger, claims: [{ ...claim, amount: '-1' }] }).success).toBe(false);
    expect(MdfLedger.safeParse({ ...ledger, accruals: [...ledger.accruals, ...ledger.accruals] }).success).toBe(false);
    expect(MdfLedger.safeParse({ ...ledger, expiryDays: 0 }).success).toBe(false);
  });

  test('shares of those who sell together add up to 1', () => {
    const agreement = {
      parties: ['maker', 'North'],
      plan: 'hospital',
      from: '2026-01-01',
      to: null,
      contributions: { maker: '10' },
      profitShares: { maker: '0.5', North: '0.5' },
      lossShares: { maker: '1' },
    };
    expect(CoSellAgreement.safeParse(agreement).success).toBe(true);
    expect(CoSellAgreement.safeParse({ ...agreement, lossShares: { maker: '0.9' } }).success).toBe(false);
    expect(CoSellAgreement.safeParse({ ...agreement, contributions: { maker: '-1' } }).success).toBe(false);
    expect(CoSellAgreement.safeParse({ ...agreement, to: '2026-01-01' }).success).toBe(false);
    expect(CoSellAgreement.safeParse({ ...agreement, parties: ['maker', 'maker'] }).success).toBe(false);
  });

  test('an item of maturity is judged once', () => {
    const items = [{ code: 'data', met: true }];
    expect(PartnerMaturity.safeParse({ partner: 'North', on: '2026-01-01', items }).success).toBe(true);
    expect(PartnerMaturity.safeParse({ partner: 'North', on: '2026-01-01', items: [...items, ...items] }).success).toBe(
      false,
    );
  });
});

describe('presets', () => {
  test('the scorecards and the ladder are sound', () => {
    for (const card of [partnerScreeningScorecard, partnerPerformanceScorecard]) {
      expect(Scorecard.parse(card)).toEqual(card);
      expect(lintScorecard(card).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
    expect(GradeLadder.parse(partnerTierLadder)).toEqual(partnerTierLadder);
    expect(lintLadder(partnerTierLadder)).toEqual([]);
    expect(Object.keys(partnerTierBenefits)).toEqual(partnerTierLadder.grades.map(({ id }) => id));
    expect(lintLifecycle(partnerLifecycle).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('performance counts what is known, and weighs it 30, 15, 20, 15, 10, 10', () => {
    expect(partnerPerformanceScorecard.items.map(({ weight }) => Number(weight))).toEqual([30, 15, 20, 15, 10, 10]);
    const all = {
      revenue: '1200',
      revenueTarget: '1000',
      growth: '0.2',
      collectionRate: '1',
      priceBreaches: 0,
      stockReportRate: '1',
      satisfaction: 100,
    };
    const scored = scoreScorecard(partnerPerformanceScorecard, all);
    expect(scored.status === 'scored' && scored.total).toBe('106.00');
    const known = scoreScorecard(partnerPerformanceScorecard, { ...all, growth: null });
    expect(known.coverage.value).toBe('0.85');
  });

  const { apply } = compileLifecycle(partnerLifecycle);
  const walk = (...steps: readonly Pick<LifecycleEvent & { type: 'transition' }, 'to' | 'reason' | 'set'>[]) => {
    let answer = apply(null, { entityId: 'N', type: 'create', at: '2026-01-01', seq: 0 });
    for (const [at, step] of steps.entries()) {
      answer = apply(answer.ok ? answer.state : null, {
        entityId: 'N',
        type: 'transition',
        at: '2026-01-02',
        seq: at + 1,
        ...step,
      } as LifecycleEvent<never>);
      if (!answer.ok) return answer.reasons.map(({ code, params }) => `${code} ${String(params['field'])}`);
    }
    return answer.ok && answer.state.state;
  };
  const papers = { businessLicence: 'L', creditReport: 'R', siteVisit: '2026-01-20' };

  test('approval asks for the papers, activity for a signed contract', () => {
    const looked = [{ to: 'screening' }, { to: 'dueDiligence' }];
    expect(walk(...looked, { to: 'approved', set: { creditReport: 'R' } })).toEqual([
      'missingField businessLicence',
      'missingField siteVisit',
    ]);
    const approved = [...looked, { to: 'approved', set: papers }];
    expect(walk(...approved, { to: 'active' })).toEqual(['missingField signedContract']);
    const active = [...approved, { to: 'active', set: { signedContract: 'C-1' } }];
    expect(walk(...active, { to: 'suspended', reason: 'late' }, { to: 'active' }, { to: 'ended' })).toBe('ended');
    expect(walk({ to: 'screening' }, { to: 'rejected', reason: 'score' })).toBe('rejected');
  });
});

test('a gate of which nobody knows whether it holds speaks against a candidate, one that only caps does not', () => {
  const scorecard: Scorecard = {
    id: 's',
    items: [{ id: 'strength', metric: 'strength', weight: '1', normaliser: { kind: 'direct' } }],
    gates: [
      { id: 'small', when: { field: 'staff', op: 'lt', value: '5' }, effect: { kind: 'cap', at: '70' } },
      { id: 'debts', when: { field: 'debts', op: 'gt', value: '0' }, effect: { kind: 'zero' } },
    ],
  };
  const reasons = (facts: object): readonly string[] =>
    screenPartner({ strength: 90, ...facts }, { scorecard }).reasons.map(({ code }) => code);
  expect(reasons({ staff: 3, debts: 0 })).toEqual([]);
  expect(reasons({ staff: 9 })).toEqual(['gateUnknown']);
  expect(reasons({ staff: 9, debts: 1 })).toEqual(['belowMinimum', 'gateFired']);
  const weightless = { ...scorecard, items: [{ ...scorecard.items[0]!, weight: '0' }] };
  expect(screenPartner({ strength: 90 }, { scorecard: weightless }).reasons).toEqual([
    { code: 'noScore', params: { reason: 'noWeight' } },
  ]);
});
