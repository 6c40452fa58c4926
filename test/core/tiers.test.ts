import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.js';
import { toDecimal, toText } from '../../src/core/decimal.js';
import type { Tiers } from '../../src/core/tiers.js';
import { compileTiers, pieceAt, scaleBounds, totalAt } from '../../src/core/tierPieces.js';

const steep: Tiers = {
  mode: 'whole',
  tiers: [
    { upTo: '5', rate: '5' },
    { upTo: '10', rate: '4' },
    { upTo: '15', rate: '3' },
    { upTo: '20', rate: '2' },
    { upTo: null, rate: '1' },
  ],
};
const total = (tiers: Tiers, x: string): string => core.applyTiers(tiers, x).total;
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error instanceof core.SalesModelError ? { code: error.code, path: error.path } : error;
  }
  return 'no error';
};

describe('compileTiers', () => {
  const one = (tier: object, rest: object = {}): Tiers => ({ mode: 'marginal', tiers: [tier], ...rest }) as Tiers;
  const wrong: [string, Tiers, string, (string | number)[]][] = [
    ['an unknown mode', one({ upTo: null, rate: '1' }, { mode: 'graduated' }), 'option.unknown', ['mode']],
    ['an unknown boundary', one({ upTo: null, rate: '1' }, { boundary: 'both' }), 'option.unknown', ['boundary']],
    ['a rate that is no number', one({ upTo: null, rate: NaN }), 'decimal.invalid', ['tiers', 0, 'rate']],
    ['a flat with separators', one({ upTo: null, flat: '1,000' }), 'decimal.invalid', ['tiers', 0, 'flat']],
    ['10,000 digits', one({ upTo: null, rate: '9'.repeat(10_000) }), 'decimal.tooLong', ['tiers', 0, 'rate']],
    [
      'an amount in marginal mode',
      one({ upTo: null, rate: '1', amount: '5' }),
      'tiers.notInMode',
      ['tiers', 0, 'amount'],
    ],
    ['neither rate nor flat', one({ upTo: null }), 'tiers.rateMissing', ['tiers', 0, 'rate']],
    ['an upTo that is absent', one({ rate: '1' }), 'tiers.lastClosed', ['tiers', 0, 'upTo']],
    [
      'a first bound of zero',
      {
        mode: 'whole',
        tiers: [
          { upTo: '0', rate: '1' },
          { upTo: null, rate: '1' },
        ],
      },
      'tiers.notAscending',
      ['tiers', 0, 'upTo'],
    ],
    [
      'an open tier in the middle',
      {
        mode: 'whole',
        tiers: [
          { upTo: null, rate: '1' },
          { upTo: null, rate: '1' },
        ],
      },
      'tiers.lastClosed',
      ['tiers', 0, 'upTo'],
    ],
    [
      'an interpolated tier without amount',
      { mode: 'interpolated', tiers: [{ upTo: '1', flat: '1' }, { upTo: null }] },
      'tiers.rateMissing',
      ['tiers', 0, 'amount'],
    ],
    [
      'an interpolated tier with a rate',
      { mode: 'interpolated', tiers: [{ upTo: '1', amount: '1', rate: '1' }, { upTo: null }] },
      'tiers.notInMode',
      ['tiers', 0, 'rate'],
    ],
    [
      'a negative anchor',
      one({ upTo: null, rate: '1' }, { mode: 'anchored', anchor: '-1' }),
      'tiers.anchor',
      ['anchor'],
    ],
  ];
  test.each(wrong)('%s is refused with its place', (_, tiers, code, path) => {
    expect(codeOf(() => core.applyTiers(tiers, '1'))).toEqual({ code, path });
    expect(codeOf(() => compileTiers(tiers, ['plan', 'rate']))).toEqual({ code, path: ['plan', 'rate', ...path] });
  });

  test('the message names place, bound and value', () => {
    const tiers: Tiers = {
      mode: 'whole',
      tiers: [
        { upTo: '500', rate: '1' },
        { upTo: '400', rate: '1' },
        { upTo: null, rate: '1' },
      ],
    };
    expect(() => core.applyTiers(tiers, 1)).toThrow('tiers[1].upTo: must be greater than 500, got 400');
  });

  test('scaled bounds are the table on the scaled axis', () => {
    const attainment: Tiers = {
      mode: 'anchored',
      anchor: '1',
      boundary: 'upper',
      tiers: [
        { upTo: '1', rate: '0.5' },
        { upTo: '1.25', rate: '0.75', flat: '10' },
        { upTo: null, rate: '1' },
      ],
    };
    const scaled = scaleBounds(compileTiers(attainment), toDecimal('100000'));
    expect(toText(totalAt(scaled, toDecimal('140000')))).toBe('90010');
    expect(pieceAt(scaled, toDecimal('125000')).tier).toBe(2);
    expect(pieceAt(scaled, toDecimal('124999.99')).tier).toBe(1);
  });

  test('scaled interpolated tiers keep their amounts', () => {
    const bonus: Tiers = {
      mode: 'interpolated',
      tiers: [{ upTo: '0.5', amount: '1000' }, { upTo: '1', amount: '3000' }, { upTo: null }],
    };
    const scaled = scaleBounds(compileTiers(bonus), toDecimal('80'));
    expect(toText(totalAt(scaled, toDecimal('60')))).toBe('2500');
    expect(toText(totalAt(scaled, toDecimal('999')))).toBe('4000');
  });
});

