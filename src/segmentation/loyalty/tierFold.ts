import { addMonthsToDay } from '../../core/civil.js';
import { FOREVER, NEVER } from './ladderWindows.js';
import type { ReadTierLadder } from './readTierLadder.js';
import { placeOf, type TierLedger } from './tierLedger.js';

/** Why a level began, was kept or ended. */
export type TierReason =
  | 'enrol'
  | 'upgrade'
  | 'renewed'
  | 'graceStart'
  | 'graceRenewed'
  | 'downgrade'
  | 'windowReset'
  | 'reversal'
  | 'override';

/** A step of a history on day numbers; levels are places in the ladder. */
export interface TierStep<Amount> {
  readonly day: number;
  readonly from: number | null;
  readonly to: number;
  readonly reason: TierReason;
  readonly total: Amount | null;
  readonly threshold: Amount | null;
}

/** A level that is set by hand from a day on, up to another day or the next end of a window. */
export interface SetLevel {
  readonly day: number;
  readonly level: number;
  readonly until: number | null;
}

/** Thresholds of a ladder in the unit of the amounts. */
export interface LadderBounds<Amount> {
  readonly enter: readonly Amount[];
  readonly stay: readonly Amount[];
}

/** The amounts of one customer in a ledger. */
export interface TierRange {
  readonly start: number;
  readonly end: number;
  readonly enrolled: number;
  /** Up to which day amounts are known, itself included. */
  readonly asOf: number;
  /** By day. */
  readonly settings: readonly SetLevel[];
}

/**
 * Folds what customers spent into levels, one customer after the other. It goes from one day on which something can happen
 * to the next: days with amounts, ends of windows, reviews, ends of grace. On one day reviews come first, then levels that
 * are set, then amounts. Where a customer stands is in its fields, so that many customers take no memory.
 */
export class TierFold<Amount extends number | bigint> {
  level = 0;
  /** The day on which the level was entered. */
  since = 0;
  /** The day of its review, {@link NEVER} for none. */
  expires = NEVER;
  /** First day that the review will judge. */
  judgedFrom = 0;
  /** The day on which a level that was not kept is lost, {@link NEVER} where none is. */
  due = NEVER;
  /** The day of the review at which it was not kept. */
  review = 0;
  /** First day of the days that were judged. */
  pendingFrom = 0;
  /** What they came to. */
  pendingTotal: Amount;
  /** While a level is set by hand: the day on which the rules decide again, {@link FOREVER} for none; else {@link NEVER}. */
  setUntil = NEVER;

  /** The window that earned the level, for money that goes back. */
  private earnedFrom = 0;
  private earnedTo = 0;
  private enrolled = 0;
  private start = 0;
  private end = 0;
  /** The first place that has not been folded. */
  private place = 0;
  private soughtDay = 0;
  private soughtPlace = 0;
  private leaving = 0;
  private readonly rolls: boolean;

  constructor(
    private readonly ladder: ReadTierLadder,
    private readonly bounds: LadderBounds<Amount>,
    private readonly ledger: TierLedger<Amount>,
    private readonly record: ((step: TierStep<Amount>) => void) | null = null,
  ) {
    this.rolls = ladder.window.kind === 'rolling';
    this.pendingTotal = ledger.zero;
  }

