import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { fail } from '../fail.js';
import type { TierEvent, TierLadder } from '../schema/loyalty.js';
import { type ReadTierLadder, readTierLadder } from './readTierLadder.js';
import { FOREVER, NEVER } from './ladderWindows.js';
import { TierFold, type TierReason, type TierStep } from './tierFold.js';
import { type TierInput, tierInput } from './tierInput.js';
import { tierDistance, type TierNeed } from './tierDistance.js';

/** Of which customer-days a replay is. */
export interface TierOptions {
  /** Up to which day events are known, itself included. */
  readonly asOf: PlainDate;
  /** Default: the day of the first event. */
  readonly enrolledOn?: PlainDate;
}

/** A step of a history: what happened on a day, and the total and threshold that decided. */
export interface TierChange {
  readonly date: PlainDate;
  /** `null` at enrolment. */
  readonly from: string | null;
  /** The same as `from` where the level stays. */
  readonly to: string;
  readonly reason: TierReason;
  readonly total: DecimalString | null;
  readonly threshold: DecimalString | null;
}

/** A level that was not kept, and will be lost. */
export interface PendingTier {
  /** The day of the review. */
  readonly review: PlainDate;
  /** What it judged. */
  readonly total: DecimalString;
  /** The day on which the level is lost. */
  readonly due: PlainDate;
}

/** Where a customer stands on a ladder, and how they came there. */
export interface TierReplay {
  /** `null` before enrolment. */
  readonly level: string | null;
  /** The day on which the level was entered. */
  readonly since: PlainDate | null;
  /** The day of its next review, `null` for none. */
  readonly expires: PlainDate | null;
  /** While a level is set by hand: the day on which the rules decide again. */
  readonly setUntil: PlainDate | null;
  readonly pending: PendingTier | null;
  /** In the order in which it happened. */
  readonly history: readonly TierChange[];
  /** What the next level takes; `null` at the top, before enrolment and while a level is set by hand. */
  readonly toNext: TierNeed | null;
  /** What keeps the level; `null` where no review is due. */
  readonly toKeep: TierNeed | null;
  /** Events with a fault, by row. */
  readonly rejected: readonly Rejected[];
  readonly asOf: PlainDate;
  readonly policyVersion: string;
}

/**
 * Returns the level of a customer after their events, the next review, and every change with the total and the threshold
 * that decided it. Days after `asOf` are not known yet. The order of the events has no part in it.
 *
 * @param ladder levels and policies
 * @param events amounts and levels set by hand, in any order
 * @param options as-of day, day of enrolment
 * @throws SalesModelError `date.invalid`, `segmentation.ladder.enrolment`, `segmentation.ladder.levels`,
 *   `segmentation.ladder.notAscending`, `segmentation.ladder.stayAboveEnter`, `segmentation.ladder.noWindowEnd`,
 *   `segmentation.ladder.reviewEndsAtOnce`, `segmentation.ladder.count`, `segmentation.segment.duplicate`,
 *   `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { presets, replayTiers } from 'salesmodel/segmentation';
 *
 * const events = [
 *   { date: '2023-02-10', amount: '1200' },
 *   { date: '2023-09-05', amount: '2000' },
 * ];
 * const { level, since, expires, history, toKeep } = replayTiers(presets['silver-gold-platinum'], events, {
 *   asOf: '2024-03-31',
 * });
 * [level, since, expires]; // => ['gold', '2023-09-05', '2025-01-01']
 * history.map(({ date, to, reason, total }) => `${date} ${to} ${reason} ${total}`);
 * // => ['2023-02-10 base enrol null', '2023-02-10 silver upgrade 1200', '2023-09-05 gold upgrade 3200']
 * toKeep; // => { level: 'gold', amount: '2400', from: '2024-03-31', by: '2024-12-31' }
 */
export function replayTiers(ladder: TierLadder, events: readonly TierEvent[], options: TierOptions): TierReplay {
  return replay(readTierLadder(ladder), events, options);
}

/** {@link replayTiers} of a ladder that was read. */
export function replay(
  read: ReadTierLadder,
  events: readonly TierEvent[],
  { asOf, enrolledOn }: TierOptions,
): TierReplay {
  const last = dayNumber(asOf, ['asOf']);
  const enrolment = enrolledOn === undefined ? null : dayNumber(enrolledOn, ['enrolledOn']);
  if (enrolment !== null && enrolment > last)
    fail('segmentation.ladder.enrolment', ['enrolledOn'], { asOf, value: enrolledOn });
  const input = tierInput(read, events, enrolment);
  const { policyVersion } = read;
  const { rejected, enrolled } = input;
  if (enrolled === null || enrolled > last) {
    const nothing = {
      level: null,
      since: null,
      expires: null,
      setUntil: null,
      pending: null,
      toNext: null,
      toKeep: null,
    };
    return { ...nothing, history: [], rejected, asOf, policyVersion };
  }
  const history: TierChange[] = [];
  const { ledger, settings } = input;
  const fold = new TierFold(read, input.bounds, ledger, (step) => history.push(changeOf(step, read, input)));
  fold.run({ start: 0, end: ledger.days.length, enrolled, asOf: last, settings });
  const { since, expires, setUntil, due, review, pendingTotal } = fold;
  return {
    level: read.codes[fold.level]!,
    since: fromDayNumber(since),
    expires: dayText(expires),
    setUntil: dayText(setUntil),
    pending:
      due === NEVER
        ? null
        : {
            review: fromDayNumber(review),
            total: scaledText(pendingTotal, input.scale),
            due: fromDayNumber(due),
          },
    history,
    ...tierDistance(read, input, fold, last),
    rejected,
    asOf,
    policyVersion,
  };
}

function changeOf(step: TierStep<bigint>, { codes }: ReadTierLadder, { scale }: TierInput): TierChange {
  const amount = (units: bigint | null): DecimalString | null => (units === null ? null : scaledText(units, scale));
  return {
    date: fromDayNumber(step.day),
    from: step.from === null ? null : codes[step.from]!,
    to: codes[step.to]!,
    reason: step.reason,
    total: amount(step.total),
    threshold: amount(step.threshold),
  };
}

function dayText(day: number): PlainDate | null {
  return day < FOREVER ? fromDayNumber(day) : null;
}
