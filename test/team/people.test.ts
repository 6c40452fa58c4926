import { describe, expect, test } from 'vitest';
import { LifecycleDefinition, lintLifecycle } from '../../src/mechanisms/lifecycle/index.js';
import { lintLadder, lintScorecard } from '../../src/mechanisms/scoring/index.js';
import { presets } from '../../src/commission/index.js';
import {
  assess8S,
  compileHierarchy,
  CompetencyAssessment,
  eightSScorecard,
  EightSAssessment,
  Exam,
  examReport,
  Feedback,
  flagHistory,
  gradeEntitlements,
  helpTable,
  improvementEffect,
  improvementLifecycle,
  Insight,
  Issue,
  issueLifecycle,
  issueSla,
  lintAssignments,
  orderTraining,
  OrgUnit,
  paretoIssues,
  recurrence,
  regulationTraining,
  Role,
  RoleAssignment,
  SalesGrade,
  salesGradeLadder,
  salesRoles,
  SlaPolicy,
  stagedGoals,
  stageStatus,
  superviseTeam,
  teamModels,
  trainingNeeds,
  TrainingPlan,
  trainingReport,
} from '../../src/team/index.js';
import { thrown } from '../core/thrown.js';

describe('presets', () => {
  test.each([issueLifecycle, improvementLifecycle])('$id is a lifecycle without faults', (definition) => {
    expect(LifecycleDefinition.parse(definition)).toEqual(definition);
    expect(lintLifecycle(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('roles, trainings, grades, units and team models are what their schemas say', () => {
    expect(salesRoles.map((role) => Role.parse(role).code)).toHaveLength(10);
    expect(TrainingPlan.parse(regulationTraining).subjects).toHaveLength(5);
    expect(TrainingPlan.parse(orderTraining).subjects).toHaveLength(7);
    expect(lintLadder(salesGradeLadder).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lintScorecard(eightSScorecard).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(teamModels.map(({ split }) => split).toSorted()).toEqual(
      Object.keys(presets)
        .filter((code) => code.startsWith('split.'))
        .toSorted(),
    );
    const unit: OrgUnit = { id: 'east', dimension: 'region', parent: null };
    expect(OrgUnit.parse(unit)).toEqual(unit);
    expect(helpTable.rows.at(-1)?.when).toEqual({});
  });

  test('a grade brings what the ladder says', () => {
    expect(SalesGrade.parse(gradeEntitlements('junior'))).toMatchObject({ code: 'junior', resources: ['leads'] });
    expect(gradeEntitlements('x', { grades: [{ id: 'x' }] })).toEqual({
      code: 'x',
      rights: [],
      resources: [],
      tasks: [],
    });
    expect(thrown(() => gradeEntitlements('chief')).code).toBe('grade.unknown');
  });
});

describe('training', () => {
  const scores = (values: Record<string, string>) => Object.entries(values).map(([id, value]) => ({ id, value }));

  test('the same gain for all, or one pair, gives no t', () => {
    const same = trainingReport(scores({ a: '1', b: '2' }), scores({ a: '3', b: '4', c: '9' }), { max: 10 });
    expect(same).toMatchObject({ t: null, dz: null, normalisedGain: { numerator: '4', denominator: '17' } });
    expect(same.effect.unpaired.post).toEqual(['c']);
    expect(trainingReport(scores({ a: '1' }), scores({ a: '2' }))).toMatchObject({
      t: null,
      dz: null,
      normalisedGain: null,
    });
    expect(trainingReport([], []).t).toBeNull();
    expect(trainingReport(scores({ a: '9' }), scores({ a: '9' }), { max: 9 }).normalisedGain).toMatchObject({
      reason: 'noGain',
    });
  });

  test('absent is not failed', () => {
    const exam: Exam = {
      id: 'E',
      passMark: '60',
      max: '100',
      results: [
        { person: 'b', score: '59.99' },
        { person: 'a', score: null },
      ],
    };
    expect(examReport(exam)).toMatchObject({ passRate: { value: '0' }, failed: ['b'], absent: ['a'] });
    expect(examReport({ ...exam, results: [] })).toMatchObject({
      passRate: { value: null },
      interval: { reason: 'noTrials' },
    });
    expect(thrown(() => examReport({ ...exam, results: [{ person: 'b', score: '101' }] })).code).toBe('exam.score');
    expect(thrown(() => examReport({ ...exam, results: [exam.results[0]!, exam.results[0]!] })).code).toBe(
      'ids.duplicate',
    );
    expect(Exam.parse(exam)).toEqual(exam);
    expect(Exam.safeParse({ ...exam, results: [{ person: 'b', score: '101' }] }).success).toBe(false);
    expect(Exam.safeParse({ ...exam, results: [exam.results[0], exam.results[0]] }).success).toBe(false);
  });

  test('needs by importance, then code', () => {
    const assessment: CompetencyAssessment = {
      person: 'a',
      on: '2026-03-31',
      ratings: [
        { code: 'x', level: '1' },
        { code: 'y', level: '1' },
        { code: 'z', level: '5' },
      ],
    };
    const profile = ['y', 'x', 'z', 'w'].map((code) => ({ code, level: 3, weight: 2 }));
    expect(trainingNeeds(assessment, profile)).toEqual({
      gaps: [
        { code: 'x', gap: '2', priority: '4' },
        { code: 'y', gap: '2', priority: '4' },
      ],
      unrated: ['w'],
    });
    expect(CompetencyAssessment.parse(assessment)).toEqual(assessment);
  });

  test('the last goal is the end, up or down', () => {
    const stages = ['2026-09-30', '2026-06-30', '2026-12-31'].map((due) => ({ due, share: 1 }));
    const goals = stagedGoals({ from: 30, to: 20, stages });
    expect(goals.map(({ due, goal }) => `${due} ${goal}`)).toEqual(['2026-06-30 26', '2026-09-30 23', '2026-12-31 20']);
    expect(stageStatus(goals, 25, '2026-09-30')).toEqual(['reached', 'open', 'open']);
    expect(stageStatus(goals, 25, '2026-10-01')).toEqual(['reached', 'missed', 'open']);
    expect(stageStatus(stagedGoals({ from: 0, to: 3, stages }), 1, '2026-07-01')).toEqual(['reached', 'open', 'open']);
    expect(thrown(() => stagedGoals({ from: 0, to: '0.5', stages })).code).toBe('allocate.indivisible');
  });
});

describe('issues', () => {
  const policy: SlaPolicy = { bySeverity: { minor: { respond: 1, solve: 3 } }, clock: { unit: 'day' } };
  const visits = [
    { state: 'new', enteredAt: '2026-03-02', leftAt: '2026-03-05' },
    { state: 'working', enteredAt: '2026-03-05', leftAt: '2026-03-06' },
    { state: 'solved', enteredAt: '2026-03-06', leftAt: '2026-03-08' },
    { state: 'working', enteredAt: '2026-03-08', leftAt: '2026-03-09' },
    { state: 'solved', enteredAt: '2026-03-09', leftAt: '2026-03-10' },
    { state: 'closed', enteredAt: '2026-03-10', leftAt: null },
  ] as const;
  const facts = { severity: 'minor', at: '2026-03-02', visits };

  test('solved for the last time counts, as far as it is known', () => {
    const at = (asOf: string) => issueSla(facts, policy, asOf);
    expect(at('2026-03-04')).toMatchObject({ respond: { status: 'breached' }, solve: { status: 'within' } });
    expect(at('2026-03-07')).toMatchObject({
      respond: { status: 'metLate' },
      solve: { status: 'metLate', used: '4' },
      reopened: 0,
    });
    expect(at('2026-03-08')).toMatchObject({ solve: { status: 'breached', used: '6' }, reopened: 1 });
    expect(at('2026-03-31')).toMatchObject({ solve: { status: 'metLate', used: '7' }, reopened: 1 });
    expect(thrown(() => issueSla({ ...facts, severity: 'toString' }, policy, '2026-03-04')).code).toBe(
      'issue.severity',
    );
    expect(SlaPolicy.parse(policy)).toEqual(policy);
  });

  test('most of it first, and what comes back', () => {
    const feedback: Feedback = { id: '1', source: 'visit', topic: 'taste', at: '2026-03-02', weight: '3' };
    expect(Feedback.parse(feedback)).toEqual(feedback);
    const rows = [{ ...feedback }, { topic: 'cap' }, { id: 'x' }];
    expect(paretoIssues(rows, { by: ['topic'] }).map(({ keys, share }) => [keys['topic'], share.value])).toEqual([
      ['taste', '0.6'],
      ['cap', '0.2'],
      [null, '0.2'],
    ]);
    const issue: Issue = {
      id: '1',
      severity: 'minor',
      raisedBy: 'C',
      at: '2026-03-02T09:00:00Z',
      owner: 'Ana',
      cause: 'late',
    };
    expect(Issue.parse(issue)).toEqual(issue);
    expect(recurrence([issue, issue, issue, { cause: 'price' }, {}])).toMatchObject([
      { cause: 'late', times: 3, share: { value: '0.5' } },
    ]);
    expect(recurrence([])).toEqual([]);
  });
});

describe('supervision', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  const hierarchy = compileHierarchy([
    ...people.map((child) => ({ child, parent: 'm', from: '2026-01-01' })),
    { child: 'm', parent: null, from: '2026-01-01' },
    { child: 'z', parent: 'n', from: '2026-01-01' },
  ]);
  const values = [100, 98, 40, 102, 95, null].map((value, at) => ({ id: people[at]!, value }));

  test('by manager, and whoever cannot be compared is listed', () => {
    const all = [...values, { id: 'm', value: 5 }, { id: 'z', value: 1 }];
    const { flags, ...rest } = superviseTeam(all, hierarchy, {
      on: '2026-03-31',
      method: 'pctOfMean',
      facts: { c: { newHire: true } },
    });
    expect(flags).toEqual([
      {
        person: 'c',
        manager: 'm',
        group: 'm',
        method: 'pctOfMean',
        value: '40',
        threshold: '69.6',
        distance: '29.6',
        help: ['trainingPlan', 'coaching'],
      },
    ]);
    expect(rest).toEqual({ tooSmall: [{ group: 'n', n: 1 }], absent: ['m'], missing: ['f'] });
    expect(superviseTeam(values, hierarchy, { on: '2025-12-31', method: 'pctOfMean' }).absent).toEqual(people);
    expect(superviseTeam(values, hierarchy, { on: '2026-03-31', method: 'pctOfMean', side: 'high' }).flags).toEqual([]);
  });

  test('by role or unit of the day', () => {
    const assignments: RoleAssignment[] = people.map((person, at) => ({
      person,
      unit: at < 3 ? 'east' : 'west',
      role: 'rep',
      share: '1',
      from: '2026-01-01',
      to: '2026-07-01',
    }));
    const options = { method: 'pctOfMean' as const, assignments };
    expect(superviseTeam(values, hierarchy, { ...options, on: '2026-06-30', peers: 'role' }).flags).toMatchObject([
      { person: 'c', group: 'rep' },
    ]);
    expect(superviseTeam(values, hierarchy, { ...options, on: '2026-06-30', peers: 'unit' }).tooSmall).toEqual([
      { group: 'east', n: 3 },
      { group: 'west', n: 2 },
    ]);
    expect(superviseTeam(values, hierarchy, { ...options, on: '2026-07-01', peers: 'role' }).absent).toEqual(people);
    const help = { ...helpTable, rows: helpTable.rows.slice(0, 1) };
    expect(
      superviseTeam(values, hierarchy, { ...options, on: '2026-06-30', peers: 'role', help }).flags[0]?.help,
    ).toEqual([]);
    expect(
      thrown(() => superviseTeam(values, hierarchy, { ...options, on: '2026-06-30', peers: 'team' as 'role' })).code,
    ).toBe('option.unknown');
    for (const each of assignments) expect(RoleAssignment.parse(each)).toEqual(each);
  });

  test('how often somebody was flagged', () => {
    const periods = [
      { period: '2026-03', persons: ['b'] },
      { period: '2026-01', persons: ['a', 'b'] },
      { period: '2026-02', persons: ['a'] },
    ];
    expect(flagHistory(periods)).toEqual([
      { person: 'a', consecutive: 0, total: 2, clearedSince: '2026-03' },
      { person: 'b', consecutive: 1, total: 2, clearedSince: null },
    ]);
    expect(flagHistory(periods.filter(({ period }) => period !== '2026-03'))[0]).toMatchObject({ consecutive: 2 });
    expect(thrown(() => flagHistory([periods[0]!, periods[0]!])).code).toBe('ids.duplicate');
  });

  test('more than all the time is found on its days', () => {
    const part = { person: 'a', role: 'rep', share: '0.6', unit: 'east', from: '2026-01-01' };
    expect(lintAssignments([part, { ...part, share: '0.4' }])).toEqual([]);
    expect(
      lintAssignments([part, { ...part, from: '2026-02-01', to: '2026-03-01' }]).map(({ params }) => params),
    ).toEqual([{ person: 'a', share: '1.2', from: '2026-02-01', to: '2026-03-01' }]);
    expect(
      lintAssignments([
        { ...part, to: '2026-02-01' },
        { ...part, from: '2026-02-01' },
      ]),
    ).toEqual([]);
    expect(lintAssignments([{ ...part, share: '1.5' }])[0]?.params['to']).toBeNull();
  });
});

describe('improvement', () => {
  const scores = {
    productMix: '4',
    benefitDistribution: '3',
    channel: '5',
    brand: null,
    regionalOperation: '3',
    control: '4',
    team: '3',
    promotionFlow: '5',
  };

  test('what was not rated does not count, and weights may differ', () => {
    expect(EightSAssessment.parse({ on: '2026-03-31', scores }).scores).toEqual(scores);
    expect(assess8S(scores)).toMatchObject({ mean: '3.857142857143', missing: ['brand'] });
    expect(assess8S(scores).weakest).toEqual(['benefitDistribution', 'regionalOperation', 'team']);
    expect(assess8S(scores, { channel: 0, promotionFlow: 0, productMix: 0, control: 0 }).mean).toBe('3');
    const none = Object.fromEntries(Object.keys(scores).map((system) => [system, null])) as Record<
      keyof typeof scores,
      null
    >;
    expect(assess8S(none)).toMatchObject({ mean: null, score: null, weakest: [] });
    expect(thrown(() => assess8S({ ...scores, team: '0' })).code).toBe('score.range');
  });

  test('towards the target, from either side', () => {
    const verdict = (target: number, before: number, after: number) =>
      improvementEffect({ target }, before, after).verdict;
    expect([verdict(100, 80, 100), verdict(100, 80, 120), verdict(5, 9, 5), verdict(5, 9, 6)]).toEqual([
      'closed',
      'closed',
      'closed',
      'better',
    ]);
    expect([verdict(5, 9, 10), verdict(5, 9, 9), verdict(5, 5, 6)]).toEqual(['worse', 'unchanged', 'noGap']);
    expect(improvementEffect({ target: 5 }, 5, 6).closed).toMatchObject({ value: null, reason: 'noGap' });
    const insight: Insight = {
      metric: 'm',
      target: '1',
      gap: '1',
      cause: 'c',
      action: 'a',
      owner: 'o',
      due: '2026-03-31',
    };
    expect(Insight.parse(insight)).toEqual(insight);
  });
});
