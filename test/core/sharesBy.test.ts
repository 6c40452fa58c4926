import { expect, test } from 'vitest';
import { ratio, sharesBy } from '../../src/core/index.js';
import { thrown } from './thrown.js';

const rows = [
  { keys: { activity: 'visit', season: 'spring' }, value: '3.5' },
  { keys: { activity: 'call', season: 'autumn' }, value: 2 },
  { keys: { activity: 'visit', season: 'autumn' }, value: '1.5' },
  { keys: { season: 'spring' }, value: '1' },
];

test('one share a group, sorted by key, rows without the key last', () => {
  expect(sharesBy(rows, ['activity'])).toEqual([
    { keys: { activity: 'call' }, share: ratio(2, 8) },
    { keys: { activity: 'visit' }, share: ratio(5, 8) },
    { keys: { activity: null }, share: ratio(1, 8) },
  ]);
});

test('several keys, in the order asked for', () => {
  expect(
    sharesBy(rows, ['season', 'activity']).map(({ keys, share }) => [keys.season, keys.activity, share.value]),
  ).toEqual([
    ['autumn', 'call', '0.25'],
    ['autumn', 'visit', '0.1875'],
    ['spring', 'visit', '0.4375'],
    ['spring', null, '0.125'],
  ]);
});

test('no key is one group; no rows are no groups; a total of zero has no value', () => {
  expect(sharesBy(rows, [])).toEqual([{ keys: {}, share: ratio(8, 8) }]);
  expect(sharesBy([], ['activity'])).toEqual([]);
  expect(
    sharesBy(
      [
        { keys: { a: 'x' }, value: 1 },
        { keys: { a: 'y' }, value: -1 },
      ],
      ['a'],
    ).map(({ share }) => share.value),
  ).toEqual([null, null]);
});

test('keys are compared by code units, and what looks like a joined key is none', () => {
  const odd = [
    { keys: { a: 'é', b: '' }, value: 1 },
    { keys: { a: 'z', b: '' }, value: 1 },
    { keys: { a: 'Z","', b: '' }, value: 1 },
    { keys: { a: 'Z', b: '","' }, value: 1 },
  ];
  expect(sharesBy(odd, ['a', 'b']).map(({ keys }) => keys.a)).toEqual(['Z', 'Z","', 'z', 'é']);
});

test('bad input is named by its place', () => {
  expect(thrown(() => sharesBy([...rows, { keys: {}, value: 'x' }], []))).toMatchObject({
    code: 'decimal.invalid',
    path: ['rows', 4, 'value'],
  });
  expect(thrown(() => sharesBy([{ keys: { a: 5 as never }, value: 1 }], ['a']))).toMatchObject({
    code: 'key.invalid',
    path: ['rows', 0, 'keys', 'a'],
  });
  expect(thrown(() => sharesBy(rows, ['season', '__proto__']))).toMatchObject({
    code: 'key.forbidden',
    path: ['by', 1],
  });
  expect(sharesBy([{ keys: {}, value: 1 }], ['toString'])[0]?.keys).toEqual({ toString: null });
});
