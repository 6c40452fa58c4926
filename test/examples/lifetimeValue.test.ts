import { expect, test } from 'vitest';
import { lifetimeValue } from '../../examples/demo/lifetimeValue.js';

const { text, track, seenWeeks } = lifetimeValue();

test('the fit of who leaves is at its boundary and says so, that of the spend is not', () => {
  expect(text).toMatch(/^595 customers first bought in 2014/);
  expect(text).toMatch(/bgNbd: .*; boundary \(boundary of a\)/);
  expect(text).toMatch(/gammaGamma: .*; converged\n/);
});

test('expected and actual purchases meet where the models stop to see them, and part afterwards', () => {
  const seen = track.findLast(({ week }) => week <= seenWeeks)!;
  expect(seen.week).toBe(104);
  expect(Math.abs(seen.expected / seen.actual - 1)).toBeLessThan(0.03);
  const last = track.at(-1)!;
  expect(last.actual).toBeGreaterThan(1.1 * last.expected);
});

test('the table of what was foretold adds up to what was held out', () => {
  const rows = [...text.matchAll(/^(\d) +(\d+) +(\d+) +[\d.]+$/gm)];
  expect(rows.reduce((sum, [, , customers]) => sum + Number(customers), 0)).toBe(595);
  expect(rows.reduce((sum, [, , , bought]) => sum + Number(bought), 0)).toBe(2236);
});
