import { defineLifecycle } from '../../mechanisms/lifecycle/definition/defineLifecycle.js';
import type { LifecycleDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';
import type { EscalationPolicy } from '../../mechanisms/lifecycle/escalation/escalationPolicy.js';

/** The levels on which a conflict is settled, the lowest first. */
export type ResolutionLevel = 'silence' | 'negotiation' | 'mediation' | 'arbitration';
/** The states of a conflict. */
export type ConflictState = 'open' | ResolutionLevel | 'resolved' | 'withdrawn';

/**
 * The life of a conflict as data: waited out, negotiated, mediated, arbitrated. It goes up only, may pass over levels, and is
 * resolved or withdrawn from any of them.
 *
 * @example
 * import { conflictLifecycle } from 'salesmodel/channel';
 *
 * conflictLifecycle.states.map(({ id }) => id).join(' '); // => 'open silence negotiation mediation arbitration resolved withdrawn'
 */
export const conflictLifecycle: LifecycleDefinition<ConflictState> = /* @__PURE__ */ defineLifecycle({
  id: 'conflict',
  version: 1,
  initial: ['open'],
  states: [
    { id: 'open', kind: 'open', order: 1 },
    { id: 'silence', kind: 'open', order: 2 },
    { id: 'negotiation', kind: 'open', order: 3 },
    { id: 'mediation', kind: 'open', order: 4 },
    { id: 'arbitration', kind: 'open', order: 5 },
    { id: 'resolved', kind: 'success' },
    { id: 'withdrawn', kind: 'ended' },
  ],
  transitions: [{ id: 'withdraw', from: '*', to: 'withdrawn' }],
  moves: { forward: 'any', backward: 'none', success: 'any', failure: 'none', reopen: 'none' },
});

/**
 * How long each level may take: 14, 21 and 30 days, arbitration without an end. Minor conflicts begin with silence, major
 * ones with negotiation, critical ones with mediation.
 *
 * @example
 * import { conflictEscalation } from 'salesmodel/channel';
 *
 * conflictEscalation.steps.map(({ level, within }) => `${level} ${within}`); // => ['silence 14', 'negotiation 21', 'mediation 30', 'arbitration null']
 */
export const conflictEscalation: EscalationPolicy<ResolutionLevel> = /* @__PURE__ */ (() => ({
  steps: [
    { level: 'silence' as const, within: 14 },
    { level: 'negotiation' as const, within: 21 },
    { level: 'mediation' as const, within: 30 },
    { level: 'arbitration' as const, within: null },
  ],
  clock: { unit: 'day' as const },
  startBySeverity: { minor: 'silence' as const, major: 'negotiation' as const, critical: 'mediation' as const },
}))();
