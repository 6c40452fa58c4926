import { describe, expect, test } from 'vitest';
import {
  compileLifecycle,
  daysInState,
  elapsedDays,
  escalationAt,
  slaDue,
  slaStatus,
  stateSla,
} from '../../../src/mechanisms/lifecycle/index.js';
import { thrown } from '../../core/thrown.js';
import { deal } from './lifecycles.js';

const day = { unit: 'day' } as const;
const office = { unit: 'minute', calendar: {}, hours: [{ start: '09:00', end: '18:00' }], offset: '+08:00' } as const;

describe('clocks', () => {
  test('days between instants are spans of 24 hours, written in the offset of the start or of the clock', () => {
    expect(slaDue('2026-03-02T09:00:00.250+08:00', 2, day)).toBe('2026-03-04T09:00:00.250+08:00');
    expect(slaDue('2026-03-02T09:00+08:00', 2, { ...day, offset: 'Z' })).toBe('2026-03-04T01:00:00Z');
  });

  test('working days of instants are dates at the offset', () => {
    const clock = { unit: 'workingDay', offset: '+08:00' } as const;
    // Friday 23:00 in London is Saturday in Shanghai.
    expect(slaDue('2026-03-06T23:00:00Z', 1, clock)).toBe('2026-03-09');
    const status = slaStatus('2026-03-06T23:00:00Z', '2026-03-09T15:59:00Z', { allowance: 1, clock });
    expect(status).toMatchObject({ status: 'warning', used: '1', due: '2026-03-09' });
    expect(slaStatus('2026-03-06T23:00:00Z', '2026-03-09T16:00:00Z', { allowance: 1, clock }).status).toBe('breached');
  });

  test('an open pause without an as-of time ends where it began, so that the due time is the earliest', () => {
    const clock = { ...day, pauseStates: ['waiting'] };
    const visits = [{ state: 'waiting', enteredAt: '2026-03-03', leftAt: null }];
    expect(slaDue('2026-03-01', 5, clock, visits)).toBe('2026-03-06');
    expect(slaDue('2026-03-01', 5, clock, visits, '2026-03-10')).toBe('2026-03-13');
  });

  test('an allowance used up before a pause is due before it', () => {
    const clock = { ...day, pauseStates: ['waiting'] };
    const visits = [{ state: 'waiting', enteredAt: '2026-03-06', leftAt: '2026-03-20' }];
    expect(slaDue('2026-03-01', 5, clock, visits)).toBe('2026-03-06');
    expect(slaDue('2026-03-01', 6, clock, visits)).toBe('2026-03-21');
  });

  test.each<[code: string, call: () => unknown]>([
    ['sla.allowance', () => slaDue('2026-03-01', 1.5, day)],
    ['sla.allowance', () => slaDue('2026-03-01', -1, day)],
    ['sla.instant', () => slaDue('2026-03-01', 1, { unit: 'minute' })],
    ['sla.hours', () => slaDue('2026-03-01', 1, { ...day, hours: office.hours })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { unit: 'minute', hours: office.hours, offset: 'Z' })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { unit: 'workingDay' })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { ...office, hours: [] })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { ...office, hours: [{ start: '18:00', end: '09:00' }] })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { ...office, hours: [{ start: '09:00', end: '24:01' }] })],
    ['sla.hours', () => slaDue('2026-03-01T00:00Z', 1, { ...office, hours: [{ start: '9:00', end: '18:00' }] })],
    ['lifecycle.offset', () => slaDue('2026-03-01T00:00Z', 1, { ...office, offset: 'CST' })],
    ['lifecycle.time', () => slaDue('yesterday', 1, day)],
    ['option.unknown', () => slaDue('2026-03-01', 1, { unit: 'hour' as never })],
    ['date.range', () => slaDue('2026-03-01', 1, { unit: 'workingDay', calendar: { weekend: [1, 2, 3, 4, 5, 6, 7] } })],
    ['date.range', () => slaDue('2026-03-01T00:00Z', 1, { ...office, calendar: { weekend: [1, 2, 3, 4, 5, 6, 7] } })],
    ['lifecycle.mixedTime', () => slaStatus('2026-03-01', '2026-03-02T00:00Z', { allowance: 1, clock: day })],
    ['sla.order', () => slaStatus('2026-03-02', '2026-03-01', { allowance: 1, clock: day })],
    ['sla.order', () => slaStatus('2026-03-02', '2026-03-03', { allowance: 1, clock: day, doneAt: '2026-03-01' })],
    ['sla.warnAt', () => slaStatus('2026-03-02', '2026-03-03', { allowance: 1, clock: day, warnAt: '1.1' })],
    ['sla.order', () => elapsedDays('2026-03-02', '2026-03-01')],
  ])('refuse with %s: %s', (code, call) => {
    expect(thrown(call)).toMatchObject({ code });
  });
});

