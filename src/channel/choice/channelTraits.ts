import type { ChannelForm } from '../schema/channel.js';

/** What speaks for a channel or against it. */
export interface ChannelTrait {
  readonly code: string;
  readonly side: 'pro' | 'con';
  readonly label: { readonly en: string; readonly 'zh-CN': string };
}

/**
 * What is known to speak for each form of channel and against it, as data with texts.
 *
 * @example
 * import { channelTraits } from 'salesmodel/channel';
 *
 * channelTraits.dealer.map(({ side, code }) => `${side} ${code}`); // => ['pro localReach', 'pro sharedStock', 'con lessControl', 'con sharedMargin']
 * channelTraits.dealer[0]?.label; // => { en: 'reaches customers on the spot', 'zh-CN': '贴近当地客户' }
 */
export const channelTraits: Readonly<Record<ChannelForm, readonly ChannelTrait[]>> = /* @__PURE__ */ (() => {
  const pro = (code: string, en: string, zh: string): ChannelTrait => ({
    code,
    side: 'pro',
    label: { en, 'zh-CN': zh },
  });
  const con = (code: string, en: string, zh: string): ChannelTrait => ({
    code,
    side: 'con',
    label: { en, 'zh-CN': zh },
  });
  const fullControl = pro('fullControl', 'the maker decides on price and display', '价格与陈列由厂商决定');
  const customerData = pro('customerData', 'the maker knows its customers', '厂商直接掌握客户信息');
  const localReach = pro('localReach', 'reaches customers on the spot', '贴近当地客户');
  const lessControl = con('lessControl', 'others decide on price and display', '价格与陈列由他人决定');
  const sharedMargin = con('sharedMargin', 'a part of the margin is theirs', '利润需与对方分享');
  const platformFee = con('platformFee', 'the platform takes a fee and sets the rules', '平台收取佣金并制定规则');
  const highFixedCost = con('highFixedCost', 'rent and staff cost whatever is sold', '房租与人员成本固定');
  const trafficCost = con('trafficCost', 'visitors have to be won and paid for', '需要自行引流并为此付费');
  return {
    ownStore: [
      fullControl,
      customerData,
      highFixedCost,
      con('slowToGrow', 'each store takes time and money', '开店需要时间和资金'),
    ],
    dealer: [
      localReach,
      pro('sharedStock', 'the dealer holds and pays for stock', '库存及资金由经销商承担'),
      lessControl,
      sharedMargin,
    ],
    agent: [
      localReach,
      pro('lowFixedCost', 'costs something only when something is sold', '成交才付费，固定成本低'),
      con('dividedLoyalty', 'the agent sells for others as well', '代理商同时代理他人产品'),
      sharedMargin,
    ],
    franchise: [
      pro('fastGrowth', 'grows with the money of others', '借助他人资金快速扩张'),
      pro('sameFace', 'looks the same everywhere', '形象统一'),
      con('brandRisk', 'one bad shop harms all', '一家失误，全体受损'),
      sharedMargin,
    ],
    ownShop: [
      fullControl,
      customerData,
      pro('openAllDay', 'open at any hour and everywhere', '不受时间与地点限制'),
      trafficCost,
    ],
    platform: [
      pro('traffic', 'many visitors are there already', '自带大量流量'),
      pro('quickStart', 'sells within days', '数日即可开售'),
      platformFee,
      con('directComparison', 'competitors are one click away', '竞品近在咫尺'),
    ],
    social: [
      pro('recommendation', 'customers recommend to their friends', '客户向朋友推荐'),
      pro('dialogue', 'answers come at once', '即时互动'),
      con('uncertainVolume', 'what sells is hard to foresee', '销量难以预测'),
      trafficCost,
    ],
    o2o: [
      pro('oneJourney', 'found online, bought or fetched on the spot', '线上了解，线下购买或提货'),
      customerData,
      con('sharedSystems', 'stock and orders need one system', '库存与订单须统一系统'),
      con('creditDispute', 'store and web dispute whose sale it was', '门店与线上争夺业绩归属'),
    ],
    newRetail: [
      pro('oneStock', 'one stock for store, web and delivery', '门店、线上与配送共用库存'),
      customerData,
      highFixedCost,
      con('sharedSystems', 'stock and orders need one system', '库存与订单须统一系统'),
    ],
  };
})();
