import { addMoney, allocate, money, type Money, sumMoney } from 'salesmodel/core';
import { incentiveOutcome, type IncentivePlan, payoutFromScore } from 'salesmodel/kpi';
import {
  compileScorecard,
  type EntryScore,
  presets,
  rank,
  type Rating,
  scoreAttitude,
  type Scorecard,
} from 'salesmodel/mechanisms/scoring';
import { northwindOrders } from './northwindOrders.js';
import { assignments, payees } from './northwindTeam.js';
import { percent } from './percent.js';
import { textTable } from './textTable.js';

/** The quarter that is appraised. */
const FROM = '2014-01-01';
const TO = '2014-04-01';

/** What a score of 100 pays. */
const BASE = money('3000.00', 'USD');

/** Attainment, place in the team and attitude in one number; who collects no point for attitude gets no A. */
const card: Scorecard = {
  id: 'quarter',
  weights: 'mustSumTo100',
  items: [
    {
      id: 'attainment',
      metric: 'sales',
      weight: '60',
      normaliser: { kind: 'attainment', target: { metric: 'target' }, capAt: '1.2' },
    },
    { id: 'ranking', metric: 'sales', weight: '20', normaliser: { kind: 'rank' } },
    { id: 'attitude', metric: 'attitude', weight: '20', normaliser: { kind: 'direct' } },
  ],
  gates: [
    {
      id: 'attitude',
      when: { field: 'attitude', op: 'lt', value: '60' },
      effect: { kind: 'gradeCap', grade: 'B' },
    },
  ],
  bands: { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '70' }, { id: 'C', min: '50' }, { id: 'D' }] },
};

const payCurve = {
  points: [
    { x: '50', y: '0' },
    { x: '70', y: '0.8' },
    { x: '100', y: '1' },
    { x: '120', y: '1.5' },
  ],
};

const plan: IncentivePlan = {
  id: 'quarter',
  outcomes: {
    inputs: [{ field: 'grade' }, { field: 'attitude' }],
    rows: [
      {
        id: 'lead',
        when: { grade: 'A', attitude: { op: 'ge', value: '75' } },
        output: { kind: 'promotion', code: 'nominated' },
      },
      { id: 'praise', when: { grade: 'A' }, output: { kind: 'recognition', code: 'named' } },
      { id: 'coach', when: { grade: ['C', 'D'] }, output: { kind: 'training', code: 'coached' } },
      { id: 'talk', when: { attitude: { op: 'lt', value: '60' } }, output: { kind: 'care', code: 'talk' } },
    ],
    hit: 'all',
  },
  review: { every: 'quarter', lastOn: FROM },
};

/** Everybody's score of a quarter, what it pays and leads to. */
export interface Appraisal {
  readonly scores: readonly EntryScore[];
  readonly pays: readonly Money<'USD'>[];
  readonly text: string;
}

/**
 * The orders of Northwind are real. What colleagues think of each other is not recorded and stated here: two peers and the
 * manager give one to five points for initiative, responsibility and teamwork.
 */
export function appraisal(): Appraisal {
  const orders = northwindOrders().filter(({ date }) => date >= FROM && date < TO);
  const sales = payees.map(({ id }) => {
    const own = orders.filter(({ payeeId }) => payeeId === id).map(({ amount }) => money(amount, 'USD'));
    return { id, value: sumMoney(own, 'USD').amount };
  });
  const entries = payees.map(({ id }, at) => {
    const year = assignments.find(({ payeeId }) => payeeId === id)?.quotas?.['sales']?.amount ?? '0';
    const [target] = allocate(year, [1, 1, 1, 1], { increment: '0.01' }).parts;
    const attitude = scoreAttitude(ratingsOf(at), presets.attitude, id);
    return {
      id,
      facts: { sales: sales[at]!.value, target, attitude: attitude.status === 'scored' ? attitude.total : null },
    };
  });
  const { scores } = compileScorecard(card).objects(entries);
  const { ranked } = rank(sales);
  const rows = scores.map((score) => {
    const { id } = score;
    if (score.status === 'notScored') throw new Error(`${id}: ${score.reason}`);
    const { facts } = entries.find((entry) => entry.id === id)!;
    const paid = payoutFromScore(score.total, payCurve, BASE);
    if (!paid.ok || paid.amount === null) throw new Error('the curve covers every score');
    const { outcomes } = incentiveOutcome(plan, { grade: score.grade, attitude: facts.attitude });
    return {
      pay: paid.amount,
      cells: [
        payees.find((payee) => payee.id === id)?.name ?? id,
        facts.sales,
        facts.target ?? '',
        ...score.items.map(({ contribution }) => contribution ?? '–'),
        String(ranked.find((place) => place.id === id)?.rank),
        score.total,
        score.grade ?? '',
        percent(paid.factor),
        paid.amount.amount,
        outcomes.map(({ output }) => (output.kind === 'payFactor' ? output.factor : output.code)).join(', '),
      ],
    };
  });
  const pays = rows.map(({ pay }) => pay);
  const head = [
    'quarter from ' + FROM,
    'sales',
    'target',
    'attainment',
    'attitude',
    'ranking',
    'rank',
    'score',
    'grade',
    'factor',
    'pay',
    '',
  ];
  const whole = pays.reduce((sum, pay) => addMoney(sum, pay), money('0', 'USD'));
  const text = `${textTable(
    head,
    rows.map(({ cells }) => cells),
  )}\n\nThe quarter pays ${whole.amount} USD together.`;
  return { scores, pays, text };
}

/** Points of two peers and the manager for a person, by its place in the team. */
function ratingsOf(at: number): Rating[] {
  const points = [
    [4, 5, 4],
    [5, 4, 4],
    [3, 4, 5],
    [4, 4, 5],
    [2, 3, 3],
    [3, 3, 4],
    [2, 4, 3],
    [5, 4, 5],
    [4, 3, 4],
  ][at]!;
  return ['initiative', 'responsibility', 'teamwork'].flatMap((dimension, place) =>
    [
      { rater: 'peer-1', role: 'peer', value: points[place]! },
      { rater: 'peer-2', role: 'peer', value: Math.max(1, points[place]! - 1) },
      { rater: 'manager', role: 'manager', value: points[(place + 1) % 3]! },
    ].map((rating) => ({ dimension, ...rating, value: String(rating.value) })),
  );
}
