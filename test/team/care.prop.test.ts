import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isWorkingDay } from '../../src/core/index.js';
import { meetingCadence, visitSchedule, type MeetingCadence, type VisitWindow } from '../../src/team/index.js';

const START = '2026-03-02';
const day = (at: number): string => addDays(START, at);
const windowOf = (minutes: fc.Arbitrary<number>): fc.Arbitrary<Omit<VisitWindow, 'id'>> =>
  fc
    .record({
      person: fc.constantFrom('Ana', 'Bo'),
      at: fc.nat({ max: 12 }),
      days: fc.integer({ min: 1, max: 8 }),
      minutes,
      grade: fc.constantFrom('A', 'B', null),
    })
    .map(({ at, days, ...rest }) => ({ ...rest, from: day(at), to: day(at + days) }));
const windowsOf = (minutes: fc.Arbitrary<number>): fc.Arbitrary<VisitWindow[]> =>
  fc
    .array(windowOf(minutes), { maxLength: 12 })
    .map((list) => list.map((window, at) => ({ ...window, id: `V${String(at).padStart(2, '0')}` })));

test('each visit is on a worked day of its window, no day is too full, and none is lost', () => {
  fc.assert(
    fc.property(windowsOf(fc.integer({ min: 1, max: 130 })), (windows) => {
      const { visits, unplaced } = visitSchedule(windows, { minutes: 120 });
      const byId = new Map(windows.map((window) => [window.id, window]));
      const used = new Map<string, number>();
      for (const { id, on, person, minutes } of visits) {
        const { from, to } = byId.get(id)!;
        expect(from <= on && on < to && isWorkingDay(on)).toBe(true);
        used.set(`${person} ${on}`, (used.get(`${person} ${on}`) ?? 0) + minutes);
      }
      for (const minutes of used.values()) expect(minutes).toBeLessThanOrEqual(120);
      expect([...visits, ...unplaced].map(({ id }) => id).toSorted()).toEqual([...byId.keys()]);
      for (const { id, person, minutes, firstDay } of unplaced) {
        expect(firstDay === null).toBe(minutes > 120);
        if (firstDay === null) continue;
        const hasRoom = (on: string): boolean =>
          isWorkingDay(on) && (used.get(`${person} ${on}`) ?? 0) + minutes <= 120;
        expect(hasRoom(firstDay)).toBe(true);
        for (let on = byId.get(id)!.from; on < firstDay; on = addDays(on, 1)) expect(hasRoom(on)).toBe(false);
      }
    }),
  );
});

test('the order of the windows changes no byte', () => {
  fc.assert(
    fc.property(windowsOf(fc.integer({ min: 1, max: 130 })), (windows) => {
      expect(visitSchedule(windows.toReversed(), { minutes: 120 })).toEqual(visitSchedule(windows, { minutes: 120 }));
    }),
  );
});

test('of visits that are all as long as each other no schedule has more', () => {
  fc.assert(
    fc.property(windowsOf(fc.constant(60)), (windows) => {
      expect(visitSchedule(windows, { minutes: 120 }).visits).toHaveLength(mostMatched(windows, 2));
    }),
  );
});

/** The most visits that have a place each when a day of a person has so many: augmenting paths. */
function mostMatched(windows: readonly VisitWindow[], places: number): number {
  const holder = new Map<string, VisitWindow>();
  const placesOf = ({ person, from, to }: VisitWindow): string[] => {
    const list: string[] = [];
    for (let on = from; on < to; on = addDays(on, 1)) {
      if (isWorkingDay(on)) for (let place = 0; place < places; place++) list.push(`${person} ${on} ${place}`);
    }
    return list;
  };
  const settle = (window: VisitWindow, seen: Set<string>): boolean =>
    placesOf(window).some((place) => {
      if (seen.has(place)) return false;
      seen.add(place);
      const other = holder.get(place);
      if (other !== undefined && !settle(other, seen)) return false;
      holder.set(place, window);
      return true;
    });
  return windows.filter((window) => settle(window, new Set())).length;
}

const cadence: fc.Arbitrary<MeetingCadence> = fc
  .record({
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom('week', 'month'),
    own: fc.option(fc.integer({ min: 1, max: 31 })),
    start: fc.integer({ min: -60, max: 60 }).map(day),
    shift: fc.constantFrom('none', 'next', 'previous'),
  })
  .map(({ unit, own, ...rest }) =>
    unit === 'week'
      ? { ...rest, code: 'm', unit, ...(own === null ? {} : { weekday: (own % 7) + 1 }) }
      : { ...rest, code: 'm', unit, ...(own === null ? {} : { dayOfMonth: own }) },
  );
const holidays = fc.array(fc.nat({ max: 120 }).map(day), { maxLength: 10 });

test('the meetings of two periods that touch are those of both together', () => {
  fc.assert(
    fc.property(cadence, holidays, fc.integer({ min: 1, max: 119 }), (meeting, free, cut) => {
      const within = (from: number, to: number): readonly unknown[] =>
        meetingCadence(meeting, { from: day(from), to: day(to) }, { holidays: free });
      const parts = [...within(0, cut), ...within(cut, 120)];
      expect(parts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))).toEqual(
        within(0, 120).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      );
    }),
  );
});

test('a meeting that may move is on a worked day, with no other worked day between it and its plan', () => {
  fc.assert(
    fc.property(cadence, holidays, (meeting, free) => {
      const calendar = { holidays: free };
      for (const { on, planned, isOffDay } of meetingCadence(meeting, { from: day(0), to: day(120) }, calendar)) {
        expect(isOffDay).toBe(!isWorkingDay(on, calendar));
        if (meeting.shift === 'none') expect(on).toBe(planned);
        else expect(isOffDay).toBe(false);
        const step = on < planned ? -1 : 1;
        for (let at = planned; at !== on; at = addDays(at, step)) expect(isWorkingDay(at, calendar)).toBe(false);
      }
    }),
  );
});
