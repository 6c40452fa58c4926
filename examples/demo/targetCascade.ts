import { decimalString, money, multiplyMoney, periodsBetween, renderExplanation, sumMoney } from 'salesmodel/core';
import {
  cascadeTarget,
  type CascadeInput,
  type CascadeNode,
  explainTarget,
  gapAnalysis,
  rebaseTarget,
  type Target,
  type TargetNode,
  type TargetRevision,
  type TargetTree,
} from 'salesmodel/kpi';
import { seasonalIndices } from 'salesmodel/mechanisms/forecast';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** Months of service at the start of 2018 of the people that sell in a region; the file names none, so they are stated. */
const heads: Readonly<Record<string, readonly number[]>> = {
  Central: [30, 14],
  East: [48, 20, 1],
  South: [22, 0],
  West: [60, 36, 9],
};

const GROWTH = '1.08';
const MONTHS = periodsBetween('2018-01-01', '2019-01-01', 'month');

/** A target of a year down to the months of each person, and what became of it. */
export interface TargetCascade {
  readonly input: CascadeInput;
  readonly nodes: readonly CascadeNode[];
  readonly original: TargetTree;
  readonly changed: TargetTree;
  readonly revision: TargetRevision;
  readonly text: string;
}

/** The sales of the Superstore in four years are real; the target is 8 percent more than the last year, in whole thousands. */
export function targetCascade(): TargetCascade {
  const lines = superstoreLines();
  const sold = (from: string, to: string, region?: string): string =>
    sumMoney(
      lines
        .filter(({ date, payeeId }) => date >= from && date < to && (region === undefined || payeeId === region))
        .map(({ amount }) => money(amount, 'USD')),
      'USD',
    ).amount;
  const history = periodsBetween('2014-01-01', '2018-01-01', 'month').map(({ start, end }) => sold(start, end));
  const season = seasonalIndices(history, { period: 12 });
  if (!season.ok) throw new Error('four years have a season');
  const total = `${Math.round(Number(multiplyMoney(money(sold('2017-01-01', '2018-01-01'), 'USD'), GROWTH).amount) / 1000)}000`;

  const tree: TargetNode = {
    id: 'Superstore',
    kind: 'company',
    children: Object.keys(heads).map((region) => ({
      id: region,
      kind: 'region',
      history: sold('2017-01-01', '2018-01-01', region),
      children: heads[region]!.map((months, at) => person(`${region}-${at + 1}`, months, season.indices)),
    })),
  };
  const input: CascadeInput = {
    total,
    unit: '100',
    tree,
    method: 'history',
    levels: {
      person: { method: { kind: 'capacity', rampShares: ['0', '0.25', '0.5', '0.75'], months: 12 } },
      month: { method: 'weight' },
    },
  };
  const cascade = cascadeTarget(input);
  if (!cascade.ok) throw new Error(JSON.stringify(cascade.reasons));
  const { nodes, tree: original } = cascade;
  const rebased = rebaseTarget(original, {
    node: 'West',
    factor: '1.05',
    reason: 'a rival leaves the West',
    by: 'head of sales',
    on: '2018-05-31',
  });
  if (!rebased.ok) throw new Error(JSON.stringify(rebased.reasons));
  const { tree: changed, revision } = rebased;
  const text = [
    peopleTable(original.root),
    monthTable(original.root, changed.root),
    `Revision ${revision.version}, because ${revision.reason}: ${revision.changes.length} targets change, the months until May stay.`,
    renderExplanation(explainTarget(input, 'South-2'), 'en', { depth: 2 }),
    standing(original.root),
  ].join('\n\n');
  return { input, nodes, original, changed, revision, text };
}

function person(id: string, months: number, indices: readonly number[]): TargetNode {
  return {
    id,
    kind: 'person',
    owner: id,
    serviceMonths: [months],
    children: MONTHS.map(({ start, end }, at) => ({
      id: `${id} ${start.slice(0, 7)}`,
      kind: 'month',
      owner: id,
      span: { from: start, to: end },
      weight: decimalString(indices[at]!),
    })),
  };
}

function peopleTable({ amount, children: regions = [] }: Target): string {
  const rows = regions.flatMap((region) => [
    [region.id, region.amount, ''],
    ...(region.children ?? []).map(({ id, amount: own }) => [`  ${id}`, '', own]),
  ]);
  return textTable(['2018, in USD', 'region', 'person'], [...rows, ['together', amount, amount]]);
}

/** The months of the West before and after the change. */
function monthTable(before: Target, after: Target): string {
  const of = (root: Target, at: number): string => {
    const people = root.children?.find(({ id }) => id === 'West')?.children ?? [];
    return sumMoney(
      people.map(({ children = [] }) => money(children[at]!.amount, 'USD')),
      'USD',
    ).amount;
  };
  const rows = MONTHS.map(({ start }, at) => [start.slice(0, 7), of(before, at), of(after, at)]);
  return textTable(['West, in USD', 'planned', 'from June on'], rows);
}

/** Where the West would stand in the middle of the year with what it sold in the one before. */
function standing(root: Target): string {
  const west = root.children?.find(({ id }) => id === 'West');
  const target = west?.amount ?? '0';
  const profile = MONTHS.map(({ end }, at) => {
    const cumulated = sumMoney(
      (west?.children ?? []).flatMap(({ children = [] }) =>
        children.slice(0, at + 1).map(({ amount }) => money(amount, 'USD')),
      ),
      'USD',
    );
    return { through: lastDayBefore(end), share: String(Number(cumulated.amount) / Number(target)) };
  });
  const actual = sumMoney(
    superstoreLines()
      .filter(({ date, payeeId }) => payeeId === 'West' && date >= '2017-01-01' && date < '2017-07-01')
      .map(({ amount }) => money(amount, 'USD')),
    'USD',
  ).amount;
  const { verdict, expectedToDate, gap, requiredRate } = gapAnalysis({
    target,
    actual,
    asOf: '2018-06-30',
    span: { from: '2018-01-01', to: '2019-01-01' },
    profile,
    currency: 'USD',
  });
  return `With the sales of a year before, the West stands at ${actual} by the end of June, where ${expectedToDate} is expected: ${verdict}. ${gap} are missing, ${requiredRate} a day.`;
}

function lastDayBefore(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
