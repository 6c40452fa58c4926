export { bullwhipBound } from './bullwhip/bullwhipBound.js';
export { bullwhipRatio, type BullwhipOptions, type BullwhipRatio } from './bullwhip/bullwhipRatio.js';
export { activityStages } from './chain/activityStages.js';
export { classifyActivity, type ActivityOptions, type ActivityStage } from './chain/classifyActivity.js';
export { orderChain, type OrderChainStage, type OrderStage } from './chain/orderChain.js';
export { orderChainHealth, type ChainHealth, type OrderProgress, type StageHealth } from './chain/orderChainHealth.js';
export { orderTimeReport, type TimeColumn, type TimeReportOptions } from './chain/orderTimeReport.js';
export { partnerFitScorecard } from './chain/partnerFitScorecard.js';
export { potentialOrder, type PotentialFactors, type PotentialOrder } from './chain/potentialOrder.js';
export { timeAllocationExample } from './chain/timeAllocationExample.js';
export { agreeDemand, type DemandAgreement } from './demand/agreeDemand.js';
export { consensusDemand, type Consensus, type ConsensusCut, type ConsensusOptions } from './demand/consensusDemand.js';
export { explainConsensus } from './demand/explainConsensus.js';
export { planStability, type PlanStability, type StabilityOptions } from './demand/planStability.js';
export { planVersionDiff, type PlanChange, type PlanVersionDiff } from './demand/planVersionDiff.js';
export { fillRateOf, safetyForFillRate, type CycleFacts } from './inventory/cycleFillRate.js';
export {
  economicOrderQuantity,
  type OrderQuantity,
  type OrderQuantityCandidate,
  type OrderQuantityFacts,
} from './inventory/economicOrderQuantity.js';
export { newsvendorQuantity } from './inventory/newsvendorQuantity.js';
export { safetyStock, type SafetyFacts } from './inventory/safetyStock.js';
export { DemandPlan, type DemandSource } from './schema/demandPlan.js';
export { TimeLog } from './schema/timeLog.js';
export { allocateShortage } from './shortage/allocateShortage.js';
export { explainShortage } from './shortage/explainShortage.js';
export { gamingGain, type GamingGain } from './shortage/gamingGain.js';
export { lintShortage } from './shortage/lintShortage.js';
export type {
  ShortageInput,
  ShortageLevel,
  ShortageRequest,
  ShortageResult,
  ShortageRule,
  ShortageShare,
} from './shortage/shortage.js';
export { availableToPromise, type AtpBucket } from './supply/availableToPromise.js';
export { creditCheck, type CreditCheck, type CreditFacts } from './supply/creditCheck.js';
export { paymentDue, type PaymentDue } from './supply/paymentDue.js';
export { promiseOrder, type OrderPromise } from './supply/promiseOrder.js';
export { reorderDate, type ReorderDate, type StockFacts } from './supply/reorderDate.js';
export { reorderPoint } from './supply/reorderPoint.js';
export {
  supplyPlan,
  type LotRule,
  type SupplyBucket,
  type SupplyOptions,
  type SupplyPlan,
} from './supply/supplyPlan.js';
