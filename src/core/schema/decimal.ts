import * as z from 'zod';
import { DECIMAL_PATTERN, type DecimalString as Text } from '../decimal.js';

/**
 * A decimal as it stands in stored JSON: exactly the texts that calculations read.
 *
 * @useDeclaredType
 */
export type DecimalString = Text;
/** A decimal as it stands in stored JSON: exactly the texts that calculations read. */
export const DecimalString: z.ZodType<DecimalString> = /* @__PURE__ */ z
  .string()
  // What reads the number afterwards, in this schema or one around it, is not asked about a text that is none.
  .regex(DECIMAL_PATTERN, { abort: true })
  .meta({ id: 'DecimalString', title: 'Decimal', description: 'A decimal in plain notation, such as "-1234.50".' });
