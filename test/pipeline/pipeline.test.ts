import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { lintLifecycle } from '../../src/mechanisms/lifecycle/index.js';
import {
  AccountBrief,
  allowedMoves,
  bottleneckStage,
  briefCompleteness,
  coachingList,
  compilePipeline,
  cycleTime,
  definePipeline,
  explainStalled,
  ForecastCall,
  foldOpportunities,
  funnel,
  linkChain,
  lintPipeline,
  mergeSimulations,
  Opportunity,
  OpportunityEvent,
  pipelineDistribution,
  PipelineDefinition,
  pipelineFor,
  pipelineMeasures,
  presets,
  rollUpCalls,
  rollUpForecast,
  simulatePipeline,
  Snapshot,
  snapshotAsOf,
  stageDurations,
  stalledDeals,
  systemPolicies,
  velocityFigures,
  waterfall,
  winRate,
} from '../../src/pipeline/index.js';

const money = (amount: string, currency = 'EUR') => ({ amount, currency });
const event = (dealId: string, at: string, seq: number) => ({ dealId, at, seq });

describe('presets', () => {
  const CHANCES: Readonly<Record<keyof typeof presets, readonly string[]>> = {
    'classic-7-stage': ['0.05', '0.1', '0.25', '0.4', '0.6', '0.75', '0.9'],
    'cn-6-stage': ['0.1', '0.3', '0.5', '0.7', '0.9'],
    'cn-4-stage': ['0.1', '0.5'],
    'project-selling': ['0.1', '0.2', '0.35', '0.5', '0.65', '0.8', '0.9'],
    'hubspot-like': ['0.2', '0.4', '0.6', '0.8', '0.9'],
    'salesforce-like': ['0.1', '0.1', '0.2', '0.5', '0.6', '0.7', '0.75', '0.9'],
  };
  test.each(Object.keys(CHANCES) as (keyof typeof presets)[])('%s has its stages, chances and reasons', (code) => {
    const preset: PipelineDefinition = presets[code];
    expect(PipelineDefinition.parse(preset)).toEqual(preset);
    compilePipeline(preset);
    const open = preset.states.filter(({ kind }) => kind === 'open');
    expect(open.map(({ probability }) => probability)).toEqual(CHANCES[code]);
    expect(preset.initial).toEqual(open.map(({ id }) => id));
    expect(preset.reasons?.map(({ id }) => id)).toContain('noDecision');
    for (const { probability, category } of open) {
      const chance = Number(probability);
      expect(category).toBe(chance < 0.5 ? 'pipeline' : chance < 0.8 ? 'bestCase' : 'commit');
    }
    expect(lintLifecycle(preset).filter(({ severity }) => severity !== 'info')).toEqual([]);
    const odd = lintPipeline(preset).filter(
      ({ code: found }) => found !== 'noExitCriteria' && found !== 'requiredFieldNeverSet',
    );
    expect(odd).toEqual([]);
  });

  test('four stages: the brief opens the way, and a won deal that is evaluated stays won', () => {
    const pipeline = presets['cn-4-stage'];
    const brief = {
      customer: 'Nordwind',
      scope: 'cold chain',
      need: 'less loss',
      painPoints: ['spoilage'],
      decisionMakers: ['buyer'],
      competitors: [],
      budget: money('50000'),
      history: 'none',
    };
    expect(AccountBrief.parse(brief)).toEqual(brief);
    // A list without competitors says as little as none.
    expect(briefCompleteness(brief)).toMatchObject({ filled: { value: '0.875' }, missing: ['competitors'] });
    const { deals, rejected } = foldOpportunities(pipeline, [
      { ...event('D', '2026-01-05', 1), type: 'created', set: { brief: { ...brief, budget: null } } },
      { ...event('D', '2026-01-06', 2), type: 'stageChanged', to: 'carry-out' },
      { ...event('D', '2026-01-07', 3), type: 'stageChanged', to: 'carry-out', set: { brief } },
      { ...event('D', '2026-01-20', 4), type: 'stageChanged', to: 'follow-up' },
      { ...event('D', '2026-03-20', 5), type: 'stageChanged', to: 'evaluate' },
    ]);
    expect(rejected.map(({ reasons }) => reasons.map(({ id }) => id))).toEqual([['brief.budget']]);
    expect(deals[0]).toMatchObject({
      stage: 'evaluate',
      outcome: 'won',
      category: 'closed',
      probability: '1',
      closedAt: '2026-01-20',
    });
    expect(funnel(pipeline, deals).stages.at(-1)).toMatchObject({ stage: 'follow-up', reached: 1 });
  });

  test('project selling asks for what the stages before have brought', () => {
    const pipeline = presets['project-selling'];
    const { deals } = foldOpportunities(pipeline, [{ ...event('D', '2026-01-05', 1), type: 'created' }]);
    const toProposal = allowedMoves(pipeline, deals[0]!).find(({ to }) => to === 'proposal');
    expect(toProposal).toMatchObject({ ok: false });
    expect(toProposal && !toProposal.ok && toProposal.reasons.map(({ field }) => field)).toEqual([
      'need',
      'offer',
      'referenceCustomer',
      'solutionBrief',
    ]);
    expect(allowedMoves(pipeline, null).map(({ to }) => to)).toEqual(pipeline.initial);
  });

  test.each([
    ['transactional', 'hubspot-like'],
    ['solution', 'classic-7-stage'],
    ['project', 'project-selling'],
    ['replenishment', 'cn-4-stage'],
  ] as const)('%s sales are sold by %s', (saleType, preset) => {
    const choice = pipelineFor(saleType);
    expect(choice.preset).toBe(preset);
    const states: PipelineDefinition['states'] = presets[preset].states;
    const asked = states.flatMap(({ requiredFields = [], exitCriteria = [] }) => [
      ...requiredFields,
      ...exitCriteria.map(({ id }) => id.split('.')[0]!),
    ]);
    expect(choice.requiredFields).toEqual([...new Set(asked)]);
  });
});

