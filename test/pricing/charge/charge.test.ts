import { expect, test } from 'vitest';
import { renderExplanation } from '../../../src/core/index.js';
import { Charge, compileCharge, graduated, rateCharge, stairstep } from '../../../src/pricing/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

const seats: Charge = {
  code: 'seats',
  currency: 'EUR',
  model: graduated([
    { upTo: '5', rate: '7' },
    { upTo: null, rate: '6', flat: '3' },
  ]),
  percentOff: '0.1',
  maximum: '40',
};

test('an explanation re-sums and reads', () => {
  const explanation = compileCharge(seats).explain({ quantity: '8' });
  expect(checkExplanation(explanation)).toEqual([]);
  expect(renderExplanation(explanation, 'en').split('\n')[0]).toBe('the charge seats = 40');
  expect(explanation.from.map(({ code, value }) => [code, value])).toEqual([
    ['charge.rated', '56.00'],
    ['charge.percentOff', '-5.60'],
    ['charge.maximum', '-10.40'],
  ]);
});

test('an explanation without a price has none', () => {
  const charge: Charge = { ...seats, model: { kind: 'block', blocks: [{ upTo: '5', price: '1' }] } };
  const explanation = compileCharge(charge).explain({ quantity: '8' });
  expect(explanation.value).toBeNull();
  expect(checkExplanation(explanation)).toEqual([]);
});

test('the minimum waits for the end of the period', () => {
  const charge: Charge = { code: 'c', currency: 'EUR', model: { kind: 'perUnit', rate: '1' }, minimum: '10' };
  expect(rateCharge(charge, { quantity: '2', closing: false })).toMatchObject({ amount: '2.00', adjustments: [] });
  expect(rateCharge(charge, { quantity: '3', previous: { quantity: '2', amount: '2' } })).toMatchObject({
    amount: '8.00',
    adjustments: [{ code: 'minimum', amount: '5.00' }],
  });
});

test('an earlier quantity of 0 takes back what nothing costs', () => {
  const { model } = seats;
  if (model.kind !== 'tiered') throw new Error('tiers');
  const charge: Charge = {
    code: 'c',
    currency: 'EUR',
    model: {
      kind: 'tiered',
      tiers: { mode: 'marginal', flatWhenZero: true, tiers: [{ upTo: null, rate: '1', flat: '4' }] },
    },
  };
  expect(rateCharge(charge, { quantity: '2' })).toMatchObject({ exact: '6' });
  expect(rateCharge(charge, { quantity: '2', previous: { quantity: '0' } })).toMatchObject({ exact: '2' });
  expect(rateCharge(charge, { quantity: '2', previous: { amount: '1' } })).toMatchObject({ exact: '6' });
});

test('ties are rounded away from zero by default', () => {
  const charge: Charge = { code: 'c', currency: 'EUR', model: { kind: 'callerPriced' } };
  expect(rateCharge(charge, { amount: '-0.105' })).toMatchObject({ amount: '-0.11' });
  expect(rateCharge(charge, { amount: '-0.001' })).toMatchObject({ amount: '0.00', exact: '-0.001' });
});

test('a package can be billed whole, dropped or by its share', () => {
  const of = (partial: 'up' | 'down' | 'prorate'): unknown =>
    rateCharge(
      { code: 'c', currency: 'EUR', model: { kind: 'package', size: '10', price: '15', partial } },
      { quantity: '12' },
    );
  expect(of('up')).toMatchObject({ amount: '30.00', slices: [{ blocks: '2' }] });
  expect(of('down')).toMatchObject({ amount: '15.00', slices: [{ blocks: '1' }] });
  expect(of('prorate')).toMatchObject({ amount: '18.00', slices: [{ blocks: '1.2' }] });
});

test('a step costs the same for every quantity in it', () => {
  const model = stairstep([
    { upTo: '10', flat: '100' },
    { upTo: null, flat: '180' },
  ]);
  expect(rateCharge({ code: 'c', currency: 'EUR', model }, { quantity: '10' })).toMatchObject({ amount: '100.00' });
  expect(rateCharge({ code: 'c', currency: 'EUR', model }, { quantity: '10.1' })).toMatchObject({ amount: '180.00' });
  expect(rateCharge({ code: 'c', currency: 'EUR', model }, { quantity: '0' })).toMatchObject({
    amount: '0.00',
    slices: [],
  });
});

