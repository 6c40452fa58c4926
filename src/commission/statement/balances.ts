import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { Deferral } from './earnedInPeriod.js';

/** What caps put off and let go in a period. */
export interface DeferralStep {
  readonly deferred: Decimal;
  readonly released: Decimal;
}

/**
 * Earnings put off by caps, kept by cap. What a cap put off is let go in later periods as far as these leave room under
 * the same cap; an opening balance goes to the first cap that asks.
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
      const change = minus(round(excess), state.excess);
      if (change.gt(0)) deferred = plus(deferred, change);
      // The excess of a window shrinks when a later refund makes room in it.
      if (change.lt(0)) released = plus(released, change.neg());
      const balance = plus(this.byCap.get(key) ?? ZERO, change);
      const open = plus(balance, this.unassigned);
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

  /** Lets everything go: the assignment has ended. */
  close(): Decimal {
    const { total } = this;
    this.byCap.clear();
    this.windows.clear();
    this.unassigned = ZERO;
    return total;
  }
}
