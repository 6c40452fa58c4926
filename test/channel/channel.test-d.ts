import { expectTypeOf, test } from 'vitest';
import {
  channelEconomics,
  type ChannelEconomics,
  chooseChannel,
  classifySalesMode,
  compareModes,
  type ConflictRule,
  coordinatingContract,
  detectConflicts,
  economicsSensitivity,
  type ExactEconomics,
  nextResolution,
  omnichannelMix,
  type ResolutionLevel,
  riskWarnings,
  type SalesModel,
} from '../../src/channel/index.js';

const linear = { kind: 'linear', a: 100, b: 1 } as const;

test('linear demand gives exact figures, other demand may not', () => {
  expectTypeOf(channelEconomics({ demand: linear, makerCost: 20 })).toEqualTypeOf<ExactEconomics>();
  const isoelastic = { kind: 'isoelastic', k: 1, elasticity: '1.5' } as const;
  expectTypeOf(channelEconomics({ demand: isoelastic, makerCost: 20 })).toEqualTypeOf<ChannelEconomics>();
});

test('what must not compile', () => {
  // @ts-expect-error demand has a shape
  channelEconomics({ demand: { kind: 'constant', q: 5 }, makerCost: 20 });
  // @ts-expect-error a revenue share says whose part is which
  coordinatingContract({ demand: linear, makerCost: 20, kind: 'revenueShare' });
  // @ts-expect-error the number of levels is not moved
  economicsSensitivity({ demand: linear, makerCost: 20 }, 'levels', [1, 2]);
  // @ts-expect-error all six rights are named
  classifySalesMode({ price: 'supplier' });
  // @ts-expect-error no such word
  compareModes({ betterInformed: 'customer' });
  // @ts-expect-error a shop is part of an online model of one's own
  const model: SalesModel = { kind: 'direct', rights: {} as SalesModel['rights'], shop: 'x' };
  void model;
});

test('conflicts and choices that must not compile', () => {
  const { conflicts } = detectConflicts({ id: 'r', version: 1, rules: [] }, {});
  for (const conflict of conflicts) {
    if (conflict.kind === 'vertical') {
      expectTypeOf(conflict.code).toEqualTypeOf<'makerBypass' | 'belowFloor' | 'aboveCeiling' | 'promotionBreach'>();
    }
  }
  expectTypeOf(nextResolution).returns.toHaveProperty('level').toEqualTypeOf<ResolutionLevel>();
  // @ts-expect-error a bound needs its figure
  const bound: ConflictRule = { code: 'belowFloor' };
  // @ts-expect-error a window belongs to customers
  const window: ConflictRule = { code: 'makerBypass', windowDays: 3 };
  // @ts-expect-error a touch is online or offline
  omnichannelMix([{ journey: 'J', channel: 'web', medium: 'air', at: '2026-01-01' }]);
  // @ts-expect-error a risk is high or low
  riskWarnings([{ code: 'x', direction: 'up', amber: '1', red: '2' }], {});
  // @ts-expect-error an unknown knock-out is out or kept
  chooseChannel([], { unknownKnockOut: 'drop' });
  void [bound, window];
});
