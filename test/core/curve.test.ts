import { describe, expect, test } from 'vitest';
import * as core from '../../src/core/index.js';
import type { Curve } from '../../src/core/curve.js';

const points = (...pairs: [string, string][]): Curve['points'] => pairs.map(([x, y]) => ({ x, y }));

describe('evaluateCurve', () => {
  test('a line continued beyond a jump at its end passes through the near side of the jump', () => {
    const curve: Curve = { points: points(['1', '0'], ['1', '10'], ['2', '20']), extrapolate: { below: 'linear' } };
    expect(core.evaluateCurve(curve, '0')).toBe('0');
    expect(core.evaluateCurve(curve, '0.5')).toBe('5');
  });
  test('the owner of an x at the edge holds there, whatever lies beyond', () => {
    const curve: Curve = {
      points: [{ x: '1', y: '7', side: 'left' }, ...points(['1', '10'], ['2', '20'])],
      extrapolate: { below: 'none', above: 'none' },
    };
    expect(['0.9', '1', '1.5', '2', '2.1'].map((x) => core.evaluateCurve(curve, x))).toEqual([
      null,
      '7',
      '15',
      '20',
      null,
    ]);
  });
  test('one point is a constant', () => {
    expect(core.evaluateCurve({ points: points(['5', '3']) }, '-1000')).toBe('3');
  });
  test('a division that does not end keeps 40 digits of the part', () => {
    const curve: Curve = { points: points(['0', '0'], ['3', '1']) };
    expect(core.evaluateCurve(curve, 1)).toBe('0.' + '3'.repeat(40));
    expect(core.evaluateCurve(curve, '3')).toBe('1');
  });
  test('faults name their place', () => {
    expect(() => core.evaluateCurve({ points: points(['1', '0'], ['0', '1']) }, 1)).toThrow(
      'points[1].x: must not be less than 1, got 0',
    );
    const sides: Curve = {
      points: [
        { x: '1', y: '1', side: 'right' },
        { x: '1', y: '2', side: 'left' },
      ],
    };
    expect(() => core.evaluateCurve(sides, 1)).toThrow('points[1].side');
    const end = { points: points(['1', '0']), extrapolate: { above: 'wrap' } } as unknown as Curve;
    expect(() => core.evaluateCurve(end, 1)).toThrow('extrapolate.above: must be one of');
  });
});

describe('invertCurve', () => {
  test('a falling line without end below reaches every target', () => {
    const curve: Curve = { points: points(['0', '10'], ['10', '0']), extrapolate: { below: 'linear' } };
    expect(core.invertCurve(curve, '5')).toEqual({ ok: false, reasons: [{ code: 'unbounded', params: {} }] });
  });
  test('a rising line is followed below the first point', () => {
    const curve: Curve = { points: points(['0', '10'], ['10', '20']), extrapolate: { below: 'linear' } };
    expect(core.invertCurve(curve, '5')).toEqual({ ok: true, x: '-5', inclusive: true });
    expect(core.invertCurve({ points: curve.points }, '5')).toEqual({ ok: true, x: '0', inclusive: true });
  });
  test('the first of two ways up', () => {
    const curve: Curve = { points: points(['0', '0'], ['10', '10'], ['20', '0'], ['30', '30']) };
    expect(core.invertCurve(curve, '10')).toEqual({ ok: true, x: '10', inclusive: true });
    expect(core.invertCurve(curve, '10.5')).toEqual({ ok: true, x: '23.5', inclusive: true });
  });
  test('a limit that no x attains is not reached', () => {
    const drop: Curve = { points: points(['0', '0'], ['10', '10'], ['10', '2']) };
    expect(core.invertCurve(drop, '10')).toEqual({
      ok: false,
      reasons: [{ code: 'unreachable', params: { supremum: '10' } }],
    });
    expect(core.invertCurve(drop, '9.5')).toEqual({ ok: true, x: '9.5', inclusive: true });
    const rise: Curve = { points: [{ x: '0', y: '0', side: 'left' }, ...points(['0', '5'], ['10', '1'])] };
    expect(core.invertCurve(rise, '5').ok).toBe(false);
    expect(core.invertCurve(rise, '4.9')).toEqual({ ok: true, x: '0', inclusive: false });
  });
  test('what is clamped below the first point does not count', () => {
    const curve: Curve = { points: points(['0', '5'], ['0', '1'], ['4', '9']) };
    expect(core.evaluateCurve(curve, '-1')).toBe('5');
    expect(core.invertCurve(curve, '5')).toEqual({ ok: true, x: '2', inclusive: true });
  });
  test('an x that does not end is rounded up', () => {
    expect(core.invertCurve({ points: points(['0', '0'], ['1', '3']) }, '2')).toEqual({
      ok: true,
      x: '0.' + '6'.repeat(39) + '7',
      inclusive: true,
    });
    expect(core.invertCurve({ points: points(['0', '0'], ['1', '3']) }, '1')).toMatchObject({
      x: '0.' + '3'.repeat(39) + '4',
    });
  });
});

