import { describe, expect, test } from 'vitest';
import { localize } from '../../../src/core/localize.js';
import {
  actualNeeded,
  type Normaliser,
  type Scorecard,
  scoreNeeded,
  type ScoreNeeded,
} from '../../../src/mechanisms/scoring/index.js';
import { thrown } from '../../core/thrown.js';

const card: Scorecard = {
  id: 'sales',
  items: [
    {
      id: 'revenue',
      metric: 'revenue',
      weight: '60',
      normaliser: { kind: 'attainment', target: { metric: 'quota' }, capAt: '1.2' },
    },
    { id: 'mood', metric: 'mood', weight: '40', normaliser: { kind: 'direct' } },
  ],
  gates: [
    { id: 'low', when: { field: 'item.revenue', op: 'lt', value: '80' }, effect: { kind: 'cap', at: '60' } },
    { id: 'bad', when: { field: 'mood', op: 'lt', value: '30' }, effect: { kind: 'multiply', factor: '0.5' } },
  ],
  bands: { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '70' }, { id: 'C' }] },
};
const facts = { revenue: '100', quota: '200', mood: '70' };
const needed = (item: string, grade: string, more: object = {}, options: object = {}): ScoreNeeded =>
  scoreNeeded(card, { ...facts, ...more }, item, grade, { increment: '1', ...options });

test('a gate decides where the total alone would have been enough', () => {
  expect(needed('revenue', 'B')).toEqual({ ok: true, value: '160', bound: 'atLeast', total: '76.00', grade: 'B' });
  expect(needed('revenue', 'A', { mood: 100 })).toMatchObject({ value: '167', total: '90.10' });
  expect(needed('mood', 'A', { revenue: '220' })).toMatchObject({ value: '60', total: '90.00' });
});

test('where no value is enough, the best total is told', () => {
  const none = needed('mood', 'B');
  expect(none).toEqual({ ok: false, reasons: [{ code: 'unreachable', params: { grade: 'B', supremum: '60.00' } }] });
  expect(none.ok || localize(none.reasons[0]!, 'en')).toContain('60.00');
  expect(needed('mood', 'A', { revenue: '220' }, { most: '59' })).toMatchObject({
    reasons: [{ params: { supremum: '89.60' } }],
  });
  expect(needed('mood', 'A', {}, { least: '2', most: '1' })).toMatchObject({
    reasons: [{ params: { supremum: null } }],
  });
});

test('the lowest grade takes the least value, and the steps may be fractions', () => {
  expect(needed('revenue', 'C')).toMatchObject({ ok: true, value: '0', bound: 'atLeast' });
  expect(needed('mood', 'A', { revenue: '221' }, { increment: '0.25' })).toMatchObject({
    value: '59.25',
    total: '90.00',
  });
});

test('another item on the metric leaves the question open', () => {
  const shared = { ...card, items: [...card.items, { ...card.items[1]!, id: 'again' }] };
  expect(scoreNeeded(shared, facts, 'mood', 'A', { increment: '1' })).toEqual({
    ok: false,
    reasons: [{ code: 'metricShared', params: { metric: 'mood', items: ['again'] } }],
  });
});

describe('the raw value of a score, by normaliser', () => {
  const needs = (score: string, normaliser: Normaliser, options: object = {}): unknown => {
    const result = actualNeeded(score, normaliser, { increment: '1', ...options });
    return result.ok ? `${result.bound} ${result.value}` : result.reasons[0]!.params['supremum'];
  };
  test.each<[string, Normaliser, unknown, object?]>([
    ['100', { kind: 'attainment', target: '37' }, 'atLeast 37'],
    ['50', { kind: 'attainment', target: '100', floorAt: '0.8' }, 'atLeast 80'],
    ['130', { kind: 'attainment', target: '100', capAt: '1.2' }, '120'],
    ['100', { kind: 'attainment', target: { metric: 't' } }, 'atLeast 45', { facts: { t: '45' } }],
    ['50', { kind: 'attainment', target: { metric: 't' } }, null, { facts: {} }],
    ['60', { kind: 'attainment', target: '10', direction: 'lower', lowerForm: 'linear', worst: '15' }, 'atMost 12'],
    ['80', { kind: 'attainment', target: '10', direction: 'lower', lowerForm: 'mirror' }, 'atMost 12'],
    ['80', { kind: 'attainment', target: { metric: 't' }, direction: 'lower' }, 'atMost 12', { facts: { t: 10 } }],
    ['70', { kind: 'deduct', per: '15' }, 'atMost 2'],
    ['90', { kind: 'add', per: '12' }, 'atLeast 8'],
    ['50', { kind: 'progress', start: '8', target: '4' }, 'atMost 6'],
    ['50', { kind: 'minMax', min: '0', max: '200' }, 'atLeast 100'],
    [
      '60',
      {
        kind: 'step',
        bands: [
          { upTo: '9', score: '0' },
          { upTo: null, score: '80' },
        ],
      },
      'atLeast 10',
    ],
    ['100', { kind: 'binary', op: 'le', value: '4' }, 'atMost 4'],
    ['100', { kind: 'binary', op: 'eq', value: '4' }, 'atLeast 4'],
    ['75', { kind: 'range', low: '10', high: '20', tolerance: '4' }, 'atLeast 9'],
    ['42', { kind: 'direct' }, 'atLeast 42'],
    ['101', { kind: 'direct' }, '100', { most: '100' }],
    [
      '80',
      {
        kind: 'curve',
        curve: {
          points: [
            { x: '0', y: '0' },
            { x: '5', y: '90' },
            { x: '9', y: '40' },
          ],
        },
      },
      'atLeast 5',
    ],
    [
      '80',
      {
        kind: 'curve',
        curve: {
          points: [
            { x: '0', y: '0' },
            { x: '1', y: '100' },
          ],
        },
        of: 'attainment',
        target: '50',
      },
      'atLeast 40',
    ],
    [
      '70',
      {
        kind: 'grid',
        rows: ['5', null],
        columns: ['5', null],
        columnMetric: 'c',
        cells: [
          ['10', '20'],
          ['60', '80'],
        ],
      },
      'atLeast 6',
      { facts: { c: '6' } },
    ],
  ])('%s of %j', (score, normaliser, expected, options) => {
    expect(needs(score, normaliser, options)).toBe(expected);
  });
});

test('what can not be asked is refused', () => {
  const options = { increment: '1' };
  expect(thrown(() => actualNeeded('5', { kind: 'rank' }, options))).toMatchObject({ code: 'scorecard.notInvertible' });
  expect(thrown(() => actualNeeded('5', { kind: 'minMax' }, options))).toMatchObject({
    code: 'scorecard.notInvertible',
  });
  expect(thrown(() => actualNeeded('5', { kind: 'direct' }, { increment: 0 }))).toMatchObject({
    code: 'scorecard.increment',
  });
  expect(thrown(() => needed('none', 'A'))).toMatchObject({ code: 'scorecard.unknownItem' });
  expect(thrown(() => needed('mood', 'Z'))).toMatchObject({ code: 'scorecard.unknownGrade' });
  expect(thrown(() => needed('mood', 'A', { revenue: 'x' }))).toMatchObject({
    code: 'decimal.invalid',
    path: ['facts', 'revenue'],
  });
});
