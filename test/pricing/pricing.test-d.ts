import { expectTypeOf, test } from 'vitest';
import { type Charge, type ChargeResult, graduated, rateCharge } from '../../src/pricing/index.js';

test('a charge is one of the models with its own fields', () => {
  const charge: Charge = { code: 'c', currency: 'EUR', model: { kind: 'perUnit', rate: '1' } };
  // @ts-expect-error no such model
  rateCharge({ ...charge, model: { kind: 'barter' } }, {});
  // @ts-expect-error a package has a size
  rateCharge({ ...charge, model: { kind: 'package', price: '1' } }, {});
  // @ts-expect-error no such policy
  rateCharge({ ...charge, negative: 'ignore' }, {});
  // @ts-expect-error a rate is a text, so that it is exact
  graduated([{ upTo: null, rate: 0.1 }]);
  expectTypeOf(rateCharge).returns.toEqualTypeOf<ChargeResult>();
});

test('an amount is there only where there is a price', () => {
  const result = rateCharge({ code: 'c', currency: 'EUR', model: { kind: 'callerPriced' } }, { amount: 1 });
  // @ts-expect-error it may be without a price
  void result.amount;
  if (result.status === 'priced') expectTypeOf(result.amount).toEqualTypeOf<string>();
});
