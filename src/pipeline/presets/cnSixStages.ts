import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

/** Six stages, the last of which, after-sales care, begins with the order. The chances are starting values. */
export const cnSixStages = /* @__PURE__ */ definePipeline({
  id: 'cn-6-stage',
  version: 1,
  initial: ['develop', 'needs', 'quote', 'negotiate', 'sign'],
  moves: {},
  states: [
    .../* @__PURE__ */ openStages([
      ['develop', '0.1', 'Develop', '客户开发'],
      ['needs', '0.3', 'Needs', '需求沟通'],
      ['quote', '0.5', 'Quote', '方案报价'],
      ['negotiate', '0.7', 'Negotiate', '商务谈判'],
      ['sign', '0.9', 'Sign', '签订合同'],
    ]),
    /* @__PURE__ */ wonStage('after-sales', 'After-sales', '售后服务'),
    lostStage,
  ],
  reasons: lostReasons,
});
