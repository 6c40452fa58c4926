import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import type { Draw } from './draw.js';
import { Quantity } from './modifier.js';
import { QuotaRamp } from './quota.js';

/** How a team shares the credit of its deals, by the part each member plays. */
export interface TeamSplit {
  /** What the crediting of the run must ask of the shares, so that this team's add up. */
  readonly splitSum: 'exactlyOne' | 'normalise';
  readonly parts: readonly TeamSplitPart[];
  /** How newcomers of the team start; `startAssignment` puts it on their assignment. */
  readonly start?: TeamStart;
}

/** What newcomers are given for their first months. */
export interface TeamStart {
  /** A draw of so many months, from the assignment's first day on. */
  readonly draw?: Pick<Draw, 'id' | 'kind' | 'recovery' | 'amount'> & { readonly months: number };
  /** How the quota grows. */
  readonly ramp?: QuotaRamp;
}

/** What one part in a deal is credited with. */
export interface TeamSplitPart {
  /** The part played in the deal. */
  readonly dealRole: string;
  /** Revenue shares divide the deal, overlay shares come on top. */
  readonly kind: 'revenue' | 'overlay';
  /** The share of each member who plays the part, or `contribution`: each brings a weight of their own. */
  readonly share: DecimalString | 'contribution';
}

/** How a team shares the credit of its deals, by the part each member plays. */
export const TeamSplit: z.ZodType<TeamSplit> = /* @__PURE__ */ z
  .strictObject({
    splitSum: z.enum(['exactlyOne', 'normalise']),
    parts: z
      .array(
        z.strictObject({
          dealRole: z.string().min(1),
          kind: z.enum(['revenue', 'overlay']),
          share: z.union([z.literal('contribution'), DecimalString]),
        }),
      )
      .min(1)
      .readonly(),
    start: z
      .strictObject({
        draw: z
          .strictObject({
            id: z.string().min(1),
            kind: z.enum(['guarantee', 'additive']).exactOptional(),
            recovery: z.enum(['recoverable', 'none', 'forgiven']).exactOptional(),
            amount: Quantity,
            months: z.int().min(1),
          })
          .readonly()
          .exactOptional(),
        ramp: QuotaRamp.exactOptional(),
      })
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'TeamSplit', title: 'Team split', description: 'How a team shares the credit of its deals' });
