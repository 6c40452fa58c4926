import { describe, expect, test } from 'vitest';
import { renderExplanation } from '../../src/core/index.js';
import {
  allocateShortage,
  bullwhipBound,
  bullwhipRatio,
  explainShortage,
  gamingGain,
  lintShortage,
  type ShortageInput,
} from '../../src/orders/index.js';
import { checkExplanation } from '../core/checkExplanation.js';
import { thrown } from '../core/thrown.js';

const ask = (...orders: readonly (string | number)[]): { partner: string; order: string | number }[] =>
  orders.map((order, at) => ({ partner: 'ABCD'[at]!, order }));
const shares = (input: ShortageInput): string[] => {
  const result = allocateShortage(input);
  return result.ok ? result.shares.map(({ share }) => share) : [];
};

describe('allocateShortage', () => {
  test('with enough for all each has the order, and the rest is nobody’s', () => {
    const result = allocateShortage({ available: '100.25', increment: '0.1', requests: ask(40, 50) });
    expect(result).toMatchObject({ ok: true, unallocated: '10.25', level: null });
    expect(shares({ available: '100', requests: ask(40, 50) })).toEqual(['40', '50']);
  });

  test('orders that are no multiple of the increment are cut down and listed', () => {
    const result = allocateShortage({ available: '7', increment: '2', requests: ask('5', '4') });
    expect(result).toMatchObject({ cut: [{ partner: 'A', order: '5', to: '4' }], unallocated: '1' });
    expect(shares({ available: '7', increment: '2', requests: ask('5', '4') })).toEqual(['4', '2']);
  });

  test('without a weight one waits until all others are filled', () => {
    const requests = [
      { partner: 'A', order: 10, prior: 5 },
      { partner: 'B', order: 30, prior: 0 },
      { partner: 'C', order: 20, prior: 0 },
    ];
    expect(shares({ available: 8, rule: 'priorSales', requests })).toEqual(['8', '0', '0']);
    expect(shares({ available: 30, rule: 'priorSales', requests })).toEqual(['10', '10', '10']);
    const unsold = requests.map((each) => ({ ...each, prior: 0 }));
    expect(shares({ available: 12, rule: 'priorSales', requests: unsold })).toEqual(['4', '4', '4']);
  });

  test('a class is served before the next, and the guarantees of later ones are kept back', () => {
    const requests = [
      { partner: 'A', order: 10, priority: 2, minimum: 3 },
      { partner: 'B', order: 10, priority: 1 },
      { partner: 'C', order: 10, priority: 1 },
      { partner: 'D', order: 10, priority: 2 },
    ];
    expect(shares({ available: 15, rule: 'priority', requests, increment: 1 })).toEqual(['3', '6', '6', '0']);
    expect(shares({ available: 33, rule: 'priority', requests, increment: 1 })).toEqual(['7', '10', '10', '6']);
    const byOrder = { available: 28, rule: 'priority', inner: 'proportional', requests, increment: 1 } as const;
    expect(shares(byOrder)).toEqual(['4', '10', '10', '4']);
  });

  test('minima count up to the order, and what cannot be guaranteed is said', () => {
    const requests = [
      { partner: 'A', order: 3, minimum: 9 },
      { partner: 'B', order: 20, minimum: '6.5' },
    ];
    expect(shares({ available: 10, requests, increment: 1 })).toEqual(['3', '7']);
    expect(allocateShortage({ available: 9, requests, increment: 1 })).toEqual({
      ok: false,
      reasons: [{ code: 'infeasible', params: { minSum: '10', maxSum: '23', total: '9', shortfall: '1' } }],
    });
    expect(explainShortage({ available: 9, requests, increment: 1 }, 'A')).toBeNull();
    expect(gamingGain({ available: 9, requests, increment: 1 }, 'A', 2)).toEqual({
      truthful: '0',
      inflated: '0',
      gain: '0',
    });
  });

  test('what decides and who was rounded up is said', () => {
    const result = allocateShortage({ available: 11, increment: 1, requests: ask(2, 10, 10) });
    expect(result).toMatchObject({
      shares: [
        { partner: 'A', decidedBy: 'order', roundedUp: false },
        { partner: 'B', share: '5', decidedBy: 'level', roundedUp: true },
        { partner: 'C', share: '4', decidedBy: 'level', roundedUp: false },
      ],
      level: { kind: 'share', value: { value: '4.5' } },
    });
    const kept = allocateShortage({
      available: 12,
      increment: 1,
      requests: [
        { partner: 'A', order: 20, minimum: 10 },
        ...ask(10, 10).map((each) => ({ ...each, partner: `x${each.partner}` })),
      ],
    });
    expect(kept).toMatchObject({ shares: [{ decidedBy: 'minimum', share: '10' }, { share: '1' }, { share: '1' }] });
  });

  test('nothing for nobody', () => {
    expect(allocateShortage({ available: 5, requests: [] })).toEqual({
      ok: true,
      shares: [],
      unallocated: '5',
      level: null,
      cut: [],
    });
    expect(shares({ available: 0, requests: ask(4, 0) })).toEqual(['0', '0']);
  });

  test.each([
    [{ available: -1, requests: [] }, 'shortage.negative'],
    [{ available: 1, requests: [{ partner: 'A', order: 1, minimum: -1 }] }, 'shortage.negative'],
    [{ available: 1, rule: 'priority', requests: ask(1) }, 'shortage.missing'],
    [{ available: 1, rule: 'equalCover', requests: [{ partner: 'A', order: 1, rate: 2 }] }, 'shortage.missing'],
    [{ available: 1, rule: 'fair' as 'plan', requests: [] }, 'option.unknown'],
    [{ available: 1, rule: 'priority', inner: 'priority' as 'plan', requests: [] }, 'option.unknown'],
    [{ available: 1, increment: 0, requests: [] }, 'rounding.increment'],
    [{ available: Number.NaN, requests: [] }, 'decimal.invalid'],
  ] satisfies [ShortageInput, string][])('refuses %o', (input, code) => {
    expect(thrown(() => allocateShortage(input)).code).toBe(code);
  });
});

