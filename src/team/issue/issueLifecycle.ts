import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';

/** The states of an issue. */
export type IssueState = 'new' | 'acknowledged' | 'working' | 'waitingOnCustomer' | 'solved' | 'closed';

/**
 * The life of an issue as data: acknowledged, worked on with waits for the customer, solved, and closed with a summary. A
 * solved one can go back to work.
 *
 * @example
 * import { issueLifecycle } from 'salesmodel/team';
 *
 * issueLifecycle.states.map(({ id }) => id).join(' '); // => 'new acknowledged working waitingOnCustomer solved closed'
 */
export const issueLifecycle: LifecycleDefinition<IssueState> = /* @__PURE__ */ defineLifecycle({
  id: 'issue',
  version: 1,
  initial: ['new'],
  states: [
    { id: 'new', kind: 'open', order: 1 },
    { id: 'acknowledged', kind: 'open', order: 2 },
    { id: 'working', kind: 'open', order: 3 },
    { id: 'waitingOnCustomer', kind: 'open', order: 4 },
    { id: 'solved', kind: 'open', order: 5 },
    { id: 'closed', kind: 'success', requiredFields: ['summary'] },
  ],
  transitions: [
    { id: 'acknowledge', from: 'new', to: 'acknowledged' },
    { id: 'begin', from: 'acknowledged', to: 'working' },
    { id: 'ask', from: 'working', to: 'waitingOnCustomer' },
    { id: 'answer', from: 'waitingOnCustomer', to: 'working' },
    { id: 'solve', from: 'working', to: 'solved' },
    { id: 'reopen', from: 'solved', to: 'working' },
    { id: 'close', from: 'solved', to: 'closed' },
  ],
});
