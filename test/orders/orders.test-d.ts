import { expectTypeOf, test } from 'vitest';
import {
  allocateShortage,
  contractLifecycle,
  type ContractState,
  type OrderStage,
  otif,
  type ShortageRule,
  transitionContract,
} from '../../src/orders/index.js';
import type { LifecycleDefinition } from '../../src/mechanisms/lifecycle/index.js';

test('options are unions of literals', () => {
  expectTypeOf<OrderStage>().toEqualTypeOf<'develop' | 'place' | 'fulfil' | 'track' | 'expand'>();
  expectTypeOf<'uniform'>().toExtend<ShortageRule>();
  // @ts-expect-error there is no such rule
  allocateShortage({ available: 1, requests: [], rule: 'fair' });
  // @ts-expect-error priority is no rule inside a class
  allocateShortage({ available: 1, requests: [], rule: 'priority', inner: 'priority' });
  // @ts-expect-error there is no such level
  otif([], '2026-03-31', { level: 'sku' });
});

test('shares are there only when they are', () => {
  const result = allocateShortage({ available: 1, requests: [] });
  // @ts-expect-error a supply below the guarantees has no shares
  void result.shares;
  if (result.ok) expectTypeOf(result.unallocated).toEqualTypeOf<string>();
});

test('the states of a contract are known', () => {
  expectTypeOf(contractLifecycle).toEqualTypeOf<LifecycleDefinition<ContractState>>();
  // @ts-expect-error a contract is never paid, it is completed
  transitionContract(null, { type: 'transition', to: 'paid', entityId: 'C', at: '2026-03-02', seq: 1 });
});
