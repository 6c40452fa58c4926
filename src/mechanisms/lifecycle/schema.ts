import * as z from 'zod';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { WorkCalendar } from '../../core/schema/period.js';
import { Rule } from '../rules/schema.js';
import { type LifecycleDefinition as Definition, STATE_KINDS } from './definition/lifecycleDefinition.js';
import type { EscalationCase as Case, EscalationPolicy as Policy } from './escalation/escalationPolicy.js';
import type { LifecycleEvent as Event } from './event/lifecycleEvent.js';
import type { LifecycleState as State } from './event/lifecycleState.js';
import { SLA_UNITS, type SlaClock as Clock } from './sla/slaClock.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Names = /* @__PURE__ */ z.array(Id).readonly();
const Days = /* @__PURE__ */ z.int().min(0);
const Time = /* @__PURE__ */ z.union([PlainDate, Instant]);
const FieldValues = /* @__PURE__ */ z.record(z.string(), z.json()).readonly();
const NamedRules = /* @__PURE__ */ z.array(/* @__PURE__ */ z.strictObject({ id: Id, rule: Rule })).readonly();

/** What a state of a lifecycle has; a pipeline adds to it. */
export const stateShape = () => ({
  id: Id,
  kind: z.enum(STATE_KINDS),
  order: z.number().exactOptional(),
  requiredFields: Names.exactOptional(),
  exitCriteria: NamedRules.exactOptional(),
  maxDays: Days.exactOptional(),
  rotDays: Days.exactOptional(),
});

/** What a lifecycle has beside its states. */
export const definitionShape = () => ({
  id: Id,
  version: z.int().min(1),
  initial: z.array(Id).min(1).readonly(),
  transitions: z
    .array(
      z.strictObject({
        id: Id,
        on: Id.exactOptional(),
        from: z.union([Id, Names]),
        to: Id,
        guard: NamedRules.exactOptional(),
        requiredFields: Names.exactOptional(),
        reason: z.enum(['required', 'optional']).exactOptional(),
        roles: Names.exactOptional(),
      }),
    )
    .readonly()
    .exactOptional(),
  moves: z
    .strictObject({
      forward: z.enum(['any', 'next', 'none']).exactOptional(),
      backward: z.enum(['any', 'previous', 'none']).exactOptional(),
      success: z.enum(['any', 'last', 'none']).exactOptional(),
      failure: z.enum(['any', 'none']).exactOptional(),
      reopen: z.enum(['any', 'lastOpen', 'none']).exactOptional(),
    })
    .exactOptional(),
  reasons: z
    .array(z.strictObject({ id: Id, for: Names, requiredFields: Names.exactOptional() }))
    .readonly()
    .exactOptional(),
  skippedCriteria: z.enum(['ignore', 'require']).exactOptional(),
});

/** @reexport */
export type LifecycleDefinition<S extends string = string, E extends string = string> = Definition<S, E>;
/** States, the ways between them and their conditions. Guard foreign JSON with `checkJson` first: rules may nest. */
export const LifecycleDefinition: z.ZodType<LifecycleDefinition> = /* @__PURE__ */ z
  .strictObject({ ...definitionShape(), states: z.array(z.strictObject(stateShape())).min(1).readonly() })
  .meta({
    id: 'LifecycleDefinition',
    title: 'Lifecycle',
    description: 'States, the ways between them and their conditions',
  });

const eventBase = {
  id: /* @__PURE__ */ z.string().exactOptional(),
  entityId: Id,
  at: Time,
  seq: /* @__PURE__ */ z.int(),
  by: /* @__PURE__ */ z.string().exactOptional(),
  roles: /* @__PURE__ */ Names.exactOptional(),
};

