import { definePipeline } from '../definition/definePipeline.js';
import { lostReasons, lostStage, openStages, wonStage } from './stageList.js';

/** What each stage after the first asks for, with all that was asked for before. */
const FIELDS = ['need', 'solutionBrief', 'referenceCustomer', 'offer', 'decisionMaker', 'contractDraft'];

/** Project and solution selling: no stage is entered without what it builds on. The chances are starting values. */
export const projectSelling = /* @__PURE__ */ definePipeline({
  id: 'project-selling',
  version: 1,
  initial: ['lead', 'qualified', 'solution-fit', 'reference-visit', 'proposal', 'negotiation', 'contract'],
  moves: {},
  states: [
    .../* @__PURE__ */ openStages([
      ['lead', '0.1', 'Lead', '线索'],
      ['qualified', '0.2', 'Qualified', '已确认'],
      ['solution-fit', '0.35', 'Solution fit', '方案匹配'],
      ['reference-visit', '0.5', 'Reference visit', '样板客户参观'],
      ['proposal', '0.65', 'Proposal', '投标报价'],
      ['negotiation', '0.8', 'Negotiation', '谈判'],
      ['contract', '0.9', 'Contract', '合同'],
    ]).map((stage, at) => (at === 0 ? stage : { ...stage, requiredFields: FIELDS.slice(0, at) })),
    /* @__PURE__ */ wonStage('won', 'Won', '赢单'),
    lostStage,
  ],
  reasons: lostReasons,
});