test('the days in a state, and how many are left', () => {
  const { states } = compileLifecycle<string, string>(deal).fold([
    { entityId: 'X', at: '2026-03-02', seq: 1, type: 'create' },
    { entityId: 'X', at: '2026-03-06', seq: 2, type: 'transition', to: 'sign' },
  ]);
  const state = states[0]!;
  expect(daysInState(state, '2026-03-06')).toBe('0');
  expect(daysInState(state, '2026-03-16')).toBe('10');
  expect(thrown(() => daysInState(state, '2026-03-05'))).toMatchObject({ code: 'sla.order' });
  expect(stateSla(state, '2026-03-16', { maxDays: 10 })).toMatchObject({
    status: 'warning',
    left: '0',
    due: '2026-03-16',
  });
  expect(stateSla(state, '2026-03-16', { maxDays: 10, calendar: {} })).toMatchObject({ status: 'within', used: '6' });
  expect(stateSla(state, '2026-03-16', { maxDays: 10, calendar: {}, warnAt: '0.6' }).status).toBe('warning');
});

describe('escalation', () => {
  const policy = {
    steps: [
      { level: 'agent', within: 240 },
      { level: 'lead', within: 240 },
      { level: 'head', within: null },
    ],
    clock: { ...office, pauseStates: ['waiting'] },
  } as const;
  const openedAt = '2026-03-06T16:00:00+08:00';

  test('goes by working minutes and stands still in a pause', () => {
    expect(escalationAt(policy, { openedAt }, '2026-03-09T11:00:00+08:00')).toMatchObject({
      level: 'lead',
      since: '2026-03-09T11:00:00+08:00',
      due: '2026-03-09T15:00:00+08:00',
    });
    const visits = [{ state: 'waiting', enteredAt: '2026-03-09T09:30:00+08:00', leftAt: null }];
    expect(escalationAt(policy, { openedAt, visits }, '2026-03-09T17:00:00+08:00')).toMatchObject({
      level: 'agent',
      due: '2026-03-10T09:30:00+08:00',
    });
  });

  test('says how long ago the level below ran out of time', () => {
    expect(escalationAt(policy, { openedAt }, '2026-03-09T17:30:00+08:00')).toMatchObject({
      level: 'head',
      overdueBy: '150',
      nextLevel: null,
    });
  });

  test('at the highest level a failure changes nothing', () => {
    const events = ['09:00', '09:10', '09:20'].map((time) => ({
      at: `2026-03-09T${time}:00+08:00`,
      type: 'failed' as const,
    }));
    expect(escalationAt(policy, { openedAt, events }, '2026-03-09T10:00:00+08:00')).toMatchObject({
      level: 'head',
      since: '2026-03-09T09:10:00+08:00',
      overdueBy: '0',
    });
  });

  test('at one time a severity comes before a failure, and a failure before the end', () => {
    const at = '2026-03-06T17:00:00+08:00';
    const graded = { ...policy, startBySeverity: { low: 'agent', high: 'lead' } } as const;
    const events = [
      { at, type: 'resolved' },
      { at: '2026-03-06T09:00:00Z', type: 'failed' },
      { at, type: 'severity', severity: 'high' },
    ] as const;
    expect(escalationAt(graded, { openedAt, severity: 'low', events }, at)).toMatchObject({
      level: 'head',
      closed: { type: 'resolved', at },
      nextLevel: null,
      skipped: [],
    });
  });

  test.each<[code: string, policyChanges: object, facts: object]>([
    ['escalation.steps', { steps: [] }, {}],
    ['escalation.steps', { steps: [{ level: 'a', within: 5 }] }, {}],
    ['escalation.level', { startBySeverity: { low: 'nobody' } }, { severity: 'low' }],
    ['escalation.severity', { startBySeverity: { low: 'lead' } }, {}],
    ['escalation.severity', { startBySeverity: { low: 'lead' } }, { severity: 'toString' }],
    ['escalation.beforeOpen', {}, { events: [{ at: '2026-03-06T15:59:00+08:00', type: 'failed' }] }],
    ['option.unknown', {}, { events: [{ at: openedAt, type: 'forgotten' }] }],
    ['lifecycle.mixedTime', {}, { events: [{ at: '2026-03-07', type: 'failed' }] }],
    [
      'sla.allowance',
      {
        steps: [
          { level: 'a', within: -1 },
          { level: 'b', within: null },
        ],
      },
      {},
    ],
    [
      'ids.duplicate',
      {
        steps: [
          { level: 'a', within: 1 },
          { level: 'a', within: null },
        ],
      },
      {},
    ],
  ])('refuses with %s', (code, policyChanges, facts) => {
    const call = () =>
      escalationAt(
        { ...policy, ...policyChanges } as never,
        { openedAt, ...facts } as never,
        '2026-03-09T11:00:00+08:00',
      );
    expect(thrown(call)).toMatchObject({ code });
  });
});