  /** Folds one customer. */
  run({ start, end, enrolled, asOf, settings }: TierRange): void {
    this.begin(start, end, enrolled);
    const { ladder, ledger, rolls } = this;
    const { windows, validity } = ladder;
    const { days } = ledger;
    let windowEnd = ladder.review ? windows.endOf(enrolled, enrolled) : NEVER;
    let setting = 0;
    this.note(enrolled, null, 'enrol', null, null);
    for (;;) {
      const eventDay = this.place < end ? days[this.place]! : NEVER;
      const settingDay = setting < settings.length ? settings[setting]!.day : NEVER;
      const leaveDay = rolls ? this.nextLeave() : NEVER;
      const isSet = this.setUntil !== NEVER;
      let day = eventDay < settingDay ? eventDay : settingDay;
      if (this.due < day) day = this.due;
      if (!isSet && this.expires < day) day = this.expires;
      if (windowEnd < day) day = windowEnd;
      if (this.setUntil < day) day = this.setUntil;
      if (leaveDay < day) day = leaveDay;
      if (day > asOf) break;
      let changed = day === leaveDay || day === this.setUntil;
      if (day === leaveDay) this.leaving++;
      if (day === this.setUntil) this.release(day);
      if (day === windowEnd) {
        if (this.setUntil === NEVER) this.rise(day, windows.startOf(day - 1, enrolled), true);
        windowEnd = windows.endOf(day, enrolled);
      }
      if (day === this.expires && this.setUntil === NEVER) {
        const before = this.level;
        this.judge(day);
        changed ||= this.level < before;
      }
      if (day >= this.due) {
        this.fall(day, this.pendingTotal, 'downgrade');
        changed = true;
      }
      if (day === settingDay) {
        const { level, until } = settings[setting++]!;
        const before = this.level;
        this.reach(level, day, validity === 'months' ? this.nextReview(day) : NEVER, day);
        this.setUntil = until ?? Math.min(windows.endOf(day, enrolled), this.expires, FOREVER);
        this.note(day, before, 'override', null, null);
      }
      if (day === eventDay) {
        const first = this.place;
        while (this.place < end && days[this.place] === day) this.place++;
        changed = true;
        if (this.setUntil === NEVER) {
          this.renewInGrace(day);
          if (ladder.reversesAtOnce && this.sum(first, this.place) < ledger.zero) this.reverse(day);
        }
      }
      if (changed && !ladder.review && this.setUntil === NEVER) this.rise(day, windows.startOf(day, enrolled), false);
    }
  }

  private begin(start: number, end: number, enrolled: number): void {
    this.level = 0;
    this.since = enrolled;
    this.expires = NEVER;
    this.judgedFrom = enrolled;
    this.due = NEVER;
    this.setUntil = NEVER;
    this.earnedFrom = enrolled;
    this.earnedTo = 0;
    this.enrolled = enrolled;
    this.start = start;
    this.end = end;
    this.place = start;
    this.soughtDay = NEVER;
    this.leaving = start;
  }

  private note(
    day: number,
    from: number | null,
    reason: TierReason,
    total: Amount | null,
    threshold: Amount | null,
  ): void {
    this.record?.({ day, from, to: this.level, reason, total, threshold });
  }

  private nextReview(day: number): number {
    const { validity, months, windows } = this.ladder;
    if (validity === 'lifetime') return NEVER;
    return validity === 'months' ? addMonthsToDay(day, months) : windows.endOf(day, this.enrolled);
  }

  private reach(to: number, day: number, review: number, from: number): void {
    const { validity, windows } = this.ladder;
    this.level = to;
    this.since = day;
    this.due = NEVER;
    this.expires = to === 0 ? NEVER : review;
    this.judgedFrom =
      validity === 'months' || this.expires === NEVER ? from : windows.startOf(this.expires - 1, this.enrolled);
    this.earnedTo = 0;
  }

  private highest(bounds: readonly Amount[], total: Amount, below: number): number {
    let found = below - 1;
    while (found > 0 && total < bounds[found]!) found--;
    return found;
  }

  /** Total of some places. */
  private sum(from: number, to: number): Amount {
    const { sums } = this.ledger;
    return (sums[to]! - sums[from]!) as Amount;
  }

  /** Total of the days from one on that have been folded. */
  private totalFrom(day: number): Amount {
    if (day !== this.soughtDay) {
      this.soughtDay = day;
      this.soughtPlace = placeOf(this.ledger.days, day, this.start, this.end);
    }
    return this.sum(this.soughtPlace, this.place);
  }

