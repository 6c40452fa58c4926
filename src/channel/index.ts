export { channelChoiceScorecard } from './choice/channelChoiceScorecard.js';
export { type ChainPartner, type ChannelDepth, channelDepth } from './choice/channelDepth.js';
export { type ChannelSensitivity, channelSensitivity, type WeightTurn } from './choice/channelSensitivity.js';
export { type ChannelTrait, channelTraits } from './choice/channelTraits.js';
export {
  type ChannelChoice,
  type ChannelChoiceOptions,
  type ChannelOption,
  chooseChannel,
  type ScoredChannel,
} from './choice/chooseChannel.js';
export {
  type DemandPoint,
  type KnownDistance,
  type ServiceCoverage,
  serviceCoverage,
} from './choice/serviceCoverage.js';
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
  ConflictRuleBase,
} from './conflict/conflictRules.js';
export {
  type ConflictSignal,
  type ConflictSignals,
  conflictSignals,
  type SignalPeriod,
} from './conflict/conflictSignals.js';
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
export { explainEconomics } from './economics/explainEconomics.js';
export { type EconomicsField, type EconomicsRow, economicsSensitivity } from './economics/economicsSensitivity.js';
export { type MdfBalance, mdfBalance, type MdfLot, type MdfPayment } from './mdf/mdfBalance.js';
export type { MdfAccrual, MdfClaim } from './mdf/mdfLedger.js';
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
export { type CoSellParty, type CoSellTerms, coSellTerms } from './partner/coSellTerms.js';
export { type PartnerState, partnerLifecycle } from './partner/partnerLifecycle.js';
export {
  type MaturityLevel,
  type MaturityPhase,
  partnerMaturity,
  partnerMaturityLadder,
} from './partner/partnerMaturity.js';
export {
  type PartnerFigures,
  type PartnerRebate,
  partnerRebate,
  partnerRebateRules,
  type RebateFacts,
} from './partner/partnerRebate.js';
export { partnerPerformanceScorecard, partnerScreeningScorecard } from './partner/partnerScorecards.js';
export { type PartnerTier, partnerTier } from './partner/partnerTier.js';
export { partnerTierBenefits, partnerTierLadder, type TierBenefits } from './partner/partnerTierLadder.js';
export { type PurchasesNeeded, purchasesNeeded } from './partner/purchasesNeeded.js';
export { type PartnerScreening, screenPartner, type ScreeningOptions } from './partner/screenPartner.js';
export { checkRegistration, type RegistrationCheck } from './registration/checkRegistration.js';
export { companySuffixes, customerKey } from './registration/customerKey.js';
export type { DealCustomer } from './registration/dealRegistration.js';
export { dealRegistrationLifecycle, type RegistrationState } from './registration/dealRegistrationLifecycle.js';
export { decisionDue } from './registration/decisionDue.js';
export type { ExistingBusiness, RegistrationGrant } from './registration/existingBusiness.js';
export type { RegistrationPolicy } from './registration/registrationPolicy.js';
export { type RegistrationStatus, registrationStatus } from './registration/registrationStatus.js';
export { type ByParty, CoSellAgreement } from './schema/coSellAgreement.js';
export { DealRegistration } from './schema/dealRegistration.js';
export { MdfLedger } from './schema/mdfLedger.js';
export { Partner, PartnerMaturity, Partners } from './schema/partner.js';
export { type RiskLight, type RiskWarning, riskWarnings } from './risk/riskWarnings.js';
export { Channel, type ChannelForm, ChannelMix, ChannelPlan, ServicePoint } from './schema/channel.js';
export { ChannelConflict, ConflictCase, type FoundConflict } from './schema/conflict.js';
export { RiskIndicator } from './schema/risk.js';
export { type ControlHolder, ControlRights, OfferOption, SalesModel } from './schema/salesModel.js';
export { Territory } from './schema/territory.js';
export { Touchpoint } from './schema/touchpoint.js';
export { lintTerritories } from './territory/lintTerritories.js';
export { proposeMoves, type TerritoryMove } from './territory/proposeMoves.js';
export { type TerritoryBalance, territoryBalance, type TerritoryLoad } from './territory/territoryBalance.js';
export { type TerritoryCoverage, territoryCoverage } from './territory/territoryCoverage.js';
export { type TerritoryOverlap, territoryOverlap } from './territory/territoryOverlap.js';
export { type AttributedCredit, attributeCredit, type ChannelCredit } from './touch/attributeCredit.js';
export type { AttributionPath, AttributionRule, PathTouch } from './touch/attributionPath.js';
export { type OmnichannelMix, omnichannelMix } from './touch/omnichannelMix.js';
export { type ChainEffects, removalEffects } from './touch/removalEffects.js';
