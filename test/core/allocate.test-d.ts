import { expectTypeOf, test } from 'vitest';
import { allocate, round, type Allocation, type BoundedAllocation, type RoundingPolicy } from '../../src/core/index.js';

test('bounds turn parts into an outcome', () => {
  expectTypeOf(allocate('10', [1, 2])).toEqualTypeOf<Allocation>();
  expectTypeOf(allocate('10', [1, 2], { residue: 'last', mode: 'down' })).toEqualTypeOf<Allocation>();
  expectTypeOf(allocate('10', [1, 2], { max: ['5', null] })).toEqualTypeOf<BoundedAllocation>();
});

test('within bounds no other residue rule can be asked for', () => {
  // @ts-expect-error bounds go by largest remainder
  allocate('10', [1, 2], { max: ['5', null], residue: 'first' });
  // @ts-expect-error no such rule
  allocate('10', [1, 2], { residue: 'random' });
});

test('a policy without an increment cannot round a bare number', () => {
  const policy: RoundingPolicy = { mode: 'halfUp' };
  // @ts-expect-error a currency has to give the increment
  round('1', policy);
  round('1', { ...policy, increment: '0.01' });
});
