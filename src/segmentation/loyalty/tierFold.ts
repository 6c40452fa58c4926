import { addMonthsToDay } from '../../core/civil.js';
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

/** A level that was not kept. */
export interface PendingDowngrade<Amount> {
  /** The day of the review. */
  readonly review: number;
  /** First day of the days that were judged. */
  readonly from: number;
  readonly total: Amount;
  /** The day on which it is lost. */
  readonly due: number;
}

/** Where a customer stands. */
export interface TierPosition<Amount> {
  readonly level: number;
  /** The day on which the level was entered. */
  readonly since: number;
  /** The day of its review, `Infinity` for none. */
  readonly expires: number;
  /** First day that the review will judge. */
  readonly judgedFrom: number;
  readonly pending: PendingDowngrade<Amount> | null;
  /** While a level is set by hand: the day on which the rules decide again. */
  readonly setUntil: number | null;
}

/**
 * Folds what a customer spent into levels. It goes from one day on which something can happen to the next: days with
 * amounts, ends of windows, reviews, ends of grace. On one day reviews come first, then levels that are set, then amounts.
 */
export function foldTiers<Amount extends number | bigint>(
  ladder: ReadTierLadder,
  { enter, stay }: LadderBounds<Amount>,
  ledger: TierLedger<Amount>,
  {
    enrolled,
    asOf,
    settings,
  }: { readonly enrolled: number; readonly asOf: number; readonly settings: readonly SetLevel[] },
  record?: (step: TierStep<Amount>) => void,
): TierPosition<Amount> {
  const { windows, validity, months, graceDays, minTenureDays, downgrade } = ladder;
  const rolls = ladder.window.kind === 'rolling';
  let level = 0;
  let since = enrolled;
  let expires = Infinity;
  let judgedFrom = enrolled;
  /** The window that earned the level, for money that goes back. */
  let earnedFrom = enrolled;
  let earnedTo = 0;
  let pending: PendingDowngrade<Amount> | null = null;
  let setUntil: number | null = null;
  /** The first place that has not been folded. */
  let place = 0;
  let soughtDay = NaN;
  let soughtPlace = 0;
  let setting = 0;
  let leaving = 0;
  let windowEnd = ladder.review ? windows.endOf(enrolled, enrolled) : Infinity;

  const note = (
    day: number,
    from: number | null,
    reason: TierReason,
    total: Amount | null,
    threshold: Amount | null,
  ): void => record?.({ day, from, to: level, reason, total, threshold });
  const nextReview = (day: number): number =>
    validity === 'lifetime'
      ? Infinity
      : validity === 'months'
        ? addMonthsToDay(day, months)
        : windows.endOf(day, enrolled);
  const reach = (to: number, day: number, review: number, from: number): void => {
    level = to;
    since = day;
    pending = null;
    expires = to === 0 ? Infinity : review;
    judgedFrom = validity === 'months' || expires === Infinity ? from : windows.startOf(expires - 1, enrolled);
    earnedTo = 0;
  };
  const highest = (bounds: readonly Amount[], total: Amount, below: number): number => {
    let found = below - 1;
    while (found > 0 && total < bounds[found]!) found--;
    return found;
  };
  /** The level is lost on a day, with the total that was judged. */
  const fall = (day: number, total: Amount, reason: TierReason): void => {
    const before = level;
    const to = downgrade === 'toBase' ? 0 : downgrade === 'oneDown' ? level - 1 : highest(stay, total, level);
    reach(to, day, nextReview(day), day);
    note(day, before, reason, total, stay[before]!);
  };
  /** Total of the days from one on that have been folded. */
  const totalFrom = (day: number): Amount => {
    if (day !== soughtDay) {
      soughtDay = day;
      soughtPlace = placeOf(ledger, day);
    }
    return ledger.sum(soughtPlace, place);
  };
  /** A total of a window may gain a higher level. */
  const rise = (day: number, from: number, isReview: boolean): boolean => {
    const total = totalFrom(from);
    const found = highest(enter, total, enter.length);
    if (found <= level) return false;
    const before = level;
    const end = isReview ? day : windows.endOf(day, enrolled);
    const held =
      validity === 'endOfWindow'
        ? end
        : validity === 'endOfNextWindow'
          ? windows.endOf(end, enrolled)
          : nextReview(day);
    reach(found, day, held, isReview ? day : day + 1);
    earnedFrom = from;
    earnedTo = isReview ? day : rolls ? Infinity : end;
    note(day, before, 'upgrade', total, enter[found]!);
    return true;
  };
  const judge = (day: number): void => {
    const from = judgedFrom;
    if (validity === 'endOfWindow') {
      const before = level;
      reach(0, day, Infinity, day);
      note(day, before, 'windowReset', null, null);
      return;
    }
    const total = totalFrom(from);
    if (total >= stay[level]!) {
      const kept = since;
      reach(level, day, nextReview(day), day);
      since = kept;
      note(day, level, 'renewed', total, stay[level]!);
      return;
    }
    expires = Infinity;
    pending = { review: day, from, total, due: Math.max(day + graceDays, since + minTenureDays) };
    if (graceDays > 0) note(day, level, 'graceStart', total, stay[level]!);
  };
  const renewInGrace = (day: number): void => {
    if (pending === null || day >= pending.review + graceDays) return;
    const total = totalFrom(pending.from);
    if (total < stay[level]!) return;
    const kept = since;
    let from = pending.review;
    // Reviews that fell into the grace did not run.
    while (nextReview(from) <= day) from = nextReview(from);
    reach(level, day, nextReview(from), from);
    since = kept;
    note(day, level, 'graceRenewed', total, stay[level]!);
  };
  /** When the next amount below zero leaves a rolling window, which raises its total. */
  const nextLeave = (): number => {
    while (leaving < place) {
      if (ledger.sum(leaving, leaving + 1) < ledger.zero) {
        const gone = ledger.dayAt(leaving);
        let day = addMonthsToDay(gone, (ladder.window as { months: number }).months) - 4;
        while (windows.startOf(day, enrolled) <= gone) day++;
        return day;
      }
      leaving++;
    }
    return Infinity;
  };

  note(enrolled, null, 'enrol', null, null);
  for (;;) {
    const eventDay = place < ledger.size ? ledger.dayAt(place) : Infinity;
    const settingDay = setting < settings.length ? settings[setting]!.day : Infinity;
    const due = (pending as PendingDowngrade<Amount> | null)?.due ?? Infinity;
    const leaveDay = rolls ? nextLeave() : Infinity;
    const review = setUntil === null ? expires : Infinity;
    const day = Math.min(eventDay, settingDay, due, review, windowEnd, setUntil ?? Infinity, leaveDay);
    if (day > asOf) break;
    if (day === leaveDay) leaving++;
    let changed = day === leaveDay || day === setUntil;
    if (day === setUntil) {
      setUntil = null;
      // What was set is reviewed when its months are over, or at the first end of a window from here on.
      if (validity === 'months') expires = Math.max(expires, day);
      else if (level > 0 && validity !== 'lifetime') {
        expires = windows.endOf(day - 1, enrolled);
        judgedFrom = windows.startOf(expires - 1, enrolled);
      }
    }
    if (day === windowEnd) {
      if (setUntil === null) rise(day, windows.startOf(day - 1, enrolled), true);
      windowEnd = windows.endOf(day, enrolled);
    }
    if (day === expires && setUntil === null) {
      const before = level;
      judge(day);
      changed ||= level < before;
    }
    const pendingNow = pending as PendingDowngrade<Amount> | null;
    if (pendingNow !== null && day >= pendingNow.due) {
      fall(day, pendingNow.total, 'downgrade');
      changed = true;
    }
    if (day === settingDay) {
      const { level: set, until } = settings[setting++]!;
      const before = level;
      reach(set, day, validity === 'months' ? nextReview(day) : Infinity, day);
      setUntil = until ?? Math.min(windows.endOf(day, enrolled), expires);
      note(day, before, 'override', null, null);
    }
    if (day === eventDay) {
      const first = place;
      while (place < ledger.size && ledger.dayAt(place) === day) place++;
      changed = true;
      if (setUntil === null) {
        renewInGrace(day);
        const wentBack = ladder.reversesAtOnce && ledger.sum(first, place) < ledger.zero;
        if (wentBack && level > 0 && day < earnedTo) {
          const total = totalFrom(earnedFrom);
          if (total < stay[level]!) fall(day, total, 'reversal');
        }
      }
    }
    if (changed && !ladder.review && setUntil === null) rise(day, windows.startOf(day, enrolled), false);
  }
  return { level, since, expires, judgedFrom, pending, setUntil };
}
