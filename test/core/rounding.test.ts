import { expect, test } from 'vitest';
import { round } from '../../src/core/index.js';
import rounding from '../cases/core/rounding.json' with { type: 'json' };
import { runCoreCases } from './cases.js';
import { thrown } from './thrown.js';

runCoreCases(rounding);

test('a fault is named by its field', () => {
  expect(thrown(() => round('1', { increment: '-1' })).message).toBe('increment: must be a positive decimal, got -1');
  expect(thrown(() => round('1', {} as never)).message).toBe(
    'increment: must be a decimal such as "1234.50", got undefined',
  );
  expect(thrown(() => round('1', { increment: '1', mode: 'near' as never })).message).toBe(
    'mode: must be one of halfEven | halfUp | halfDown | up | down | ceiling | floor, got near',
  );
});

test('a hundred digits before and after the point count', () => {
  const digits = '7'.repeat(100);
  expect(round(`${digits}.5`, { increment: '1' })).toBe('7'.repeat(99) + '8');
  expect(round(`${digits}.${'0'.repeat(99)}1`, { increment: '3', mode: 'up' })).toBe('7'.repeat(99) + '9');
});