describe('history', () => {
  const pipeline = presets['hubspot-like'];
  test('instants of two offsets, and days where the policy says they begin', () => {
    const log: OpportunityEvent<'appointment' | 'won'>[] = [
      { ...event('D', '2026-03-09T22:00:00Z', 2), type: 'stageChanged', to: 'won' },
      { ...event('D', '2026-03-02T09:00:00+08:00', 1), type: 'created', closeDate: '2026-04-30' },
    ];
    expect(foldOpportunities(pipeline, log).deals[0]?.closeDate).toBe('2026-03-09');
    expect(foldOpportunities(pipeline, log, { offset: '+08:00' }).deals[0]?.closeDate).toBe('2026-03-10');
    expect(snapshotAsOf(pipeline, log, '2026-03-09', { offset: '+08:00' }).deals[0]?.outcome).toBeNull();
    expect(() => foldOpportunities(pipeline, log, { offset: '8' })).toThrow('offset');
    expect(cycleTime(foldOpportunities(pipeline, log).deals).median).toBe('7.875');
  });

  test('every bad row is rejected with all that is wrong', () => {
    const rows: unknown[] = [
      null,
      { ...event('D', '2026-01-05', 1), type: 'made' },
      { ...event('D', '2026-02-30', 1), type: 'deleted' },
      { ...event('D', '2026-01-05', 1.5), type: 'deleted' },
      { ...event('D', '2026-01-05', 2), type: 'created', amount: { amount: 5 }, closeDate: '2026-13-01', ownerId: '' },
      { ...event('D', '2026-01-05', 3), type: 'probabilityChanged', probability: '1.01' },
      { ...event('D', '2026-01-05', 4), type: 'categoryChanged', category: 'sure' },
      { ...event('D', '2026-01-05', 5), type: 'stageChanged' },
      { ...event('D', '2026-01-05', 6), type: 'fieldSet' },
      { ...event('D', '2026-01-05', 7), type: 'fieldSet', set: 5 },
    ];
    const { deals, rejected } = foldOpportunities(pipeline, rows as OpportunityEvent<never>[]);
    expect(deals).toEqual([]);
    expect(rejected.map(({ event: row, reasons }) => [row, reasons.map(({ field }) => field)])).toEqual([
      [rows[0], ['event']],
      [rows[2], ['at']],
      [rows[1], ['type']],
      [rows[3], ['seq']],
      [rows[4], ['amount', 'closeDate', 'ownerId']],
      [rows[5], ['probability']],
      [rows[6], ['category']],
      [rows[7], ['to']],
      [rows[8], ['set']],
      [rows[9], ['set']],
    ]);
  });

  test('two different events of one deal, time and number are both out, with the rows as they were given', () => {
    const created = { ...event('D', '2026-01-05', 1), type: 'created' } as const;
    const [a, b] = [
      { ...event('D', '2026-01-06', 2), type: 'stageChanged', to: 'qualified', by: 'Ada' },
      { ...event('D', '2026-01-06', 2), type: 'stageChanged', to: 'qualified', by: 'Ben' },
    ] as const;
    const { rejected, deals } = foldOpportunities(pipeline, [b, created, a]);
    expect(rejected.map(({ event: row }) => row)).toEqual([a, b]);
    expect(rejected.every(({ reasons }) => reasons[0]?.code === 'conflictingEvent')).toBe(true);
    expect(deals[0]?.stage).toBe('appointment');
  });

  test('equal amounts in another spelling are no change, and deleted deals are in no figure', () => {
    const { deals } = foldOpportunities(pipeline, [
      { ...event('D', '2026-01-05', 1), type: 'created', amount: money('10') },
      { ...event('D', '2026-01-06', 2), type: 'amountChanged', amount: money('10.00') },
      { ...event('D', '2026-01-07', 3), type: 'amountChanged', amount: money('10', 'USD') },
      { ...event('D', '2026-01-08', 4), type: 'deleted' },
    ]);
    expect(deals[0]).toMatchObject({ amountChanges: 1, deletedAt: '2026-01-08' });
    expect(funnel(pipeline, deals).deals).toBe(0);
    expect(stalledDeals(pipeline, deals, '2027-01-01')).toEqual([]);
    expect(winRate(deals, { denominator: 'created' }).deals).toBe(0);
    expect(velocityFigures(deals).opportunities).toBe(0);
  });

  test.each([
    [Opportunity, {}],
    [OpportunityEvent, { ...event('D', '2026-01-05', 1), type: 'stageChanged' }],
    [Snapshot, { asOf: '2026-01-32', deals: [] }],
    [ForecastCall, { ownerId: '', category: 'commit' }],
    [PipelineDefinition, { ...presets['cn-6-stage'], states: [{ id: 'a', kind: 'open' }] }],
    [AccountBrief, { customer: 'N' }],
  ])('a schema refuses what is incomplete %#', (schema, value) => {
    expect((schema as z.ZodType).safeParse(value).success).toBe(false);
  });
});

