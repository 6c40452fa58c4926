import { placeFaults } from '../../mechanisms/lifecycle/event/eventFaults.js';
import type { EventSource } from '../../mechanisms/lifecycle/history/eventSource.js';
import { dealFaults } from './dealFaults.js';
import type { OpportunityEvent } from './opportunityEvent.js';
import { assignFields, toLifecycleEvent } from './toLifecycleEvent.js';

/** How the engine reads the events of deals. */
export const dealSource: EventSource<OpportunityEvent> = {
  entityOf: ({ dealId }) => dealId,
  faults: (event, dealId, seq, time) => dealFaults(event, placeFaults(dealId, 'dealId', event, seq, time)),
  gist: (event) => {
    switch (event.type) {
      case 'stageChanged': {
        const { to, reason, set, roles } = event;
        return reason === undefined && set === undefined && roles === undefined ? to : undefined;
      }
      case 'created':
      case 'reopened':
        return undefined;
      default:
        return null;
    }
  },
  assign: assignFields,
  translate: toLifecycleEvent,
};
