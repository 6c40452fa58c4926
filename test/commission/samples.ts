import type {
  Clawback,
  CommissionPlan,
  Draw,
  Component,
  Dispute,
  Measure,
  Modifier,
  PartnerProgram,
  PlanModifier,
  Quantity,
  Rate,
  ReferralTerms,
  Release,
  RunInput,
  RunResult,
  TeamSplit,
} from '../../src/commission/index.js';

/** A value with every optional field present, however deep: a field that a schema forgot is then refused by it. */
export type Full<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Full<Item>[]
    : { readonly [Key in keyof T]-?: Full<Exclude<T[Key], undefined>> };

const large = { field: 'amount', op: 'ge', value: '1000' } as const;
const tiers = {
  mode: 'anchored',
  boundary: 'upper',
  anchor: '100',
  flatWhenZero: true,
  tiers: [
    { upTo: '100', rate: '0.1', flat: '5', amount: '10' },
    { upTo: null, rate: '0.2', flat: '0', amount: '0' },
  ],
} as const;
const curve = {
  points: [
    { x: '0.8', y: '0', side: 'left' },
    { x: '1', y: '1', side: 'right' },
  ],
  extrapolate: { below: 'clamp', above: 'none' },
} as const;

export const measures: readonly Full<Measure>[] = [
  { kind: 'amount' },
  { kind: 'units' },
  { kind: 'count' },
  { kind: 'margin', negative: 'zero' },
  { kind: 'marginRate' },
  { kind: 'markup' },
  { kind: 'mrr' },
  { kind: 'arr' },
  { kind: 'acv' },
  { kind: 'tcv' },
  { kind: 'collected' },
  { kind: 'field', name: 'measures.seats' },
  { kind: 'score', name: 'mbo' },
  { kind: 'expr', expr: { op: 'mul', args: [{ field: 'units' }, '2', 3] } },
];

export const rates: readonly Full<Rate>[] = [
  { kind: 'flat', rate: '0.1', per: 'credit' },
  { kind: 'tiers', axis: { kind: 'units' }, tiers, yields: 'money' },
  { kind: 'curve', axis: 'attainment', curve, yields: 'targetPay' },
  {
    kind: 'matrix',
    dimensions: [
      { id: 'size', axis: 'measure', upTo: ['10', null], boundary: 'lower' },
      { id: 'product', axis: { kind: 'attribute', field: 'attributes.product' }, keys: ['A', 'B'] },
    ],
    cells: ['1', '2', '3', '4'],
    split: 'size',
    yields: 'rate',
  },
];

export const quantities: readonly Full<Quantity>[] = [
  { amount: '100' },
  { ofTarget: '2' },
  { ofQuota: '0.12' },
  { ofMeasure: '0.1' },
];

export const modifiers: readonly Full<Modifier>[] = [
  { kind: 'hurdle', when: large, otherwise: { rate: { kind: 'flat', rate: '0.01', per: 'base' } } },
  { kind: 'hurdle', when: { not: large }, otherwise: { pay: 'none' } },
  { kind: 'hurdle', when: { all: [large] }, otherwise: { multiply: '0.5' } },
  { kind: 'multiplier', by: '1.1' },
  { kind: 'multiplier', by: { axis: { kind: 'marginRate' }, tiers } },
  { kind: 'multiplier', by: { axis: 'attainment', curve } },
  { kind: 'kicker', milestones: [{ when: large, pay: { amount: '10' } }], take: 'highest' },
  { kind: 'cap', limit: { amount: '10' }, scope: 'transaction', excess: 'defer' },
  { kind: 'floor', limit: { amount: '1' }, scope: 'window' },
];

export const planModifiers: readonly Full<PlanModifier>[] = [
  { kind: 'hurdle', when: large, otherwise: { pay: 'none' }, component: ['C'] },
  { kind: 'hurdle', when: large, otherwise: { multiply: '0.5' }, component: ['C'] },
  { kind: 'multiplier', by: '1.1', component: ['C'] },
  { kind: 'kicker', milestones: [{ when: large, pay: { amount: '10' } }], take: 'all', component: ['C'] },
  { kind: 'cap', limit: { amount: '10' }, scope: 'period', excess: 'forfeit', component: ['C'] },
  { kind: 'floor', limit: { amount: '1' }, scope: 'period', component: ['C'] },
];

export const clawbacks: readonly Full<Clawback>[] = [
  {
    basis: 'prorated',
    attainment: 'reduceCurrent',
    windowMonths: 12,
    prorate: { by: 'days', term: 'contract' },
    steps: [{ withinMonths: 3, share: '1' }],
  },
];

export const releases: readonly Full<Release>[] = [
  { kind: 'immediate' },
  { kind: 'onCollection', rule: { threshold: '0.5' }, maxDays: 90, expired: 'forfeit' },
  { kind: 'schedule', parts: [{ on: 'booking', share: '1', offsetMonths: 1, offsetDays: 1 }] },
  { kind: 'holdback', share: '0.2', months: 6, on: 'goLive', when: large, else: 'forfeit' },
  { kind: 'hold', until: { months: 1, days: 2 }, when: large },
];

