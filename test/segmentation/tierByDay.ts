import { addDays, addMonths, daysBetween, periodOf } from '../../src/core/index.js';
import type { TierEvent, TierLadder } from '../../src/segmentation/index.js';

/** The slow way: asks every rule of a ladder anew on every day. Amounts are whole numbers here. */
export function tierByDay(ladder: TierLadder, events: readonly TierEvent[], asOf: string): string[] {
  const amounts = events.flatMap((event) => ('amount' in event ? [event] : []));
  const settings = events.flatMap((event) => ('set' in event ? [event] : []));
  const enrolled = events.map(({ date }) => date).reduce((a, b) => (a < b ? a : b));
  const codes = ladder.levels.map(({ code }) => code);
  const enter = ladder.levels.map((level) => Number(level.enter));
  const stay = ladder.levels.map((level) => Number(level.stay ?? level.enter));
  const window = ladder.window!;
  const sum = (from: string, to: string): number =>
    amounts.filter(({ date }) => from <= date && date < to).reduce((total, { amount }) => total + Number(amount), 0);
  const later = (a: string, b: string): string => (a > b ? a : b);

  /** The window of a day as [start, end); without an end it is null. */
  const windowOf = (day: string): [string, string | null] => {
    if (window.kind === 'lifetime') return [enrolled, null];
    if (window.kind === 'rolling') return [addMonths(addDays(day, 1), -window.months), null];
    if (window.kind === 'anniversaryYear') {
      let n = 0;
      while (addMonths(enrolled, 12 * (n + 1)) <= day) n++;
      return [addMonths(enrolled, 12 * n), addMonths(enrolled, 12 * (n + 1))];
    }
    const kind = {
      calendarYear: 'year',
      calendarHalf: 'half',
      calendarQuarter: 'quarter',
      calendarMonth: 'month',
    } as const;
    const start = 'fiscalStartMonth' in window ? (window.fiscalStartMonth ?? 1) : 1;
    const period = periodOf(day, kind[window.kind], { fiscalStartMonth: start });
    return [period.start, period.end];
  };
  const isMonths = typeof ladder.validity === 'object';
  const months = typeof ladder.validity === 'object' ? ladder.validity.months : 0;
  const reviewAfter = (day: string): string | null =>
    ladder.validity === 'lifetime' ? null : isMonths ? addMonths(day, months) : windowOf(day)[1];

  let level = 0;
  let since = enrolled;
  let expires: string | null = null;
  let judgedFrom = enrolled;
  let earned: [string, string | null] | null = null;
  let pending: { review: string; total: number } | null = null;
  let set: { until: string | null } | null = null;
  const levels: string[] = [];

  const go = (to: number, day: string, review: string | null, from: string): void => {
    [level, since, pending, earned] = [to, day, null, null];
    expires = to === 0 ? null : review;
    judgedFrom = isMonths || expires === null ? from : windowOf(addDays(expires, -1))[0];
  };
  const fall = (day: string, total: number): void => {
    let to = ladder.downgrade === 'oneDown' ? level - 1 : 0;
    if (ladder.downgrade === 'toQualified') for (let at = 0; at < level; at++) if (total >= stay[at]!) to = at;
    go(to, day, reviewAfter(day), day);
  };
  const rise = (day: string, from: string, to: string, review: boolean): void => {
    const total = sum(from, to);
    let found = 0;
    for (let at = 1; at < enter.length; at++) if (total >= enter[at]!) found = at;
    if (found <= level) return;
    const end = review ? day : windowOf(day)[1];
    const held =
      ladder.validity === 'endOfWindow'
        ? end
        : ladder.validity === 'endOfNextWindow'
          ? windowOf(end!)[1]
          : reviewAfter(day);
    go(found, day, held, review ? day : addDays(day, 1));
    earned = [from, review ? day : end];
  };

  for (let day = enrolled; day <= asOf; day = addDays(day, 1)) {
    const today = amounts.filter(({ date }) => date === day);
    const startsWindow = day > enrolled && windowOf(day)[1] !== null && windowOf(day)[0] === day;
    if (set !== null && (set as { until: string | null }).until === day) {
      set = null;
      if (level > 0 && isMonths) expires = later(expires!, day);
      else if (level > 0 && ladder.validity !== 'lifetime') {
        const [start, end] = windowOf(addDays(day, -1));
        [judgedFrom, expires] = [start, end];
      }
    }
    if (startsWindow && ladder.upgrade === 'review' && set === null)
      rise(day, windowOf(addDays(day, -1))[0], day, true);
    if (expires === day && set === null) {
      const total = sum(judgedFrom, day);
      const kept = since;
      if (ladder.validity === 'endOfWindow') go(0, day, null, day);
      else if (total >= stay[level]!) {
        go(level, day, reviewAfter(day), day);
        since = kept;
      } else {
        pending = { review: day, total };
        expires = null;
      }
    }
    const waiting = pending as { review: string; total: number } | null;
    if (waiting !== null) {
      const due = later(addDays(waiting.review, ladder.graceDays!), addDays(since, ladder.minTenureDays!));
      if (day >= due) fall(day, waiting.total);
    }
    const setting: (typeof settings)[number] | undefined = settings.find(({ date }) => date === day);
    if (setting !== undefined) {
      go(codes.indexOf(setting.set), day, isMonths ? reviewAfter(day) : null, day);
      const ends = [windowOf(day)[1], expires as string | null].filter((end) => end !== null).sort();
      set = { until: setting.until ?? ends[0] ?? null };
    }
    if (today.length > 0 && set === null) {
      const grace = pending as { review: string; total: number } | null;
      if (
        grace !== null &&
        day < addDays(grace.review, ladder.graceDays!) &&
        sum(judgedFrom, addDays(day, 1)) >= stay[level]!
      ) {
        const kept = since;
        const reviews = [grace.review];
        for (let next = reviewAfter(grace.review)!; next <= day; next = reviewAfter(next)!) reviews.push(next);
        go(level, day, reviewAfter(reviews.at(-1)!), reviews.at(-1)!);
        since = kept;
      }
      const back = today.reduce((total, { amount }) => total + Number(amount), 0) < 0;
      const span = earned as [string, string | null] | null;
      if (
        ladder.reversal === 'immediate' &&
        back &&
        level > 0 &&
        span !== null &&
        (span[1] === null || day < span[1])
      ) {
        const total = sum(span[0], addDays(day, 1));
        if (total < stay[level]!) fall(day, total);
      }
    }
    if (ladder.upgrade === 'immediate' && set === null) rise(day, windowOf(day)[0], addDays(day, 1), false);
    levels.push(codes[level]!);
  }
  if (levels.length !== daysBetween(enrolled, asOf) + 1) throw new Error('a day was missed');
  return levels;
}
