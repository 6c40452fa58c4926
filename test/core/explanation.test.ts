import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.js';
import {
  explainConstant,
  explainInput,
  explainPolicy,
  explainStep,
  explainSum,
  type Explanation,
} from '../../src/core/explanation.js';
import type { Curve } from '../../src/core/curve.js';
import type { Tiers } from '../../src/core/tiers.js';
import { checkExplanation } from './checkExplanation.js';

const anchored: Tiers = {
  mode: 'anchored',
  anchor: '100',
  tiers: [
    { upTo: '50', rate: '1' },
    { upTo: '150', rate: '2', flat: '7' },
    { upTo: '200', rate: '3', flat: '5' },
    { upTo: null, rate: '4' },
  ],
};

describe('checkExplanation', () => {
  const x = explainInput(['x'], '5');
  const faults: [string, Explanation, RegExp][] = [
    ['a wrong sum', { ...explainSum('tiers.slice', {}, [x]), value: '6' }, /6 is not the sum 5/],
    ['a leaf from nowhere', explainStep('tiers.size', {}, '5', []), /neither input nor definition/],
    ['a fact that differs', explainConstant(['x'], '4'), /x is "5"/],
    ['a fact that is not there', explainInput(['y'], '4'), /nothing stands at y/],
    ['a code without a text', explainStep('tiers.unheardOf', {}, '5', [x]), /no text in zh-CN/],
    ['a text without its params', explainStep('tiers.units', {}, '5', [x]), /no param units/],
  ];
  test.each(faults)('finds %s', (_, explanation, fault) => {
    expect(checkExplanation(explanation, { x: '5' }).join('\n')).toMatch(fault);
  });
  test('accepts what is sound', () => {
    const sum = explainSum('tiers.mirrored', { x: '5' }, [x, explainPolicy('halfEven', '-0.5')]);
    expect(sum.value).toBe('4.5');
    expect(checkExplanation(sum, { x: '5' })).toEqual([]);
  });
});

describe('explainTiers', () => {
  test('reaches down to every rate, flat and the quantity', () => {
    const explanation = core.explainTiers(anchored, '250');
    expect(checkExplanation(explanation, { ...anchored, x: '250' })).toEqual([]);
    expect(core.renderExplanation(explanation, 'en')).toBe(
      [
        '250: all above the anchor 100 at the rate of the tier reached, each slice below at its own = 762',
        '  50 in tier 1, from 0 to 50 = 50',
        '    50 × 1 = 50',
        '      rate of tier 1, tiers[0].rate = 1',
        '      x = 250',
        '  50 in tier 2, from 50 to 100 = 107',
        '    50 × 2 = 100',
        '      rate of tier 2, tiers[1].rate = 2',
        '      x = 250',
        '    flat of tier 2, tiers[1].flat = 7',
        '  0 in tier 3, from 100 to 100 = 5',
        '    flat of tier 3, tiers[2].flat = 5',
        '  150 in tier 4, from 100 to 250 = 600',
        '    150 × 4 = 600',
        '      rate of tier 4, tiers[3].rate = 4',
        '      x = 250',
      ].join('\n'),
    );
  });
  test('of a negative quantity is the opposite of its mirror image', () => {
    const explanation = core.explainTiers(anchored, '-120', { tiers: ['plan', 'rate'], x: ['sales', 3] });
    expect(explanation.value).toBe(core.applyTiers(anchored, '-120').total);
    expect(checkExplanation(explanation, { plan: { rate: anchored }, sales: [0, 0, 0, '-120'] })).toEqual([]);
    expect(core.renderExplanation(explanation, 'zh-CN', { depth: 1 })).toBe(
      '-120 为负：取其镜像的相反数 = -197\n  120：锚点 100 以上全部按达到的档的费率计算，以下各段按各自的费率 = 197',
    );
  });
  test('of nothing is nothing, or the first flat', () => {
    const tiers: Tiers = { mode: 'whole', tiers: [{ upTo: null, flat: '5' }] };
    expect(checkExplanation(core.explainTiers(tiers, 0), { ...tiers, x: '0' })).toEqual([]);
    const charged = core.explainTiers({ ...tiers, flatWhenZero: true }, 0);
    expect([charged.value, ...checkExplanation(charged, { ...tiers, x: '0' })]).toEqual(['5']);
  });
  test('of an interpolated table tells the way through each tier', () => {
    const tiers: Tiers = {
      mode: 'interpolated',
      tiers: [{ upTo: '10', amount: '40' }, { upTo: '20', amount: '50', flat: '1' }, { upTo: null }],
    };
    for (const x of ['4', '10', '15', '30']) {
      const explanation = core.explainTiers(tiers, x);
      expect(explanation.value).toBe(core.applyTiers(tiers, x).total);
      expect(checkExplanation(explanation, { ...tiers, x })).toEqual([]);
    }
    expect(core.renderExplanation(core.explainTiers(tiers, '15'), 'en')).toContain('    5 of 10 × 50 = 25');
  });
});

