import { assign } from '../../mechanisms/lifecycle/event/assign.js';
import type { LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { OpportunityEvent } from './opportunityEvent.js';

/** What a faultless event of a deal says to the engine. */
export function toLifecycleEvent(event: OpportunityEvent): LifecycleEvent {
  const { id, by, roles } = event;
  const translation = withoutActor(event);
  if (id === undefined && by === undefined && roles === undefined) return translation;
  return {
    ...translation,
    ...(id === undefined ? {} : { id }),
    ...(by === undefined ? {} : { by }),
    ...(roles === undefined ? {} : { roles }),
  };
}

/** Each kind of event is one literal: there are many, and copies of objects cost as much as folding them. */
function withoutActor(event: OpportunityEvent): LifecycleEvent {
  switch (event.type) {
    case 'created': {
      const { dealId: entityId, at, seq, stage: state, set } = event;
      const { amount = null, closeDate = null, ownerId = null, teamId = null } = event;
      const own = { amount, closeDate, ownerId, teamId };
      const fields = set === undefined ? own : { ...set, ...own };
      return state === undefined
        ? { entityId, at, seq, type: 'create', set: fields }
        : { entityId, at, seq, type: 'create', state, set: fields };
    }
    case 'stageChanged': {
      const { dealId: entityId, at, seq, to, reason, set } = event;
      if (set === undefined) {
        return reason === undefined
          ? { entityId, at, seq, type: 'transition', to }
          : { entityId, at, seq, type: 'transition', to, reason };
      }
      return { entityId, at, seq, type: 'transition', to, ...(reason === undefined ? {} : { reason }), set };
    }
    case 'reopened': {
      const { dealId: entityId, at, seq, to, reason } = event;
      return {
        entityId,
        at,
        seq,
        type: 'reopen',
        ...(to === undefined ? {} : { to }),
        ...(reason === undefined ? {} : { reason }),
      };
    }
    default: {
      const { dealId: entityId, at, seq } = event;
      const set = {};
      assignFields(set, event);
      return { entityId, at, seq, type: 'set', set };
    }
  }
}

/** Sets the fields that a faultless event sets which moves nothing. */
export function assignFields(fields: Record<string, unknown>, event: OpportunityEvent): void {
  switch (event.type) {
    case 'amountChanged':
      fields['amount'] = event.amount;
      break;
    case 'closeDateChanged':
      fields['closeDate'] = event.closeDate;
      break;
    case 'categoryChanged':
      fields['category'] = event.category;
      break;
    case 'probabilityChanged':
      fields['probability'] = event.probability;
      break;
    case 'ownerChanged':
      fields['ownerId'] = event.ownerId;
      if (event.teamId !== undefined) fields['teamId'] = event.teamId;
      break;
    case 'fieldSet':
      assign(fields, event.set);
      break;
    case 'deleted':
      fields['deletedAt'] = event.at;
      break;
    case 'created':
    case 'stageChanged':
    case 'reopened':
      break;
  }
}