describe('figures', () => {
  const pipeline = definePipeline({
    ...presets['hubspot-like'],
    states: presets['hubspot-like'].states.map((stage) =>
      stage.id === 'qualified' ? { ...stage, maxDays: 10 } : stage,
    ),
  });
  const log = Array.from({ length: 40 }, (_, at): OpportunityEvent<'appointment' | 'qualified' | 'won' | 'lost'>[] => {
    const dealId = `D${String(at).padStart(2, '0')}`;
    return [
      {
        ...event(dealId, '2026-01-01', 1),
        type: 'created',
        amount: money(String(100 + at)),
        ownerId: at % 2 === 0 ? 'Ada' : 'Ben',
      },
      { ...event(dealId, '2026-01-11', 2), type: 'stageChanged', to: 'qualified' },
      { ...event(dealId, '2026-01-31', 3), type: 'stageChanged', to: at % 4 === 0 ? 'won' : 'lost', reason: 'price' },
    ];
  }).flat();
  const { deals } = foldOpportunities(pipeline, log);

  test('bottlenecks by conversion, dwell and lost value', () => {
    const conversion = bottleneckStage(pipeline, deals);
    expect(conversion.ranked.map(({ stage, figure, n }) => [stage, figure.value, n])).toEqual([
      ['qualified', '0', 40],
      ['appointment', '1', 40],
    ]);
    expect(conversion.insufficientData.map(({ stage }) => stage)).toEqual([
      'presentation',
      'decision-maker',
      'contract',
    ]);
    const dwell = bottleneckStage(pipeline, deals, { by: 'dwell' });
    expect(dwell.ranked).toMatchObject([{ rank: 1, stage: 'qualified', evidence: '20', figure: { value: '2' } }]);
    expect(dwell.unranked).toEqual([{ stage: 'appointment', n: 40 }]);
    const lost = bottleneckStage(pipeline, deals, { by: 'lostValue' });
    expect(lost.ranked).toMatchObject([{ stage: 'qualified', n: 30, figure: { value: '1' }, evidence: '3600' }]);
  });

  test('who needs help where, and where it cannot be said', () => {
    const few = coachingList(pipeline, deals);
    expect(few.map(({ key, insufficientData }) => [key, insufficientData[0]])).toEqual([
      ['Ada', { stage: 'appointment', n: 20 }],
      ['Ben', { stage: 'appointment', n: 20 }],
    ]);
    // Twenty won of twenty would be too few to say for thirty.
    expect(few.every(({ weak }) => weak.length === 0)).toBe(true);
  });

  test('cohorts, groups and policies of systems', () => {
    const january = { kind: 'month', start: '2026-01-01', end: '2026-02-01' } as const;
    const february = { kind: 'month', start: '2026-02-01', end: '2026-03-01' } as const;
    expect(funnel(pipeline, deals, { cohort: 'created', period: january }).deals).toBe(40);
    expect(funnel(pipeline, deals, { cohort: 'closed', period: february }).deals).toBe(0);
    const { hubspot, pipedrive, salesforce } = systemPolicies;
    const won = (policy: typeof hubspot) => funnel(pipeline, deals, policy.funnel).stages.at(-1)!.reached;
    expect([won(hubspot), won(pipedrive), won(salesforce)]).toEqual([0, 10, 10]);
    expect(winRate(deals, { ...salesforce.winRate, period: january }).rate.value).toBe('0.25');
    expect(winRate(deals, systemPolicies.clari.winRate).rate.value).toBe('0.246861924686');
  });

  test('systems keep judgements and close dates in their own way', () => {
    const moved: OpportunityEvent<'appointment' | 'qualified' | 'won'>[] = [
      { ...event('D', '2026-01-05', 1), type: 'created', closeDate: '2026-03-31' },
      { ...event('D', '2026-01-06', 2), type: 'categoryChanged', category: 'commit' },
      { ...event('D', '2026-01-07', 3), type: 'stageChanged', to: 'qualified' },
      { ...event('D', '2026-02-07', 4), type: 'stageChanged', to: 'won' },
    ];
    const { salesforce, hubspot, odoo } = systemPolicies;
    const seen = (policy: typeof odoo, until: number) =>
      foldOpportunities(pipeline, moved.slice(0, until), policy.history).deals[0];
    expect([salesforce, hubspot, odoo].map((policy) => seen(policy, 3)?.category)).toEqual([
      'pipeline',
      'pipeline',
      'commit',
    ]);
    expect([salesforce, hubspot, odoo].map((policy) => seen(policy, 4)?.closeDate)).toEqual([
      '2026-02-07',
      '2026-02-07',
      '2026-03-31',
    ]);
  });

  test('measures of a period as rows', () => {
    const quarter = { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' } as const;
    const rows = pipelineMeasures(pipeline, deals, { period: quarter });
    const of = (name: string) => rows.find(({ measure }) => measure === name);
    expect(of('won')).toEqual({ measure: 'won', value: '10', n: 10, direction: 'higher' });
    expect(of('days.qualified')).toEqual({ measure: 'days.qualified', value: '20', n: 40, direction: 'lower' });
    expect(of('cycleDays')).toMatchObject({ value: '30', n: 10 });
    // 40 × 10/40 × 118.00 ÷ 30
    expect(of('velocity')).toMatchObject({ value: '39.33' });
    const empty = { kind: 'quarter', start: '2027-01-01', end: '2027-04-01' } as const;
    expect(pipelineMeasures(pipeline, deals, { period: empty }).map(({ value }) => value)).toEqual([
      '0',
      '0',
      '0',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('a chain of leads goes into a funnel of links', () => {
    const links = definePipeline({
      id: 'chain',
      version: 1,
      initial: ['lead'],
      states: (['lead', 'opportunity', 'order', 'case'] as const).map((id, at) => ({
        id,
        kind: 'open',
        order: at + 1,
        probability: '0',
        category: 'pipeline',
      })),
    });
    const { chains } = linkChain(
      [
        { id: 'L1', at: '2026-01-05' },
        { id: 'L2', at: '2026-01-05' },
      ],
      [{ id: 'O1', at: '2026-01-12', parentId: 'L1' }],
      [
        { id: 'B1', at: '2026-02-12', parentId: 'O1' },
        { id: 'B2', at: '2026-02-02', parentId: 'O1' },
      ],
      [],
    );
    expect(chains[0]?.visits.at(-1)?.enteredAt).toBe('2026-02-02');
    expect(funnel(links, chains).stages.map(({ reached }) => reached)).toEqual([2, 1, 1, 0, 0]);
  });

  test('stalled deals say why in both languages', () => {
    const [stalled] = stalledDeals(pipeline, foldOpportunities(pipeline, log.slice(0, 2)).deals, '2026-02-01');
    expect(explainStalled(stalled!, 'en')).toEqual(['21 days in the stage, which may take 10']);
    expect(explainStalled(stalled!, 'zh-CN')).toEqual(['在本阶段已 21 天，最多允许 10 天']);
  });

  test('exact chances stop where their digits do, and a simulation of large amounts is exact', () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ id: String(at), amount: '1', probability: '0.25' }));
    expect(pipelineDistribution(many)).toMatchObject({ ok: false, reasons: [{ code: 'tooManyDigits' }] });
    const large = [
      { id: 'a', amount: '9007199254740993', probability: '1' },
      { id: 'b', amount: '0.01', probability: '1' },
    ];
    const simulation = simulatePipeline(large, { seed: 1, runs: 3 });
    expect(simulation.counts).toEqual([{ value: '9007199254740993.01', count: 3 }]);
    expect(() => mergeSimulations(simulation, simulatePipeline(large, { seed: 2, runs: 3, from: 3 }))).toThrow(
      'part of the same',
    );
    expect(() => simulatePipeline(large, { seed: 1, runs: 2 ** 32, from: 1 })).toThrow('runs');
    expect(() =>
      simulatePipeline(
        [
          { ...large[0]!, amount: money('1') },
          { ...large[1]!, amount: money('1', 'USD') },
        ],
        { seed: 1 },
      ),
    ).toThrow('EUR');
  });

  test('other options that are refused', () => {
    const quarter = { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' } as const;
    expect(() => rollUpForecast(deals, { period: quarter, currency: 'EUR', round: 'row' as never })).toThrow(
      'deal | total',
    );
    expect(() => stageDurations(pipeline, deals, { reentry: 'mean' as never })).toThrow('first | last | total');
    expect(() =>
      waterfall(
        { asOf: '2026-01-01', deals },
        { asOf: '2026-01-01', deals: [...deals, ...deals] },
        { window: null, currency: 'EUR' },
      ),
    ).toThrow('once');
    const call = {
      ownerId: 'a',
      period: quarter,
      category: 'commit',
      amount: money('1'),
      at: '2026-01-05',
      by: 'a',
    } as const;
    expect(() => rollUpCalls([call, { ...call, ownerId: 'b', amount: money('1', 'USD') }], [], '2026-02-01')).toThrow(
      'EUR',
    );
    expect(() =>
      rollUpCalls(
        [],
        [
          { child: 'a', parent: 'b' },
          { child: 'a', parent: 'c' },
        ],
        '2026-02-01',
      ),
    ).toThrow('a to b');
  });
});
