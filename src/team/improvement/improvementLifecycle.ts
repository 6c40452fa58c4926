import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of an improvement. */
export type ImprovementState = 'observed' | 'recommended' | 'decided' | 'doing' | 'verified' | 'closed' | 'ineffective';

/**
 * The way from a report to an improvement as data: observed, recommended, decided, done, verified, and then closed or
 * ineffective.
 *
 * @example
 * import { improvementLifecycle } from 'salesmodel/team';
 *
 * improvementLifecycle.states.map(({ id }) => id).join(' '); // => 'observed recommended decided doing verified closed ineffective'
 */
export const improvementLifecycle: LifecycleDefinition<ImprovementState> = /* @__PURE__ */ defineLifecycle({
  id: 'improvement',
  version: 1,
  initial: ['observed'],
  states: [
    { id: 'observed', kind: 'open', order: 1 },
    { id: 'recommended', kind: 'open', order: 2 },
    { id: 'decided', kind: 'open', order: 3 },
    { id: 'doing', kind: 'open', order: 4, requiredFields: ['owner', 'due'] },
    { id: 'verified', kind: 'open', order: 5 },
    { id: 'closed', kind: 'success' },
    { id: 'ineffective', kind: 'failure' },
  ],
  transitions: [
    { id: 'recommend', from: 'observed', to: 'recommended' },
    { id: 'decide', from: 'recommended', to: 'decided' },
    { id: 'start', from: 'decided', to: 'doing' },
    { id: 'verify', from: 'doing', to: 'verified' },
    { id: 'close', from: 'verified', to: 'closed' },
    { id: 'giveUp', from: 'verified', to: 'ineffective', reason: 'optional' },
  ],
});
