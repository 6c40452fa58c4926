import type { Fields, LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
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
    case 'ownerChanged': {
      const { ownerId, teamId } = event;
      return change(event, teamId === undefined ? { ownerId } : { ownerId, teamId });
    }
    case 'amountChanged':
      return change(event, { amount: event.amount });
    case 'closeDateChanged':
      return change(event, { closeDate: event.closeDate });
    case 'categoryChanged':
      return change(event, { category: event.category });
    case 'probabilityChanged':
      return change(event, { probability: event.probability });
    case 'fieldSet':
      return change(event, event.set);
    case 'deleted':
      return change(event, { deletedAt: event.at });
  }
}

function change({ dealId: entityId, at, seq }: OpportunityEvent, set: Fields): LifecycleEvent {
  return { entityId, at, seq, type: 'set', set };
}
