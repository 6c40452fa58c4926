import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreeDemand,
  consensusDemand,
  type ConsensusOptions,
  DemandPlan,
  explainConsensus,
  planStability,
  planVersionDiff,
} from '../../src/orders/index.js';
import { checkExplanation } from '../core/checkExplanation.js';
import { thrown } from '../core/thrown.js';

const plan: DemandPlan = {
  partner: 'North',
  sku: 'cola',
  period: '2026-03',
  version: 1,
  status: 'draft',
  unitPrice: '10',
  sources: [
    { kind: 'makerTarget', quantity: '1200', weight: '0.5' },
    { kind: 'trend', quantity: '1000', weight: '0.3' },
    { kind: 'dealer', quantity: '900', weight: '0.2' },
    { kind: 'competitor', weight: '0.4' },
  ],
};

const quantity = (options: ConsensusOptions, of = plan): string | false => {
  const result = consensusDemand(of, options);
  return result.ok && result.quantity;
};

describe('consensusDemand', () => {
  test('by each rule', () => {
    expect(quantity({})).toBe('1080');
    expect(quantity({ rule: 'median' })).toBe('1000');
    expect(quantity({ rule: 'dealerCapped' })).toBe('900');
    expect(quantity({ rule: 'makerFloor' })).toBe('1200');
    const two = { ...plan, sources: plan.sources.slice(0, 2) };
    expect(quantity({ rule: 'median' }, two)).toBe('1100');
    expect(quantity({ rule: 'dealerCapped' }, two)).toBe('1125');
  });

  test('by each rounding, and never beyond the cash', () => {
    expect(quantity({ casePack: 40 })).toBe('1080');
    expect(quantity({ casePack: 50, rounding: 'down' })).toBe('1050');
    expect(quantity({ casePack: 50, rounding: 'up' })).toBe('1100');
    expect(quantity({ casePack: 720 })).toBe('1440');
    expect(quantity({ casePack: 50, cash: 10900 })).toBe('1050');
    expect(quantity({ casePack: 50, cash: 99999 })).toBe('1100');
    expect(quantity({ casePack: 50, cash: 0 })).toBe('0');
    const { unitPrice, ...free } = plan;
    expect(unitPrice).toBe('10');
    expect(quantity({ casePack: 50, cash: 0 }, free)).toBe('1100');
  });

  test('sources without a quantity are listed, and the others share their weight', () => {
    expect(consensusDemand(plan)).toMatchObject({
      ok: true,
      used: ['dealer', 'makerTarget', 'trend'],
      absent: ['competitor'],
    });
    expect(consensusDemand({ ...plan, sources: plan.sources.slice(3) })).toEqual({
      ok: false,
      reasons: [{ code: 'noSource', params: {} }],
    });
    expect(consensusDemand({ ...plan, sources: [{ kind: 'trend', quantity: '5', weight: '0' }] })).toEqual({
      ok: false,
      reasons: [{ code: 'noSourceWeight', params: {} }],
    });
    expect(explainConsensus({ ...plan, sources: [] })).toBeNull();
  });

  test('every cut is a step of the explanation', () => {
    const options = { rule: 'dealerCapped', casePack: 48, cash: '8000' } as const;
    const root = explainConsensus(plan, options)!;
    const codes = [];
    for (let at = root; ; at = at.from[0]!) {
      codes.push(at.params['cut'] ?? at.code);
      if (at.code === 'demand.consensus') break;
    }
    expect(codes).toEqual(['casePack', 'cash', 'dealerCap', 'demand.consensus']);
    expect(root.value).toBe('768');
    expect(checkExplanation(root)).toEqual([]);
    expect(checkExplanation(explainConsensus(plan, { rule: 'makerFloor' })!)).toEqual([]);
  });

  test('wrong options and sources are refused', () => {
    expect(thrown(() => consensusDemand(plan, { casePack: 0 })).code).toBe('quantity.positive');
    expect(thrown(() => consensusDemand(plan, { rule: 'mean' as 'median' })).code).toBe('option.unknown');
    expect(thrown(() => consensusDemand({ ...plan, sources: [plan.sources[0]!, plan.sources[0]!] })).code).toBe(
      'ids.duplicate',
    );
  });
});