describe('applyTiers', () => {
  test('an anchor inside a tier changes nothing before the next tier', () => {
    const tiers: Tiers = {
      mode: 'anchored',
      anchor: '100',
      tiers: [
        { upTo: '50', rate: '1' },
        { upTo: '150', rate: '2', flat: '7' },
        { upTo: '200', rate: '3', flat: '5' },
        { upTo: null, rate: '4' },
      ],
    };
    expect(total(tiers, '120')).toBe('197'); // 50 + 7 + 70 × 2
    expect(total(tiers, '160')).toBe('342'); // 50 + 7 + 50 × 2 + 5 + 60 × 3
    expect(core.applyTiers(tiers, '250').slices).toEqual([
      { tier: 0, from: '0', to: '50', units: '50', rate: '1', flat: '0', amount: '50' },
      { tier: 1, from: '50', to: '100', units: '50', rate: '2', flat: '7', amount: '107' },
      { tier: 2, from: '100', to: '100', units: '0', rate: '3', flat: '5', amount: '5' },
      { tier: 3, from: '100', to: '250', units: '150', rate: '4', flat: '0', amount: '600' },
    ]);
    expect(core.applyTiersFrom(tiers, '120', '60')).toEqual({
      total: '205', // 402 − 197
      slices: [
        { tier: 1, from: '120', to: '100', units: '-20', rate: '2', flat: '0', amount: '-40' },
        { tier: 2, from: '100', to: '180', units: '80', rate: '3', flat: '5', amount: '245' },
      ],
    });
  });

  test('a tier counts as entered at its bound when the upper tier owns it', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: null, rate: '2', flat: '5' },
      ],
    };
    expect(total(tiers, '10')).toBe('10');
    expect(core.applyTiers({ ...tiers, boundary: 'upper' }, '10')).toEqual({
      total: '15',
      slices: [
        { tier: 0, from: '0', to: '10', units: '10', rate: '1', flat: '0', amount: '10' },
        { tier: 1, from: '10', to: '10', units: '0', rate: '2', flat: '5', amount: '5' },
      ],
    });
  });

  test('a division that does not end stays in the slice of its tier', () => {
    const tiers: Tiers = { mode: 'interpolated', tiers: [{ upTo: '3', amount: '100' }, { upTo: null }] };
    expect(core.applyTiers(tiers, '1').slices[0]).toMatchObject({ rate: null, amount: '33.' + '3'.repeat(38) });
    expect(total(tiers, '3')).toBe('100');
    expect(total(tiers, '1000')).toBe('100');
  });

  test('figures beyond 2^53 and below 1e-40 are exact together', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '9007199254740993', rate: '1' },
        { upTo: null, rate: '1', flat: '1' + '0'.repeat(45) },
      ],
    };
    expect(total(tiers, '9007199254740993.' + '0'.repeat(44) + '1')).toBe(
      '1' + '0'.repeat(29) + '9007199254740993.' + '0'.repeat(44) + '1',
    );
  });

  test('an increment across zero gives back and earns', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '100', rate: '1' },
        { upTo: null, rate: '2' },
      ],
    };
    const { total: sum, slices } = core.applyTiersFrom(tiers, '-150', '300');
    expect(sum).toBe('400');
    expect(slices.map(({ tier, from, to, amount }) => [tier, from, to, amount])).toEqual([
      [0, '-100', '100', '200'],
      [1, '-150', '-100', '100'],
      [1, '100', '150', '100'],
    ]);
  });

  test('nothing after something is nothing, and the flat of zero is taken back', () => {
    const tiers: Tiers = { mode: 'whole', flatWhenZero: true, tiers: [{ upTo: null, rate: '1', flat: '5' }] };
    expect(core.applyTiersFrom(tiers, '7', '0')).toEqual({ total: '0', slices: [] });
    expect(core.applyTiersFrom(tiers, '0', '7').total).toBe('7');
    expect(core.applyTiersFrom({ ...tiers, flatWhenZero: false }, '0', '7').total).toBe('12');
  });
});

