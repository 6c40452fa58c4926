export type { ApprovalMove, ApprovalState } from './approval/approvalLifecycle.js';
export type { ApprovalLimit, ApprovalRow } from './approval/approvalMatrix.js';
export { checkQuotePolicy, type QuotePolicyCheck, type QuotePolicyOptions } from './approval/checkQuotePolicy.js';
export type { Deal, DealLine } from './approval/dealScopes.js';
export { needsReapproval, type Reapproval } from './approval/needsReapproval.js';
export { negotiationRoom, type NegotiatedLine } from './approval/negotiationRoom.js';
export { type ApprovalAvoidance, type ApprovalRoute, requiredApprovals } from './approval/requiredApprovals.js';
export { availableBudget } from './budget/availableBudget.js';
export { promotionPace, type PromotionPace } from './budget/promotionPace.js';
export { type PromotionFigures, promotionRoi, type PromotionRoi } from './budget/promotionRoi.js';
export type { BudgetReservation } from './budget/promotionBudget.js';
export {
  type BudgetChange,
  type BudgetGrant,
  commitBudget,
  releaseBudget,
  reserveBudget,
} from './budget/reserveBudget.js';
export type {
  ChargeAdjustment,
  ChargeInput,
  ChargeLine,
  ChargeResult,
  ChargeSlice,
  NegativeQuantity,
  PricedCharge,
  ProratedEvent,
} from './charge/charge.js';
export type { Overage, PartialUnit, PriceBlock } from './charge/chargeModel.js';
export type { ChargedColumn } from './charge/chargeColumn.js';
export { compileCharge, type CompiledCharge } from './charge/compileCharge.js';
export { cheaperQuantity, type CheaperQuantity } from './charge/cheaperQuantity.js';
export { rateCharge } from './charge/rateCharge.js';
export { type PriceRange, tiersFromRanges } from './charge/tiersFromRanges.js';
export { graduated, graduatedPercentage, stairstep, type TieredModel, volume } from './charge/volumeModels.js';
export type { ConditionClass, ConditionKind, Reward, Trigger } from './condition/condition.js';
export type { ExclusionGroup } from './condition/procedure.js';
export { checkPrice, type CheckPriceOptions, type GuardedPrice, type PriceCheck } from './guard/checkPrice.js';
export { type Arbitrage, type ChannelPrices, findArbitrage } from './guard/findArbitrage.js';
export type { GuardKind } from './guard/priceGuard.js';
export { type CorridorFacts, type PriceCorridor, priceCorridor } from './guard/priceCorridor.js';
export { cliffFree } from './inverse/cliffFree.js';
export {
  type AllowedDiscount,
  discountAllowed,
  type PriceBinding,
  type PriceBounds,
} from './inverse/discountAllowed.js';
export { type MarginTarget, priceForMargin, type TargetPrice } from './inverse/priceForMargin.js';
export { priceForMarkup } from './inverse/priceForMarkup.js';
export type { QuantityAnswer } from './inverse/quantityAnswer.js';
export { quantityForBudget } from './inverse/quantityForBudget.js';
export { quantityForTotal } from './inverse/quantityForTotal.js';
export type { IncrementOption } from './inverse/roundUp.js';
export type { PriceBookOptions } from './priceBook/bookEngine.js';
export { compilePriceBook, type CompiledPriceBook, type PriceBatch } from './priceBook/compilePriceBook.js';
export type { ExplainedPrice } from './priceBook/explainPrice.js';
export { compareOfferCost, type OfferComparison } from './lease/compareOfferCost.js';
export type { CashFlow } from './lease/offer.js';
export { lintApprovalMatrix } from './lint/lintApprovalMatrix.js';
export { lintCharge } from './lint/lintCharge.js';
export { lintConditions, type LintConditionsOptions } from './lint/lintConditions.js';
export { lintPriceBook } from './lint/lintPriceBook.js';
export { lintRebate } from './lint/lintRebate.js';
export { arcElasticity, type DemandPoint } from './market/arcElasticity.js';
export { breakEvenVolumeChange } from './market/breakEvenVolumeChange.js';
export { competitorPrice, type CompetitorPrice, type CompetitorPricing } from './market/competitorPrice.js';
export { costPlus } from './market/costPlus.js';
export {
  dynamicPrice,
  type DynamicPrice,
  type DynamicPriceInput,
  type DynamicPriceStep,
} from './market/dynamicPrice.js';
export type { DynamicPriceFactor } from './market/dynamicPricePolicy.js';
export type { RivalQuote, UsedQuote } from './market/freshQuotes.js';
export { goodBetterBest, type OfferChoice, type OfferSegment, type PricedOffer } from './market/goodBetterBest.js';
export { optimalPrice, type OptimalPrice } from './market/optimalPrice.js';
export { type LinearOptimum, optimalPriceLinear } from './market/optimalPriceLinear.js';
export { priceIndex, type PriceIndex, type PriceIndexOptions } from './market/priceIndex.js';
export { profileGaps } from './market/profileGaps.js';
export { valuePrice, type ValueFacts, type ValuePrice } from './market/valuePrice.js';
export { odooFormula, type OdooFormula } from './priceBook/odooFormula.js';
export type {
  LoserReason,
  PriceContext,
  PricedUnit,
  PriceListKind,
  PriceLoser,
  PriceRequest,
  PriceResult,
  PriceTarget,
} from './priceBook/priceBook.js';
export type { PriceColumns, PricedColumns } from './priceBook/priceColumns.js';
export type { FormulaStep, PriceBase } from './priceBook/priceFormula.js';
export { priceOf } from './priceBook/priceOf.js';
export type { Comparator, Selection, SelectionPreset, TiePolicy } from './priceBook/selection.js';
export { presets } from './presets.js';
export {
  bestPrice,
  type BestPrice,
  type BestPriceOptions,
  type BestPriceProof,
  type PricedSet,
} from './quote/bestPrice.js';
export { explainQuote } from './quote/explainQuote.js';
export { priceQuote } from './quote/priceQuote.js';
export type {
  AppliedCondition,
  BudgetUse,
  CapReason,
  FreeGoods,
  InactiveCondition,
  InactiveReason,
  LineDelta,
  LineTax,
  PricedLine,
  PricedQuote,
  QuoteHistory,
  QuoteLine,
  QuoteResult,
  QuoteTax,
} from './quote/quote.js';
export type { QuoteRoundingPreset } from './quote/quoteRounding.js';
export type { QuoteOptions } from './quote/quoteSetup.js';
export type { IncompleteLines, UnpricedLine } from './quote/readLines.js';
export { type HintRange, type ThresholdHint, thresholdHints } from './quote/thresholdHints.js';
export { accrueRebate, type RebateAccrual } from './rebate/accrueRebate.js';
export { agreementList } from './rebate/agreementList.js';
export {
  checkMostFavoured,
  type ComparedSale,
  type FavourBreach,
  type MostFavouredCheck,
} from './rebate/checkMostFavoured.js';
export type { RebateFigures } from './rebate/compileRebate.js';
export type { AgreedPrice } from './rebate/keyAccountAgreement.js';
export { rebateDue, type RebateDue } from './rebate/rebateDue.js';
export { type RebateSale, type RebateTotals, rebateTotals } from './rebate/rebateTotals.js';
export { ApprovalMatrix, PriceGuard } from './schema/authority.js';
export { Charge, ChargeModel } from './schema/charge.js';
export { DynamicPricePolicy, MarketSnapshot, ProductProfile } from './schema/market.js';
export { PriceBook, PriceFormula, PriceItem, PriceList, PriceRule } from './schema/priceBook.js';
export { BudgetState, Condition, Procedure, PromotionBudget, QuoteInput, QuoteRounding } from './schema/quote.js';
export { KeyAccountAgreement, OfferTerms, RebateAgreement, SubscriptionItem } from './schema/terms.js';
export { changePlan, type PlanChange, type PlanChangeAmounts } from './subscription/changePlan.js';
export { type Commitment, type CommitmentDue, minimumCommitment } from './subscription/minimumCommitment.js';
export { type MrrMovementKind, mrrMovements, type MrrMovements } from './subscription/mrrMovements.js';
export { mrrOf } from './subscription/mrrOf.js';
export { subscriptionsOn } from './subscription/subscriptionsOn.js';
export { WaterfallDefinition } from './schema/waterfall.js';
export { aggregateWaterfall } from './waterfall/aggregateWaterfall.js';
export { type CompiledWaterfall, compileWaterfall, type WaterfallBatch } from './waterfall/compileWaterfall.js';
export {
  type PocketBand,
  type PocketPrice,
  pocketPriceBand,
  type PocketPriceBands,
} from './waterfall/pocketPriceBand.js';
export { priceWaterfall } from './waterfall/priceWaterfall.js';
export type {
  StepTerms,
  Waterfall,
  WaterfallBar,
  WaterfallBasis,
  WaterfallStage,
  WaterfallStep,
  WaterfallValues,
} from './waterfall/waterfall.js';
