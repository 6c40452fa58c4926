export { type AsOfOptions, compileLifecycle, type Lifecycle, type LifecycleOptions } from './compileLifecycle.js';
export { defineLifecycle } from './definition/defineLifecycle.js';
export type {
  LifecycleMoves,
  NamedRule,
  ReasonDefinition,
  StateDefinition,
  StateKind,
  TransitionDefinition,
} from './definition/lifecycleDefinition.js';
export { allowedEvents } from './event/allowedEvents.js';
export type { AllowedEvent, AllowedOptions } from './event/allowedFrom.js';
export { applyEvent } from './event/applyEvent.js';
export type { Application } from './event/applyTo.js';
export type { CreateEvent, Fields, ReopenEvent, SetEvent, TransitionEvent } from './event/lifecycleEvent.js';
export type { LifecycleOutcome, LifecycleVisit } from './event/lifecycleState.js';
export type { Refusal, RefusalCode } from './event/refusal.js';
export { foldHistory } from './history/foldHistory.js';
export type { FoldOptions, LifecycleHistory, RejectedEvent, Violation } from './history/lifecycleHistory.js';
export type { FoldPartition } from './history/foldPartition.js';
export { stateAsOf } from './history/stateAsOf.js';
export { daysInState } from './daysInState.js';
export { extendLifecycle, type LifecycleOverrides } from './definition/extendLifecycle.js';
export { elapsedDays } from './elapsedDays.js';
export { type Escalation, escalationAt } from './escalation/escalationAt.js';
export type { EscalationEvent, EscalationStep } from './escalation/escalationPolicy.js';
export { lintEscalation } from './escalation/lintEscalation.js';
export { explainRefusal } from './explainRefusal.js';
export { slaDue } from './sla/slaDue.js';
export { type SlaOptions, type SlaStatus, slaStatus } from './sla/slaStatus.js';
export { stateSla, type StateSlaOptions } from './sla/stateSla.js';
export { lintLifecycle } from './lint/lintLifecycle.js';
export {
  EscalationCase,
  EscalationPolicy,
  LifecycleDefinition,
  LifecycleEvent,
  LifecycleState,
  SlaClock,
} from './schema.js';
