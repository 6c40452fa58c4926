export { bullwhipBound } from './bullwhip/bullwhipBound.js';
export { bullwhipRatio, type BullwhipOptions, type BullwhipRatio } from './bullwhip/bullwhipRatio.js';
export { activityStages } from './chain/activityStages.js';
export { classifyActivity, type ActivityOptions, type ActivityStage } from './chain/classifyActivity.js';
export { orderChain, type OrderChainStage, type OrderStage } from './chain/orderChain.js';
export { orderChainHealth, type ChainHealth, type OrderProgress, type StageHealth } from './chain/orderChainHealth.js';
export { orderLifecycle, type OrderState } from './chain/orderLifecycle.js';
export { orderTimeReport, type TimeColumn, type TimeReportOptions } from './chain/orderTimeReport.js';
export { partnerFitScorecard } from './chain/partnerFitScorecard.js';
export { potentialOrder, type PotentialFactors, type PotentialOrder } from './chain/potentialOrder.js';
export { timeAllocationExample } from './chain/timeAllocationExample.js';
export { archiveDue, type ArchivePolicy } from './contract/archiveDue.js';
export { canBorrow, type Borrower, type BorrowPolicy } from './contract/canBorrow.js';
export { contractLifecycle, type ContractState } from './contract/contractLifecycle.js';
export { loanLifecycle, type LoanState } from './contract/loanLifecycle.js';
export { overdueLoans, type OverdueLoan } from './contract/overdueLoans.js';
export { transitionContract, type ContractFacts } from './contract/transitionContract.js';
export { agreeDemand, type DemandAgreement } from './demand/agreeDemand.js';
export { consensusDemand, type Consensus, type ConsensusCut, type ConsensusOptions } from './demand/consensusDemand.js';
export { explainConsensus } from './demand/explainConsensus.js';
export { planStability, type PlanStability, type StabilityOptions } from './demand/planStability.js';
export { planVersionDiff, type PlanChange, type PlanVersionDiff } from './demand/planVersionDiff.js';
export { campaignRoi, type CampaignResult, type CampaignTotal } from './expansion/campaignRoi.js';
export { expansionTarget, type ExpansionTarget } from './expansion/expansionTarget.js';
export { incrementalSales, type BeforeAndAfter } from './expansion/incrementalSales.js';
export { whitespace, type ProductSales, type WhitespaceCell, type WhitespaceCustomer } from './expansion/whitespace.js';
export { fillRateOf, safetyForFillRate, type CycleFacts } from './inventory/cycleFillRate.js';
export {
  economicOrderQuantity,
  type OrderQuantity,
  type OrderQuantityCandidate,
  type OrderQuantityFacts,
} from './inventory/economicOrderQuantity.js';
export { newsvendorQuantity } from './inventory/newsvendorQuantity.js';
export { safetyStock, type SafetyFacts } from './inventory/safetyStock.js';
export { displayCompliance, type DisplayItem } from './market/displayCompliance.js';
export { numericDistribution, weightedDistribution, type Outlet } from './market/distribution.js';
export { shareOfShelf, type Facings } from './market/shareOfShelf.js';
export { Campaign } from './schema/campaign.js';
export { ChannelInventory } from './schema/channelInventory.js';
export { ArchiveRecord, Contract, Loan } from './schema/contract.js';
export { DemandPlan, type DemandSource } from './schema/demandPlan.js';
export { Order, OrderLine, type Movement } from './schema/order.js';
export { TimeLog } from './schema/timeLog.js';
export { fillRate, type ServiceLine } from './service/fillRate.js';
export { orderRisk, type OrderFacts, type OrderRisk, type RiskReason } from './service/orderRisk.js';
export { otif, type Otif, type OtifLine, type OtifOptions } from './service/otif.js';
export { returnRate, type GoodsRow, type ReturnRate } from './service/returnRate.js';
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
export { sellThroughRate } from './stock/sellThroughRate.js';
export { stockAgeing, type AgedLot, type StockAgeing, type StockLot } from './stock/stockAgeing.js';
export { stockBalanceCheck, type StockBalance, type StockCheck } from './stock/stockBalanceCheck.js';
export { weeksOfSupply, type WeeksOfSupply } from './stock/weeksOfSupply.js';
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
