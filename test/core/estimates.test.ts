import { describe, expect, test } from 'vitest';
import { exp, ln, ln1p } from '../../src/core/elementary.js';
import {
  erf,
  logBeta,
  logGamma,
  normalQuantile,
  ratio,
  studentQuantile,
  wilsonInterval,
} from '../../src/core/index.js';
import reference from './estimates.json' with { type: 'json' };
import { thrown } from './thrown.js';

const relative = (got: number, value: string): number => Math.abs(got / Number(value) - 1);

describe('against high-precision values', () => {
  test.each(reference.logGamma)('logGamma($args)', ({ args: [x], value }) => {
    expect(relative(logGamma(x!), value)).toBeLessThan(1e-14);
  });
  test.each(reference.logBeta)('logBeta($args)', ({ args: [a, b], value }) => {
    expect(relative(logBeta(a!, b!), value)).toBeLessThan(1e-14);
    expect(logBeta(b!, a!)).toBe(logBeta(a!, b!));
  });
  test.each(reference.erf)('erf($args)', ({ args: [x], value }) => {
    expect(relative(erf(x!), value)).toBeLessThan(1e-14);
    expect(erf(-x!)).toBe(-erf(x!));
  });
  test.each(reference.normalQuantile)('normalQuantile($args)', ({ args: [p], value }) => {
    expect(relative(normalQuantile(p!), value)).toBeLessThan(2e-15);
  });
  test.each(reference.studentQuantile)('studentQuantile($args)', ({ args: [p, degrees], value }) => {
    expect(relative(studentQuantile(p!, degrees!), value)).toBeLessThan(1e-13);
  });
});

describe('published tables', () => {
  test.each([
    [0.95, 1, '6.314'],
    [0.975, 1, '12.706'],
    [0.995, 1, '63.657'],
    [0.95, 2, '2.920'],
    [0.975, 5, '2.571'],
    [0.995, 10, '3.169'],
    [0.9, 20, '1.325'],
    [0.9995, 30, '3.646'],
    [0.975, 120, '1.980'],
  ])('Student table: %f at %i degrees is %s', (p, degrees, t) => {
    expect(studentQuantile(p, degrees).toFixed(3)).toBe(t);
    expect(studentQuantile(1 - p, degrees).toFixed(3)).toBe(`-${t}`);
  });

  test.each([
    [7, 10, '0.396778', '0.892209'],
    [0, 5, '0.000000', '0.434482'],
    [8, 10, '0.490162', '0.943318'],
    [0, 12, '0.000000', '0.242494'],
    [17, 20, '0.639581', '0.947631'],
  ])('Wilson interval of %i of %i', (successes, n, lower, upper) => {
    const interval = wilsonInterval(successes, n);
    expect([interval.lower?.toFixed(6), interval.upper?.toFixed(6)]).toEqual([lower, upper]);
  });
});

test.each([
  [81, 263, '0.2553', '0.3662'],
  [15, 148, '0.0624', '0.1605'],
  [0, 20, '0.0000', '0.1611'],
  [1, 29, '0.0061', '0.1718'],
])('Newcombe, Statistics in Medicine 17 (1998), table I: %i of %i', (successes, n, lower, upper) => {
  const interval = wilsonInterval(successes, n);
  expect([interval.lower?.toFixed(4), interval.upper?.toFixed(4)]).toEqual([lower, upper]);
});

describe('edges', () => {
  test('exact points', () => {
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expect(erf(0)).toBe(0);
    expect(erf(40)).toBe(1);
    expect(normalQuantile(0.5)).toBe(0);
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(wilsonInterval(5, 5).upper).toBe(1);
    expect(wilsonInterval(0, 5).lower).toBe(0);
  });

  test('without trials there is no share and no interval', () => {
    expect(wilsonInterval(0, 0)).toEqual({ lower: null, upper: null, reason: 'noTrials' });
    expect(ratio(0, 0).value).toBe(null);
  });

  test.each([0, -1, NaN, Infinity, '1' as never])('%s is no positive number', (x) => {
    expect(thrown(() => logGamma(x)).code).toBe('estimate.positive');
    expect(thrown(() => logBeta(1, x))).toMatchObject({ code: 'estimate.positive', path: ['b'] });
    expect(thrown(() => studentQuantile(0.5, x))).toMatchObject({ code: 'estimate.positive', path: ['degrees'] });
  });

  test.each([0, 1, -0.1, 1.1, NaN])('%s is no probability between', (p) => {
    expect(thrown(() => normalQuantile(p)).code).toBe('estimate.probability');
    expect(thrown(() => studentQuantile(p, 3)).code).toBe('estimate.probability');
    expect(thrown(() => wilsonInterval(1, 2, p))).toMatchObject({ code: 'estimate.probability', path: ['confidence'] });
  });

  test('counts that are none', () => {
    expect(thrown(() => wilsonInterval(3, 2))).toMatchObject({ code: 'estimate.count', path: ['successes'] });
    expect(thrown(() => wilsonInterval(-1, 2))).toMatchObject({ code: 'estimate.count', path: ['successes'] });
    expect(thrown(() => wilsonInterval(0, Infinity))).toMatchObject({ code: 'estimate.count', path: ['n'] });
    expect(thrown(() => erf(NaN))).toMatchObject({ code: 'estimate.finite', path: ['x'] });
  });

  test('what no double holds is said, not returned', () => {
    expect(thrown(() => logGamma(1e306)).code).toBe('estimate.overflow');
    expect(thrown(() => logBeta(1.7e308, 1.7e308)).code).toBe('estimate.overflow');
    expect(thrown(() => studentQuantile(1e-300, 0.5)).code).toBe('estimate.overflow');
  });
});

describe('elementary functions', () => {
  test('agree with the host to the last places', () => {
    for (let x = 1e-320; x < 1e308; x *= 3.7) {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(Math.log(x))));
    }
    for (let x = -745; x < 709.7; x += 0.37) {
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(Math.max(1e-15 * Math.exp(x), 1e-323));
    }
    for (let x = -0.999; x < 20; x += 0.0137) {
      expect(Math.abs(ln1p(x) - Math.log1p(x))).toBeLessThanOrEqual(1e-15 * Math.abs(Math.log1p(x)));
    }
    expect([exp(0), ln(1), ln1p(0), ln1p(1e-300), exp(-746), exp(710)]).toEqual([1, 0, 0, 1e-300, 0, Infinity]);
  });
});
