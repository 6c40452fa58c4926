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
export { lintApprovalMatrix } from './lint/lintApprovalMatrix.js';
export { lintCharge } from './lint/lintCharge.js';
export { lintConditions, type LintConditionsOptions } from './lint/lintConditions.js';
export { lintPriceBook } from './lint/lintPriceBook.js';
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
export type { UnpricedLine } from './quote/readLines.js';
export { type HintRange, type ThresholdHint, thresholdHints } from './quote/thresholdHints.js';
export { ApprovalMatrix, PriceGuard } from './schema/authority.js';
export { Charge, ChargeModel } from './schema/charge.js';
export { PriceBook, PriceFormula, PriceItem, PriceList, PriceRule } from './schema/priceBook.js';
export { BudgetState, Condition, Procedure, PromotionBudget, QuoteInput, QuoteRounding } from './schema/quote.js';
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
