import { describe, expect, test } from 'vitest';
import { CareAction, type CarePolicy, carePlanFor, KeyAccountMeasure, presets } from '../../src/segmentation/index.js';
import { CARE_ACTIONS, KEY_ACCOUNT_MEASURES } from '../../src/segmentation/schema/care.js';
import { visitSchedule } from '../../src/team/index.js';

const quarter = { from: '2026-01-01', to: '2026-04-01' };

describe('the catalogue of care', () => {
  test('has 21 actions, each once and accepted by CareAction', () => {
    expect(new Set(CARE_ACTIONS).size).toBe(21);
    expect(CARE_ACTIONS.map((action) => CareAction.parse(action))).toEqual(CARE_ACTIONS);
    expect(CareAction.safeParse('bribe').success).toBe(false);
  });

  test('each action can be planned, and is due once in its month', () => {
    const policy: CarePolicy = {
      id: 'all',
      version: '1',
      cadence: { A: CARE_ACTIONS.map((action) => ({ action, every: 1, unit: 'month' })) },
    };
    const { tasks } = carePlanFor({ customer: 'c', segment: 'A' }, policy, [], { ...quarter, to: '2026-02-01' });
    expect(tasks.map(({ action }) => action)).toEqual(CARE_ACTIONS.toSorted());
  });

  test('the visits of a plan find their days, and none is lost', () => {
    const customers = ['c1', 'c2', 'c3'];
    const visits = customers.flatMap((customer) =>
      carePlanFor({ customer, segment: 'A' }, presets['care-abcd'], [], quarter).tasks.filter(
        ({ action }) => action === 'visit',
      ),
    );
    const windows = visits.map(({ customer, on }) => ({
      id: `${customer} ${on}`,
      person: 'Ana',
      from: on,
      to: `${on.slice(0, 8)}06`,
      minutes: 240,
      grade: 'A',
    }));
    const plan = visitSchedule(windows, { minutes: 480 });
    expect(plan.visits.length + plan.unplaced.length).toBe(visits.length);
    expect(plan.unplaced).toEqual([]);
  });
});

describe('measures for key accounts', () => {
  test('are six, accepted by KeyAccountMeasure, and none is an action of the catalogue', () => {
    expect(KEY_ACCOUNT_MEASURES.map((measure) => KeyAccountMeasure.parse(measure))).toHaveLength(6);
    expect(KEY_ACCOUNT_MEASURES.filter((measure) => CareAction.safeParse(measure).success)).toEqual([]);
  });

  test('all six are due each quarter for a key account, besides the care of an A', () => {
    const planOf = (segment: string) =>
      carePlanFor({ customer: 'c', segment }, presets['care-abcd'], [], quarter).tasks.map(({ action }) => action);
    const key = planOf('key');
    expect(key.filter((action) => KeyAccountMeasure.safeParse(action).success).toSorted()).toEqual(
      KEY_ACCOUNT_MEASURES.toSorted(),
    );
    expect(key.filter((action) => !KeyAccountMeasure.safeParse(action).success)).toEqual(planOf('A'));
  });
});
