import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { Deferral } from './earnedInPeriod.js';

/** What caps put off and let go. */
export interface DeferralStep {
  readonly deferred: Decimal;
  readonly released: Decimal;
}

/**
 * Earnings put off by caps, kept by cap. What a cap put off is let go in later periods as far as these leave room under
 * the same cap; a balance of no cap goes to the first one that asks. It never falls below 0.
 */
export class DeferredBalance {
  private readonly byCap = new Map<string, Decimal>();
  /** By cap with a window: excess and releases counted in the window so far. */
  private readonly windows = new Map<string, { start: number; excess: Decimal; released: Decimal }>();

  constructor(private unassigned: Decimal) {}

  get total(): Decimal {
    return [...this.byCap.values()].reduce(plus, this.unassigned);
  }

  step(deferrals: readonly Deferral[], round: (amount: Decimal) => Decimal): DeferralStep {
    let deferred = ZERO;
    let released = ZERO;
    for (const { key, excess, room, window } of deferrals) {
      const before = this.windows.get(key);
      const state =
        window !== null && before?.start === window ? before : { start: window ?? 0, excess: ZERO, released: ZERO };
      const balance = plus(this.byCap.get(key) ?? ZERO, this.unassigned);
      // The excess of a window shrinks when a later refund makes room in it.
      const growth = minus(round(excess), state.excess);
      const change = growth.lt(0) && growth.abs().gt(balance) ? balance.neg() : growth;
      if (change.gt(0)) deferred = plus(deferred, change);
      if (change.lt(0)) released = plus(released, change.neg());
      const open = plus(balance, change);
      const left = minus(round(room), state.released);
      const held = minus(open, round(excess));
      const release = left.lte(0) || held.lte(0) ? ZERO : left.lt(held) ? left : held;
      released = plus(released, release);
      this.byCap.set(key, minus(open, release));
      this.unassigned = ZERO;
      if (window !== null) {
        this.windows.set(key, { start: window, excess: round(excess), released: plus(state.released, release) });
      }
    }
    return { deferred, released };
  }

  /** Adds what belongs to no cap. A negative amount is taken from the latest cap first, as far as there is any. */
  add(amount: Decimal): void {
    if (amount.gte(0)) {
      this.unassigned = plus(this.unassigned, amount);
      return;
    }
    let over = amount.neg();
    const take = (balance: Decimal): Decimal => {
      const less = balance.lt(over) ? balance : over;
      over = minus(over, less);
      return minus(balance, less);
    };
    for (const [key, balance] of [...this.byCap].reverse()) this.byCap.set(key, take(balance));
    this.unassigned = take(this.unassigned);
  }

  /** Lets everything go: the assignment has ended. */
  close(): Decimal {
    const { total } = this;
    this.byCap.clear();
    this.windows.clear();
    this.unassigned = ZERO;
    return total;
  }
}
