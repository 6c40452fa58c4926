import { type Decimal, decimalString } from '../../core/decimal.js';
import { scaledInteger } from '../../core/fixed/decimalColumn.js';
import { unitsRatio } from '../../core/ratio.js';

/** A quota as statements show it, in units that sums of amounts can be compared with: a unit of an amount is `by` of them. */
export interface SlotQuota {
  readonly text: string;
  readonly units: bigint;
  readonly by: bigint;
}

/** @param scale decimals of the amounts */
export function slotQuota(quota: Decimal, scale: number): SlotQuota {
  const places = Math.max(quota.decimalPlaces(), scale);
  return { text: decimalString(quota), units: scaledInteger(quota, places), by: 10n ** BigInt(places - scale) };
}

/** How much of a quota a sum of amounts is; `null` where there is nothing to reach. */
export function attainmentOf(sum: number, { units, by }: SlotQuota): string | null {
  return units === 0n ? null : unitsRatio(BigInt(sum) * by, units);
}
