import { CAP_PERCENT, RATE_TEXTS, BOUND_PERCENTS, type Sale, type Workload } from '../workload.js';
import type { Breakdown } from './breakdown.js';
import { slotKeys } from './slotKeys.js';

interface Slot {
  readonly key: string;
  readonly bounds: readonly number[];
  readonly cap: number;
  total: number;
  earned: number;
  paid: number;
}

/** What is usually written: money in floating point. Its payouts are right to the minor unit at best. */
export function naiveFloatRun(work: Workload, sales: readonly Sale[]): () => Breakdown<number> {
  const keys = slotKeys(work);
  const rates = RATE_TEXTS.map(Number);
  return () => {
    const slots = new Map<string, Slot>();
    const lines = Array.from<number>({ length: sales.length });
    for (let row = 0; row < sales.length; row++) {
      const sale = sales[row]!;
      const key = sale.payeeId + sale.date.slice(0, 7);
      let slot = slots.get(key);
      if (slot === undefined) {
        const quota = work.quota[keys.get(key)!]! / 100;
        const bounds = BOUND_PERCENTS.map((percent) => (quota * percent) / 100);
        slot = { key, bounds, cap: (quota * CAP_PERCENT) / 100, total: 0, earned: 0, paid: 0 };
        slots.set(key, slot);
      }
      let from = slot.total;
      const to = from + Number(sale.amount);
      slot.total = to;
      let line = 0;
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
      const paid = Math.round(Math.min(slot.earned, slot.cap) * 100);
      lines[row] = paid - slot.paid;
      slot.paid = paid;
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, paid } of slots.values()) payouts[keys.get(key)!] = paid;
    return { lines, payouts };
  };
}
