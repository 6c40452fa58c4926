import { type Dinero, add, compare, dinero, halfEven, multiply, subtract, toSnapshot, transformScale } from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import { RATES, type Sale, type Workload, bounds, capOf } from '../workload.js';
import type { Breakdown } from './breakdown.js';
import { slotKeys } from './slotKeys.js';

export type Money = Dinero<number, 'USD'>;

interface Slot {
  readonly key: string;
  readonly bounds: readonly Money[];
  readonly cap: Money;
  total: Money;
  earned: Money;
  paid: Money;
}

const usd = (minor: number): Money => dinero({ amount: minor, currency: USD });

/** Minor units of money with two decimals. */
export function minorUnits(money: Money): number {
  return toSnapshot(transformScale(money, 2, halfEven)).amount;
}

/** Graduated commission by slices with dinero.js, rounded and capped so that the lines of a slot add up to its payout. */
export function dineroRun(work: Workload, sales: readonly Sale[]): () => Breakdown<Money> {
  const keys = slotKeys(work);
  return () => {
    const rates = RATES.map((amount) => ({ amount, scale: 6 }));
    const zero = usd(0);
    const slots = new Map<string, Slot>();
    const lines = Array.from<Money>({ length: sales.length });
    for (let row = 0; row < sales.length; row++) {
      const sale = sales[row]!;
      const key = sale.payeeId + sale.date.slice(0, 7);
      let slot = slots.get(key);
      if (slot === undefined) {
        const quota = work.quota[keys.get(key)!]!;
        slot = { key, bounds: bounds(quota).map(usd), cap: usd(capOf(quota)), total: zero, earned: zero, paid: zero };
        slots.set(key, slot);
      }
      const before = slot.total;
      slot.total = add(before, usd(Number(sale.amount.replace('.', ''))));
      let line = zero;
      let from = before;
      for (let tier = 0; tier < rates.length; tier++) {
        const upTo = slot.bounds[tier];
        if (upTo === undefined || compare(slot.total, upTo) <= 0) {
          line = add(line, multiply(subtract(slot.total, from), rates[tier]!));
          break;
        }
        if (compare(from, upTo) < 0) {
          line = add(line, multiply(subtract(upTo, from), rates[tier]!));
          from = upTo;
        }
      }
      slot.earned = add(slot.earned, line);
      const rounded = transformScale(slot.earned, 2, halfEven);
      const paid = compare(rounded, slot.cap) > 0 ? slot.cap : rounded;
      lines[row] = subtract(paid, slot.paid);
      slot.paid = paid;
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, paid } of slots.values()) payouts[keys.get(key)!] = minorUnits(paid);
    return { lines, payouts };
  };
}