const component: Full<Component> = {
  id: 'C',
  label: 'New business',
  credits: ['revenue', 'overlay', 'rollup', 'override'],
  where: large,
  dateField: 'invoice',
  measure: { kind: 'amount' },
  base: { kind: 'margin', negative: 'keep' },
  accumulate: 'toDate',
  every: 'quarter',
  window: 'year',
  quota: 'Q',
  quotaBasis: 'toDate',
  attainmentRounding: { increment: '0.01', mode: 'halfUp' },
  zeroQuota: 'top',
  targetShare: '0.6',
  rate: { kind: 'flat', rate: '0.1', per: 'base' },
  modifiers,
  release: releases[1]!,
  clawback: clawbacks[0]!,
};

const draw: Full<Draw> = {
  id: 'D',
  kind: 'additive',
  recovery: 'forgiven',
  amount: { ofTarget: '0.5' },
  from: '2025-01-01',
  to: '2025-07-01',
  timing: 'periodStart',
  prorate: false,
  recoverFrom: '2025-03-01',
  recoveryRate: '0.5',
  recoveryFloor: '1000',
  maxRecovery: '400',
  priority: 1,
  atTermination: 'forgiven',
};

export const plan: Full<CommissionPlan> = {
  id: 'P',
  version: '2',
  name: 'Account executives',
  effective: { from: '2025-01-01', to: null },
  currency: 'USD',
  period: 'month',
  fiscalStartMonth: 4,
  versionBy: 'transactionDate',
  quotas: {
    Q: {
      amount: '1200000',
      roles: { senior: '2400000' },
      per: 'year',
      seasonality: ['1', '1', '1', '2'],
      quotaRounding: { mode: 'up', increment: '1' },
    },
  },
  components: [component],
  modifiers: planModifiers,
  release: releases[2]!,
  clawback: clawbacks[0]!,
  draws: [draw],
  payment: {
    minimum: '25',
    maximum: '90000',
    excess: 'forfeit',
    negative: 'payNegative',
    deferredAtEnd: 'forfeit',
    cashRounding: { increment: '0.05', mode: 'down' },
  },
  rounding: { mode: 'halfUp', increment: '0.01', at: 'component', residue: 'last' },
  fx: { date: 'credit', policy: 'exact', round: 'transaction', payDate: 'asOf' },
  missing: 'zero',
};

const entry = {
  id: 'e1',
  payeeId: 'E1',
  planId: 'P',
  period: '2025-01-01',
  date: '2025-01-31',
  type: 'drawRecovery',
  amount: '-1500.00',
  currency: 'USD',
  componentId: 'C',
  transactionId: 'T1',
  drawId: 'D',
  debt: '-1500.00',
  cause: { kind: 'draw', id: 'D', origin: '2024-12-01' },
} as const;

export const runInput: Full<RunInput> = {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2025-02-01' },
  plans: [plan],
  payees: [{ id: 'E1', name: 'E one', currency: 'EUR', attributes: { region: 'north', senior: true } }],
  assignments: [
    {
      payeeId: 'E1',
      planId: 'P',
      from: '2025-01-01',
      to: '2026-01-01',
      role: 'senior',
      target: { amount: '50000', per: 'year' },
      quotas: {
        Q: {
          amount: '1000000',
          seasonality: ['1', '2'],
          factor: '1.05',
          ramp: { steps: ['0.5', '0.75'], basis: 'anniversary' },
          relief: [{ from: '2025-03-01', to: '2025-04-01', share: '0.5' }],
          prorate: { dayCount: '30/360', inclusive: false },
        },
      },
      prorate: 'none',
      draws: [{ ...draw, kind: 'guarantee', recoveryFloor: 'draw' }],
    },
  ],
  hierarchy: [{ kind: 'reportsTo', child: 'E1', parent: null, from: '2025-01-01', to: null }],
  crediting: {
    splitSum: 'atMostOne',
    splitRounding: 'exact',
    rules: [
      {
        id: 'R',
        kind: 'override',
        relation: 'reportsTo',
        levels: 'all',
        shares: ['1', '0.5'],
        asOf: 'run',
        dedupe: 'once',
        funding: 'fromDirect',
        heldDirect: 'follow',
        where: large,
        compression: 'skipInactive',
        differential: 'rate',
      },
    ],
  },
  transactions: [
    {
      id: 'T1',
      date: '2025-01-15',
      amount: '45000.00',
      currency: 'USD',
      payeeId: 'E1',
      splits: [{ payeeId: 'E1', kind: 'revenue', share: '1', payoutShare: '0.5', dealRole: 'owner' }],
      cost: '30000',
      units: '3',
      mrr: '10',
      termMonths: '12',
      measures: { seats: '5' },
      attributes: { product: 'A', renewal: false },
      dates: { invoice: '2025-01-20' },
      collections: [{ id: 'K', date: '2025-01-31', amount: '45000', kind: 'payment' }],
      reverses: 'T0',
      reason: 'returned',
    },
  ],
  rates: [{ from: 'USD', to: 'EUR', rate: '0.92', on: '2025-01-31' }],
  scores: [{ payeeId: 'E1', period: '2025-01-01', name: 'mbo', value: '0.9' }],
  adjustments: [
    { id: 'A', payeeId: 'E1', planId: 'P', date: '2025-01-31', amount: '-10', kind: 'adjustment', reason: 'goodwill' },
  ],
  opening: [{ payeeId: 'E1', planId: 'P', balance: 'draw', drawId: 'D', amount: '5' }],
  closed: { before: '2025-01-01', ledger: [entry] },
  events: [{ type: 'termination', date: '2025-01-20', payeeId: 'E1', transactionId: 'T1' }],
};

