import { describe, expect, test } from 'vitest';
import { renderExplanation } from '../../../src/core/index.js';
import {
  compileLeadTraining,
  definePipeline,
  explainLeadPrediction,
  learnLeads,
  LeadModel,
  leadPredictor,
  predictLead,
  type TrainingLead,
  trainLeadModel,
  unlearnLeads,
} from '../../../src/pipeline/index.js';

const pipeline = definePipeline({
  id: 'three',
  version: 1,
  initial: ['1', '2', '3'],
  moves: {},
  states: [
    { id: '1', kind: 'open', order: 1, probability: '0.1', category: 'pipeline' },
    { id: '2', kind: 'open', order: 2, probability: '0.3', category: 'pipeline' },
    { id: '3', kind: 'open', order: 3, probability: '0.4', category: 'pipeline' },
    { id: 'won', kind: 'success', probability: '1', category: 'closed' },
    { id: 'lost', kind: 'failure', probability: '0', category: 'omitted' },
  ],
});

/** A lead of the tests of Odoo's predictive lead scoring: values by their number. */
function lead(id: string, outcome: 'won' | 'lost', teamId: string | null, values: string, stage: string): TrainingLead {
  return { id, outcome, teamId, stage, fields: fieldsOf(values) };
}

function fieldsOf(values: string) {
  return { country: values[0]!, state: values[1]!, source: values[2]! };
}

const leads = [
  lead('0', 'lost', 't1', '111', '1'),
  lead('1', 'lost', 't1', '222', '2'),
  lead('2', 'won', 't1', '333', '3'),
  lead('5', 'lost', 't2', '122', '3'),
  lead('6', 'lost', 't2', '123', '2'),
  lead('7', 'won', 't2', '133', '1'),
  lead('10', 'won', 't3', '222', '3'),
  lead('11', 'lost', 't3', '121', '1'),
  lead('12', 'lost', 't3', '233', '1'),
];
const options = { fields: ['country', 'state', 'source'], groupBy: 'teamId' };
const { model } = trainLeadModel(pipeline, leads, options);
const open = (teamId: string | null, stage = '2', values = '123') => ({ teamId, stage, fields: fieldsOf(values) });

describe('the published values of Odoo', () => {
  test('a team has a table of its own, and who has no team is judged by all rows together', () => {
    const predict = leadPredictor(model);
    expect(['t1', 't2', 't3'].map((team) => predict(open(team)).score)).toEqual(['33.49', '7.74', '35.09']);
    const withoutThird = leads.map((one) => (one.teamId === 't3' ? { ...one, teamId: null } : one));
    const all = leadPredictor(trainLeadModel(pipeline, withoutThird, options).model);
    expect([null, 't3', 'unheard of'].map((team) => all(open(team)).score)).toEqual(['35.19', '35.19', '35.19']);
    expect(all(open(null)).group).toBeNull();
    expect(all(open('t1')).group).toBe('t1');
  });

  test('a lead that is lost and reopened leaves its rows behind', () => {
    const four = lead('4', 'lost', 't1', '222', '1');
    const learnt = learnLeads(model, [four, lead('9', 'won', 't2', '212', '2')]).model;
    const count = (of: typeof model, field: string, value: string) =>
      of.rows.find((row) => row.group === 't1' && row.field === field && row.value === value);
    expect(count(learnt, 'stage', '1')).toMatchObject({ won: '1.1', lost: '3.1' });
    expect(count(learnt, 'country', '2')).toMatchObject({ won: '0.1', lost: '2.1' });
    const restored = unlearnLeads(learnt, [four]).model;
    expect(count(restored, 'stage', '1')).toMatchObject({ won: '1.1', lost: '2.1' });
    expect(count(restored, 'stage', 'won')).toMatchObject({ won: '1.1', lost: '0.1' });
    const predict = leadPredictor(restored);
    expect(predict(open('t1', '1')).score).toBe('20.87');
    expect(predict(open('t2', '1')).score).toBe('2.43');
    expect(predict(open('t2', '1', '223')).score).toBe('34.38');
    const judged = predict({ ...open('t1', '1'), probability: '0.4', probabilityOverridden: true });
    expect([judged.score, judged.automatic, judged.basis]).toEqual(['40.00', '20.87', 'manual']);
  });

  test('tags count from 50 leads on, each by itself', () => {
    const tagged = (from: number, to: number, outcome: 'won' | 'lost', ...tags: string[]): TrainingLead[] =>
      Array.from({ length: to - from }, (_, at) => ({ id: `T${from + at}`, outcome, stage: '1', fields: { tags } }));
    const history = [
      ...tagged(0, 30, 'lost', 'a'),
      ...tagged(31, 50, 'won', 'a'),
      ...tagged(50, 90, 'lost', 'b'),
      ...tagged(91, 100, 'won', 'b'),
      ...tagged(100, 135, 'lost', 'a', 'b'),
      ...tagged(136, 150, 'won', 'a', 'b', 'rare'),
    ];
    const tags = trainLeadModel(pipeline, history, { fields: [], tags: ['tags'] }).model;
    const score = (...list: string[]) => predictLead(tags, { stage: '1', fields: { tags: list } }).score;
    expect([score('a'), score('b'), score('a', 'b'), score(), score('rare')]).toEqual([
      '33.69',
      '23.51',
      '28.05',
      '28.60',
      '28.60',
    ]);
    // With a lower least number the rare tag speaks, and for winning.
    const sooner = { ...tags, tagMinimum: '10' };
    expect(Number(predictLead(sooner, { stage: '1', fields: { tags: ['rare'] } }).score)).toBeGreaterThan(28.6);
  });
});

