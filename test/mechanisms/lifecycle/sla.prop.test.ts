import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addWorkingDays } from '../../../src/core/index.js';
import {
  escalationAt,
  type EscalationEvent,
  type LifecycleVisit,
  type SlaClock,
  slaDue,
  slaStatus,
} from '../../../src/mechanisms/lifecycle/index.js';
import { shuffled } from './events.arb.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const moment = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();
const date = (days: number): string => addDays('2026-01-01', days);

const calendar = { weekend: [6, 7], holidays: ['2026-01-06', '2026-01-07'], extraWorkdays: ['2026-01-10'] };
const hours = [
  { start: '09:00', end: '12:00' },
  { start: '13:30', end: '18:00' },
];
const minuteClock: fc.Arbitrary<SlaClock> = fc.constantFrom(
  { unit: 'minute', pauseStates: ['p'] },
  { unit: 'minute', calendar, hours, offset: '+08:00', pauseStates: ['p'] },
  { unit: 'minute', calendar: {}, hours: [{ start: '00:00', end: '24:00' }], offset: '-05:30', pauseStates: ['p'] },
);
const dayClock: fc.Arbitrary<SlaClock> = fc.constantFrom(
  { unit: 'day', pauseStates: ['p'] },
  { unit: 'workingDay', calendar, pauseStates: ['p'] },
);

/** A clock with a way to write its times. */
const line = fc.oneof(
  minuteClock.map((clock) => ({ clock, write: moment, max: 20_000 })),
  dayClock.map((clock) => ({ clock, write: date, max: 60 })),
);
/** Ascending shares of the line: stays between them alternate, every second one a pause. */
const cuts = fc.array(fc.nat({ max: 1000 }), { maxLength: 6 }).map((all) => all.sort((a, b) => a - b));

function stays(cuts: readonly number[], write: (at: number) => string, max: number): LifecycleVisit[] {
  const at = cuts.map((cut) => write(Math.floor((cut * max) / 1000)));
  return at.map((enteredAt, index) => ({
    state: index % 2 === 0 ? 'p' : 'q',
    enteredAt,
    leftAt: at[index + 1] ?? null,
  }));
}

test('splitting a pause in two changes nothing', () => {
  fc.assert(
    fc.property(
      line,
      cuts,
      fc.nat({ max: 30 }),
      fc.nat({ max: 1000 }),
      fc.nat(),
      ({ clock, write, max }, at, allowance, end, which) => {
        const visits = stays(at, write, max);
        const asOf = write(max);
        const whole = slaStatus(write(0), asOf, { allowance, clock, visits });
        const split = visits.flatMap((visit) => {
          if (visit.leftAt === null || visit.state !== 'p') return [visit];
          const middle = write(Math.floor((end * max) / 1000));
          const inside = middle > visit.enteredAt && middle < visit.leftAt;
          return inside
            ? [
                { ...visit, leftAt: middle },
                { ...visit, enteredAt: middle },
              ]
            : [visit];
        });
        expect(slaStatus(write(0), asOf, { allowance, clock, visits: shuffled(split, [which, 7, 3]) })).toEqual(whole);
      },
    ),
  );
});

test('at the due time all is used and nothing more, and before it less', () => {
  fc.assert(
    fc.property(line, cuts, fc.integer({ min: 1, max: 40 }), ({ clock, write, max }, at, allowance) => {
      const visits = stays(at, write, max).filter(({ leftAt }) => leftAt !== null);
      const from = write(1);
      const due = slaDue(from, allowance, clock, visits);
      expect(slaStatus(from, due, { allowance, clock, visits })).toMatchObject({ left: '0', status: 'warning', due });
      expect(slaStatus(from, due, { allowance, clock, visits, doneAt: due }).status).toBe('met');
      const before = clock.unit === 'minute' ? new Date(Date.parse(due) - 1).toISOString() : addDays(due, -1);
      if (before >= from)
        expect(Number(slaStatus(from, before, { allowance, clock, visits }).used)).toBeLessThanOrEqual(allowance);
      if (before >= from && clock.unit !== 'minute') {
        expect(Number(slaStatus(from, before, { allowance, clock, visits }).used)).toBeLessThan(allowance);
      }
    }),
  );
});

