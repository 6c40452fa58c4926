import type { PlainDate } from '../../../core/date.js';
import { type DecimalLike, type DecimalString, minus, times, toDecimal, toText } from '../../../core/decimal.js';
import type { Instant } from '../../../core/instant.js';
import { quotient } from '../elapsedDays.js';
import type { LifecycleVisit } from '../event/lifecycleState.js';
import { fail } from '../fail.js';
import { advancePast, countedOutside, pausesOf } from './pauses.js';
import type { SlaClock } from './slaClock.js';
import { checkAllowance } from './slaDue.js';
import { timelineOf } from './timeline.js';

/** What may be used, and what is known of it. */
export interface SlaOptions<S extends string = string> {
  /** Whole number of units from 0 on. */
  readonly allowance: number;
  readonly clock: SlaClock<S>;
  /** Stays of the entity, for the pauses. */
  readonly visits?: readonly LifecycleVisit<S>[];
  /** When it was done; later than the as-of time it is not known yet. */
  readonly doneAt?: PlainDate | Instant | null;
  /** Share of the allowance from which on it is a warning, 0 to 1. Default `0.8`. */
  readonly warnAt?: DecimalLike;
}

/** How much of an allowance is used. */
export interface SlaStatus {
  /** `within`, `warning` and `breached` while it is not done, `met` and `metLate` after. */
  readonly status: 'within' | 'warning' | 'breached' | 'met' | 'metLate';
  /** When the allowance is used up, given the pauses so far; an open pause moves it along with the as-of time. */
  readonly due: PlainDate | Instant;
  /** Units, half even to 6 decimals. */
  readonly used: DecimalString;
  /** Units; negative when more was used than allowed. */
  readonly left: DecimalString;
  /** Stretches that do not count, ascending; `to` is `null` while one lasts. */
  readonly pauses: readonly { readonly from: PlainDate | Instant; readonly to: PlainDate | Instant | null }[];
}

/**
 * Returns how much of an allowance is used as of a time. Using exactly all of it is no breach, and what is done at the due
 * time is met.
 *
 * @param from when the clock starts
 * @param asOf up to when facts are known
 * @param options allowance, clock, and what is known of pauses and completion
 * @throws SalesModelError `sla.order`, `sla.warnAt`, the errors of `slaDue`, and those of decimals
 * @example
 * import { slaStatus } from 'salesmodel/mechanisms/lifecycle';
 *
 * const clock = { unit: 'day', pauseStates: ['waiting'] } as const;
 * const visits = [{ state: 'waiting', enteredAt: '2026-03-03', leftAt: '2026-03-06' }] as const;
 * const { status, due, used, left } = slaStatus('2026-03-01', '2026-03-09', { allowance: 5, clock, visits });
 * [status, due, used, left]; // => ['warning', '2026-03-09', '5', '0']
 */
export function slaStatus<S extends string = string>(
  from: PlainDate | Instant,
  asOf: PlainDate | Instant,
  { allowance, clock, visits = [], doneAt = null, warnAt = '0.8' }: SlaOptions<S>,
): SlaStatus {
  checkAllowance(allowance, ['options', 'allowance']);
  const warning = toDecimal(warnAt, ['options', 'warnAt']);
  if (warning.isNegative() || warning.gt(1)) fail('sla.warnAt', ['options', 'warnAt'], { value: toText(warning) });
  const timeline = timelineOf(clock, from, ['from'], ['options', 'clock']);
  const start = timeline.read(from, ['from']);
  const known = timeline.read(asOf, ['asOf']);
  if (known < start) fail('sla.order', ['asOf'], { start: from, value: asOf });
  const done = doneAt === null ? Infinity : timeline.read(doneAt, ['options', 'doneAt']);
  if (done < start) fail('sla.order', ['options', 'doneAt'], { start: from, value: doneAt });

  const end = Math.min(done, known);
  const pauses = pausesOf(visits, clock, timeline, start, end);
  const ticks = countedOutside(timeline, start, end, pauses);
  const allowed = allowance * timeline.unit;
  const isWarning = toDecimal(ticks).gte(times(warning, toDecimal(allowed)));
  const used = quotient(ticks, timeline.unit);
  return {
    status:
      ticks > allowed
        ? done <= known
          ? 'metLate'
          : 'breached'
        : done <= known
          ? 'met'
          : isWarning
            ? 'warning'
            : 'within',
    due: timeline.write(advancePast(timeline, start, allowed, pauses)),
    used: toText(used),
    left: toText(minus(toDecimal(allowance), used)),
    pauses: pauses.map((pause) => ({
      from: timeline.write(pause.start),
      to: pause.isOpen && done > known ? null : timeline.write(pause.end),
    })),
  };
}