describe('distanceToNext', () => {
  const flats: Tiers = {
    mode: 'whole',
    boundary: 'upper',
    tiers: [
      { upTo: '10', flat: '100' },
      { upTo: '20', flat: '150' },
      { upTo: null, flat: '190' },
    ],
  };
  test('from every tier, from a bound and from below zero', () => {
    expect(core.distanceToNext(flats, '0')).toEqual({
      tier: 1,
      bound: '10',
      distance: '10',
      inclusive: true,
      jump: '50',
    });
    expect(core.distanceToNext(flats, '10')).toMatchObject({ tier: 2, distance: '10', jump: '40' });
    expect(core.distanceToNext({ ...flats, boundary: 'lower' }, '10')).toMatchObject({
      tier: 1,
      distance: '0',
      inclusive: false,
    });
    expect(core.distanceToNext(flats, '-15')).toMatchObject({ tier: 1, distance: '25' });
    expect(core.distanceToNext(flats, '20')).toBeNull();
    expect(core.tierAt(flats, '-15')).toEqual({ tier: 1, from: '10', upTo: '20', rate: '0', flat: '150' });
  });
});

describe('invertTiers', () => {
  test('the least multiple also where the total falls again', () => {
    expect(core.invertTiers(steep, '25', '1')).toEqual({ ok: true, x: '5', total: '25', tier: 0 });
    expect(core.invertTiers(steep, '26', '1')).toEqual({ ok: true, x: '7', total: '28', tier: 1 });
    expect(core.invertTiers(steep, '45', '1')).toEqual({ ok: true, x: '15', total: '45', tier: 2 });
    expect(core.invertTiers(steep, '45.01', '0.01')).toEqual({ ok: true, x: '45.01', total: '45.01', tier: 4 });
    // 5 is jumped over by sevens, 7 pays 28; 14 is the first seven that reaches 30.
    expect(core.invertTiers(steep, '30', '7')).toEqual({ ok: true, x: '14', total: '42', tier: 2 });
  });
  test('a target of nothing needs nothing', () => {
    expect(core.invertTiers(steep, '0', '1')).toEqual({ ok: true, x: '0', total: '0', tier: 0 });
    expect(core.invertTiers(steep, '-3', '1')).toMatchObject({ ok: true, x: '0' });
  });
  test('a jump is reached at the bound or just above it, as the boundary says', () => {
    const tiers: Tiers = {
      mode: 'whole',
      tiers: [
        { upTo: '100', rate: '0' },
        { upTo: null, rate: '0.1' },
      ],
    };
    expect(core.invertTiers(tiers, '1', '0.01')).toMatchObject({ x: '100.01' });
    expect(core.invertTiers({ ...tiers, boundary: 'upper' }, '1', '0.01')).toMatchObject({ x: '100' });
  });
  test('a step as wide as several tiers', () => {
    expect(core.invertTiers(steep, '1', '1000')).toEqual({ ok: true, x: '1000', total: '1000', tier: 4 });
  });
  test('what can not be reached says how far it goes', () => {
    const tiers: Tiers = {
      mode: 'whole',
      boundary: 'upper',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: null, rate: '0' },
      ],
    };
    const outcome = core.invertTiers(tiers, '10', '0.5');
    expect(outcome).toEqual({ ok: false, reasons: [{ code: 'unreachable', params: { supremum: '9.5' } }] });
  });
  test('an increment must be positive', () => {
    expect(codeOf(() => core.invertTiers(steep, '1', '0'))).toEqual({
      code: 'rounding.increment',
      path: ['increment'],
    });
    expect(codeOf(() => core.invertTiers(steep, '1', '-0.01'))).toEqual({
      code: 'rounding.increment',
      path: ['increment'],
    });
  });
  test('very small steps and very large targets end quickly', () => {
    const tiers: Tiers = { mode: 'marginal', tiers: [{ upTo: null, rate: '0.03' }] };
    const outcome = core.invertTiers(tiers, '1' + '0'.repeat(60), '0.' + '0'.repeat(59) + '1');
    expect(outcome).toMatchObject({ ok: true, x: '3'.repeat(62) + '.' + '3'.repeat(59) + '4' });
  });
});

