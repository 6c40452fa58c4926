import { applyRate, type Payee, type RunResult } from 'salesmodel/commission';
import { divideMoney, minMoney, money, multiplyMoney } from 'salesmodel/core';
import { SALES_CAP, salesRate } from './northwindPlan.js';
import { plot } from '../plot.js';

// A plot has pixels instead of digits: in this file, and only here, amounts become numbers.

const DOLLARS = '$,.0f';
const WIDTH = 720;

/** What the plan pays for own sales by attainment, and where everybody ended the year. */
export function payoutCurve({ statements }: RunResult, payees: readonly Payee[]): Promise<string> {
  // The plan is the same for every quota, so that one of 100 draws it in percent.
  const quota = money(100, 'USD');
  const limit = multiplyMoney(quota, SALES_CAP);
  const curve = Array.from({ length: 131 }, (_, attained) => {
    const earned = money(applyRate(salesRate, { measure: attained, quota: quota.amount }).earned, 'USD');
    return { attained: attained / 100, pay: Number(divideMoney(minMoney(earned, limit), 100).amount) };
  });
  const people = payees
    .map(({ id, name }) => {
      const mine = statements.filter(({ payeeId }) => payeeId === id).map(({ components }) => components[0]);
      const paid = mine.reduce((sum, component) => sum + Number(component?.earned), 0);
      const last = mine.at(-1);
      return { name: lastName(name), attained: Number(last?.attainment), pay: paid / Number(last?.quota) };
    })
    .toSorted((a, b) => a.attained - b.attained);
  // Neighbours are named on different sides of the curve, so that names do not overlap.
  const above = people.filter((_, index) => index % 2 === 0);
  const below = people.filter((_, index) => index % 2 === 1);
  return plot({
    title: { text: 'Payout curve', subtitle: '4 % to half of the quota, 6 % to all of it, 9 % beyond, up to the cap' },
    width: WIDTH,
    height: 300,
    encoding: {
      x: {
        field: 'attained',
        type: 'quantitative',
        title: 'sales of the year, as a share of the quota',
        axis: { format: '.0%' },
      },
      y: {
        field: 'pay',
        type: 'quantitative',
        title: 'commission, as a share of the quota',
        axis: { format: '.0%' },
        scale: { domain: [0, 0.07] },
      },
    },
    layer: [
      { data: { values: curve }, mark: { type: 'line', strokeWidth: 2.5, color: '#2458a6' } },
      { data: { values: people }, mark: { type: 'point', filled: true, size: 70, color: '#e08a1e', opacity: 1 } },
      {
        data: { values: above },
        mark: { type: 'text', align: 'right', dx: -6, dy: -9, fontSize: 12 },
        encoding: { text: { field: 'name' } },
      },
      {
        data: { values: below },
        mark: { type: 'text', align: 'left', dx: 6, dy: 11, fontSize: 12 },
        encoding: { text: { field: 'name' } },
      },
    ],
  });
}

/** How much of the year's quota everybody sold. */
export function attainmentByPerson({ statements }: RunResult, payees: readonly Payee[]): Promise<string> {
  const values = payees
    .map(({ id, name }) => {
      const attained = statements.findLast(({ payeeId }) => payeeId === id)?.components[0]?.attainment;
      return { name, attained: Number(attained ?? 0) };
    })
    .toSorted((a, b) => b.attained - a.attained);
  const y = { field: 'name', type: 'nominal', sort: values.map(({ name }) => name), title: null } as const;
  return plot({
    title: { text: 'Attainment by person', subtitle: 'sales that shipped in the year; the line is the quota' },
    width: WIDTH,
    height: { step: 26 },
    data: { values },
    encoding: {
      x: {
        field: 'attained',
        type: 'quantitative',
        title: 'sales of the year, as a share of the quota',
        axis: { format: '.0%', tickCount: 6 },
      },
    },
    layer: [
      { mark: { type: 'bar', color: '#2458a6' }, encoding: { y } },
      { mark: { type: 'rule', strokeWidth: 1.5, color: '#e08a1e' }, encoding: { x: { datum: 1 } } },
      {
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 12, color: '#ffffff' },
        encoding: { y, x: { datum: 0 }, text: { field: 'attained', format: '.1%' } },
      },
    ],
  });
}

/** What was earned by month, one colour a component. */
export function earningsByComponent({ statements }: RunResult, labels: ReadonlyMap<string, string>): Promise<string> {
  const values = statements.flatMap(({ period, components }) =>
    components.map(({ id, earned }, rank) => ({
      month: period.label,
      series: labels.get(id),
      rank,
      earned: Number(earned),
    })),
  );
  return monthlyBars('Earnings by month', 'all people, by component of the plan', values);
}

/** What was earned by month, one colour a payee. */
export function earningsByPayee({ statements }: RunResult, payees: readonly Payee[]): Promise<string> {
  const values = statements.map(({ payeeId, period, earned }) => ({
    month: period.label,
    series: payees.find(({ id }) => id === payeeId)?.name,
    rank: payees.findIndex(({ id }) => id === payeeId),
    earned: Number(earned),
  }));
  return monthlyBars('Earnings by month', 'by region; a month that loses margin takes back', values);
}

function monthlyBars(text: string, subtitle: string, values: object[]): Promise<string> {
  return plot({
    title: { text, subtitle },
    width: WIDTH,
    height: 260,
    data: { values },
    mark: 'bar',
    encoding: {
      x: { field: 'month', type: 'ordinal', title: 'month', axis: { labelAngle: 0 } },
      y: {
        field: 'earned',
        type: 'quantitative',
        aggregate: 'sum',
        title: 'earned, in USD',
        axis: { format: DOLLARS },
      },
      color: { field: 'series', type: 'nominal', sort: null },
      order: { field: 'rank', type: 'quantitative' },
    },
  });
}

function lastName(name = ''): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
