import { describe, expect, test } from 'vitest';
import { presets, splitCredit, startAssignment, teamSplits, TeamSplit } from '../../../src/commission/index.js';
import { thrown } from '../../core/thrown.js';

const amounts = (team: TeamSplit, ...members: Parameters<typeof teamSplits>[1]): readonly string[] => {
  const outcome = splitCredit({ amount: '1000.00', currency: 'CNY' }, teamSplits(team, members), team);
  return outcome.ok ? outcome.parts.map(({ amount }) => amount) : [];
};

describe('presets of splits', () => {
  test.each(Object.entries(presets).filter(([code]) => code.startsWith('split.')))(
    '%s fits its schema',
    (_, preset) => {
      expect(TeamSplit.parse(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
    },
  );
  test('split.parallel shares equally among any number of peers', () => {
    const team = presets['split.parallel'];
    expect(amounts(team, { payeeId: 'A' })).toEqual(['1000.00']);
    expect(amounts(team, { payeeId: 'A' }, { payeeId: 'B' }, { payeeId: 'C', dealRole: 'member' })).toEqual([
      '333.34',
      '333.33',
      '333.33',
    ]);
  });
  test('split.crossFunctional credits the owner with all, and each specialist with half on top', () => {
    const owner = { payeeId: 'A', dealRole: 'owner' };
    const specialist = { payeeId: 'B', dealRole: 'specialist' };
    const team = presets['split.crossFunctional'];
    expect(amounts(team, owner)).toEqual(['1000.00']);
    expect(amounts(team, specialist, owner, { ...specialist, payeeId: 'C' })).toEqual(['500.00', '1000.00', '500.00']);
    expect(amounts(team, specialist)).toEqual([]);
  });
  test('split.virtual shares by contribution, nothing included', () => {
    const members = ['30', '0', '10'].map((contribution, index) => ({ payeeId: `M${index}`, contribution }));
    expect(amounts(presets['split.virtual'], ...members)).toEqual(['750.00', '0.00', '250.00']);
  });
  test('split.incubator credits the newcomer with all, and starts them with six months of target pay and a ramp', () => {
    const team: TeamSplit = presets['split.incubator'];
    const members = [
      { payeeId: 'A', dealRole: 'owner' },
      { payeeId: 'B', dealRole: 'supporter' },
    ];
    expect(amounts(team, ...members)).toEqual(['1000.00', '500.00']);
    const start = startAssignment(team, { payeeId: 'A', planId: 'P', from: '2026-08-31' }, ['sales']);
    // The draw ends with the last day of February, six months from a month's last day.
    expect(start.draws).toEqual([
      {
        id: 'incubator',
        kind: 'guarantee',
        recovery: 'none',
        amount: { ofTarget: '1' },
        from: '2026-08-31',
        to: '2027-02-28',
      },
    ]);
    expect(start.quotas?.['sales']?.ramp?.steps).toEqual(['0.25', '0.25', '0.5', '0.5', '0.75', '0.75']);
  });
});

test('a part that the team does not know and a weight that is missing are named', () => {
  const { code, path, params } = thrown(() =>
    teamSplits(presets['split.crossFunctional'], [
      { payeeId: 'A', dealRole: 'owner' },
      { payeeId: 'B', dealRole: 'boss' },
    ]),
  );
  expect([code, path, params]).toEqual([
    'split.dealRole',
    ['members', 1, 'dealRole'],
    { expected: 'owner | specialist', value: 'boss' },
  ]);
  const weight = (contribution?: string) =>
    thrown(() =>
      teamSplits(presets['split.virtual'], [{ payeeId: 'A', ...(contribution === undefined ? {} : { contribution }) }]),
    );
  expect([weight().code, weight().path]).toEqual(['split.contribution', ['members', 0, 'contribution']]);
  expect([weight('1h').code, weight('1h').path]).toEqual(['decimal.invalid', ['members', 0, 'contribution']]);
});
