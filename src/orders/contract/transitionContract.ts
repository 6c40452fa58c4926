import type { LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { LifecycleState } from '../../mechanisms/lifecycle/event/lifecycleState.js';
import { applyEvent } from '../../mechanisms/lifecycle/event/applyEvent.js';
import type { Application } from '../../mechanisms/lifecycle/event/applyTo.js';
import { contractLifecycle, type ContractState } from './contractLifecycle.js';

/** What the steps of a contract ask for; it is kept with the contract. */
export interface ContractFacts {
  /** What the authority of the team says of the approvals. */
  readonly approvals?: 'complete' | 'open';
  readonly signedOn?: string;
  readonly from?: string;
  readonly to?: string;
  /** Still owed by either side. */
  readonly openBalance?: string;
  readonly terminationKind?: 'dissolve' | 'refund' | 'dispute';
  readonly terminationReason?: string;
}

/**
 * Returns the state of a contract after an event of its lifecycle, or everything that speaks against it.
 *
 * @param state of the contract, `null` before its creation
 * @param event what happened
 * @param facts that have become known by it
 * @throws SalesModelError those of `applyEvent`
 * @example
 * import { transitionContract } from 'salesmodel/orders';
 *
 * const event = { entityId: 'C-1', type: 'transition' } as const;
 * const draft = transitionContract(null, { ...event, type: 'create', at: '2026-03-02', seq: 1 });
 * const asked = transitionContract(draft.ok ? draft.state : null, { ...event, to: 'inApproval', at: '2026-03-03', seq: 2 });
 * const early = transitionContract(asked.ok ? asked.state : null, { ...event, to: 'signed', at: '2026-03-04', seq: 3 }, { approvals: 'open' });
 * early.ok || early.reasons.map(({ code, params }) => `${code} ${params['id'] ?? params['field']}`); // => [ 'guardFailed approved', 'missingField signedOn' ]
 */
export function transitionContract(
  state: LifecycleState<ContractState> | null,
  event: LifecycleEvent<ContractState>,
  facts: ContractFacts = {},
): Application<ContractState> {
  const isPlain = event.type === 'reopen' || Object.keys(facts).length === 0;
  return applyEvent(contractLifecycle, state, isPlain ? event : { ...event, set: { ...event.set, ...facts } });
}