export const disputes: readonly Full<Dispute>[] = [
  { statement: { period: '2025-01-01' } },
  { line: { period: '2025-01-01', componentId: 'C', transactionId: null } },
  { entry: 'E1/P@2/2025-01-01/earning/component/C' },
].map((target, at) => ({
  id: 'D1',
  payeeId: 'E1',
  planId: 'P',
  target: target as Full<Dispute>['target'],
  reason: 'split',
  claimed: '120.00',
  opened: '2025-02-03',
  resolution:
    at === 0
      ? { decision: 'accepted', date: '2025-02-10', amount: '80.00' }
      : { decision: 'withdrawn', date: '2025-02-10' },
}));

export const referralTerms: readonly Full<ReferralTerms>[] = [
  {
    id: 'friends',
    name: 'Friends',
    currency: 'USD',
    period: 'quarter',
    reward: '100',
    limit: 3,
    qualifies: large,
    secondLevel: { reward: '20', limit: 3, relation: 'referredBy' },
    hold: 'none',
  },
];

export const partnerPrograms: readonly Full<PartnerProgram>[] = [
  {
    terms: 'basic',
    groups: [{ id: 'G', terms: 'standard' }],
    partners: [{ id: 'E1', groupId: 'G', terms: 'vip' }],
    links: [{ id: 'L', partnerId: 'E1', terms: 'campaign' }],
  },
];

export const teamSplits: readonly Full<TeamSplit>[] = [
  {
    splitSum: 'exactlyOne',
    parts: [{ dealRole: 'owner', kind: 'revenue', share: '1' }],
    start: {
      draw: { id: 'D', kind: 'guarantee', recovery: 'none', amount: { ofTarget: '1' }, months: 6 },
      ramp: { steps: ['0.5'], basis: 'anniversary' },
    },
  },
];

const line = {
  transactionId: 'T1',
  payeeId: 'E1',
  planId: 'P',
  componentId: 'C',
  period: '2025-01-01',
  kind: 'revenue',
  level: 0,
  measure: '45000',
  base: '15000',
  earned: '1500',
  released: '1200',
} as const;

export const runResult: Full<RunResult> = {
  kernel: 'safe',
  statements: [
    {
      payeeId: 'E1',
      planId: 'P',
      planVersion: '2',
      period: { start: '2025-01-01', end: '2025-02-01', label: '2025-01' },
      currency: 'USD',
      components: [
        {
          id: 'C',
          planVersion: '1',
          measure: '45000',
          quota: '100000',
          attainment: '0.45',
          earned: '1500.00',
          beforeModifiers: '1600.00',
          modifiers: [{ index: 0, kind: 'cap', effect: '-100.00' }],
          lines: [line],
          afterReversals: { measure: '40000', attainment: '0.4' },
        },
      ],
      planModifiers: [{ index: 0, kind: 'kicker', effect: '10.00' }],
      bonus: '0.00',
      adjustments: '-10.00',
      clawback: '-50.00',
      held: '300.00',
      released: '0.00',
      forfeited: '0.00',
      deferred: '0.00',
      deferralReleased: '0.00',
      retro: '-2.00',
      drawAdvance: '0.00',
      drawRecovery: '0.00',
      drawForgiven: '1.00',
      carryIn: '-5.00',
      carryOut: '0.00',
      rounding: '0.00',
      earned: '1510.00',
      payable: '1495.00',
      paymentForfeited: '1.00',
      cashRounding: '0.02',
      paidAtStart: '500.00',
      paidAtEnd: '995.00',
      payout: '1375.40',
      payoutCurrency: 'EUR',
      balances: { deferred: '0.00', held: '300.00', carry: '0.00', draw: '0.00' },
    },
  ],
  ledger: [entry],
  rejected: [
    { index: 3, id: 'T3', code: 'row.noOwner', path: ['payeeId'], params: {}, payeeId: 'E1', componentId: 'C' },
  ],
  findings: [{ code: 'axis.undefined', severity: 'warning', path: ['plans', 0], params: { payeeId: 'E1' } }],
  totals: {
    rows: 4,
    credited: 1,
    rejected: 1,
    duplicates: 1,
    outside: 1,
    earned: [{ amount: '1510.00', currency: 'USD' }],
    paid: [{ amount: '1375.40', currency: 'EUR' }],
  },
  order: 'given',
  lines: [line],
};
