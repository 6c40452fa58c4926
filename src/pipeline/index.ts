export { briefCompleteness, type BriefCompleteness } from './brief/briefCompleteness.js';
export { definePipeline } from './definition/definePipeline.js';
export { extendPipeline, type PipelineOverrides } from './definition/extendPipeline.js';
export type { ForecastCategory } from './definition/forecastCategory.js';
export type { StageDefinition } from './definition/pipelineDefinition.js';
export { allowedMoves } from './opportunity/allowedMoves.js';
export { applyOpportunityEvent } from './opportunity/applyOpportunityEvent.js';
export { compilePipeline, type DealApplication, type Pipeline } from './opportunity/compilePipeline.js';
export { foldOpportunities } from './opportunity/foldOpportunities.js';
export type {
  DealViolation,
  OpportunityHistory,
  OpportunityPolicy,
  RejectedDealEvent,
} from './opportunity/opportunityHistory.js';
export type {
  AmountChangedEvent,
  CategoryChangedEvent,
  CloseDateChangedEvent,
  CreatedEvent,
  DeletedEvent,
  FieldSetEvent,
  OwnerChangedEvent,
  ProbabilityChangedEvent,
  ReopenedEvent,
  StageChangedEvent,
} from './opportunity/opportunityEvent.js';
export { snapshotAsOf } from './opportunity/snapshotAsOf.js';
export { pipelineFor, type PipelineChoice, type SaleType } from './presets/pipelineFor.js';
export { presets } from './presets/presets.js';
export { AccountBrief, Opportunity, OpportunityEvent, PipelineDefinition, Snapshot } from './schema/opportunity.js';
