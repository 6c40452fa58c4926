import * as z from 'zod';
import { type DecimalString as Dec, toDecimal } from '../../core/decimal.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** A figure that warns, and from where on. */
export interface RiskIndicator {
  readonly code: string;
  /** Whether a high or a low figure is a risk. */
  readonly direction: 'high' | 'low';
  /** A figure that reaches a bound is in the worse band. */
  readonly amber: Dec;
  readonly red: Dec;
  /** So many changes for the worse in a row, each by at least `worseBy` (default: any), lift the light by one. */
  readonly trend?: { readonly periods: number; readonly worseBy?: Dec };
}
/** A figure that warns, and from where on. */
export const RiskIndicator: z.ZodType<RiskIndicator> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    direction: z.enum(['high', 'low']),
    amber: DecimalString,
    red: DecimalString,
    trend: z.strictObject({ periods: z.int().min(1), worseBy: DecimalString.exactOptional() }).exactOptional(),
  })
  .refine(
    ({ direction, amber, red }) => {
      const rise = toDecimal(red).comparedTo(toDecimal(amber));
      return direction === 'high' ? rise >= 0 : rise <= 0;
    },
    { error: 'must turn red where it is worse than amber', path: ['red'] },
  )
  .meta({ id: 'RiskIndicator', title: 'Risk indicator', description: 'A figure that warns, and from where on.' });
