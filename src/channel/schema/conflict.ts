import * as z from 'zod';
import type { PlainDate as Day } from '../../core/date.js';
import type { DecimalString as Dec } from '../../core/decimal.js';
import type { Explanation as Explained } from '../../core/explanation.js';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Explanation } from '../../core/schema/explanation.js';
import type { EscalationCase as Escalated } from '../../mechanisms/lifecycle/escalation/escalationPolicy.js';
import type { ConflictCause } from '../conflict/conflictRules.js';

/** What every conflict says. */
export interface FoundConflict {
  /** Id of the rule that found it. */
  readonly rule: string;
  /** Whoever acted comes first; otherwise sorted. */
  readonly parties: readonly string[];
  /** Where; `null` where it is about no territory. */
  readonly territory: string | null;
  /** First and last day. */
  readonly on: Day;
  readonly lastOn: Day;
  /** How often it happened. */
  readonly count: number;
  /** Ids of the rows that show it, by day and id. */
  readonly evidence: readonly string[];
  /** Sum of the values that are known; `null` where none is. */
  readonly value: Dec | null;
  /** `null` without bands, without a value and below the lowest band. */
  readonly severity: string | null;
  /** Sorted; may be empty. */
  readonly causes: readonly ConflictCause[];
  /** The value of the root is the value of the conflict. */
  readonly explanation: Explained;
}

/** A conflict of routes to the market. */
export type ChannelConflict = FoundConflict &
  (
    | { readonly kind: 'horizontal'; readonly code: 'crossTerritory' | 'sameCustomer' | 'exclusiveOverlap' }
    | { readonly kind: 'vertical'; readonly code: 'makerBypass' | 'belowFloor' | 'aboveCeiling' | 'promotionBreach' }
    | { readonly kind: 'multiChannel'; readonly code: 'onlineUndercut' | 'corridor' | 'arbitrage' }
  );

const shared = () => ({
  rule: z.string().min(1),
  parties: z.array(z.string().min(1)).min(1).readonly(),
  territory: z.string().min(1).nullable(),
  on: PlainDate,
  lastOn: PlainDate,
  count: z.int().min(1),
  evidence: z.array(z.string().min(1)).min(1).readonly(),
  value: DecimalString.nullable(),
  severity: z.string().min(1).nullable(),
  causes: z.array(z.enum(['communication', 'goals', 'role', 'scarcity'])).readonly(),
  explanation: Explanation,
});

/** A conflict of routes to the market. */
export const ChannelConflict: z.ZodType<ChannelConflict> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('horizontal'),
      code: z.enum(['crossTerritory', 'sameCustomer', 'exclusiveOverlap']),
      ...shared(),
    }),
    z.strictObject({
      kind: z.literal('vertical'),
      code: z.enum(['makerBypass', 'belowFloor', 'aboveCeiling', 'promotionBreach']),
      ...shared(),
    }),
    z.strictObject({
      kind: z.literal('multiChannel'),
      code: z.enum(['onlineUndercut', 'corridor', 'arbitrage']),
      ...shared(),
    }),
  ])
  .meta({ id: 'ChannelConflict', title: 'Channel conflict', description: 'A conflict of routes to the market.' });

/** A conflict that is being settled. */
export interface ConflictCase {
  /** Under which id the conflict is filed. */
  readonly conflict: string;
  readonly openedAt: Escalated['openedAt'];
  /** A severity of the policy: minor, major or critical in the preset. */
  readonly severity: string;
  /** What failed, rose in severity or ended it, in any order. */
  readonly events: NonNullable<Escalated['events']>;
}

const time = /* @__PURE__ */ z.union([PlainDate, Instant]);

/** A conflict that is being settled. */
export const ConflictCase: z.ZodType<ConflictCase> = /* @__PURE__ */ z
  .strictObject({
    conflict: z.string().min(1),
    openedAt: time,
    severity: z.string().min(1),
    events: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            type: z.enum(['failed', 'resolved', 'withdrawn']),
            at: time,
            seq: z.int().exactOptional(),
          }),
          z.strictObject({
            type: z.literal('severity'),
            severity: z.string().min(1),
            at: time,
            seq: z.int().exactOptional(),
          }),
        ]),
      )
      .readonly(),
  })
  .meta({ id: 'ConflictCase', title: 'Conflict case', description: 'A conflict that is being settled.' });
