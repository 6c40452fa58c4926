import { competitiveIndex, presets } from 'salesmodel/kpi';
import { Scorecard, scoreScorecard } from 'salesmodel/mechanisms/scoring';
import { expect, test } from 'vitest';

test('a competitor is assessed by product, price and marketing, and a side without marks is named', () => {
  expect(Scorecard.parse(presets.competitor)).toEqual(presets.competitor);
  expect(scoreScorecard(presets.competitor, { product: 80, price: 60, marketing: 70 })).toMatchObject({
    total: '70.00',
    coverage: { value: '1' },
  });
  const rival = { product: 70, price: 80, marketing: 50 };
  // 70 ÷ 66.67
  expect(competitiveIndex({ product: 80, price: 60, marketing: 70 }, rival)).toMatchObject({
    ok: true,
    index: { numerator: '70', denominator: '66.67', value: '1.049947502625' },
  });
  expect(competitiveIndex({}, rival)).toEqual({
    ok: false,
    reasons: [{ code: 'notAssessed', params: { side: 'own', cause: 'missing' } }],
  });
});
