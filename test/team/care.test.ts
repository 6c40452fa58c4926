import { describe, expect, test } from 'vitest';
import {
  careWorkload,
  lintCadence,
  meetingCadence,
  visitSchedule,
  type MeetingCadence,
  type VisitCadence,
  type VisitWindow,
} from '../../src/team/index.js';
import { thrown } from '../core/thrown.js';

const window = (id: string, from: string, to: string, more: Partial<VisitWindow> = {}): VisitWindow => ({
  id,
  person: 'Ana',
  from,
  to,
  minutes: 60,
  grade: 'A',
  ...more,
});

describe('visitSchedule', () => {
  test('goes by deadline, then by grade, then by id; no grade comes last', () => {
    const week = ['2026-03-02', '2026-03-07'] as const;
    const windows = [
      window('V1', ...week, { grade: null }),
      window('V2', ...week, { grade: 'B' }),
      window('V4', ...week),
      window('V3', ...week),
      window('V0', '2026-03-02', '2026-03-09'),
    ];
    const { visits } = visitSchedule(windows, { minutes: 60 });
    expect(visits.map(({ id }) => id)).toEqual(['V3', 'V4', 'V2', 'V1', 'V0']);
    expect(visits.map(({ on }) => on.slice(8))).toEqual(['02', '03', '04', '05', '06']);
  });

  test('persons share no day, days off have no room, and extra workdays have', () => {
    const weekend = window('V1', '2026-03-07', '2026-03-09');
    const capacity = { minutes: 60, byPerson: { Bo: 120 } };
    expect(visitSchedule([weekend], capacity).unplaced).toMatchObject([{ id: 'V1', firstDay: '2026-03-09' }]);
    const calendar = { extraWorkdays: ['2026-03-08'] };
    const windows = [weekend, window('V2', '2026-03-07', '2026-03-09', { person: 'Bo', minutes: 120 })];
    const { visits, unplaced } = visitSchedule(windows, { ...capacity, calendar });
    expect(visits.map(({ on, person }) => [on, person])).toEqual([
      ['2026-03-08', 'Ana'],
      ['2026-03-08', 'Bo'],
    ]);
    expect(unplaced).toEqual([]);
  });

  test('the first day that would have had room is free beside all others; a visit longer than a day has none', () => {
    const windows = [
      window('V1', '2026-03-02', '2026-03-03'),
      window('V2', '2026-03-02', '2026-03-03'),
      window('V3', '2026-03-03', '2026-03-04', { minutes: 30 }),
      window('V4', '2026-03-02', '2026-03-03', { minutes: 61 }),
    ];
    const { unplaced } = visitSchedule(windows, { minutes: 60 });
    expect(unplaced.map(({ id, firstDay }) => [id, firstDay])).toEqual([
      ['V2', '2026-03-04'],
      ['V4', null],
    ]);
    expect(visitSchedule(windows.slice(0, 1), { minutes: 0 }).unplaced).toMatchObject([{ firstDay: null }]);
    const never = { minutes: 60, calendar: { weekend: [1, 2, 3, 4, 5, 6, 7] } };
    expect(visitSchedule(windows.slice(0, 1), never).unplaced).toMatchObject([{ firstDay: null }]);
  });

  test('refuses a second id, minutes that are none, and windows that end before they begin', () => {
    const one = window('V1', '2026-03-02', '2026-03-03');
    expect(thrown(() => visitSchedule([one, one], { minutes: 60 }))).toMatchObject({
      code: 'ids.duplicate',
      path: ['windows', 1, 'id'],
    });
    expect(thrown(() => visitSchedule([{ ...one, minutes: 0 }], { minutes: 60 })).path).toEqual([
      'windows',
      0,
      'minutes',
    ]);
    expect(thrown(() => visitSchedule([], { minutes: 60, byPerson: { Bo: -1 } })).code).toBe('care.minutes');
    expect(thrown(() => visitSchedule([{ ...one, to: '2026-03-02' }], { minutes: 60 })).code).toBe('period.order');
  });
});

const cadence = (grade: string, minGap: number, targetGap: number, maxGap: number, minutes = 60): VisitCadence => ({
  grade,
  minGap,
  targetGap,
  maxGap,
  minutes,
});

