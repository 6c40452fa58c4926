export { decimalString, type DecimalLike } from './decimal.js';
export { DecimalString } from './schema/decimal.js';
export {
  allocate,
  type AllocateOptions,
  type Allocation,
  type BoundedAllocateOptions,
  type BoundedAllocation,
} from './allocate.js';
export { type ZeroWeight } from './allocateWithin.js';
export { apportion, type ApportionMethod } from './apportion.js';
export { addRatios, compareRatios, ratio } from './ratio.js';
export type { DecimalColumn, DictionaryColumn } from './columns.js';
export { Ratio } from './schema/ratio.js';
export { sharesBy, type Share, type ShareRow } from './sharesBy.js';
export { paretoBy, type ParetoShare } from './paretoBy.js';
export { round } from './rounding.js';
export { Residue, RoundingMode, RoundingPolicy } from './schema/rounding.js';
export { type Estimate } from './estimate.js';
export { erf } from './erf.js';
export { logBeta, logGamma } from './gamma.js';
export { normalQuantile } from './normalQuantile.js';
export { studentQuantile } from './studentQuantile.js';
export { wilsonInterval, type ShareInterval } from './wilsonInterval.js';
export { seededRandom, type SeededRandom } from './random.js';
export { hash32 } from './hash.js';
export { emptySummary, merge, type Partition, type Summary } from './summary.js';
export { seededOrder } from './seededOrder.js';
export {
  type Finding,
  type Params,
  type Path,
  pathText,
  type Reason,
  type Rejected,
  SalesModelError,
} from './errors.js';
export { addDays, addMonths, dayNumber, daysBetween, daysInMonth, fromDayNumber, weekday } from './date.js';
export type { RetailPattern, RetailYear } from './calendar.js';
export { nextPeriod, periodOf, periodsBetween, previousPeriod } from './period.js';
export { periodLabel } from './periodLabel.js';
export { contains } from './contains.js';
export { overlapDays } from './overlapDays.js';
export type { DayCountOptions } from './dayCount.js';
export { prorate, type ProrateOptions, type Proration } from './prorate.js';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './workCalendar.js';
export { type Effective, effectiveAsOf, type EffectiveChange, effectiveChanges, effectiveSlices } from './effective.js';
export type { Tier, TierBoundary, TierMode } from './tiers.js';
export { Tiers } from './schema/tiers.js';
export { applyTiers, applyTiersFrom, type TieredTotal, type TierSlice } from './applyTiers.js';
export { distanceToNext, type NextTier, tierAt, type TierPosition } from './tierAt.js';
export { invertTiers, type InverseTiers } from './invertTiers.js';
export { lintTiers } from './lintTiers.js';
export { withoutCliffs } from './withoutCliffs.js';
export { CURRENCY_EDITION } from './currencyTable.js';
export { type CurrencyCode, currencyOf, type CurrencyTable, defineCurrency, isoCurrencies } from './currency.js';
export { addMoney, divideMoney, money, multiplyMoney, negateMoney, subtractMoney, sumMoney } from './money.js';
export { compareMoney, isZeroMoney, maxMoney, minMoney, moneyRatio, moneySign } from './compareMoney.js';
export { allocateMoney, type AllocateMoneyOptions } from './allocateMoney.js';
export { roundCash, roundMoney } from './roundMoney.js';
export { formatMoney } from './formatMoney.js';
export type { RateLeg, RateOptions, RatePolicy, UsedQuote } from './rateTable.js';
export { type Conversion, convert, type ConvertOptions } from './convert.js';
export type { CurvePoint, Extrapolation } from './curve.js';
export { Curve } from './schema/curve.js';
export { curveFromSteps, type CurveStep } from './curveFromSteps.js';
export { evaluateCurve } from './evaluateCurve.js';
export { invertCurve, type InverseCurve } from './invertCurve.js';
export { lintCurve } from './lintCurve.js';
export { Instant, PlainDate } from './schema/date.js';
export { Calendar, DayCount, Period, PeriodKind, Span, WorkCalendar } from './schema/period.js';
export { Currency, Money, RateQuote, RateTable } from './schema/money.js';
export type { ExplanationValue } from './explanation.js';
export { Explanation } from './schema/explanation.js';
export { explainTiers, type TiersPaths } from './explainTiers.js';
export { explainCurve, type CurvePaths } from './explainCurve.js';
export { renderExplanation, type RenderOptions } from './renderExplanation.js';
export { checkJson } from './checkJson.js';
export { localize } from './localize.js';
export { type Problem, toProblems } from './toProblems.js';
export type { Locale } from '../locales/index.js';
