import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { SalesModelError } from '../../src/core/index.js';
import {
  AbcPolicy,
  BehaviourPolicy,
  carePlanFor,
  CarePolicy,
  classifyBehaviour,
  classifyValue,
  compileLeadScore,
  gradeProspect,
  KeyAccountPolicy,
  LeadScoreModel,
  lifecycleStage,
  LifecyclePolicy,
  lintQualification,
  lintTierLadder,
  MarketPolicy,
  NeedPolicy,
  nurtureQueue,
  presets,
  ProspectPolicy,
  projectMigration,
  migration,
  qualify,
  QualificationDefinition,
  replayTiers,
  SegmentSet,
  segmentBy,
  Survey,
  TierEvent,
  TierLadder,
  ValuePolicy,
  visitPlan,
  XyzPolicy,
} from '../../src/segmentation/index.js';

describe('presets', () => {
  test.each([
    [TierLadder, presets['silver-gold-platinum']],
    [ValuePolicy, presets['value-class']],
    [NeedPolicy, presets['need-class']],
    [BehaviourPolicy, presets['behaviour-class']],
    [KeyAccountPolicy, presets['key-account']],
    [MarketPolicy, presets['market-segment']],
    [ProspectPolicy, presets['prospect-abcd']],
    [CarePolicy, presets['care-abcd']],
    [QualificationDefinition, presets.man],
    [QualificationDefinition, presets.bant],
    [QualificationDefinition, presets.meddic],
    [QualificationDefinition, presets.meddpicc],
  ] as const)('are what the schemas describe %#', (schema, value) => {
    expect((schema as z.ZodType).parse(value)).toEqual(value);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test('have the elements of their names, and nothing odd', () => {
    const initials = (definition: QualificationDefinition) => definition.elements.map(({ code }) => code[0]).join('');
    expect([presets.man, presets.bant, presets.meddic].map(initials)).toEqual(['man', 'bant', 'meddic']);
    expect(presets.meddpicc.elements).toHaveLength(8);
    for (const definition of [presets.man, presets.bant, presets.meddic, presets.meddpicc]) {
      expect(lintQualification(definition)).toEqual([]);
    }
    expect(lintTierLadder(presets['silver-gold-platinum'])).toEqual([]);
  });

  test('care for key accounts with six measures besides calls and visits', () => {
    const span = { from: '2026-01-01', to: '2026-01-02' };
    const { tasks } = carePlanFor({ customer: 'c', segment: 'key' }, presets['care-abcd'], [], span);
    expect(tasks).toHaveLength(8);
  });
});

test('stored policies are described', () => {
  for (const schema of [AbcPolicy, XyzPolicy, LifecyclePolicy, LeadScoreModel, SegmentSet, Survey, TierEvent]) {
    expect(z.toJSONSchema(schema as z.ZodType)).toHaveProperty('$defs');
    expect((schema as z.ZodType).safeParse({}).success).toBe(false);
  }
});

const asOf = '2026-03-31';
const ladder = presets['silver-gold-platinum'];
const model = (rule: object): LeadScoreModel => ({
  id: 'm',
  version: '1',
  groups: [{ code: 'g' }],
  rules: [
    { code: 'r', group: 'g', kind: 'event', when: { field: 'type', op: 'eq', value: 'x' }, points: '1', ...rule },
  ],
});

describe('what is wrong is named', () => {
  test.each([
    ['date.invalid', () => replayTiers(ladder, [], { asOf: '2026-02-30' })],
    ['segmentation.ladder.enrolment', () => replayTiers(ladder, [], { asOf, enrolledOn: '2026-04-01' })],
    ['segmentation.ladder.levels', () => replayTiers({ ...ladder, levels: [] }, [], { asOf })],
    ['segmentation.ladder.count', () => replayTiers({ ...ladder, graceDays: -1 }, [], { asOf })],
    [
      'segmentation.ladder.reviewEndsAtOnce',
      () => replayTiers({ ...ladder, upgrade: 'review', validity: 'endOfWindow' }, [], { asOf }),
    ],
    ['option.unknown', () => replayTiers({ ...ladder, downgrade: 'slowly' as 'toBase' }, [], { asOf })],
    [
      'segmentation.lifecycle.days',
      () =>
        lifecycleStage(
          { customer: 'c', firstOrder: null, lastOrder: null, previousOrder: null, asOf },
          { id: 'p', version: '1', activeDays: 400 },
        ),
    ],
    [
      'segmentation.classes.windowOrders',
      () => classifyBehaviour({ customer: 'c', lifetimeOrders: 1, windowOrders: 2 }, { asOf }),
    ],
    [
      'segmentation.classes.bounds',
      () => classifyValue([], { asOf, policy: { id: 'p', version: '1', items: [], high: '40', mid: '50' } }),
    ],
    [
      'segmentation.prospect.months',
      () => gradeProspect({ customer: 'c' }, { asOf, policy: { id: 'p', version: '1', monthsB: 2 } }),
    ],
    [
      'segmentation.qualification.weights',
      () => qualify({ id: 'q', version: '1', elements: [{ code: 'a', weight: '0' }] }, {}, asOf),
    ],
    ['segmentation.lead.unknownGroup', () => compileLeadScore(model({ group: 'h' }))],
    ['segmentation.lead.count', () => compileLeadScore(model({ occurrences: 0 }))],
    ['segmentation.lead.range', () => compileLeadScore(model({ cap: '-1' }))],
    [
      'segmentation.lead.decay',
      () => compileLeadScore(model({ kind: 'property', decay: { kind: 'halfLife', days: 3 } })),
    ],
    ['segmentation.lead.decay', () => compileLeadScore(model({ decay: { kind: 'halfLife', days: 0 } }))],
    [
      'segmentation.lead.cadence',
      () => nurtureQueue([], { asOf, cadence: { bands: { bands: [{ id: 'a' }] }, days: { a: 0 } } }),
    ],
    ['segmentation.visit.gaps', () => visitPlan({ lastVisit: null, minGap: 5, targetGap: 4, maxGap: 9 }, { asOf })],
    [
      'segmentation.visit.weekday',
      () => visitPlan({ lastVisit: null, minGap: 1, targetGap: 4, maxGap: 9 }, { asOf, weekdays: [8] }),
    ],
    [
      'rule.unknownField',
      () =>
        segmentBy(
          {
            id: 's',
            version: '1',
            hit: 'first',
            segments: [{ code: 'a', when: { field: 'mood', op: 'eq', value: 'x' } }],
          },
          [],
          { asOf },
        ),
    ],
    ['segmentation.migration.state', () => migration([{ customer: 'a', segment: 'absent' }], [])],
    ['segmentation.migration.steps', () => projectMigration(migration([], []), 0)],
  ])('%s', (code, call) => {
    let found: unknown;
    try {
      call();
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(SalesModelError);
    expect((found as SalesModelError).code).toBe(code);
  });

  test('rows with a fault are returned with all of them, and the rest is replayed', () => {
    const events = [
      { date: '2026-02-30', amount: 'much' },
      { date: '2026-01-10', amount: '1200' },
      { date: '2026-02-01', set: 'diamond', reason: 'x', until: '2026-01-31' },
      { date: '2026-02-03', set: 'gold', reason: 'x' },
      { date: '2026-02-03', set: 'base', reason: 'y' },
    ];
    const { level, rejected } = replayTiers(ladder, events, { asOf });
    expect(level).toBe('silver');
    expect(rejected.map(({ index, code }) => `${index} ${code.slice('segmentation.row.'.length)}`)).toEqual([
      '0 dateInvalid',
      '0 amountInvalid',
      '2 unknownLevel',
      '2 untilInvalid',
      '3 levelTwice',
      '4 levelTwice',
    ]);
  });
});
