import { expect, test } from 'vitest';
import { paretoBy } from '../../src/core/index.js';

test('the greatest share comes first, equals by key, and the last makes it 1', () => {
  const rows = ['c', 'b', 'a', 'b', 'c', 'd'].map((cause) => ({ keys: { cause }, value: '1' }));
  const shares = paretoBy(rows, ['cause']);
  expect(shares.map(({ keys }) => keys['cause'])).toEqual(['b', 'c', 'a', 'd']);
  expect(shares.map(({ cumulative }) => cumulative.numerator)).toEqual(['2', '4', '5', '6']);
  expect(shares.at(-1)?.cumulative.value).toBe('1');
  expect(paretoBy([], ['cause'])).toEqual([]);
  expect(paretoBy([{ keys: {}, value: 0 }], ['cause'])[0]?.cumulative.value).toBeNull();
});