describe('lintCurve', () => {
  test('nothing to say about rising, falling and stepped curves', () => {
    expect(core.lintCurve({ points: points(['0', '0'], ['1', '1'], ['1', '5'], ['2', '5']) })).toEqual([]);
    expect(core.lintCurve({ points: points(['0', '100'], ['10', '0']) })).toEqual([]);
    expect(
      core.lintCurve(
        core.curveFromSteps([
          { upTo: 1, y: 1 },
          { upTo: 2, y: 2 },
          { upTo: null, y: 3 },
        ]),
      ),
    ).toEqual([]);
  });
  test('each stretch against the direction', () => {
    const curve: Curve = {
      points: points(['0', '0'], ['1', '5'], ['2', '4'], ['3', '1'], ['3', '6'], ['4', '9'], ['4', '8']),
    };
    expect(core.lintCurve(curve, ['plan']).map(({ code, path, params }) => ({ code, path, ...params }))).toEqual([
      { code: 'nonMonotone', path: ['plan', 'points', 2], from: '1', to: '3', loss: '4' },
      { code: 'nonMonotone', path: ['plan', 'points', 6], from: '4', to: '4', loss: '1' },
    ]);
  });
  test('points that say nothing', () => {
    const curve: Curve = {
      points: points(['0', '1'], ['0', '2'], ['1', '3'], ['1', '3'], ['2', '4'], ['2', '9'], ['2', '5'], ['3', '6']),
      extrapolate: { below: 'none' },
    };
    expect(core.lintCurve(curve).map(({ code, path }) => [code, path[1]])).toEqual([
      ['unreachablePoint', 0],
      ['duplicatePoint', 3],
      ['unreachablePoint', 5],
    ]);
  });
});

describe('curveFromSteps', () => {
  test('one open step is a constant', () => {
    expect(core.evaluateCurve(core.curveFromSteps([{ upTo: null, y: '5' }]), '-3')).toBe('5');
  });
  test('bounds may lie below zero and must ascend', () => {
    const growth = core.curveFromSteps([
      { upTo: '-0.1', y: '0' },
      { upTo: null, y: '1' },
    ]);
    expect(['-0.2', '-0.1', '0'].map((x) => core.evaluateCurve(growth, x))).toEqual(['0', '0', '1']);
    expect(() =>
      core.curveFromSteps([
        { upTo: '1', y: 0 },
        { upTo: '1.0', y: 1 },
        { upTo: null, y: 2 },
      ]),
    ).toThrow('steps[1].upTo: must be greater than 1');
    expect(() => core.curveFromSteps([{ upTo: '1', y: 0 }])).toThrow('steps[0].upTo');
    expect(() => core.curveFromSteps([])).toThrow('steps: must be null in the last tier');
  });
});