describe('careWorkload', () => {
  const march = { from: '2026-03-02', to: '2026-03-30', minutes: 300 };

  test('thirds of visits add up, and heads are rounded up only', () => {
    const load = careWorkload([cadence('A', 1, 3, 9, 7), cadence('B', 1, 3, 9, 7)], { A: 1, B: 1 }, march);
    expect(load.grades.map(({ visits }) => [visits.numerator, visits.denominator])).toEqual([
      ['28', '3'],
      ['28', '3'],
    ]);
    expect(load).toMatchObject({
      visits: { numerator: '56', denominator: '3' },
      minutes: { numerator: '392', denominator: '3' },
      capacity: 6000,
      headsNeeded: 1,
    });
    const exactly = careWorkload([cadence('A', 1, 28, 30, 300)], { A: 40 }, march);
    expect([exactly.share.value, exactly.headsNeeded]).toEqual(['2', 2]);
    expect(careWorkload([cadence('A', 1, 28, 30, 300)], { A: 41 }, march).headsNeeded).toBe(3);
  });

  test('what is not known is listed and in no sum; without capacity there is no share', () => {
    const load = careWorkload([cadence('B', 1, 3, 9), cadence('A', 1, 3, 9)], { C: 5, A: 0 }, { ...march, heads: 0 });
    expect(load).toMatchObject({ withoutCadence: ['C'], withoutCount: ['B'], capacity: 0, headsNeeded: 0 });
    expect(load.minutes.value).toBe('0');
    expect(load.share).toMatchObject({ value: null, reason: 'noCapacity' });
    expect(careWorkload([], {}, { ...march, minutes: 0 }).headsNeeded).toBeNull();
  });

  test('refuses a second grade, gaps, counts and minutes that are none', () => {
    const a = cadence('A', 1, 2, 3);
    expect(thrown(() => careWorkload([a, a], {}, march)).code).toBe('ids.duplicate');
    expect(thrown(() => careWorkload([{ ...a, targetGap: 0 }], {}, march)).path).toEqual(['cadences', 0, 'targetGap']);
    expect(thrown(() => careWorkload([a], { A: 1.5 }, march)).path).toEqual(['counts', 'A']);
    expect(thrown(() => careWorkload([a], {}, { ...march, heads: -1 })).code).toBe('care.count');
    expect(thrown(() => careWorkload([a], {}, { ...march, minutes: NaN })).code).toBe('care.minutes');
  });
});

test('lintCadence finds gaps out of order and a better grade that is seen less often', () => {
  expect(lintCadence([cadence('A', 7, 7, 7), cadence('B', 7, 14, 21)])).toEqual([]);
  const found = lintCadence([cadence('A', 9, 8, 10), cadence('B', 1, 7, 6)]);
  expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['cadenceOrder', 'cadences.0'],
    ['cadenceInverted', 'cadences.0.targetGap'],
    ['cadenceOrder', 'cadences.1'],
  ]);
});

describe('meetingCadence', () => {
  const weekly: MeetingCadence = { code: 'team', every: 2, unit: 'week', weekday: 1, start: '2026-03-04' };
  const days = (cadence: MeetingCadence, from: string, to: string, calendar = {}): string[] =>
    meetingCadence(cadence, { from, to }, calendar).map(({ on, isOffDay }) => on + (isOffDay ? ' off' : ''));

  test('every second Monday is counted from the first after the start', () => {
    expect(days(weekly, '2026-03-01', '2026-04-15')).toEqual(['2026-03-09', '2026-03-23', '2026-04-06']);
    expect(days({ code: 'team', every: 1, unit: 'week', start: '2026-03-04' }, '2026-03-01', '2026-03-12')).toEqual([
      '2026-03-04',
      '2026-03-11',
    ]);
  });

  test('a day off is kept and flagged, or moved either way, and shifts no other meeting', () => {
    const calendar = { holidays: ['2026-04-06'] };
    expect(days(weekly, '2026-04-01', '2026-04-25', calendar)).toEqual(['2026-04-06 off', '2026-04-20']);
    const next = { ...weekly, shift: 'next' } as const;
    const previous = { ...weekly, shift: 'previous' } as const;
    expect(days(next, '2026-04-01', '2026-04-25', calendar)).toEqual(['2026-04-07', '2026-04-20']);
    expect(days(previous, '2026-04-01', '2026-04-25', calendar)).toEqual(['2026-04-03', '2026-04-20']);
    expect(days(previous, '2026-04-04', '2026-04-20', calendar)).toEqual([]);
    expect(days(next, '2026-04-07', '2026-04-08', calendar)).toEqual(['2026-04-07']);
  });

  test('month ends clamp without a chain', () => {
    const monthly: MeetingCadence = { code: 'review', every: 1, unit: 'month', start: '2026-01-31' };
    const spring = ['2026-01-31 off', '2026-02-28 off', '2026-03-31', '2026-04-30'];
    expect(days(monthly, '2026-01-01', '2026-05-01')).toEqual(spring);
    const early: MeetingCadence = { ...monthly, every: 3, dayOfMonth: 5 };
    expect(days(early, '2026-01-01', '2026-09-01')).toEqual(['2026-02-05', '2026-05-05', '2026-08-05']);
  });

  test('without any worked day a meeting stays where it was planned', () => {
    const never = { weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(days({ ...weekly, shift: 'next' }, '2026-03-09', '2026-03-10', never)).toEqual(['2026-03-09 off']);
  });

  test('refuses what is no rhythm', () => {
    const period = { from: '2026-03-01', to: '2026-04-01' };
    expect(thrown(() => meetingCadence({ ...weekly, every: 0 }, period)).code).toBe('meeting.every');
    expect(thrown(() => meetingCadence({ ...weekly, weekday: 8 } as MeetingCadence, period)).path).toEqual([
      'cadence',
      'weekday',
    ]);
    const late = { code: 'x', every: 1, unit: 'month', dayOfMonth: 32, start: '2026-01-01' } as const;
    expect(thrown(() => meetingCadence(late, period)).params).toEqual({ max: 31, value: '32' });
    expect(thrown(() => meetingCadence(weekly, { from: '2026-03-02', to: '2026-03-02' })).code).toBe('period.order');
  });
});
