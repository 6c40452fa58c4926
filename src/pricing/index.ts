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
export { compileCharge, type CompiledCharge } from './charge/compileCharge.js';
export { rateCharge } from './charge/rateCharge.js';
export { type PriceRange, tiersFromRanges } from './charge/tiersFromRanges.js';
export { graduated, graduatedPercentage, stairstep, type TieredModel, volume } from './charge/volumeModels.js';
export type { PriceBookOptions } from './priceBook/bookEngine.js';
export { compilePriceBook, type CompiledPriceBook, type PriceBatch } from './priceBook/compilePriceBook.js';
export type { ExplainedPrice } from './priceBook/explainPrice.js';
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
export { Charge, ChargeModel } from './schema/charge.js';
export { PriceBook, PriceFormula, PriceItem, PriceList, PriceRule } from './schema/priceBook.js';
