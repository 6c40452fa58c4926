import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of an order. */
export type OrderState =
  'draft' | 'placed' | 'confirmed' | 'partlyShipped' | 'shipped' | 'delivered' | 'closed' | 'cancelled';

/**
 * The life of an order as data. It can be cancelled until all of it is shipped; returns are events of it, not states.
 *
 * @example
 * import { orderLifecycle } from 'salesmodel/orders';
 *
 * orderLifecycle.states.map(({ id }) => id).join(' '); // => 'draft placed confirmed partlyShipped shipped delivered closed cancelled'
 */
export const orderLifecycle: LifecycleDefinition<OrderState> = /* @__PURE__ */ defineLifecycle({
  id: 'order',
  version: 1,
  initial: ['draft'],
  states: [
    { id: 'draft', kind: 'open', order: 1 },
    { id: 'placed', kind: 'open', order: 2 },
    { id: 'confirmed', kind: 'open', order: 3 },
    { id: 'partlyShipped', kind: 'open', order: 4 },
    { id: 'shipped', kind: 'open', order: 5 },
    { id: 'delivered', kind: 'open', order: 6 },
    { id: 'closed', kind: 'success' },
    { id: 'cancelled', kind: 'ended' },
  ],
  transitions: [
    { id: 'place', from: 'draft', to: 'placed' },
    { id: 'confirm', from: 'placed', to: 'confirmed' },
    { id: 'shipPart', from: 'confirmed', to: 'partlyShipped' },
    { id: 'ship', from: ['confirmed', 'partlyShipped'], to: 'shipped' },
    { id: 'deliver', from: 'shipped', to: 'delivered' },
    { id: 'close', from: 'delivered', to: 'closed' },
    { id: 'cancel', from: ['draft', 'placed', 'confirmed', 'partlyShipped'], to: 'cancelled' },
  ],
});
