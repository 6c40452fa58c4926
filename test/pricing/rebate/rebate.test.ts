import { expect, test } from 'vitest';
import {
  agreementList,
  KeyAccountAgreement,
  priceOf,
  type RebateAgreement,
  rebateDue,
} from '../../../src/pricing/index.js';

const rebate: RebateAgreement = {
  code: 'r',
  party: 'acme',
  currency: 'JPY',
  period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
  tierOn: 'quantity',
  payOn: 'increase',
  negative: 'carry',
  tiers: {
    mode: 'whole',
    flatWhenZero: true,
    tiers: [
      { upTo: '10', rate: '0', flat: '50' },
      { upTo: null, rate: '0.015', flat: '100' },
    ],
  },
};
const agreement: KeyAccountAgreement = {
  code: 'KA',
  customer: 'acme',
  currency: 'EUR',
  from: '2026-01-01',
  to: '2027-01-01',
  prices: [{ sku: 'pump', price: '80' }],
  conditions: [],
  rebates: [rebate],
  freeTrial: { skus: ['pump'], days: 30 },
  allocationPriority: 1,
  mostFavoured: true,
};

test('a flat of a looked-up tier is paid once the tier is reached, in whole units of the currency', () => {
  const of = (quantity: number, amount: number): string => {
    const result = rebateDue(rebate, { quantity, amount, base: 1000 });
    return result.ok ? result.earned : 'none';
  };
  expect([of(0, 1000), of(5, 1000), of(11, 1100), of(11, 1133)]).toEqual(['50', '50', '102', '102']);
});

test('agreed prices replace others while the agreement holds', () => {
  expect(KeyAccountAgreement.parse(JSON.parse(JSON.stringify(agreement)))).toEqual(agreement);
  const sale = {
    code: 's',
    currency: 'EUR',
    kind: 'base' as const,
    rules: [{ code: 'cheap', target: { sku: 'pump' }, price: { fixed: '70' } }],
  };
  const book = {
    code: 'b',
    currency: 'EUR',
    items: [{ sku: 'pump', unit: 'pc', list: '100' }],
    lists: [agreementList(agreement), sale],
  };
  const price = (on: string) => priceOf(book, { sku: 'pump', quantity: '1', on, context: { customer: 'acme' } });
  expect(price('2026-12-31')).toMatchObject({ amount: '80.00', rule: 'KA/pump', kind: 'override' });
  expect(price('2027-01-01')).toMatchObject({ amount: '70.00' });
});
