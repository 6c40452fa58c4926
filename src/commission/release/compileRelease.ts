import { match } from 'ts-pattern';
import { addMonthsToDay } from '../../core/civil.js';
import { type Decimal, minus, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { compileGate, type Gate } from '../modifier/gate.js';
import type {
  CollectionRelease,
  HoldbackRelease,
  HoldRelease,
  Release,
  SchedulePart,
  ScheduleRelease,
} from '../schema.js';
import { ALL, collectedPart, NOTHING } from './collectedPart.js';
import type { CompiledRelease, ReleaseChange, ReleasedPart, ReleaseFacts } from './releaseFacts.js';

/** The event that lets go whatever is held. */
const HOLD_RELEASED = 'holdReleased';

/**
 * Checks a release and resolves its policies.
 *
 * @throws SalesModelError `plan.scheduleSum`, `plan.share`, `plan.holdbackEnd`, `plan.wholeNumber`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong` and those of rules
 */
export function compileRelease(policy: Release, path: Path): CompiledRelease {
  oneOf(policy.kind, ['immediate', 'onCollection', 'schedule', 'holdback', 'hold'], [...path, 'kind']);
  return match(policy)
    .with({ kind: 'immediate' }, () => IMMEDIATE)
    .with({ kind: 'onCollection' }, (one) => onCollection(one, path))
    .with({ kind: 'schedule' }, (one) => schedule(one, path))
    .with({ kind: 'holdback' }, (one) => holdback(one, path))
    .with({ kind: 'hold' }, (one) => hold(one, path))
    .exhaustive();
}

const booking = ({ date }: ReleaseFacts): ReleaseChange => ({ day: date, cause: { kind: 'booking' } });

/** Releases everything on earning: the default of a plan. */
export const IMMEDIATE: CompiledRelease = {
  kind: 'immediate',
  changes: (facts) => [booking(facts)],
  part: (facts, day) => (day >= facts.date ? ALL : NOTHING),
  lost: () => null,
};

function onCollection(
  { rule = 'proportional', maxDays, expired = 'keep' }: CollectionRelease,
  path: Path,
): CompiledRelease {
  const threshold =
    typeof rule === 'string'
      ? oneOf(rule, ['proportional', 'full'], [...path, 'rule']) === 'full'
        ? ONE
        : null
      : toShare(rule.threshold, [...path, 'rule', 'threshold']);
  wholeNumber(maxDays, [...path, 'maxDays']);
  oneOf(expired, ['keep', 'forfeit'], [...path, 'expired']);
  return {
    kind: 'onCollection',
    changes: (facts) => [booking(facts), ...collectionChanges(facts)],
    part: (facts, day, reversed) => {
      const collected = collectedPart(facts, day, reversed);
      if (threshold === null) return collected;
      return collected.part.gte(times(threshold, collected.of)) ? ALL : NOTHING;
    },
    lost: ({ date }) =>
      maxDays === undefined || expired === 'keep'
        ? null
        : { day: date + maxDays, cause: { kind: 'expiry' }, isInProportion: threshold === null },
  };
}

/** Collections change the part on their day. Those of one day do it together, so none of them is named. */
function collectionChanges({ collections }: ReleaseFacts): ReleaseChange[] {
  return collections.map(({ day, id }, index) => {
    const isAlone = collections[index - 1]?.day !== day && collections[index + 1]?.day !== day;
    return { day, cause: { kind: 'collection', ...(isAlone && id !== undefined ? { id } : {}) } };
  });
}

function schedule({ parts }: ScheduleRelease, path: Path): CompiledRelease {
  const shares = parts.map(({ share, offsetMonths, offsetDays }, index) => {
    const at = [...path, 'parts', index];
    wholeNumber(offsetMonths, [...at, 'offsetMonths']);
    wholeNumber(offsetDays, [...at, 'offsetDays']);
    return toShare(share, [...at, 'share']);
  });
  const sum = shares.reduce(plus, ZERO);
  if (!sum.eq(1)) fail('plan.scheduleSum', [...path, 'parts'], { sum: toText(sum) });
  const later = (day: number, { offsetMonths = 0, offsetDays = 0 }: SchedulePart): number =>
    addMonthsToDay(day, offsetMonths) + offsetDays;
  const dayOf = (facts: ReleaseFacts, part: SchedulePart): number | null => {
    const day = part.on === 'booking' ? facts.date : (facts.eventDay(part.on) ?? facts.namedDay(part.on));
    return day === null ? null : later(day, part);
  };
  return {
    kind: 'schedule',
    changes: (facts) => [
      booking(facts),
      ...parts.flatMap((part): ReleaseChange[] => {
        if (part.on === 'collection') {
          return collectionChanges(facts).map(({ day, cause }) => ({ day: later(day, part), cause }));
        }
        const day = dayOf(facts, part);
        const cause = part.on === 'booking' ? { kind: 'booking' } : { kind: 'date', id: part.on };
        return day === null ? [] : [{ day, cause }];
      }),
    ],
    part: (facts, day, reversed) => {
      let done = NOTHING;
      parts.forEach((part, index) => {
        const share = shares[index]!;
        if (part.on !== 'collection') {
          const due = dayOf(facts, part);
          if (due !== null && due <= day) done = sumOf(done, { part: share, of: ONE });
          return;
        }
        // With an offset a payment counts some time after it came in.
        const counted = facts.collections.filter((each) => later(each.day, part) <= day);
        const collected = collectedPart({ ...facts, collections: counted }, Infinity, reversed);
        done = sumOf(done, { part: times(share, collected.part), of: collected.of });
      });
      return done;
    },
    lost: () => null,
  };
}

function holdback(policy: HoldbackRelease, path: Path): CompiledRelease {
  const { months, on, when, else: otherwise = 'keep' } = policy;
  const free = minus(ONE, toShare(policy.share, [...path, 'share']));
  if ((months === undefined) === (on === undefined)) fail('plan.holdbackEnd', path);
  wholeNumber(months, [...path, 'months']);
  oneOf(otherwise, ['keep', 'forfeit'], [...path, 'else']);
  const gate = when === undefined ? null : compileGate(when, [...path, 'when']);
  const end = (facts: ReleaseFacts): number | null => {
    const day = on === undefined ? addMonthsToDay(facts.date, months!) : (facts.eventDay(on) ?? facts.namedDay(on));
    return day === null ? null : Math.max(day, facts.date);
  };
  const isMet = (facts: ReleaseFacts, day: number): boolean => gate === null || facts.holds(gate, day);
  return {
    kind: 'holdback',
    changes: (facts) => {
      const day = end(facts);
      const cause = on === undefined ? { kind: 'date' } : { kind: 'date', id: on };
      return [booking(facts), ...(day === null ? [] : [{ day, cause }]), ...releasedByEvent(facts)];
    },
    part: (facts, day) => {
      const due = end(facts);
      const freed = facts.eventDay(HOLD_RELEASED);
      const isOver = (due !== null && due <= day && isMet(facts, due)) || (freed !== null && freed <= day);
      return isOver ? ALL : { part: free, of: ONE };
    },
    lost: (facts) => {
      const day = end(facts);
      if (otherwise === 'keep' || day === null || isMet(facts, day)) return null;
      return { day, cause: { kind: 'condition' }, isInProportion: false };
    },
  };
}

function hold({ until, when }: HoldRelease, path: Path): CompiledRelease {
  wholeNumber(until?.months, [...path, 'until', 'months']);
  wholeNumber(until?.days, [...path, 'until', 'days']);
  const gate = when === undefined ? null : compileGate(when, [...path, 'when']);
  const end = (facts: ReleaseFacts): ReleaseChange[] => {
    const { date } = facts;
    if (until === undefined) return [];
    return [{ day: addMonthsToDay(date, until.months ?? 0) + (until.days ?? 0), cause: { kind: 'date' } }];
  };
  const met = (facts: ReleaseFacts): ReleaseChange[] => {
    const day = gate === null ? null : firstDayOf(facts, gate);
    return day === null ? [] : [{ day, cause: { kind: 'condition' } }];
  };
  const ends = (facts: ReleaseFacts): ReleaseChange[] => [...end(facts), ...met(facts), ...releasedByEvent(facts)];
  return {
    kind: 'hold',
    changes: (facts) => [booking(facts), ...ends(facts)],
    part: (facts, day) => (ends(facts).some((each) => each.day <= day) ? ALL : NOTHING),
    lost: () => null,
  };
}

/** Last day of the first span from the credit date on in which a condition holds. */
function firstDayOf(facts: ReleaseFacts, gate: Gate): number | null {
  return facts.spanEnds.find((day) => day >= facts.date && facts.holds(gate, day)) ?? null;
}

function releasedByEvent(facts: ReleaseFacts): ReleaseChange[] {
  const day = facts.eventDay(HOLD_RELEASED);
  return day === null ? [] : [{ day, cause: { kind: 'event', id: HOLD_RELEASED } }];
}

function sumOf(a: ReleasedPart, b: ReleasedPart): ReleasedPart {
  if (a.of.eq(b.of)) return { part: plus(a.part, b.part), of: a.of };
  return { part: plus(times(a.part, b.of), times(b.part, a.of)), of: times(a.of, b.of) };
}

function toShare(value: string, path: Path): Decimal {
  const share = toDecimal(value, path);
  if (share.lt(0) || share.gt(1)) fail('plan.share', path, { value });
  return share;
}

function wholeNumber(value: number | undefined, path: Path): void {
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
    fail('plan.wholeNumber', path, { least: 0, value });
  }
}
