import type { Component, Draw, Rate } from '../schema.js';
import type { PlanPreset } from './planPreset.js';

const bands = [
  { upTo: '100000', rate: '0.03' },
  { upTo: '300000', rate: '0.05' },
  { upTo: null, rate: '0.08' },
] as const;

function bandsIn(mode: 'marginal' | 'whole'): Rate {
  return { kind: 'tiers', tiers: { mode, tiers: bands } };
}

function sales(rate: Rate): Component {
  return { id: 'sales', label: '销售提成', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate };
}

function monthly(id: string, name: string, component: Component): PlanPreset['plan'] {
  return { id, name, currency: 'CNY', period: 'month', components: [component] };
}

/** Long before any sale, so that the draw is active whenever an assignment is. */
const ALWAYS = '2000-01-01';

function draw(more: Pick<Draw, 'id' | 'kind' | 'recovery'>): Draw {
  return { ...more, amount: { amount: '3000' }, from: ALWAYS };
}

/** 超额累进: each band of the month's sales at its own rate. */
export const chaoeLeijin: PlanPreset = {
  plan: monthly('cn.chaoe-leijin', '超额累进提成', sales(bandsIn('marginal'))),
};

/** 全额累进: all of the month's sales at the rate of the band that they reach. */
export const quaneLeijin: PlanPreset = {
  plan: monthly('cn.quane-leijin', '全额累进提成', sales(bandsIn('whole'))),
};

/** 回款提成: paid as customers pay, and half of it while less than nine tenths of what was due came in. */
export const huikuan: PlanPreset = {
  plan: {
    ...monthly('cn.huikuan', '回款提成', {
      ...sales({ kind: 'flat', rate: '0.04' }),
      modifiers: [
        {
          kind: 'hurdle',
          when: { field: 'collectionRate', op: 'ge', value: '0.9' },
          otherwise: { multiply: '0.5' },
        },
      ],
    }),
    release: { kind: 'onCollection' },
  },
};

/** 保底: commission is topped up to an amount that is never asked back. */
export const baodi: PlanPreset = {
  plan: {
    ...monthly('cn.baodi', '保底提成', sales({ kind: 'flat', rate: '0.05' })),
    draws: [draw({ id: 'baodi', kind: 'guarantee', recovery: 'none' })],
  },
};

/** 预支: an amount is paid every month in advance and settled with later commission. */
export const yuzhi: PlanPreset = {
  plan: {
    ...monthly('cn.yuzhi', '预支提成', sales({ kind: 'flat', rate: '0.08' })),
    draws: [draw({ id: 'yuzhi', kind: 'additive', recovery: 'recoverable' })],
  },
};

/** 团队提成: sellers are paid on their own sales, and the two levels above them on those of their people. */
export const tuandui: PlanPreset = {
  plan: {
    id: 'cn.tuandui',
    name: '团队提成',
    currency: 'CNY',
    period: 'month',
    components: [
      sales({ kind: 'flat', rate: '0.05' }),
      {
        id: 'team',
        label: '团队提成',
        credits: ['override'],
        measure: { kind: 'amount' },
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '0.01' },
      },
    ],
  },
  crediting: { rules: [{ id: 'team', kind: 'override', levels: 2, shares: ['1', '0.5'] }] },
};

/** 返利: a partner is paid on what was bought since the start of the year, each band at its own rate. */
export const fanli: PlanPreset = {
  plan: {
    id: 'cn.fanli',
    name: '年度累计返利',
    currency: 'CNY',
    period: 'quarter',
    components: [
      {
        id: 'rebate',
        label: '返利',
        measure: { kind: 'amount' },
        accumulate: 'toDate',
        window: 'year',
        rate: {
          kind: 'tiers',
          tiers: {
            mode: 'marginal',
            tiers: [
              { upTo: '1000000', rate: '0.01' },
              { upTo: '3000000', rate: '0.02' },
              { upTo: null, rate: '0.03' },
            ],
          },
        },
      },
    ],
  },
};
