import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { PlanPeriod } from '../run/grid.js';
import type { PlanRun } from '../run/planRun.js';
import { DeferredBalance, type DeferralStep } from './deferredBalance.js';
import type { EarnedPeriod } from './earnedInPeriod.js';

/** A period of a plan, in the version that answers for it. */
export interface AccountPeriod {
  readonly version: PlanRun;
  /** Positions of the version among those of the plan and of the period among those of the version. */
  readonly v: number;
  readonly index: number;
  readonly period: PlanPeriod;
  /** Whether a cap of the version puts anything off. */
  readonly defers: boolean;
}

/** What the deferrals of a payee depend on. */
export interface DeferralFacts {
  /** What was earned in a period as the credits were at the start of a day. */
  earnedIn(period: AccountPeriod, day: number): EarnedPeriod;
  /** Whether no assignment is left after the period. */
  isLast(period: AccountPeriod): boolean;
  /** Whether rows of the period changed what is left of the credits. */
  isChangedIn(period: AccountPeriod): boolean;
}

/** A figure as it was before rows were taken back, and as it is computed again without them. */
interface Again {
  readonly before: Decimal;
  readonly now: Decimal;
}

/** What caps put off and let go in a period of a payee: after = before + deferred − released. */
export interface PeriodDeferral {
  readonly before: Decimal;
  readonly deferred: Decimal;
  /** What is lost included. */
  readonly released: Decimal;
  /** Lost with the end of the assignment; negative where less is than was lost before. */
  readonly lost: Decimal;
  readonly after: Decimal;
  /** What reversals of the period change in the balance at its end and in what was lost to date; `null` = none. */
  readonly again: { readonly balance: Again; readonly lost: Again } | null;
}

/** The balance at the end of some periods, and what was lost in them. */
interface Played {
  readonly balance: DeferredBalance;
  readonly lost: Decimal;
}

/**
 * What caps put off of what a payee earns, from period to period. Where rows are taken back, all periods are played again
 * as they are without them, and the period of the reversal sets the difference right.
 */
export class PayeeDeferrals {
  /** Whether a cap of some version puts anything off: then earlier periods, and reversals, matter. */
  private readonly defers: boolean;
  private readonly first: number;
  /** What earlier periods than those of the run began with, and what they lack at its start: both lead to the opening balance. */
  private begin: Decimal = ZERO;
  private short: Decimal = ZERO;
  private state: Played = { balance: new DeferredBalance(ZERO), lost: ZERO };
  private next: number;

  /**
   * @param periods in order of time, earlier ones included that the run looks back on
   * @param opening balance at the start of the run
   */
  constructor(
    private readonly periods: readonly AccountPeriod[],
    opening: Decimal,
    private readonly facts: DeferralFacts,
  ) {
    const first = Math.max(
      periods.findIndex(({ period }) => period.inRun),
      0,
    );
    this.defers = periods.some(({ defers }) => defers);
    this.first = this.defers ? first : 0;
    this.next = first;
    const start = periods[first]?.period.start ?? 0;
    const leftOf = (begin: Decimal): Decimal => {
      this.begin = begin;
      this.state = this.play(this.first, () => start);
      return this.state.balance.total;
    };
    // Earlier periods let go what they had room for, and what they began with has to have been so much more.
    if (opening.gt(leftOf(ZERO))) {
      const rooms = periods
        .slice(0, this.first)
        .flatMap((period) => facts.earnedIn(period, start).deferrals)
        .reduce((sum, { room }) => plus(sum, room), opening);
      leftOf(plus(opening, minus(rooms, leftOf(rooms))));
    }
    this.short = minus(opening, this.state.balance.total);
    this.state.balance.add(this.short);
  }

  /** The next period of the run. */
  step(): PeriodDeferral {
    const period = this.periods[this.next]!;
    this.next += 1;
    const before = this.state.balance.total;
    const own = this.advance(this.state.balance, period, period.period.start);
    const known: Played = { balance: this.state.balance, lost: plus(this.state.lost, own.lost) };
    this.state = known;
    if (this.defers && this.facts.isChangedIn(period)) this.state = this.play(this.next, () => period.period.end);
    const after = this.state.balance.total;
    const less = minus(known.balance.total, after);
    const lost = minus(this.state.lost, known.lost);
    return {
      before,
      deferred: less.lt(0) ? minus(own.deferred, less) : own.deferred,
      released: less.gt(0) ? plus(own.released, less) : own.released,
      lost: plus(own.lost, lost),
      after,
      again:
        less.isZero() && lost.isZero()
          ? null
          : {
              balance: { before: known.balance.total, now: after },
              lost: { before: known.lost, now: this.state.lost },
            },
    };
  }

  /** The first periods, each as the credits were at the start of a day. */
  private play(count: number, dayOf: (period: AccountPeriod) => number): Played {
    const balance = new DeferredBalance(this.begin);
    let lost = ZERO;
    for (const [position, period] of this.periods.slice(0, count).entries()) {
      if (position === this.first) balance.add(this.short);
      lost = plus(lost, this.advance(balance, period, dayOf(period)).lost);
    }
    return { balance, lost };
  }

  /** What the end of the last assignment leaves is paid or lost, as the plan says. */
  private advance(
    balance: DeferredBalance,
    period: AccountPeriod,
    day: number,
  ): DeferralStep & { readonly lost: Decimal } {
    const { rounding, payment } = period.version.plan;
    const round = (amount: Decimal): Decimal =>
      rounding.at === 'statement' ? amount : roundDecimal(amount, rounding.increment, rounding.mode);
    const { deferred, released } = balance.step(this.facts.earnedIn(period, day).deferrals, round);
    // A longer span may end, and put something off, after the assignment has.
    if (!this.facts.isLast(period)) return { deferred, released, lost: ZERO };
    const left = balance.close();
    return { deferred, released: plus(released, left), lost: payment.forfeitsDeferred ? left : ZERO };
  }
}
