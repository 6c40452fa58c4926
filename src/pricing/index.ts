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
export { Charge, ChargeModel } from './schema/charge.js';
