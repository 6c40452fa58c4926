import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';

/** How a team shares the credit of its deals, by the part each member plays. */
export interface TeamSplit {
  /** What the crediting of the run must ask of the shares, so that this team's add up. */
  readonly splitSum: 'exactlyOne' | 'normalise';
  readonly parts: readonly TeamSplitPart[];
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
  })
  .meta({ id: 'TeamSplit', title: 'Team split', description: 'How a team shares the credit of its deals' });
