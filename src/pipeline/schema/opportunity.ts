import * as z from 'zod';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Money } from '../../core/schema/money.js';
import { definitionShape, stateShape } from '../../mechanisms/lifecycle/schema.js';
import type { AccountBrief as Brief } from '../brief/accountBrief.js';
import { FORECAST_CATEGORIES } from '../definition/forecastCategory.js';
import type { PipelineDefinition as Definition } from '../definition/pipelineDefinition.js';
import type { Opportunity as Deal, Snapshot as Deals } from '../opportunity/opportunity.js';
import type { OpportunityEvent as Event } from '../opportunity/opportunityEvent.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Time = /* @__PURE__ */ z.union([PlainDate, Instant]);
const FieldValues = /* @__PURE__ */ z.record(z.string(), z.json()).readonly();
const Category = /* @__PURE__ */ z.enum(FORECAST_CATEGORIES);
const Count = /* @__PURE__ */ z.int().min(0);
const MaybeId = /* @__PURE__ */ Id.nullable();

/** @reexport */
export type PipelineDefinition<S extends string = string> = Definition<S>;
/** The stages of a sale with their chances, and the ways between them. Guard foreign JSON with `checkJson` first: rules may nest. */
export const PipelineDefinition: z.ZodType<PipelineDefinition> = /* @__PURE__ */ z
  .strictObject({
    ...definitionShape(),
    states: z
      .array(
        z.strictObject({
          ...stateShape(),
          probability: DecimalString,
          category: Category,
          label: z.strictObject({ en: z.string(), 'zh-CN': z.string() }).exactOptional(),
          activities: z.array(Id).readonly().exactOptional(),
        }),
      )
      .min(1)
      .readonly(),
  })
  .meta({
    id: 'PipelineDefinition',
    title: 'Pipeline',
    description: 'The stages of a sale with their chances, and the ways between them',
  });

const eventBase = {
  id: /* @__PURE__ */ z.string().exactOptional(),
  dealId: Id,
  at: Time,
  seq: /* @__PURE__ */ z.int(),
  by: /* @__PURE__ */ z.string().exactOptional(),
  roles: /* @__PURE__ */ z.array(Id).readonly().exactOptional(),
};

/** @reexport */
export type OpportunityEvent<S extends string = string> = Event<S>;
/** What happened to a deal. */
export const OpportunityEvent: z.ZodType<OpportunityEvent> = /* @__PURE__ */ z
  .discriminatedUnion('type', [
    z.strictObject({
      ...eventBase,
      type: z.literal('created'),
      stage: Id.exactOptional(),
      amount: Money.nullable().exactOptional(),
      closeDate: PlainDate.nullable().exactOptional(),
      ownerId: MaybeId.exactOptional(),
      teamId: MaybeId.exactOptional(),
      set: FieldValues.exactOptional(),
    }),
    z.strictObject({
      ...eventBase,
      type: z.literal('stageChanged'),
      to: Id,
      reason: Id.exactOptional(),
      set: FieldValues.exactOptional(),
    }),
    z.strictObject({ ...eventBase, type: z.literal('amountChanged'), amount: Money.nullable() }),
    z.strictObject({ ...eventBase, type: z.literal('closeDateChanged'), closeDate: PlainDate.nullable() }),
    z.strictObject({ ...eventBase, type: z.literal('categoryChanged'), category: Category.nullable() }),
    z.strictObject({ ...eventBase, type: z.literal('probabilityChanged'), probability: DecimalString.nullable() }),
    z.strictObject({
      ...eventBase,
      type: z.literal('ownerChanged'),
      ownerId: MaybeId,
      teamId: MaybeId.exactOptional(),
    }),
    z.strictObject({ ...eventBase, type: z.literal('fieldSet'), set: FieldValues }),
    z.strictObject({
      ...eventBase,
      type: z.literal('reopened'),
      to: Id.exactOptional(),
      reason: Id.exactOptional(),
    }),
    z.strictObject({ ...eventBase, type: z.literal('deleted') }),
  ])
  .meta({ id: 'OpportunityEvent', title: 'Event of a deal', description: 'What happened to a deal' });

/** @reexport */
export type Opportunity<S extends string = string> = Deal<S>;
/** A deal: where it stands, what it is worth, and the way it came. */
export const Opportunity: z.ZodType<Opportunity> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    pipelineId: Id,
    pipelineVersion: z.int().min(1),
    stage: Id,
    amount: Money.nullable(),
    closeDate: PlainDate.nullable(),
    ownerId: MaybeId,
    teamId: MaybeId,
    category: Category,
    categoryOverridden: z.boolean(),
    probability: DecimalString,
    probabilityOverridden: z.boolean(),
    createdAt: Time,
    closedAt: Time.nullable(),
    outcome: z.enum(['won', 'lost', 'ended']).nullable(),
    reason: z.string().nullable(),
    reopenCount: Count,
    pushCount: Count,
    amountChanges: Count,
    closeDateChanges: Count,
    lastAt: Time,
    lastSeq: z.int(),
    visits: z
      .array(z.strictObject({ state: Id, enteredAt: Time, leftAt: Time.nullable() }))
      .min(1)
      .readonly(),
    outcomes: z
      .array(
        z.strictObject({
          kind: z.enum(['success', 'failure', 'ended']),
          at: Time,
          reason: z.string().nullable(),
          state: Id,
        }),
      )
      .readonly(),
    lastOpenStage: MaybeId,
    fields: FieldValues,
    deletedAt: Time.nullable(),
  })
  .meta({ id: 'Opportunity', title: 'Opportunity', description: 'A deal and the way it came' });

/** @reexport */
export type Snapshot<S extends string = string> = Deals<S>;
/** Deals as they were known at the end of a day or at an instant. */
export const Snapshot: z.ZodType<Snapshot> = /* @__PURE__ */ z
  .strictObject({ asOf: Time, deals: z.array(Opportunity).readonly() })
  .meta({ id: 'Snapshot', title: 'Snapshot', description: 'Deals as they were known at a time' });

/** @reexport */
export type AccountBrief = Brief;
/** The study of one prospect before it is approached. */
export const AccountBrief: z.ZodType<AccountBrief> = /* @__PURE__ */ z
  .strictObject({
    customer: Id,
    scope: z.string(),
    need: z.string(),
    painPoints: z.array(z.string()).readonly(),
    decisionMakers: z.array(z.string()).readonly(),
    competitors: z.array(z.string()).readonly(),
    budget: Money.nullable(),
    history: z.string(),
  })
  .meta({ id: 'AccountBrief', title: 'Account brief', description: 'The study of one prospect' });
