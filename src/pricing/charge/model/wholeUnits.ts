import { type Decimal, divide } from '../../../core/decimal.js';
import { roundQuotient } from '../../../core/rounding.js';
import type { PartialUnit } from '../chargeModel.js';

/** How many units of a size a quantity of at least 0 makes; a started one counts whole, not at all, or by its share. */
export function wholeUnits(quantity: Decimal, size: Decimal, partial: PartialUnit): Decimal {
  return partial === 'prorate' ? divide(quantity, size) : roundQuotient(quantity, size, partial);
}
