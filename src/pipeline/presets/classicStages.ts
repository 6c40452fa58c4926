import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

/** Seven stages from the first sign of a need to the signature. The chances are starting values. */
export const classicStages = /* @__PURE__ */ definePipeline({
  id: 'classic-7-stage',
  version: 1,
  initial: ['identify', 'first-contact', 'needs', 'solution', 'presentation', 'negotiation', 'sign'],
  moves: {},
  states: [
    .../* @__PURE__ */ openStages([
      ['identify', '0.05', 'Identify', '识别客户'],
      ['first-contact', '0.1', 'First contact', '初步接触'],
      ['needs', '0.25', 'Needs', '需求分析'],
      ['solution', '0.4', 'Solution', '方案制定'],
      ['presentation', '0.6', 'Presentation', '方案演示'],
      ['negotiation', '0.75', 'Negotiation', '商务谈判'],
      ['sign', '0.9', 'Signature', '签约'],
    ]),
    /* @__PURE__ */ wonStage('won', 'Won', '赢单'),
    lostStage,
  ],
  reasons: lostReasons,
});
