import { RATES, RATE_UNIT, type Sale, type Workload, bounds, capOf } from '../workload.js';
import type { Breakdown } from './breakdown.js';
import { slotKeys } from './slotKeys.js';

interface Slot {
  readonly key: string;
  readonly bounds: readonly bigint[];
  readonly cap: bigint;
  total: bigint;
  earned: bigint;
  paid: bigint;
}

/**
 * What a careful programmer writes without a library: slices on bigints, from strings with two decimals, rounded half
 * even so that the lines of a slot add up to its payout.
 */
export function ownBigIntRun(work: Workload, sales: readonly Sale[]): () => Breakdown<bigint> {
  const keys = slotKeys(work);
  const rates = RATES.map(BigInt);
  const unit = BigInt(RATE_UNIT);
  return () => {
    const slots = new Map<string, Slot>();
    const lines = Array.from<bigint>({ length: sales.length });
    for (let row = 0; row < sales.length; row++) {
      const sale = sales[row]!;
      const key = sale.payeeId + sale.date.slice(0, 7);
      let slot = slots.get(key);
      if (slot === undefined) {
        const quota = work.quota[keys.get(key)!]!;
        slot = { key, bounds: bounds(quota).map(BigInt), cap: BigInt(capOf(quota)), total: 0n, earned: 0n, paid: 0n };
        slots.set(key, slot);
      }
      let from = slot.total;
      const to = from + BigInt(sale.amount.replace('.', ''));
      slot.total = to;
      let line = 0n;
      for (let tier = 0; tier < rates.length; tier++) {
        const upTo = slot.bounds[tier];
        if (upTo === undefined || to <= upTo) {
          line += (to - from) * rates[tier]!;
          break;
        }
        if (from < upTo) {
          line += (upTo - from) * rates[tier]!;
          from = upTo;
        }
      }
      slot.earned += line;
      const twice = 2n * (slot.earned % unit);
      let paid = slot.earned / unit;
      if (twice > unit || (twice === unit && paid % 2n === 1n)) paid += 1n;
      if (paid > slot.cap) paid = slot.cap;
      lines[row] = paid - slot.paid;
      slot.paid = paid;
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, paid } of slots.values()) payouts[keys.get(key)!] = Number(paid);
    return { lines, payouts };
  };
}
