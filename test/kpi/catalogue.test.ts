import { readFileSync } from 'node:fs';
import { catalogue, evaluateKpi, type KpiFact } from 'salesmodel/kpi';
import { describe, expect, test } from 'vitest';
import { exprFields } from '../../src/mechanisms/rules/leaves.js';

type Values = Readonly<Record<string, number | string>>;

/** Values that can be divided in the head, and the figure that they give. */
const EXAMPLES: Readonly<Record<string, readonly [values: Values, figure: string]>> = {
  attainment: [{ actual: 90, target: 120 }, '0.75'],
  gap: [{ actual: 90, target: 120 }, '30'],
  growth: [{ current: 150, previous: 120 }, '0.25'],
  marketShare: [{ own: 30, market: 240 }, '0.125'],
  relativeShare: [{ own: 30, largestRival: 60 }, '0.5'],
  grossMargin: [{ revenue: 200, cogs: 150 }, '0.25'],
  markUp: [{ revenue: 200, cogs: 160 }, '0.25'],
  averagePrice: [{ revenue: 200, units: 16 }, '12.5'],
  revenuePerHead: [{ revenue: 200, heads: 4 }, '50'],
  collectionRate: [{ collectedOfDue: 45, due: 60 }, '0.75'],
  collectionOfSales: [{ collected: 45, sales: 90 }, '0.5'],
  collectionOfOpenAndSales: [{ collected: 45, openingAR: 60, sales: 90 }, '0.3'],
  dso: [{ closingAR: 40, creditSales: 120, days: 90 }, '30'],
  bestPossibleDso: [{ closingCurrentAR: 20, creditSales: 120, days: 90 }, '15'],
  cei: [{ openingAR: 60, sales: 90, closingAR: 60, closingCurrentAR: 30 }, '0.75'],
  newCustomers: [{ newCustomers: 3 }, '3'],
  logoRetention: [{ customersAtStart: 20, customersAtEnd: 21, newCustomers: 5 }, '0.8'],
  grr: [{ startRevenue: 100, contraction: 3, churn: 5 }, '0.92'],
  nrr: [{ startRevenue: 100, expansion: 12, contraction: 3, churn: 5 }, '1.04'],
  arpa: [{ recurringRevenue: 100, accounts: 8 }, '12.5'],
  cac: [{ acquisitionCost: 100, newCustomers: 8 }, '12.5'],
  ltv: [{ arpa: 50, grossMarginShare: '0.8', churnRate: '0.025' }, '1600'],
  ltvToCac: [{ arpa: 50, grossMarginShare: '0.8', churnRate: '0.025', cac: 400 }, '4'],
  paybackMonths: [{ arpa: 50, grossMarginShare: '0.8', cac: 400 }, '10'],
  nps: [{ promoters: 6, detractors: 2, answers: 10 }, '40'],
  csat: [{ topTwoAnswers: 8, answers: 10 }, '0.8'],
  winRate: [{ wins: 3, closed: 12 }, '0.25'],
  callsPerMeeting: [{ calls: 40, meetings: 16 }, '2.5'],
  meetingsPerProposal: [{ meetings: 16, proposals: 4 }, '4'],
  proposalsPerWin: [{ proposals: 4, wins: 2 }, '2'],
  valueAddingShare: [{ valueAddingTime: 24, allTime: 96 }, '0.25'],
  quotaCoverage: [{ assignedQuota: 126, plan: 120 }, '1.05'],
  fillRateUnits: [{ deliveredUnits: 97, orderedUnits: 100 }, '0.97'],
  fillRateLines: [{ deliveredLines: 46, orderedLines: 50 }, '0.92'],
  fillRateOrders: [{ deliveredOrders: 18, orderedOrders: 20 }, '0.9'],
  otifLines: [{ linesInFullOnTime: 44, orderedLines: 50 }, '0.88'],
  otifOrders: [{ ordersInFullOnTime: 16, orderedOrders: 20 }, '0.8'],
  inventoryTurnover: [{ cogs: 120, averageStock: 30 }, '4'],
  stockDays: [{ cogs: 120, averageStock: 24 }, '73'],
  sellThrough: [{ sold: 6, received: 8 }, '0.75'],
  sellThroughOfAvailable: [{ sold: 6, openingStock: 4, received: 8 }, '0.5'],
  weeksOfSupply: [{ stock: 30, weeklySellOut: 8 }, '3.75'],
};

const facts = (values: Values): KpiFact[] =>
  Object.entries(values).map(([measure, value]) => ({ measure, member: 'all', period: '2026', value }));

test('every figure of the catalogue has an example here', () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

describe.each(Object.entries(EXAMPLES))('%s', (id, [values, figure]) => {
  const { denominator } = catalogue[id]!;

  test('is what its formula says', () => {
    expect(evaluateKpi(id, facts(values))).toMatchObject({ ok: true, value: figure });
  });

  test('has no value where what is below the line is 0, and names what is missing', () => {
    const below = denominator === null ? [] : exprFields(denominator);
    const zeros = Object.fromEntries(below.map((measure) => [measure, 0]));
    expect(evaluateKpi(id, facts({ ...values, ...zeros }))).toMatchObject(
      denominator === null ? { value: figure } : { value: null, reason: 'zeroDenominator' },
    );
    expect(evaluateKpi(id, [])).toEqual({
      ok: false,
      reasons: Object.keys(values)
        .toSorted()
        .map((measure) => ({ code: 'missingMeasure', params: { measure } })),
    });
  });

  test.each(['docs/guide', 'docs/zh-CN/guide'])('has its formula, edge and example in %s', (folder) => {
    const page = readFileSync(`${folder}/kpi-catalogue.md`, 'utf8');
    const { label } = catalogue[id]!;
    const formula = folder.includes('zh-CN') ? label['zh-CN'] : label.en;
    expect(page).toContain(`\n${id}: ${formula}`);
    expect(page).toMatch(new RegExp(`\\n  ${id} [^\\n]*= -?\\d`));
  });
});

test('growth on nothing or a loss means nothing', () => {
  expect(evaluateKpi('growth', facts({ current: 5, previous: -1 }))).toMatchObject({
    value: null,
    reason: 'notDefined',
  });
});
