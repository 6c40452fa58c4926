import { Big } from 'big.js';
import { Big as bigDecimal, type BigDecimal, RoundingMode } from 'bigdecimal.js';
import { Decimal } from 'decimal.js';
import { BOUND_PERCENTS, CAP_PERCENT, RATE_TEXTS, type Sale, type Workload, money } from '../workload.js';
import type { Breakdown } from './breakdown.js';
import { slotKeys } from './slotKeys.js';

/** What a decimal class needs for the job. */
export interface Arithmetic<D> {
  of(text: string): D;
  plus(a: D, b: D): D;
  minus(a: D, b: D): D;
  times(a: D, b: D): D;
  compare(a: D, b: D): number;
  /** Half even, to two decimals. */
  round(a: D): D;
  text(a: D): string;
}

const Precise = Decimal.clone({ precision: 40 });

export const decimalJs: Arithmetic<Decimal> = {
  of: (text) => new Precise(text),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  compare: (a, b) => a.cmp(b),
  round: (a) => a.toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN),
  text: (a) => a.toFixed(2),
};

export const bigJs: Arithmetic<Big> = {
  of: (text) => new Big(text),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  compare: (a, b) => a.cmp(b),
  round: (a) => a.round(2, Big.roundHalfEven),
  text: (a) => a.toFixed(2),
};

export const bigDecimalJs: Arithmetic<BigDecimal> = {
  of: (text) => bigDecimal(text),
  plus: (a, b) => a.add(b),
  minus: (a, b) => a.subtract(b),
  times: (a, b) => a.multiply(b),
  compare: (a, b) => a.compareTo(b),
  round: (a) => a.setScale(2, RoundingMode.HALF_EVEN),
  text: (a) => a.toPlainString(),
};

interface Slot<D> {
  readonly key: string;
  readonly bounds: readonly D[];
  readonly cap: D;
  total: D;
  earned: D;
  paid: D;
}

/** Graduated commission by slices on decimals, rounded and capped so that the lines of a slot add up to its payout. */
export function decimalRun<D>(work: Workload, sales: readonly Sale[], math: Arithmetic<D>): () => Breakdown<D> {
  const keys = slotKeys(work);
  return () => {
    const rates = RATE_TEXTS.map((rate) => math.of(rate));
    const zero = math.of('0');
    const slots = new Map<string, Slot<D>>();
    const lines = Array.from<D>({ length: sales.length });
    for (let row = 0; row < sales.length; row++) {
      const sale = sales[row]!;
      const key = sale.payeeId + sale.date.slice(0, 7);
      let slot = slots.get(key);
      if (slot === undefined) {
        const quota = math.of(money(work.quota[keys.get(key)!]!));
        const part = (percent: number): D => math.times(quota, math.of(String(percent / 100)));
        const cap = part(CAP_PERCENT);
        slot = { key, bounds: BOUND_PERCENTS.map(part), cap, total: zero, earned: zero, paid: zero };
        slots.set(key, slot);
      }
      const before = slot.total;
      slot.total = math.plus(before, math.of(sale.amount));
      let line = zero;
      let from = before;
      for (let tier = 0; tier < rates.length; tier++) {
        const upTo = slot.bounds[tier];
        if (upTo === undefined || math.compare(slot.total, upTo) <= 0) {
          line = math.plus(line, math.times(math.minus(slot.total, from), rates[tier]!));
          break;
        }
        if (math.compare(from, upTo) < 0) {
          line = math.plus(line, math.times(math.minus(upTo, from), rates[tier]!));
          from = upTo;
        }
      }
      slot.earned = math.plus(slot.earned, line);
      const rounded = math.round(slot.earned);
      const paid = math.compare(rounded, slot.cap) > 0 ? slot.cap : rounded;
      lines[row] = math.minus(paid, slot.paid);
      slot.paid = paid;
    }
    const payouts = new Float64Array(work.slots);
    for (const { key, paid } of slots.values()) payouts[keys.get(key)!] = Math.round(Number(math.text(paid)) * 100);
    return { lines, payouts };
  };
}
