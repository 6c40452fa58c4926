import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { toDecimal } from '../../src/core/decimal.js';
import { DecimalString, Ratio, Residue, RoundingMode, RoundingPolicy, ratio } from '../../src/core/index.js';

describe('Ratio', () => {
  test.each([ratio(2, 3), ratio(5, 0), ratio('-1.50', '0.25')])('%j survives JSON', (value) => {
    expect(Ratio.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });
  test.each([
    {},
    { numerator: '1', denominator: '0', value: null },
    { numerator: '1', denominator: '2', value: '0.5', reason: 'zeroDenominator' },
    { numerator: 1, denominator: '2', value: '0.5' },
    { numerator: '1', denominator: '2', value: '0.5', unit: '%' },
  ])('%j is none', (value) => {
    expect(Ratio.safeParse(value).success).toBe(false);
  });
});

describe('RoundingPolicy', () => {
  test.each([{}, { mode: 'ceiling', increment: '0.05', at: 'line', residue: 'largestWeight' }])(
    '%j is one',
    (value) => {
      expect(RoundingPolicy.parse(value)).toEqual(value);
    },
  );
  test.each([{ mode: 'bankers' }, { increment: '1e-2' }, { increment: 0.01 }, { residue: null }, { step: '1' }])(
    '%j is none',
    (value) => {
      expect(RoundingPolicy.safeParse(value).success).toBe(false);
    },
  );
});

test.each(Object.entries({ DecimalString, Ratio, Residue, RoundingMode, RoundingPolicy }))(
  '%s has a JSON Schema of its name',
  (name, schema) => {
    expect(z.toJSONSchema(z.object({ schema }))).toHaveProperty(['$defs', name]);
  },
);

test('a text that is no decimal has one issue, and nothing reads its number', () => {
  const above = DecimalString.refine((text) => toDecimal(text).gt(0));
  const pair = z.object({ a: above, b: DecimalString }).refine(({ a, b }) => toDecimal(a).lt(toDecimal(b)));
  expect(pair.safeParse({ a: '1', b: 'two' }).error?.issues.map(({ path }) => path)).toEqual([['b']]);
  expect(pair.safeParse({ a: 'one', b: '2' }).error?.issues.map(({ path }) => path)).toEqual([['a']]);
  expect(pair.safeParse({ a: '2', b: '1' }).error?.issues.map(({ path }) => path)).toEqual([[]]);
});
