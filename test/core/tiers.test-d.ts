import type * as z from 'zod';
import { expectTypeOf, test } from 'vitest';
import { applyTiers, type Curve, type Explanation, type Tiers } from '../../src/core/index.js';

test('a schema and its type are one', () => {
  expectTypeOf<z.infer<typeof Tiers>>().toEqualTypeOf<Tiers>();
  expectTypeOf<z.infer<typeof Curve>>().toEqualTypeOf<Curve>();
  expectTypeOf<z.infer<typeof Explanation>>().toEqualTypeOf<Explanation>();
});

test('tiers written as literals are checked', () => {
  applyTiers({ mode: 'whole', boundary: 'upper', tiers: [{ upTo: null, rate: '0.05' }] }, 100n);
  // @ts-expect-error a mode that there is not
  applyTiers({ mode: 'slab', tiers: [{ upTo: null, rate: '0.05' }] }, '1');
  // @ts-expect-error a misspelt field
  applyTiers({ mode: 'whole', tiers: [{ upto: null, rate: '0.05' }] }, '1');
  // @ts-expect-error stored decimals are strings
  applyTiers({ mode: 'whole', tiers: [{ upTo: null, rate: 0.05 }] }, '1');
  // @ts-expect-error absent is absent, not undefined
  applyTiers({ mode: 'whole', tiers: [{ upTo: null, rate: '0.05', flat: undefined }] }, '1');
});

test('tables and slices are read only', () => {
  const { slices } = applyTiers({ mode: 'whole', tiers: [{ upTo: null, rate: '0.05' }] }, '1');
  // @ts-expect-error a result is not changed
  slices.push();
});