test('time runs forward: used never falls, and breach comes exactly when more than all is used', () => {
  fc.assert(
    fc.property(
      line,
      cuts,
      fc.nat({ max: 30 }),
      fc.nat({ max: 1000 }),
      fc.nat({ max: 1000 }),
      ({ clock, write, max }, at, allowance, a, b) => {
        const visits = stays(at, write, max);
        const [early, late] = [a, b].sort((x, y) => x - y).map((share) => write(Math.floor((share * max) / 1000)));
        const first = slaStatus(write(0), early!, { allowance, clock, visits });
        const second = slaStatus(write(0), late!, { allowance, clock, visits });
        expect(Number(second.used)).toBeGreaterThanOrEqual(Number(first.used));
        for (const { status, used, left } of [first, second]) {
          expect(status === 'breached').toBe(Number(used) > allowance);
          expect((Number(used) + Number(left)).toFixed(6)).toBe(allowance.toFixed(6));
        }
      },
    ),
  );
});

test('without pauses working days are those of the calendar', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 40 }), (start, days) => {
      expect(slaDue(date(start), days, { unit: 'workingDay', calendar })).toBe(
        addWorkingDays(date(start), days, calendar),
      );
    }),
  );
});

test('working minutes are those that a count minute by minute finds', () => {
  const isWorked = (minute: number): boolean => {
    const local = new Date(START + (minute + 480) * MINUTE);
    const day = local.toISOString().slice(0, 10);
    const clock = local.toISOString().slice(11, 16);
    const weekday = local.getUTCDay();
    const isFree = calendar.holidays.includes(day) || weekday === 0 || weekday === 6;
    const isDay = calendar.extraWorkdays.includes(day) || !isFree;
    return isDay && hours.some(({ start, end }) => clock >= start && clock < end);
  };
  fc.assert(
    fc.property(fc.nat({ max: 15_000 }), fc.nat({ max: 6000 }), (start, length) => {
      let count = 0;
      for (let minute = start; minute < start + length; minute++) if (isWorked(minute)) count++;
      const clock: SlaClock = { unit: 'minute', calendar, hours, offset: '+08:00' };
      expect(slaStatus(moment(start), moment(start + length), { allowance: 0, clock }).used).toBe(String(count));
    }),
  );
});

const policy = {
  steps: [
    { level: 'a', within: 5 },
    { level: 'b', within: 0 },
    { level: 'c', within: 9 },
    { level: 'd', within: 3 },
    { level: 'e', within: null },
  ],
  startBySeverity: { low: 'a', mid: 'b', high: 'd' },
};
const happened: fc.Arbitrary<readonly EscalationEvent[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: 30 }).map(date),
      fc.nat({ max: 2 }),
      fc.oneof(
        fc.record({ type: fc.constant('failed' as const) }),
        fc.record({ type: fc.constantFrom('resolved' as const, 'withdrawn' as const) }),
        fc.record({ type: fc.constant('severity' as const), severity: fc.constantFrom('low', 'mid', 'high') }),
      ),
    )
    .map(([at, seq, what]) => ({ at, seq, ...what })),
  { maxLength: 5 },
);

test('looking at two days is looking at the later one: levels rise, and a level lasts from its since on', () => {
  fc.assert(
    fc.property(happened, dayClock, fc.constantFrom('low', 'mid', 'high'), cuts, (events, clock, severity, at) => {
      const levels = policy.steps.map(({ level }) => level);
      const facts = { openedAt: date(1), severity, events, visits: stays(at, date, 40) };
      let before: ReturnType<typeof escalationAt> | undefined;
      for (let day = 1; day <= 40; day++) {
        const now = escalationAt({ ...policy, clock }, facts, date(day));
        if (before !== undefined) {
          expect(levels.indexOf(now.level)).toBeGreaterThanOrEqual(levels.indexOf(before.level));
          if (now.level === before.level) expect(now.since).toBe(before.since);
          else expect(now.since).toBe(date(day));
          if (before.closed !== null) expect(now).toEqual(before);
        }
        if (now.due !== null && now.closed === null) expect(now.due > date(day)).toBe(true);
        before = now;
      }
    }),
  );
});

test('events in any order, and twice, give the same level', () => {
  fc.assert(
    fc.property(happened, dayClock, fc.array(fc.integer(), { minLength: 1, maxLength: 5 }), (events, clock, keys) => {
      const at = (order: readonly EscalationEvent[]) =>
        escalationAt({ ...policy, clock }, { openedAt: date(0), severity: 'low', events: order }, date(35));
      expect(at(shuffled([...events, ...events], keys))).toEqual(at(events));
    }),
  );
});