  /** The level is lost on a day, with the total that was judged. */
  private fall(day: number, total: Amount, reason: TierReason): void {
    const before = this.level;
    const { downgrade } = this.ladder;
    const { stay } = this.bounds;
    const to = downgrade === 'toBase' ? 0 : downgrade === 'oneDown' ? before - 1 : this.highest(stay, total, before);
    this.reach(to, day, this.nextReview(day), day);
    this.note(day, before, reason, total, stay[before]!);
  }

  /** A total of a window may gain a higher level. */
  private rise(day: number, from: number, isReview: boolean): void {
    const { enter } = this.bounds;
    const total = this.totalFrom(from);
    const found = this.highest(enter, total, enter.length);
    const before = this.level;
    if (found <= before) return;
    const { validity, windows } = this.ladder;
    const end = isReview ? day : windows.endOf(day, this.enrolled);
    const held =
      validity === 'endOfWindow'
        ? end
        : validity === 'endOfNextWindow'
          ? windows.endOf(end, this.enrolled)
          : this.nextReview(day);
    this.reach(found, day, held, isReview ? day : day + 1);
    this.earnedFrom = from;
    this.earnedTo = isReview ? day : this.rolls ? NEVER : end;
    this.note(day, before, 'upgrade', total, enter[found]!);
  }

  private judge(day: number): void {
    const from = this.judgedFrom;
    const { level } = this;
    if (this.ladder.validity === 'endOfWindow') {
      this.reach(0, day, NEVER, day);
      this.note(day, level, 'windowReset', null, null);
      return;
    }
    const { graceDays, minTenureDays } = this.ladder;
    const total = this.totalFrom(from);
    const bound = this.bounds.stay[level]!;
    if (total >= bound) {
      const { since } = this;
      this.reach(level, day, this.nextReview(day), day);
      this.since = since;
      this.note(day, level, 'renewed', total, bound);
      return;
    }
    this.expires = NEVER;
    this.review = day;
    this.pendingFrom = from;
    this.pendingTotal = total;
    this.due = Math.max(day + graceDays, this.since + minTenureDays);
    if (graceDays > 0) this.note(day, level, 'graceStart', total, bound);
  }

  private renewInGrace(day: number): void {
    if (this.due === NEVER || day >= this.review + this.ladder.graceDays) return;
    const { level, since } = this;
    const total = this.totalFrom(this.pendingFrom);
    const bound = this.bounds.stay[level]!;
    if (total < bound) return;
    let from = this.review;
    // Reviews that fell into the grace did not run.
    while (this.nextReview(from) <= day) from = this.nextReview(from);
    this.reach(level, day, this.nextReview(from), from);
    this.since = since;
    this.note(day, level, 'graceRenewed', total, bound);
  }

  /** Money went back on a day: the window that earned the level may no longer keep it. */
  private reverse(day: number): void {
    if (this.level === 0 || day >= this.earnedTo) return;
    const total = this.totalFrom(this.earnedFrom);
    if (total < this.bounds.stay[this.level]!) this.fall(day, total, 'reversal');
  }

  /** What was set is reviewed when its months are over, or at the first end of a window from a day on. */
  private release(day: number): void {
    const { validity, windows } = this.ladder;
    this.setUntil = NEVER;
    if (validity === 'months') this.expires = Math.max(this.expires, day);
    else if (this.level > 0 && validity !== 'lifetime') {
      this.expires = windows.endOf(day - 1, this.enrolled);
      this.judgedFrom = windows.startOf(this.expires - 1, this.enrolled);
    }
  }

  /** When the next amount below zero leaves a rolling window, which raises its total. */
  private nextLeave(): number {
    const { ledger, ladder, enrolled } = this;
    for (; this.leaving < this.place; this.leaving++) {
      if (this.sum(this.leaving, this.leaving + 1) >= ledger.zero) continue;
      const gone = ledger.days[this.leaving]!;
      let day = addMonthsToDay(gone, (ladder.window as { months: number }).months) - 4;
      while (ladder.windows.startOf(day, enrolled) <= gone) day++;
      return day;
    }
    return NEVER;
  }
}
