export { compileConflictRules, type ConflictEvaluator, type ConflictReport } from './conflict/compileConflictRules.js';
export { conflictCauses } from './conflict/conflictCauses.js';
export type {
  ConflictData,
  ConflictEvent,
  ConflictPartition,
  ConflictPartner,
  CustomerHold,
  MakerSale,
  PromotionWindow,
  RejectedFact,
  SeenPrice,
  Shipment,
  TerritoryGrant,
  UndeterminedConflict,
} from './conflict/conflictData.js';
export {
  conflictEscalation,
  conflictLifecycle,
  type ConflictState,
  type ResolutionLevel,
} from './conflict/conflictLifecycle.js';
export type {
  CauseFacts,
  ConflictCause,
  ConflictCode,
  ConflictKind,
  ConflictRule,
  ConflictRules,
  ConflictSeverity,
} from './conflict/conflictRules.js';
export { detectConflicts } from './conflict/detectConflicts.js';
export { lintConflictRules } from './conflict/lintConflictRules.js';
export { nextResolution } from './conflict/nextResolution.js';
export { breakEvenFee } from './economics/breakEvenFee.js';
export {
  type ChannelEconomics,
  channelEconomics,
  type ExactEconomics,
  type ModeEconomics,
} from './economics/channelEconomics.js';
export {
  type ContractInput,
  type ContractKind,
  type CoordinatingContract,
  coordinatingContract,
} from './economics/coordinatingContract.js';
export type {
  ChannelMode,
  Demand,
  EconomicsInput,
  IsoelasticDemand,
  LinearDemand,
} from './economics/economicsInput.js';
export { type EconomicsField, type EconomicsRow, economicsSensitivity } from './economics/economicsSensitivity.js';
export { type ChannelMixRow, type ChannelMixShare, channelMixShare, type ChannelShare } from './mix/channelMixShare.js';
export { type ChannelShift, mixShift } from './mix/mixShift.js';
export {
  classifySalesMode,
  type ControlRight,
  type RightContribution,
  type SalesModeOptions,
  type SalesModePosition,
} from './mode/classifySalesMode.js';
export { compareModes, type ModeCase, type ModeComparison } from './mode/compareModes.js';
export type { ModeArgument, ModeEvidence } from './mode/modeArguments.js';
export { ChannelConflict, ConflictCase } from './schema/conflict.js';
export { type ControlHolder, ControlRights, OfferOption, SalesModel } from './schema/salesModel.js';
export { type AttributedCredit, attributeCredit, type ChannelCredit } from './touch/attributeCredit.js';
export type { AttributionPath, AttributionRule, PathTouch } from './touch/attributionPath.js';
export { type ChainEffects, removalEffects } from './touch/removalEffects.js';