test('a factor below 1, or somebody who asked for nothing, is refused', () => {
  const input = { available: 5, requests: ask(4, 4) };
  expect(thrown(() => gamingGain(input, 'A', 0)).code).toBe('quantity.positive');
  expect(thrown(() => gamingGain(input, 'Z', 2)).code).toBe('shortage.unknownPartner');
  expect(thrown(() => explainShortage(input, 'Z')).code).toBe('shortage.unknownPartner');
});

test('the linter tries the rules that have their facts', () => {
  const requests = ask(40, 60, 90, 110).map((each) => ({ ...each, plan: 10, prior: 20 }));
  const rules = lintShortage({ available: 150, requests }).map(({ params }) => params['rule']);
  expect(rules).toEqual(['proportional', 'equalLoss', 'talmud']);
  expect(lintShortage({ available: 300, requests })).toEqual([]);
});

test('a share is explained down to the request', () => {
  const input = {
    available: '110',
    rule: 'equalCover',
    requests: [
      { partner: 'A', order: '200', stock: '20', rate: '10' },
      { partner: 'B', order: '100', stock: '0', rate: '5' },
      { partner: 'C', order: '200', stock: '50', rate: '10' },
    ],
  } as const;
  for (const partner of ['A', 'B', 'C']) {
    const explanation = explainShortage(input, partner)!;
    expect(checkExplanation(explanation, input)).toEqual([]);
    expect(explanation.value).toBe(shares(input)['ABC'.indexOf(partner)]);
  }
  expect(renderExplanation(explainShortage(input, 'C')!, 'zh-CN')).toContain('7.2');
});

describe('bullwhip', () => {
  test('periods of shortage can be left out', () => {
    const masked = bullwhipRatio([10, 500, 12, 8], [10, 10, 11, 9], { masked: [1] });
    expect(masked.periods).toBe(3);
    expect(masked.variance.value).toBe('4');
    expect(masked.cv).toBeCloseTo(2, 12);
  });

  test('constant demand has no ratio, and a mean of 0 no coefficient of variation', () => {
    expect(bullwhipRatio([1, 2], [3, 3])).toMatchObject({
      variance: { value: null, reason: 'constantDemand' },
      cv: null,
    });
    expect(bullwhipRatio([-1, 1], [1, 2]).cv).toBeNull();
  });

  test('series of two lengths, or too short ones, are refused', () => {
    expect(thrown(() => bullwhipRatio([1, 2], [3])).code).toBe('series.length');
    expect(thrown(() => bullwhipRatio([1], [3])).code).toBe('series.length');
    expect(thrown(() => bullwhipBound({ leadTime: 1, window: 0 })).code).toBe('count.whole');
    expect(thrown(() => bullwhipBound({ leadTime: -1, window: 2 })).code).toBe('count.whole');
  });
});
