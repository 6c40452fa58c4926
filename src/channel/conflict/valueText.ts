import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';

/** A value as canonical text; what is not known stays so. */
export function valueText(value: DecimalLike | null | undefined): DecimalString | null {
  return value == null ? null : toText(toDecimal(value));
}