/** @reexport */
export type LifecycleEvent<S extends string = string, E extends string = string> = Event<S, E>;
/** What happened to an entity. */
export const LifecycleEvent: z.ZodType<LifecycleEvent> = /* @__PURE__ */ z
  .discriminatedUnion('type', [
    z.strictObject({
      ...eventBase,
      type: z.literal('create'),
      state: Id.exactOptional(),
      set: FieldValues.exactOptional(),
    }),
    z.strictObject({
      ...eventBase,
      type: z.literal('transition'),
      to: Id.exactOptional(),
      on: Id.exactOptional(),
      reason: Id.exactOptional(),
      set: FieldValues.exactOptional(),
    }),
    z.strictObject({ ...eventBase, type: z.literal('set'), set: FieldValues }),
    z.strictObject({
      ...eventBase,
      type: z.literal('reopen'),
      to: Id.exactOptional(),
      reason: Id.exactOptional(),
    }),
  ])
  .meta({ id: 'LifecycleEvent', title: 'Event of a lifecycle', description: 'What happened to an entity' });

const outcome = {
  kind: /* @__PURE__ */ z.enum(['success', 'failure', 'ended']),
  at: Time,
  reason: /* @__PURE__ */ z.string().nullable(),
};

/** @reexport */
export type LifecycleState<S extends string = string> = State<S>;
/** Where an entity stands, and the way it came. */
export const LifecycleState: z.ZodType<LifecycleState> = /* @__PURE__ */ z
  .strictObject({
    definitionId: Id,
    definitionVersion: z.int().min(1),
    entityId: Id,
    state: Id,
    fields: FieldValues,
    createdAt: Time,
    enteredAt: Time,
    visits: z
      .array(z.strictObject({ state: Id, enteredAt: Time, leftAt: Time.nullable() }))
      .min(1)
      .readonly(),
    outcome: z.strictObject(outcome).nullable(),
    outcomes: z.array(z.strictObject({ ...outcome, state: Id })).readonly(),
    reopenCount: z.int().min(0),
    lastOpenState: Id.nullable(),
    lastSeq: z.int(),
    lastAt: Time,
  })
  .meta({
    id: 'LifecycleState',
    title: 'State of a lifecycle',
    description: 'Where an entity stands, and the way it came',
  });

/** @reexport */
export type SlaClock<S extends string = string> = Clock<S>;
/** How the time is counted that something may take. */
export const SlaClock: z.ZodType<SlaClock> = /* @__PURE__ */ z
  .strictObject({
    unit: z.enum(SLA_UNITS),
    calendar: WorkCalendar.exactOptional(),
    hours: z
      .array(z.strictObject({ start: z.string(), end: z.string() }))
      .readonly()
      .exactOptional(),
    offset: z.string().exactOptional(),
    pauseStates: Names.exactOptional(),
  })
  .meta({ id: 'SlaClock', title: 'SLA clock', description: 'How the time is counted that something may take' });

/** @reexport */
export type EscalationPolicy<L extends string = string> = Policy<L>;
/** Levels that a case climbs while nobody settles it. */
export const EscalationPolicy: z.ZodType<EscalationPolicy> = /* @__PURE__ */ z
  .strictObject({
    steps: z
      .array(z.strictObject({ level: Id, within: Days.nullable() }))
      .min(1)
      .readonly(),
    clock: SlaClock,
    startBySeverity: z.record(Id, Id).readonly().exactOptional(),
  })
  .meta({
    id: 'EscalationPolicy',
    title: 'Escalation policy',
    description: 'Levels that a case climbs while nobody settles it',
  });

/** @reexport */
export type EscalationCase = Case;
/** What is known of a case that may escalate. */
export const EscalationCase: z.ZodType<EscalationCase> = /* @__PURE__ */ z
  .strictObject({
    openedAt: Time,
    severity: Id.exactOptional(),
    events: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            at: Time,
            seq: z.int().exactOptional(),
            type: z.enum(['failed', 'resolved', 'withdrawn']),
          }),
          z.strictObject({ at: Time, seq: z.int().exactOptional(), type: z.literal('severity'), severity: Id }),
        ]),
      )
      .readonly()
      .exactOptional(),
    visits: z
      .array(z.strictObject({ state: Id, enteredAt: Time, leftAt: Time.nullable() }))
      .readonly()
      .exactOptional(),
  })
  .meta({
    id: 'EscalationCase',
    title: 'Case of an escalation',
    description: 'What is known of a case that may escalate',
  });
