import { baodi, chaoeLeijin, fanli, huikuan, quaneLeijin, tuandui, yuzhi } from './presets/chinesePlans.js';
import { commissionDispute } from './presets/commissionDispute.js';
import { channelWaterfall, coSell, topThree } from './presets/incentives.js';
import {
  partnerCompressed,
  partnerDifferential,
  partnerFlat,
  partnerPercent,
  partnerRecurring,
  partnerUnilevel,
} from './presets/partnerPlans.js';
import {
  insuranceUnilevel,
  kpiLinkedPay,
  managerOverride,
  marginPercent,
  mboQuarterly,
  saasAe,
  saasSdr,
} from './presets/salesPlans.js';
import { crossFunctional, incubator, parallel, virtual } from './presets/teamSplitPresets.js';

/**
 * Ready definitions by code, to be used as they are or to be copied and changed.
 *
 * Plans, each with the crediting or the scorecard that it works with (`PlanPreset`):
 *
 * - `cn.chaoe-leijin`, `cn.quane-leijin`, `cn.huikuan`, `cn.baodi`, `cn.yuzhi`, `cn.tuandui`, `cn.fanli`: what Chinese
 *   plans are made of, 超额累进, 全额累进, 回款提成, 保底, 预支, 团队提成 and 返利;
 * - `saas.ae`, `saas.sdr`, `manager.override`, `margin.percent`, `mbo.quarterly`, `insurance.unilevel`;
 * - `kpi-linked-pay`: target pay by a scorecard of revenue, satisfaction and market share;
 * - `partner.flat`, `partner.percent`, `partner.recurring`, `partner.unilevel`, `partner.compressed`,
 *   `partner.differential`: partners as payees, paid after a holding period.
 *
 * How teams share deals (`TeamSplit`): `split.parallel`, `split.crossFunctional`, `split.virtual` and `split.incubator`.
 *
 * And `commission-dispute` (the states of a `Dispute`), `contest.topN` (a `Contest` with three prizes), `coSell` (the parties of `shareRiskAndProfit`) and
 * `channel.waterfall` (the levels of `marginWaterfall`).
 *
 * @example
 * import { marginWaterfall, presets, settleContest } from 'salesmodel/commission';
 *
 * presets['split.parallel'].splitSum; // => 'normalise'
 * presets['cn.tuandui'].crediting?.rules?.map(({ levels, shares }) => [levels, shares]); // => [[2, ['1', '0.5']]]
 * marginWaterfall({ start: '100', ...presets['channel.waterfall'] }).end; // => '138.89'
 * const sold = [{ payeeId: 'ana', value: 90 }, { payeeId: 'bo', value: 90 }];
 * settleContest({ ...presets['contest.topN'], id: 'spring' }, sold).awards.map(({ prize }) => prize);
 * // => ['2500.00', '2500.00']
 */
export const presets = {
  'channel.waterfall': channelWaterfall,
  'cn.baodi': baodi,
  'cn.chaoe-leijin': chaoeLeijin,
  'cn.fanli': fanli,
  'cn.huikuan': huikuan,
  'cn.quane-leijin': quaneLeijin,
  'cn.tuandui': tuandui,
  'cn.yuzhi': yuzhi,
  coSell,
  'commission-dispute': commissionDispute,
  'contest.topN': topThree,
  'insurance.unilevel': insuranceUnilevel,
  'kpi-linked-pay': kpiLinkedPay,
  'manager.override': managerOverride,
  'margin.percent': marginPercent,
  'mbo.quarterly': mboQuarterly,
  'partner.compressed': partnerCompressed,
  'partner.differential': partnerDifferential,
  'partner.flat': partnerFlat,
  'partner.percent': partnerPercent,
  'partner.recurring': partnerRecurring,
  'partner.unilevel': partnerUnilevel,
  'saas.ae': saasAe,
  'saas.sdr': saasSdr,
  'split.crossFunctional': crossFunctional,
  'split.incubator': incubator,
  'split.parallel': parallel,
  'split.virtual': virtual,
} as const;
