import { BRIEF_FIELDS } from '../brief/accountBrief.js';
import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

const [prepare, carryOut] = /* @__PURE__ */ openStages([
  ['prepare', '0.1', 'Prepare', '准备'],
  ['carry-out', '0.5', 'Carry out', '实施'],
]);

/**
 * Prepare, carry out, follow up and evaluate. A deal leaves the preparation when its account brief is complete; the order
 * opens the follow-up, and both outcomes may be evaluated afterwards. The chances are starting values.
 */
export const cnFourStages = /* @__PURE__ */ definePipeline({
  id: 'cn-4-stage',
  version: 1,
  initial: ['prepare', 'carry-out'],
  moves: {},
  states: [
    {
      ...prepare!,
      activities: ['marketResearch', 'planAndGoals', 'accountStudy'],
      exitCriteria: BRIEF_FIELDS.map((field) => ({
        id: `brief.${field}`,
        rule: { field: `brief.${field}`, op: 'exists' },
      })),
    },
    { ...carryOut!, activities: ['contact', 'presentationAndDemo', 'negotiationAndContract'] },
    {
      .../* @__PURE__ */ wonStage('follow-up', 'Follow-up', '跟进'),
      activities: ['care', 'orderTracking', 'marketFeedback'],
    },
    lostStage,
    {
      id: 'evaluate',
      kind: 'ended',
      probability: '0',
      category: 'omitted',
      label: { en: 'Evaluate', 'zh-CN': '评估' },
      activities: ['review', 'feedback', 'adjustment'],
    },
  ],
  transitions: [{ id: 'evaluate', from: ['follow-up', 'lost'], to: 'evaluate' }],
  reasons: lostReasons,
});
