import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Span } from '../../core/schema/period.js';
import type { PlanAction as Action, PlanResource as Resource, SalesPlan as Plan } from '../target/salesPlan.js';
import type { Target as TargetType, TargetNode as Node, TargetTree as Tree } from '../target/targetNode.js';
import type { TargetRevision as Revision } from '../target/targetRevision.js';

const Id = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type TargetNode = Node;
/** Somebody or some time that gets a part of a target: company, region, team, person, month. */
export const TargetNode: z.ZodType<TargetNode> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    kind: Id,
    owner: Id.exactOptional(),
    span: Span.exactOptional(),
    weight: DecimalString.exactOptional(),
    history: DecimalString.exactOptional(),
    potential: DecimalString.exactOptional(),
    serviceMonths: z.array(z.int().min(0)).readonly().exactOptional(),
    min: DecimalString.exactOptional(),
    max: DecimalString.exactOptional(),
    children: z
      .array(z.lazy(() => TargetNode))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'TargetNode', title: 'Node of a target', description: 'Who gets a part of a target, and by what' });

/** @reexport */
export type Target = TargetType;
/** A target by its parts, all in whole units. */
export const Target: z.ZodType<Target> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    kind: Id,
    owner: Id.exactOptional(),
    span: Span.exactOptional(),
    amount: DecimalString,
    children: z
      .array(z.lazy(() => Target))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'Target', title: 'Target', description: 'A target by its parts' });

/** @reexport */
export type TargetTree = Tree;
/** Targets as they stand; each revision raises the version by one. */
export const TargetTree: z.ZodType<TargetTree> = /* @__PURE__ */ z
  .strictObject({ version: z.int().min(1), unit: DecimalString, root: Target })
  .meta({ id: 'TargetTree', title: 'Targets', description: 'Targets of one version, in whole units' });

/** @reexport */
export type TargetRevision = Revision;
/** A change of targets that can be replayed: who changed what, when and why. */
export const TargetRevision: z.ZodType<TargetRevision> = /* @__PURE__ */ z
  .strictObject({
    version: z.int().min(2),
    previous: z.int().min(1),
    on: PlainDate,
    by: Id,
    reason: Id,
    changes: z.array(z.strictObject({ node: Id, from: DecimalString, to: DecimalString })).readonly(),
  })
  .meta({
    id: 'TargetRevision',
    title: 'Revision of targets',
    description: 'A change of targets that can be replayed',
  });

/** @reexport */
export type PlanResource = Resource;
/** What is needed of a kind of resource: money, people, samples. */
export const PlanResource: z.ZodType<PlanResource> = /* @__PURE__ */ z
  .strictObject({ kind: Id, amount: DecimalString })
  .meta({ id: 'PlanResource', title: 'Resource', description: 'An amount of a kind of resource' });

/** @reexport */
export type PlanAction = Action;
/** What is done to reach a target. */
export const PlanAction: z.ZodType<PlanAction> = /* @__PURE__ */ z
  .strictObject({
    code: Id,
    owner: Id.exactOptional(),
    due: PlainDate.exactOptional(),
    target: Id,
    needs: z.array(PlanResource).readonly().exactOptional(),
  })
  .meta({ id: 'PlanAction', title: 'Action', description: 'What is done to reach a target' });

/** @reexport */
export type SalesPlan = Plan;
/** Goals, what is done to reach them, and what there is to do it with. */
export const SalesPlan: z.ZodType<SalesPlan> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    span: Span,
    targets: TargetNode,
    actions: z.array(PlanAction).readonly(),
    resources: z.array(PlanResource).readonly(),
    productStrategy: z.string().exactOptional(),
  })
  .meta({ id: 'SalesPlan', title: 'Sales plan', description: 'Goals, actions and resources' });
