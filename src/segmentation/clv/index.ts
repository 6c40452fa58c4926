export { conditionalExpectedPurchases } from './ask/conditionalExpectedPurchases.js';
export { del } from './ask/del.js';
export { derl } from './ask/derl.js';
export { dert } from './ask/dert.js';
export { expectedPurchases } from './ask/expectedPurchases.js';
export { expectedSpend } from './ask/expectedSpend.js';
export { lifetimePurchases } from './ask/lifetimePurchases.js';
export { logLikelihood } from './ask/logLikelihood.js';
export { probabilityAlive } from './ask/probabilityAlive.js';
export { probabilityOfCount } from './ask/probabilityOfCount.js';
export { retention } from './ask/retention.js';
export { survival } from './ask/survival.js';
export { fitBgBb, type OccasionRow } from './fit/fitBgBb.js';
export { fitBgNbd } from './fit/fitBgNbd.js';
export { fitGammaGamma, type GammaGammaFitOptions } from './fit/fitGammaGamma.js';
export { fitMbgNbd } from './fit/fitMbgNbd.js';
export { fitParetoNbd } from './fit/fitParetoNbd.js';
export type { Fit } from './fit/fitReport.js';
export { fitSBg } from './fit/fitSBg.js';
export { gammaGammaCheck, type SpendCorrelation } from './fit/gammaGammaCheck.js';
export type { HistoryRow } from './fit/readHistories.js';
export type { SpendRow } from './fit/readSpends.js';
export type { Weighted } from './fit/uniqueRows.js';
export type { BgBbEvaluator } from './model/bgBb.js';
export type { BuyingEvaluator } from './model/buyingEvaluator.js';
export type { BetaGeometricParams, BuyingModel } from './model/clvModel.js';
export { type ClvEvaluator, compileClv } from './model/compileClv.js';
export type { Finite } from './model/finite.js';
export type { GammaGammaEvaluator } from './model/gammaGamma.js';
export type { OccasionHistory, PurchaseHistory } from './model/history.js';
export type { DertOptions, ParetoNbdEvaluator } from './model/paretoNbd.js';
export type { SBgEvaluator } from './model/sBg.js';
export type { SpendHistory } from './model/spendHistory.js';
export {
  type BgBbModel,
  type BgNbdModel,
  ClvModel,
  FitReport,
  FittedModel,
  type GammaGammaModel,
  type MbgNbdModel,
  type ParetoNbdModel,
  type SBgModel,
} from './schema.js';
export { asMoney } from './value/asMoney.js';
export { cumulativeActual } from './value/cumulativeActual.js';
export { cumulativeExpected } from './value/cumulativeExpected.js';
export {
  customerLifetimeValue,
  type LifetimeValue,
  type LifetimeValueInput,
  type LifetimeValueStep,
  type LifetimeValueTerms,
} from './value/customerLifetimeValue.js';
export type { TimedModel } from './value/daysOf.js';
export { explainClv } from './value/explainClv.js';
export { silentUntil, type Silence } from './value/silentUntil.js';
export { type HoldoutResult, type HoldoutSample, validatePurchases } from './value/validatePurchases.js';
