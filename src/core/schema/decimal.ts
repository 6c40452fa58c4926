import * as z from 'zod';
import { MAX_DIGITS, type DecimalString as Text } from '../decimal.js';

/** A decimal as it stands in stored JSON. */
export type DecimalString = Text;
export const DecimalString: z.ZodType<DecimalString> = /* @__PURE__ */ z
  .string()
  .max(MAX_DIGITS + 2, { abort: true })
  .regex(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/)
  .meta({ id: 'DecimalString', title: 'Decimal', description: 'A decimal in plain notation, such as "-1234.50".' });