describe('lintTiers', () => {
  test('falls with their depth and where they are made good', () => {
    const found = core.lintTiers(steep).filter(({ code }) => code === 'nonMonotone');
    expect(found.map(({ path, params }) => [path[1], params])).toEqual([
      [1, { from: '5', total: '25', loss: '5', worstAt: '5', madeGoodAt: '6.25' }],
      [2, { from: '10', total: '40', loss: '10', worstAt: '10', madeGoodAt: '13.' + '3'.repeat(38) }],
      [3, { from: '15', total: '45', loss: '25', worstAt: '20', madeGoodAt: '45' }],
    ]);
  });
  test('a total that sinks without end has no greatest loss', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: null, rate: '-1' },
      ],
    };
    expect(core.lintTiers(tiers)).toEqual([
      {
        code: 'nonMonotone',
        severity: 'warning',
        path: ['tiers', 1],
        params: { from: '10', total: '10', loss: 'unbounded', worstAt: 'never', madeGoodAt: 'never' },
      },
      { code: 'regressive', severity: 'info', path: ['tiers', 1], params: { rate: '-1', previous: '1' } },
    ]);
  });
  test('a fall inside a table that is never made good', () => {
    const tiers: Tiers = {
      mode: 'whole',
      tiers: [
        { upTo: '10', flat: '100' },
        { upTo: '20', flat: '80' },
        { upTo: null, flat: '100' },
      ],
    };
    const found = core.lintTiers(tiers).filter(({ code }) => code === 'nonMonotone');
    expect(found.map(({ params }) => params)).toEqual([
      { from: '10', total: '100', loss: '20', worstAt: '10', madeGoodAt: '20' },
    ]);
    const never: Tiers = {
      mode: 'whole',
      tiers: [
        { upTo: '10', flat: '100' },
        { upTo: null, flat: '80' },
      ],
    };
    expect(core.lintTiers(never)[1]?.params).toMatchObject({ loss: '20', worstAt: '10', madeGoodAt: 'never' });
  });
  test('dead tiers and flats without a rate', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: '20', rate: '1.0' },
        { upTo: '30', flat: '5' },
        { upTo: null, rate: '2' },
      ],
    };
    expect(core.lintTiers(tiers, ['plan']).map(({ code, path }) => [code, ...path])).toEqual([
      ['deadTier', 'plan', 'tiers', 1],
      ['cliff', 'plan', 'tiers', 2],
      ['flatWithoutRate', 'plan', 'tiers', 2],
    ]);
  });
  test('nothing to say about a plain accelerator or a step of flats that rises', () => {
    const marginal: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: null, rate: '2' },
      ],
    };
    const even: Tiers = { mode: 'interpolated', tiers: [{ upTo: '7', amount: '1' }, { upTo: null }] };
    expect(core.lintTiers(marginal)).toEqual([]);
    expect(core.lintTiers(even).map(({ code }) => code)).toEqual([]);
  });
});

describe('withoutCliffs', () => {
  test('prices: never more than a larger quantity costs', () => {
    const { tiers } = core.withoutCliffs(steep, 'min');
    expect(tiers).toEqual([
      { upTo: '4', rate: '5' },
      { upTo: '20', rate: '0', flat: '20' },
      { upTo: null, rate: '1' },
    ]);
  });
  test('pay: never less than a smaller result paid', () => {
    const { tiers } = core.withoutCliffs(steep, 'max');
    expect(tiers).toEqual([
      { upTo: '5', rate: '5' },
      { upTo: '6.25', rate: '0', flat: '25' },
      { upTo: '10', rate: '4' },
      { upTo: '13.' + '3'.repeat(37) + '4', rate: '0', flat: '40' },
      { upTo: '15', rate: '3' },
      { upTo: '45', rate: '0', flat: '45' },
      { upTo: null, rate: '1' },
    ]);
  });
  test('a table that never falls is returned as it is', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '2', flat: '1' },
        { upTo: null, rate: '1' },
      ],
    };
    expect(core.withoutCliffs(tiers, 'min')).toBe(tiers);
    expect(core.withoutCliffs(tiers, 'max')).toBe(tiers);
  });
  test('a price that sinks without end has no least total', () => {
    const tiers: Tiers = {
      mode: 'marginal',
      tiers: [
        { upTo: '10', rate: '1' },
        { upTo: null, rate: '-1' },
      ],
    };
    expect(codeOf(() => core.withoutCliffs(tiers, 'min'))).toEqual({
      code: 'tiers.unbounded',
      path: ['tiers', 1, 'rate'],
    });
    expect(core.withoutCliffs(tiers, 'max').tiers).toEqual([
      { upTo: '10', rate: '1' },
      { upTo: null, rate: '0', flat: '10' },
    ]);
  });
});
