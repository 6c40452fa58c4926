import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

/** The stages that a new Salesforce organisation begins with. */
export const salesforceLike = /* @__PURE__ */ definePipeline({
  id: 'salesforce-like',
  version: 1,
  initial: [
    'prospecting',
    'qualification',
    'needs-analysis',
    'value-proposition',
    'decision-makers',
    'perception-analysis',
    'proposal',
    'negotiation',
  ],
  moves: {},
  states: [
    .../* @__PURE__ */ openStages([
      ['prospecting', '0.1', 'Prospecting', '寻找客户'],
      ['qualification', '0.1', 'Qualification', '资格确认'],
      ['needs-analysis', '0.2', 'Needs analysis', '需求分析'],
      ['value-proposition', '0.5', 'Value proposition', '价值主张'],
      ['decision-makers', '0.6', 'Decision makers identified', '确定决策人'],
      ['perception-analysis', '0.7', 'Perception analysis', '认知分析'],
      ['proposal', '0.75', 'Proposal or price quote', '建议或报价'],
      ['negotiation', '0.9', 'Negotiation or review', '谈判或审查'],
    ]),
    /* @__PURE__ */ wonStage('won', 'Closed won', '赢单'),
    lostStage,
  ],
  reasons: lostReasons,
});
