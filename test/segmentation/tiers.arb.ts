import fc from 'fast-check';
import { addDays } from '../../src/core/index.js';
import type { TierEvent, TierLadder } from '../../src/segmentation/index.js';

export const START = '2023-11-20';

/** Ladders of three levels with every policy. */
export const ladders: fc.Arbitrary<TierLadder> = fc
  .record({
    window: fc.constantFrom<NonNullable<TierLadder['window']>>(
      { kind: 'calendarYear', fiscalStartMonth: 4 },
      { kind: 'calendarQuarter' },
      { kind: 'calendarMonth' },
      { kind: 'anniversaryYear' },
      { kind: 'lifetime' },
      { kind: 'rolling', months: 2 },
    ),
    upgrade: fc.constantFrom('immediate' as const, 'review' as const),
    validity: fc.constantFrom<NonNullable<TierLadder['validity']>>('endOfNextWindow', 'endOfWindow', 'lifetime', {
      months: 2,
    }),
    downgrade: fc.constantFrom('toQualified' as const, 'oneDown' as const, 'toBase' as const),
    graceDays: fc.constantFrom(0, 0, 20, 45),
    minTenureDays: fc.constantFrom(0, 0, 100),
    reversal: fc.constantFrom('atReview' as const, 'immediate' as const),
    stay: fc.constantFrom(['2', '7'], ['4', '9'], ['1', '3']),
  })
  .map(({ stay, ...rest }) => ({
    id: 'p',
    version: '1',
    levels: [
      { code: 'base', enter: '0' },
      { code: 'silver', enter: '4', stay: stay[0]! },
      { code: 'gold', enter: '9', stay: stay[1]! },
    ],
    ...rest,
  }))
  .filter(({ window, upgrade, validity }) => {
    const ends = window.kind !== 'rolling' && window.kind !== 'lifetime';
    const atEnds = validity === 'endOfNextWindow' || validity === 'endOfWindow';
    return (ends || (!atEnds && upgrade === 'immediate')) && !(validity === 'endOfWindow' && upgrade === 'review');
  });

export const tierEvents: fc.Arbitrary<TierEvent[]> = fc
  .tuple(
    fc.array(fc.record({ day: fc.integer({ min: 0, max: 400 }), amount: fc.integer({ min: -4, max: 9 }) }), {
      minLength: 1,
      maxLength: 10,
    }),
    fc.option(
      fc.record({
        day: fc.integer({ min: 0, max: 300 }),
        set: fc.constantFrom('base', 'silver', 'gold'),
        length: fc.option(fc.integer({ min: 1, max: 120 })),
      }),
      { freq: 2 },
    ),
  )
  .map(([amounts, setting]) => [
    ...amounts.map(({ day, amount }) => ({ date: addDays(START, day), amount: String(amount) })),
    ...(setting === null
      ? []
      : [
          {
            date: addDays(START, setting.day),
            set: setting.set,
            reason: 'goodwill',
            ...(setting.length === null ? {} : { until: addDays(START, setting.day + setting.length) }),
          },
        ]),
  ]);
