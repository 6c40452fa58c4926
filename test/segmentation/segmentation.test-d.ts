import { expectTypeOf, test } from 'vitest';
import {
  abc,
  checkRfmBase,
  type CustomerSummary,
  type Customer,
  fitRfm,
  nps,
  presets,
  qualify,
  recencyDays,
  type RecencyDays,
  type RepeatRecency,
  type RepeatSummary,
  replayTiers,
  type RfmPolicy,
  rfm,
  type SegmentAssignment,
  summariseOrders,
  type TierLadder,
  visitPlan,
} from '../../src/segmentation/index.js';

declare const summary: CustomerSummary;
declare const repeat: RepeatSummary;

test('the two recencies do not pass for each other', () => {
  expectTypeOf(recencyDays(summary)).toEqualTypeOf<RecencyDays | null>();
  const since: RecencyDays = 12;
  const between: RepeatRecency = 12;
  // @ts-expect-error days since the last purchase are no time between purchases
  const wrong: RepeatSummary = { ...repeat, tx: since };
  // @ts-expect-error and the other way round
  const days: RecencyDays = between;
  void [wrong, days];
});

test('policies are named words', () => {
  summariseOrders([], { asOf: '2026-03-31', orderCount: 'ids', window: { months: 12 } });
  // @ts-expect-error the day is an argument, not the clock
  summariseOrders([], {});
  // @ts-expect-error no such count
  summariseOrders([], { asOf: '2026-03-31', orderCount: 'lines' });
  // @ts-expect-error a window is in months or in days
  summariseOrders([], { asOf: '2026-03-31', window: { weeks: 2 } });
  // @ts-expect-error a version is what a result refers to
  const policy: RfmPolicy = { id: 'own' };
  // @ts-expect-error fixed cuts are needed for each input
  const fixed: RfmPolicy = { id: 'own', version: '1', cuts: { kind: 'fixed', orders: ['1'] } };
  void [policy, fixed];
});

test('what may be missing is asked for', () => {
  const [first] = rfm([summary]).assignments;
  expectTypeOf(first?.segment).toEqualTypeOf<string | null | undefined>();
  expectTypeOf<NonNullable<typeof first>>().toExtend<SegmentAssignment>();
  const check = checkRfmBase([summary], {});
  // @ts-expect-error there may be no reasons
  void check.reasons;
  // @ts-expect-error an entity is not changed
  summary.orders = 3;
  // @ts-expect-error a person or a company
  const customer: Customer = { id: 'a', kind: 'firm' };
  void [customer, fitRfm];
});

test('definitions say their words, and results ask for what may be missing', () => {
  const ladder: TierLadder = { id: 'l', version: '1', levels: [{ code: 'base', enter: '0' }] };
  expectTypeOf(replayTiers(ladder, [], { asOf: '2026-03-31' }).level).toEqualTypeOf<string | null>();
  // @ts-expect-error a day up to which events are known is needed
  replayTiers(ladder, [], {});
  // @ts-expect-error no such way down
  const down: TierLadder = { ...ladder, downgrade: 'twoDown' };
  // @ts-expect-error a rolling window has months
  const rolling: TierLadder = { ...ladder, window: { kind: 'rolling' } };
  // @ts-expect-error the day is an argument, not the clock
  abc([], {});
  // @ts-expect-error a rating is one of four words
  qualify(presets.meddic, { champion: { rating: 'maybe' } }, '2026-03-31');
  const plan = visitPlan({ lastVisit: null, minGap: 1, targetGap: 2, maxGap: 3 }, { asOf: '2026-03-31' });
  // @ts-expect-error there may be no day
  void plan.on;
  const score = nps({ promoters: 1, passives: 0, detractors: 0 });
  // @ts-expect-error there may be too few answers
  void score.nps;
  void [down, rolling];
});
