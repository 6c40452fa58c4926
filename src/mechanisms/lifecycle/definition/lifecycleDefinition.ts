import type { Rule } from '../../rules/rule.js';

export const STATE_KINDS = ['open', 'success', 'failure', 'ended'] as const;

/**
 * What a state means: still under way, or over with success, with failure, or without a judgement.
 *
 * @useDeclaredType
 */
export type StateKind = (typeof STATE_KINDS)[number];

/** A rule over the fields of an entity, with the name that a refusal gives it. */
export interface NamedRule {
  readonly id: string;
  readonly rule: Rule;
}

/** A state and what it takes to enter and to leave it. */
export interface StateDefinition<S extends string = string> {
  readonly id: S;
  /** Every kind but `open` is terminal: it is left by a listed transition or by reopening only. */
  readonly kind: StateKind;
  /** Place on the way, ascending; open states have different ones. */
  readonly order?: number;
  /** Fields without which nobody enters the state, not even by creation. */
  readonly requiredFields?: readonly string[];
  /** What has to hold before one leaves the state forward or to success. */
  readonly exitCriteria?: readonly NamedRule[];
  /** Days after which a stay in the state is too long. */
  readonly maxDays?: number;
  /** Days without a change after which an entity in the state is stale. */
  readonly rotDays?: number;
}

/** A listed way from states to a state. */
export interface TransitionDefinition<S extends string = string, E extends string = string> {
  readonly id: string;
  /** Name of the event that asks for it; without one it is asked for by its target. */
  readonly on?: E;
  /** `*` stands for every open state, the target included. */
  readonly from: NoInfer<S> | readonly NoInfer<S>[] | '*';
  readonly to: NoInfer<S>;
  /** All of them have to hold. */
  readonly guard?: readonly NamedRule[];
  readonly requiredFields?: readonly string[];
  /** `optional` lifts the reason that a failure state asks for; `required` asks for one anywhere. */
  readonly reason?: 'required' | 'optional';
  /** Roles of which one is enough; without them everybody may. */
  readonly roles?: readonly string[];
}

/** The ways that follow from `order`, in addition to the listed ones. Between two states a listed transition decides alone. */
export interface LifecycleMoves {
  /** To a later open state. Default `any`. */
  readonly forward?: 'any' | 'next' | 'none';
  /** To an earlier open state. Default `any`. */
  readonly backward?: 'any' | 'previous' | 'none';
  /** To success, from every open state or the last one. Default `any`. */
  readonly success?: 'any' | 'last' | 'none';
  /** To failure. Default `any`. */
  readonly failure?: 'any' | 'none';
  /** From a terminal state to any open one or the last one held. Default `lastOpen`. */
  readonly reopen?: 'any' | 'lastOpen' | 'none';
}

/** Why one enters a state. A failure state that has reasons asks for one of them. */
export interface ReasonDefinition<S extends string = string> {
  readonly id: string;
  readonly for: readonly NoInfer<S>[];
  /** Fields without which the reason is not accepted. */
  readonly requiredFields?: readonly string[];
}

/** States, the ways between them and their conditions, as data. */
export interface LifecycleDefinition<S extends string = string, E extends string = string> {
  readonly id: string;
  /** A positive integer. */
  readonly version: number;
  /** States in which an entity may be created; the first is the default. */
  readonly initial: readonly NoInfer<S>[];
  readonly states: readonly StateDefinition<S>[];
  readonly transitions?: readonly TransitionDefinition<S, E>[];
  /** Without it there are only listed transitions. */
  readonly moves?: LifecycleMoves;
  readonly reasons?: readonly ReasonDefinition<S>[];
  /** Whether a forward move asks for the exit criteria of the states that it skips as well. Default `ignore`. */
  readonly skippedCriteria?: 'ignore' | 'require';
}
