import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

/** The stages that a new HubSpot account begins with. */
export const hubspotLike = /* @__PURE__ */ definePipeline({
  id: 'hubspot-like',
  version: 1,
  initial: ['appointment', 'qualified', 'presentation', 'decision-maker', 'contract'],
  moves: {},
  states: [
    .../* @__PURE__ */ openStages([
      ['appointment', '0.2', 'Appointment scheduled', '已约见'],
      ['qualified', '0.4', 'Qualified to buy', '确认购买意向'],
      ['presentation', '0.6', 'Presentation scheduled', '已安排演示'],
      ['decision-maker', '0.8', 'Decision maker bought in', '决策人认可'],
      ['contract', '0.9', 'Contract sent', '已发合同'],
    ]),
    /* @__PURE__ */ wonStage('won', 'Closed won', '赢单'),
    lostStage,
  ],
  reasons: lostReasons,
});
