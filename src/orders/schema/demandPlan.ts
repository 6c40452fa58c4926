import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';

/** What a planned quantity may come from. */
const DEMAND_SOURCES = ['makerTarget', 'trend', 'stage', 'environment', 'competitor', 'dealer'] as const;

/** One opinion of the quantity; without a quantity it is listed as absent. */
export interface DemandSource {
  readonly kind: (typeof DEMAND_SOURCES)[number];
  readonly quantity?: DecimalString;
  /** Not negative. */
  readonly weight: DecimalString;
}

/** What a partner will take of a product in a period, and where the figure comes from. */
export interface DemandPlan {
  readonly partner: string;
  readonly sku: string;
  /** Name of the period, such as `2026-03`. */
  readonly period: string;
  /** From 1; each revision has a higher one. */
  readonly version: number;
  readonly sources: readonly DemandSource[];
  readonly unitPrice?: DecimalString;
  /** Quantity that both sides agreed on; final. */
  readonly agreed?: DecimalString;
  /** Days on which either side confirmed. */
  readonly confirmed?: { readonly maker?: PlainDate; readonly dealer?: PlainDate };
  readonly status: 'draft' | 'proposed' | 'agreed';
}
/** What a partner will take of a product in a period, and where the figure comes from. */
export const DemandPlan: z.ZodType<DemandPlan> = /* @__PURE__ */ z
  .strictObject({
    partner: z.string().min(1),
    sku: z.string().min(1),
    period: z.string().min(1),
    version: z.int().min(1),
    sources: z
      .array(
        z.strictObject({
          kind: z.enum(DEMAND_SOURCES),
          quantity: DecimalString.exactOptional(),
          weight: DecimalString,
        }),
      )
      .readonly(),
    unitPrice: DecimalString.exactOptional(),
    agreed: DecimalString.exactOptional(),
    confirmed: z.strictObject({ maker: PlainDate.exactOptional(), dealer: PlainDate.exactOptional() }).exactOptional(),
    status: z.enum(['draft', 'proposed', 'agreed']),
  })
  .refine(({ status, agreed }) => (status === 'agreed') === (agreed !== undefined), {
    error: 'must have an agreed quantity when it is agreed, and only then',
  })
  .meta({
    id: 'DemandPlan',
    title: 'Demand plan',
    description: 'What a partner will take of a product in a period, and where the figure comes from.',
  });