test('a model is plain JSON that its schema takes', () => {
  expect(LeadModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
  expect(LeadModel.safeParse({ ...model, rows: [{}] }).success).toBe(false);
});

test('nothing is unlearnt of a row that is not there, and counts do not go below the smoothing', () => {
  const gone = unlearnLeads(model, [lead('x', 'won', 't9', '999', '1'), lead('y', 'won', 't1', '111', '1')]).model;
  expect(gone.rows.map(({ group }) => group)).not.toContain('t9');
  expect(gone.rows.find(({ group, field, value }) => group === 't1' && field === 'country' && value === '1')).toEqual({
    group: 't1',
    field: 'country',
    value: '1',
    won: '0.1',
    lost: '1.1',
  });
});

test('rejected leads keep their places through partitions', () => {
  const training = compileLeadTraining(pipeline, options);
  const batch = [{ ...leads[0]!, stage: null, id: 'p' }, ...leads, { ...leads[1]!, stage: 'lost', id: 'q' }];
  const parts = training
    .partition(batch, 3)
    .map((part) => training.compute(JSON.parse(JSON.stringify(part)) as typeof part));
  const [a, b, c] = parts;
  const all = training.finish(training.merge(training.merge(c!, a!), b!));
  expect(all).toEqual(training.train(batch));
  expect(all.rejected.map(({ index, id }) => [index, id])).toEqual([
    [0, 'p'],
    [10, 'q'],
  ]);
  expect(() => training.finish(training.merge(a!, b!))).toThrow('3/3');
});

describe('an explanation', () => {
  test('says what each value makes of the odds, down to the rows', () => {
    const tree = explainLeadPrediction(model, open('t1'));
    const odds = tree.from.reduce((product, { value }) => product * Number(value), 1);
    expect((100 * odds) / (odds + 1)).toBeCloseTo(33.48654, 5);
    expect(renderExplanation(tree, 'en').split('\n').slice(0, 9)).toEqual([
      'chance in percent = 33.49',
      '  won leads for one lost lead = 0.52380952381',
      '    won leads = 1.1',
      '      model.rows[6].won = 1.1',
      '    lost leads = 2.1',
      '      model.rows[6].lost = 2.1',
      '  stage 2, times = 1.909090909091',
      '    won leads = 1.1',
      '      model.rows[7].won = 1.1',
    ]);
    expect(renderExplanation(tree, 'zh-CN')).toContain('赢单可能性（%） = 33.49');
  });

  test('adds up the rows of all groups', () => {
    const tree = explainLeadPrediction(model, open(null));
    const won = tree.from[0]!.from[0]!;
    expect([won.value, won.from.map(({ value }) => value)]).toEqual(['3.3', ['1.1', '1.1', '1.1']]);
  });

  test('names the fact that decided instead', () => {
    const facts = (one: Parameters<typeof explainLeadPrediction>[1]) => {
      const { value, from } = explainLeadPrediction(model, one);
      return [value, from.map(({ params, value: fact }) => [params.path, fact])];
    };
    expect(facts({ ...open('t1'), probability: '0.4', probabilityOverridden: true })).toEqual([
      '40.00',
      [[['lead', 'probability'], '0.4']],
    ]);
    expect(facts({ stage: 'won' })).toEqual(['100.00', [[['lead', 'stage'], 'won']]]);
    expect(facts({ stage: '2', outcome: 'lost' })).toEqual(['0.00', [[['lead', 'outcome'], 'lost']]]);
    expect(facts({ stage: null })).toEqual(['0.00', [[['lead', 'stage'], null]]]);
  });
});