test('an agreement needs both sides and is final', () => {
  const agreed = agreeDemand(plan, { quantity: '1100.0', maker: '2026-02-20', dealer: '2026-02-23' });
  if (!agreed.ok) throw new Error('refused');
  expect(DemandPlan.parse(agreed.plan)).toEqual({
    ...plan,
    agreed: '1100',
    confirmed: { maker: '2026-02-20', dealer: '2026-02-23' },
    status: 'agreed',
  });
  expect(agreeDemand(agreed.plan, { quantity: 1 })).toMatchObject({
    ok: false,
    reasons: [{ code: 'alreadyAgreed' }, { code: 'dealerUnconfirmed' }, { code: 'makerUnconfirmed' }],
  });
  expect(DemandPlan.safeParse({ ...plan, agreed: '5' }).success).toBe(false);
});

describe('planVersionDiff', () => {
  const next: DemandPlan = {
    ...plan,
    version: 2,
    unitPrice: '10.00',
    sources: [{ kind: 'dealer', quantity: '950', weight: '0.20' }],
  };

  test('says what changed, came and went', () => {
    const [diff] = planVersionDiff([plan], [next]);
    expect(diff).toMatchObject({ versions: [1, 2], quantityChange: null });
    expect(diff?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['sources.competitor.weight', '0.4', null],
      ['sources.dealer.quantity', '900', '950'],
      ['sources.makerTarget.quantity', '1200', null],
      ['sources.makerTarget.weight', '0.5', null],
      ['sources.trend.quantity', '1000', null],
      ['sources.trend.weight', '0.3', null],
    ]);
    expect(planVersionDiff([plan], [plan])).toEqual([]);
    expect(planVersionDiff([], [plan])[0]).toMatchObject({ versions: [null, 1] });
    expect(planVersionDiff([plan], [])[0]).toMatchObject({ versions: [1, null] });
  });

  test('a version that says something else must be higher', () => {
    expect(thrown(() => planVersionDiff([plan], [{ ...next, version: 1 }]))).toMatchObject({
      code: 'plan.version',
      path: ['after', 0, 'version'],
    });
    expect(thrown(() => planVersionDiff([{ ...plan, version: 2 }], [plan])).code).toBe('plan.version');
    expect(thrown(() => planVersionDiff([plan, plan], [])).code).toBe('ids.duplicate');
  });
});

describe('planStability', () => {
  test('by each base, by bucket, and in the frozen horizon', () => {
    const plans = [
      [100, 200, 300, 0],
      [110, 180, 300, 30],
    ] as const;
    expect(planStability(...plans, { base: 'new' }).instability.value).toBe('0.096774193548');
    expect(planStability(...plans, { base: 'max' }).instability.value).toBe('0.09375');
    const { buckets, frozenShare } = planStability(...plans, { frozen: 2 });
    expect(frozenShare.value).toBe('0.5');
    expect(buckets.map(({ change, instability }) => [change, instability.value])).toEqual([
      ['10', '0.1'],
      ['-20', '0.1'],
      ['0', '0'],
      ['30', null],
    ]);
  });

  test('nothing to measure against, nothing changed', () => {
    expect(planStability([0], [5]).instability).toMatchObject({ value: null, reason: 'noReference' });
    expect(planStability([5], [5])).toMatchObject({ instability: { value: '0' }, frozenShare: { reason: 'noChange' } });
    expect(thrown(() => planStability([1], [])).code).toBe('series.length');
    expect(thrown(() => planStability([1], [1], { frozen: -1 })).code).toBe('count.whole');
  });

  test('it does not matter which version is called old when the greater one is the base', () => {
    const list = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const [there, back] = [planStability(a, b, { base: 'max' }), planStability(b, a, { base: 'max' })];
        expect(there.instability).toEqual(back.instability);
        if (there.instability.value !== null) expect(Number(there.instability.value)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
