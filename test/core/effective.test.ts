import { describe, expect, test } from 'vitest';
import {
  type Effective,
  effectiveAsOf,
  effectiveChanges,
  effectiveLine,
  effectiveSlices,
} from '../../src/core/effective.js';
import { dayNumber } from '../../src/core/date.js';
import { periodOf } from '../../src/core/period.js';
import { thrown } from './thrown.js';

const rate: Effective<string> = [
  { value: 'third', from: '2026-05-01' },
  { value: 'first', from: '2026-01-01', to: '2026-03-15' },
  { value: 'second', from: '2026-03-15', to: '2026-04-01' },
];
const [third, first, second] = rate;

describe('asOf', () => {
  test.each([
    ['2025-12-31', null],
    ['2026-01-01', first],
    ['2026-03-14', first],
    ['2026-03-15', second],
    ['2026-03-31', second],
    ['2026-04-01', null],
    ['2026-05-01', third],
    ['9999-12-31', third],
  ])('%s', (on, expected) => {
    expect(effectiveAsOf(rate, on)).toBe(expected);
  });

  test('nothing is in force where there are no entries', () => {
    expect(effectiveAsOf([], '2026-01-01')).toBeNull();
  });

  test('a type with its own from and to is effective-dated by them', () => {
    const links = [{ child: 'a', parent: 'b', from: '2026-01-01', to: null }];
    expect(effectiveAsOf(links, '2026-01-01')?.parent).toBe('b');
    expect(effectiveLine(links).at(dayNumber('2025-12-31'))).toBeUndefined();
  });
});

test('changes: an adjacent entry is one change, a gap is one at either end, the first day counts', () => {
  expect(effectiveChanges(rate, periodOf('2026-01-01', 'year'))).toEqual([
    { on: '2026-01-01', before: null, after: first },
    { on: '2026-03-15', before: first, after: second },
    { on: '2026-04-01', before: second, after: null },
    { on: '2026-05-01', before: null, after: third },
  ]);
  expect(effectiveChanges(rate, periodOf('2026-03-15', 'month')).map((change) => change.on)).toEqual(['2026-03-15']);
  expect(effectiveChanges(rate, periodOf('2026-06-01', 'month'))).toEqual([]);
  expect(effectiveChanges([{ from: '0001-01-01' }], periodOf('0001-01-01', 'month'))).toHaveLength(1);
});

test('slices are cut to the period and leave the gaps out', () => {
  expect(effectiveSlices(rate, periodOf('2026-03-15', 'quarter'))).toEqual([
    { value: 'first', from: '2026-01-01', to: '2026-03-15' },
    { value: 'second', from: '2026-03-15', to: '2026-04-01' },
  ]);
  expect(effectiveSlices(rate, periodOf('2026-04-15', 'quarter'))).toEqual([
    { value: 'third', from: '2026-05-01', to: '2026-07-01' },
  ]);
  expect(effectiveSlices(rate, periodOf('2026-04-15', 'month'))).toEqual([]);
});

describe('bad input', () => {
  test('overlapping entries are named, the later in the path and the earlier in the message', () => {
    const error = thrown(() =>
      effectiveAsOf([...rate, { value: 'x', from: '2026-02-01', to: '2026-02-02' }], '2026-01-01'),
    );
    expect(error).toMatchObject({
      code: 'effective.overlap',
      path: ['entries', 3],
      params: { other: 1, on: '2026-02-01' },
      message: 'entries[3]: must not overlap entry 1: both hold on 2026-02-01',
    });
  });

  test.each<[string, Effective<number>, string, (string | number)[]]>([
    [
      'the same entry twice',
      [
        { value: 1, from: '2026-01-01' },
        { value: 1, from: '2026-01-01' },
      ],
      'effective.overlap',
      ['entries', 1],
    ],
    [
      'an open entry before another',
      [
        { value: 2, from: '2026-01-02' },
        { value: 1, from: '2026-01-01', to: null },
      ],
      'effective.overlap',
      ['entries', 1],
    ],
    [
      'an entry that ends before it starts',
      [{ value: 1, from: '2026-01-02', to: '2026-01-01' }],
      'period.order',
      ['entries', 0, 'to'],
    ],
    [
      'an entry without a day',
      [{ value: 1, from: '2026-01-02', to: '2026-01-02' }],
      'period.order',
      ['entries', 0, 'to'],
    ],
    ['a date that does not exist', [{ value: 1, from: '2026-02-30' }], 'date.invalid', ['entries', 0, 'from']],
  ])('%s', (_, entries, code, path) => {
    expect(thrown(() => effectiveAsOf(entries, '2026-01-01'))).toMatchObject({ code, path });
  });
});
