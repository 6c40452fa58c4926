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
  .regex(DECIMAL_PATTERN)
  .meta({ id: 'DecimalString', title: 'Decimal', description: 'A decimal in plain notation, such as "-1234.50".' });