describe('explainCurve', () => {
  const curve: Curve = {
    points: [
      { x: '80', y: '0' },
      { x: '90', y: '10' },
      { x: '90', y: '50' },
      { x: '120', y: '200' },
    ],
    extrapolate: { below: 'none', above: 'linear' },
  };
  const told: [string, string][] = [
    ['70', '70 lies beyond the points: there is no value'],
    ['80', 'at the point x = 80 = 0'],
    ['85', 'on the line from (80, 0) to (90, 10), at x = 85 = 5'],
    ['90', 'at the point x = 90 = 50'],
    ['110', 'on the line from (90, 50) to (120, 200), at x = 110 = 150'],
    ['130', '130 lies beyond the points: the last line goes on = 250'],
  ];
  test.each(told)('at %s', (x, text) => {
    const explanation = core.explainCurve(curve, x);
    expect(explanation.value).toBe(core.evaluateCurve(curve, x));
    expect(checkExplanation(explanation, { ...curve, x })).toEqual([]);
    expect(core.renderExplanation(explanation, 'en', { depth: 0 })).toBe(text);
  });
  test('a clamped end rests on the outermost point, a line on two', () => {
    const facts = (extrapolate: Curve['extrapolate'], x: string): unknown[] =>
      core.explainCurve({ ...curve, ...(extrapolate && { extrapolate }) }, x).from.map(({ params }) => params['path']);
    expect(facts({}, '0')).toEqual([['points', 0, 'y'], ['x']]);
    expect(facts({}, '300')).toEqual([['points', 3, 'y'], ['x']]);
    expect(facts({ below: 'linear' }, '0')).toEqual([['points', 0, 'y'], ['points', 1, 'y'], ['x']]);
    expect(facts({ above: 'linear' }, '300')).toEqual([['points', 2, 'y'], ['points', 3, 'y'], ['x']]);
  });
});

describe('renderExplanation', () => {
  const named = (name: string): Explanation => explainStep('policy', { policy: name }, null, []);
  test('keeps a step on its line and marks nothing up by accident', () => {
    expect(core.renderExplanation(named('a\n b\t*c*'), 'en')).toBe('a b *c*');
    expect(core.renderExplanation(named('*a* [b](c) <d> `e` #f'), 'en', { format: 'markdown' })).toBe(
      '- \\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\#f',
    );
  });
  test('shows a code that it does not know as it is', () => {
    expect(core.renderExplanation(explainStep('future.step', {}, '1', []), 'zh-CN')).toBe('future.step = 1');
  });
  test('survives a tree deeper than the stack', () => {
    let deep = named('leaf');
    for (let level = 0; level < 20_000; level++) deep = explainStep('policy', { policy: 'x' }, null, [deep]);
    expect(core.renderExplanation(deep, 'en', { depth: 3 }).split('\n')).toHaveLength(4);
  });
  test('refuses a language or a format that there is not', () => {
    expect(() => core.renderExplanation(named('a'), 'fr' as 'en')).toThrow('locale: must be one of en | zh-CN, got fr');
    expect(() => core.renderExplanation(named('a'), 'en', { format: 'html' as 'text' })).toThrow('options.format');
  });
});

describe('the schema', () => {
  test('takes an explanation through JSON unchanged and refuses another shape', () => {
    const explanation = core.explainTiers(anchored, '-250');
    expect(core.Explanation.parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation);
    expect(core.Explanation.safeParse({ ...explanation, from: [{}] }).success).toBe(false);
    expect(core.Explanation.safeParse({ ...explanation, extra: 1 }).success).toBe(false);
  });
  test('takes a curve through JSON unchanged and refuses another shape', () => {
    const curve: Curve = { points: [{ x: '1', y: '2', side: 'left' }], extrapolate: { below: 'none' } };
    expect(core.Curve.parse(JSON.parse(JSON.stringify(curve)))).toEqual(curve);
    expect(core.Curve.safeParse({ points: [{ x: 1, y: '2' }] }).success).toBe(false);
    expect(core.Curve.safeParse({ points: [] }).success).toBe(false);
  });
  test('takes tiers through JSON unchanged and refuses another shape', () => {
    expect(core.Tiers.parse(JSON.parse(JSON.stringify(anchored)))).toEqual(anchored);
    expect(core.Tiers.safeParse({ mode: 'whole', tiers: [{ upTo: null, rates: '1' }] }).success).toBe(false);
    expect(core.Tiers.safeParse({ mode: 'slab', tiers: [{ upTo: null, rate: '1' }] }).success).toBe(false);
  });
});

test('a quotient that does not end is said to be cut, one that ends is not', () => {
  const thirds: Tiers = { mode: 'interpolated', tiers: [{ upTo: '3', amount: '10' }, { upTo: null }] };
  const step = (x: string): Explanation => core.explainTiers(thirds, x).from[0]!.from[0]!;
  expect(step('1').params).toMatchObject({ inexact: true });
  expect(step('3').params).not.toHaveProperty('inexact');
  expect(core.renderExplanation(step('1'), 'en', { depth: 0 })).toBe(
    '1 of 3 × 10 ≈ 3.333333333333333333333333333333333333333',
  );
  expect(core.renderExplanation(step('1'), 'zh-CN', { depth: 0, format: 'markdown' })).toContain(' ≈ **3.33');
  const line: Curve = {
    points: [
      { x: '0', y: '1' },
      { x: '3', y: '2' },
    ],
  };
  expect(core.explainCurve(line, '1').params).toMatchObject({ inexact: true });
  expect(core.explainCurve(line, '1.5').params).not.toHaveProperty('inexact');
});
