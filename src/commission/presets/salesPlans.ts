import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';
import type { CurveRate } from '../schema.js';
import type { PlanPreset } from './planPreset.js';

/** 10 % of annual contract value up to the year's quota, 15 % up to a quarter above it and 20 % beyond; what customers cancel in their first year is taken back by the month. */
export const saasAe: PlanPreset = {
  plan: {
    id: 'saas.ae',
    name: 'SaaS account executive',
    currency: 'USD',
    period: 'month',
    quotas: { acv: { amount: '900000', per: 'year' } },
    components: [
      {
        id: 'acv',
        label: 'Annual contract value',
        measure: { kind: 'acv' },
        accumulate: 'toDate',
        window: 'year',
        quota: 'acv',
        rate: {
          kind: 'tiers',
          axis: 'attainment',
          tiers: {
            mode: 'marginal',
            tiers: [
              { upTo: '1', rate: '0.1' },
              { upTo: '1.25', rate: '0.15' },
              { upTo: null, rate: '0.2' },
            ],
          },
        },
      },
    ],
    clawback: { basis: 'prorated', prorate: { by: 'months', term: 12 } },
  },
};

/** An amount for each qualified meeting and 1 % of what such meetings bring, told apart by the attribute `kind`. */
export const saasSdr: PlanPreset = {
  plan: {
    id: 'saas.sdr',
    name: 'SaaS sales development',
    currency: 'USD',
    period: 'month',
    components: [
      {
        id: 'meetings',
        label: 'Qualified meetings',
        where: { field: 'attributes.kind', op: 'eq', value: 'meeting' },
        measure: { kind: 'count' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '150', per: 'credit' },
      },
      {
        id: 'sourced',
        label: 'Deals from own meetings',
        where: { field: 'attributes.kind', op: 'eq', value: 'deal' },
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '0.01' },
      },
    ],
  },
};

/** 2 % of what people sell who report to a manager, and half of that on those who report to them in turn. */
export const managerOverride: PlanPreset = {
  plan: {
    id: 'manager.override',
    name: 'Manager override',
    currency: 'USD',
    period: 'month',
    components: [
      {
        id: 'team',
        label: 'Sales of the team',
        credits: ['override'],
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '0.02' },
      },
    ],
  },
  crediting: { rules: [{ id: 'managers', kind: 'override', levels: 2, shares: ['1', '0.5'] }] },
};

/** A share of the margin that grows with the margin rate of the month. */
export const marginPercent: PlanPreset = {
  plan: {
    id: 'margin.percent',
    name: 'Percent of margin',
    currency: 'USD',
    period: 'month',
    components: [
      {
        id: 'margin',
        label: 'Margin',
        measure: { kind: 'margin' },
        accumulate: 'perPeriod',
        rate: {
          kind: 'tiers',
          axis: { kind: 'marginRate' },
          tiers: {
            mode: 'whole',
            tiers: [
              { upTo: '0.15', rate: '0.05' },
              { upTo: '0.35', rate: '0.1' },
              { upTo: null, rate: '0.15' },
            ],
          },
        },
      },
    ],
  },
};

/** Target pay of the quarter by the score `mbo`, 1 = every objective met: nothing below 0.5, in proportion up to 1.2. */
export const mboQuarterly: PlanPreset = {
  plan: {
    id: 'mbo.quarterly',
    name: 'Objectives of the quarter',
    currency: 'USD',
    period: 'quarter',
    components: [
      {
        id: 'mbo',
        label: 'Objectives',
        measure: { kind: 'score', name: 'mbo' },
        accumulate: 'perPeriod',
        rate: scorePay('mbo', [
          { x: '0.5', y: '0' },
          { x: '0.5', y: '0.5', side: 'right' },
          { x: '1.2', y: '1.2' },
        ]),
      },
    ],
  },
};

const appraisal: Scorecard = {
  id: 'kpi-linked-pay',
  weights: 'mustSumTo100',
  items: [
    {
      id: 'revenue',
      metric: 'revenue',
      weight: '60',
      normaliser: { kind: 'attainment', target: { metric: 'revenueTarget' } },
    },
    { id: 'satisfaction', metric: 'satisfaction', weight: '20', normaliser: { kind: 'direct' } },
    {
      id: 'marketShare',
      metric: 'marketShare',
      weight: '20',
      normaliser: { kind: 'attainment', target: { metric: 'marketShareTarget' } },
    },
  ],
};

/** Target pay of the quarter by a scorecard of revenue, satisfaction and market share: nothing up to 60 points, 60 % at 80, all at 100, at most 120 %. */
export const kpiLinkedPay: PlanPreset = {
  plan: {
    id: 'kpi-linked-pay',
    name: 'Pay by key figures',
    currency: 'CNY',
    period: 'quarter',
    components: [
      {
        id: 'appraisal',
        label: 'Score of the quarter',
        measure: { kind: 'score', name: 'appraisal' },
        accumulate: 'perPeriod',
        rate: scorePay('appraisal', [
          { x: '0.6', y: '0' },
          { x: '0.8', y: '0.6' },
          { x: '1', y: '1' },
          { x: '1.2', y: '1.2' },
        ]),
      },
    ],
  },
  scorecard: appraisal,
};

function scorePay(name: string, points: CurveRate['curve']['points']): CurveRate {
  return { kind: 'curve', axis: { kind: 'score', name }, curve: { points }, yields: 'targetPay' };
}

/** Half of the first year's premium for whoever sells a policy, and 10, 5 and 3 % for the three levels above; somebody who is not active passes the level on. */
export const insuranceUnilevel: PlanPreset = {
  plan: {
    id: 'insurance.unilevel',
    name: 'Insurance, first-year premium',
    currency: 'USD',
    period: 'month',
    components: [
      {
        id: 'own',
        label: 'Own policies',
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '0.5' },
      },
      {
        id: 'levels',
        label: 'Policies of the levels below',
        credits: ['override'],
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '1' },
      },
    ],
    clawback: { basis: 'prorated', prorate: { by: 'months', term: 24 } },
  },
  crediting: {
    rules: [
      { id: 'levels', kind: 'override', levels: 3, shares: ['0.1', '0.05', '0.03'], compression: 'skipInactive' },
    ],
  },
};