test('mirrored percentages and percentages of named lines', () => {
  const fee: Charge = {
    code: 'c',
    currency: 'EUR',
    model: { kind: 'percentage', rate: '0.1', perEvent: '1' },
    negative: 'mirror',
  };
  expect(rateCharge(fee, { events: ['-10', '-20'] })).toMatchObject({ units: '-30', amount: '-5.00' });
  expect(thrown(() => rateCharge(fee, { events: ['-10', '20'] })).code).toBe('pricing.negativeQuantity');
  const support: Charge = {
    code: 'c',
    currency: 'EUR',
    model: { kind: 'percentOf', rate: '0.1', of: ['b'], basis: 'list', min: '50' },
  };
  const lines = [
    { id: 'a', list: '100', net: '90' },
    { id: 'b', list: '200', net: '150' },
  ];
  expect(rateCharge(support, { lines })).toMatchObject({ amount: '50.00', slices: [{ units: '200', flat: '30' }] });
  expect(thrown(() => rateCharge(support, { lines: [] })).path).toEqual(['charge', 'model', 'of', 0]);
});

test.each([
  [{ kind: 'perUnit', rate: '1' }, { events: ['1'] }, 'pricing.unusedInput', ['events']],
  [{ kind: 'perUnit', rate: '1' }, {}, 'pricing.missingInput', ['quantity']],
  [{ kind: 'percentage', rate: '1' }, {}, 'pricing.missingInput', ['events']],
  [
    { kind: 'percentage', rate: '1' },
    { amount: '1', previous: { quantity: '1' } },
    'pricing.unusedInput',
    ['previous', 'quantity'],
  ],
  [{ kind: 'callerPriced' }, {}, 'pricing.missingInput', ['amount']],
  [{ kind: 'package', size: '0', price: '1' }, { quantity: '1' }, 'pricing.notPositive', ['charge', 'model', 'size']],
  [{ kind: 'block', blocks: [] }, { quantity: '1' }, 'pricing.missingInput', ['charge', 'model', 'blocks']],
  [
    graduated([{ upTo: null, rate: '1' }]),
    { quantity: '1', tierQuantity: '2' },
    'pricing.unusedInput',
    ['tierQuantity'],
  ],
  [
    { ...graduated([{ upTo: null, rate: '1' }]), unitsPerBlock: [] },
    { quantity: '1' },
    'pricing.blocksPerTier',
    ['charge', 'model', 'unitsPerBlock'],
  ],
  [
    graduated([{ upTo: null, rate: '1' }]),
    { events: [{ quantity: '0', prorated: '1' }] },
    'pricing.emptyEvent',
    ['events', 0, 'prorated'],
  ],
  [
    { kind: 'percentage', rate: '1', free: { events: 0.5 } },
    { amount: '1' },
    'pricing.count',
    ['charge', 'model', 'free', 'events'],
  ],
  [{ kind: 'barter' }, { amount: '1' }, 'option.unknown', ['charge', 'model', 'kind']],
] as const)('%j on %j is refused', (model, input, code, path) => {
  const error = thrown(() => rateCharge({ code: 'c', currency: 'EUR', model: model as never }, input as never));
  expect([error.code, error.path]).toEqual([code, path]);
});

test('the schema takes what is rated and nothing else', () => {
  expect(Charge.parse(seats)).toEqual(seats);
  expect(Charge.safeParse({ ...seats, model: { kind: 'perUnit', rate: 1 } }).success).toBe(false);
  expect(Charge.safeParse({ ...seats, discount: '1' }).success).toBe(false);
});

test.each([
  [{ minimum: '5', maximum: '3' }, 'pricing.chargeMinAboveMax', ['minimum']],
  [{ maximum: 'x' }, 'decimal.invalid', ['maximum']],
  [{ usageDiscount: { quantity: '-1' } }, 'pricing.negativeQuantity', ['usageDiscount', 'quantity']],
  [{ usageDiscount: { rate: '1.1' } }, 'pricing.rateRange', ['usageDiscount', 'rate']],
  [{ model: { kind: 'percentOf', rate: '1', of: 'some', basis: 'list' } }, 'option.unknown', ['model', 'of']],
] as const)('a charge with %j is refused at its place', (part, code, path) => {
  const error = thrown(() => compileCharge({ ...seats, ...part } as never));
  expect([error.code, error.path]).toEqual([code, ['charge', ...path]]);
});
