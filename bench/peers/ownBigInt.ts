import { RATES, RATE_UNIT, type Sale, type Workload, bounds, capOf } from '../workload.js';
import { slotKeys } from './slotKeys.js';

interface Slot {
  readonly key: string;
  readonly bounds: readonly bigint[];
  readonly cap: bigint;
  total: bigint;
  earned: bigint;
}

/** What a careful programmer writes without a library: slices on bigints, from strings with two decimals. */
export function ownBigIntRun(work: Workload, sales: readonly Sale[]): () => Float64Array {
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
        slot = { key, bounds: bounds(quota).map(BigInt), cap: BigInt(capOf(quota)), total: 0n, earned: 0n };
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
      lines[row] = line;
      slot.earned += line;
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, earned, cap } of slots.values()) {
      const twice = 2n * (earned % unit);
      let minor = earned / unit;
      if (twice > unit || (twice === unit && minor % 2n === 1n)) minor += 1n;
      payouts[keys.get(key)!] = Number(minor < cap ? minor : cap);
    }
    return payouts;
  };
}
