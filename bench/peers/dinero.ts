import { type Dinero, add, compare, dinero, halfEven, multiply, subtract, toSnapshot, transformScale } from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import { RATES, type Sale, type Workload, bounds, capOf } from '../workload.js';
import { slotKeys } from './slotKeys.js';

type Money = Dinero<number, 'USD'>;

interface Slot {
  readonly key: string;
  readonly bounds: readonly Money[];
  readonly cap: Money;
  total: Money;
  earned: Money;
}

const usd = (minor: number): Money => dinero({ amount: minor, currency: USD });

/** Graduated commission by slices with dinero.js: the commission of every sale, and payouts by slot in minor units. */
export function dineroRun(work: Workload, sales: readonly Sale[]): () => Float64Array {
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
        slot = { key, bounds: bounds(quota).map(usd), cap: usd(capOf(quota)), total: zero, earned: zero };
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
      lines[row] = line;
      slot.earned = add(slot.earned, line);
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, earned, cap } of slots.values()) {
      const rounded = transformScale(earned, 2, halfEven);
      payouts[keys.get(key)!] = toSnapshot(compare(rounded, cap) > 0 ? cap : rounded).amount;
    }
    return payouts;
  };
}
