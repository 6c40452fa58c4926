import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Quantity } from './modifier.js';

/** Pay in advance of what is earned, or in its place. */
export interface Draw {
  /** Unique in its list; the debt is kept under it. */
  readonly id: string;
  /** `guarantee`: pay is topped up to the amount; `additive`: the amount is paid on top. Default `guarantee`. */
  readonly kind?: 'guarantee' | 'additive';
  /**
   * `recoverable` (default): an advance is a debt that later pay settles; `none`: it is never one; `forgiven`: it is
   * one until the end of the draw, and what is left is dropped in its last period.
   */
  readonly recovery?: 'recoverable' | 'none' | 'forgiven';
  /** The amount of one period, in the plan's currency. */
  readonly amount: Quantity;
  /** First day; periods that the draw touches have an advance. */
  readonly from: PlainDate;
  /** First day after it; null or absent = open. */
  readonly to?: PlainDate | null;
  /** `periodStart` pays the amount at the start of the period and sets it off at the end. Default `periodEnd`. */
  readonly timing?: 'periodEnd' | 'periodStart';
  /** Whether a fixed amount is cut to the days of the period that draw and assignment have in common. Default true. */
  readonly prorate?: boolean;
  /** The first period that recovers contains this day. Default: `from`. */
  readonly recoverFrom?: PlainDate;
  /** Part of the pay above the floor that recovery may take, 1 = all. Default "1". */
  readonly recoveryRate?: DecimalString;
  /**
   * Pay that recovery leaves: `draw` = the amount while the draw is active, nothing afterwards. Default `draw` for a
   * guarantee, `zero` for an additive draw.
   */
  readonly recoveryFloor?: 'draw' | 'zero' | DecimalString;
  /** The most that one period recovers. Default: no limit. */
  readonly maxRecovery?: DecimalString;
  /** Draws of a lower one are settled first. Default 0. */
  readonly priority?: number;
  /** Whether a termination makes the debt due at once or forgives it. Default `due`. */
  readonly atTermination?: 'due' | 'forgiven';
}
/** Pay in advance of what is earned, or in its place. */
export const Draw: z.ZodType<Draw> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(['guarantee', 'additive']).exactOptional(),
    recovery: z.enum(['recoverable', 'none', 'forgiven']).exactOptional(),
    amount: Quantity,
    from: PlainDate,
    to: PlainDate.nullable().exactOptional(),
    timing: z.enum(['periodEnd', 'periodStart']).exactOptional(),
    prorate: z.boolean().exactOptional(),
    recoverFrom: PlainDate.exactOptional(),
    recoveryRate: DecimalString.exactOptional(),
    recoveryFloor: z.union([z.enum(['draw', 'zero']), DecimalString]).exactOptional(),
    maxRecovery: DecimalString.exactOptional(),
    priority: z.int().exactOptional(),
    atTermination: z.enum(['due', 'forgiven']).exactOptional(),
  })
  .meta({ id: 'Draw', title: 'Draw', description: 'Pay in advance of what is earned, or in its place' });
