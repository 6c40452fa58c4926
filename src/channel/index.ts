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
export { CoSellAgreement } from './schema/coSellAgreement.js';
export { DealRegistration } from './schema/dealRegistration.js';
export { MdfLedger } from './schema/mdfLedger.js';
export { Partner, PartnerMaturity, Partners } from './schema/partner.js';
export { type ControlHolder, ControlRights, OfferOption, SalesModel } from './schema/salesModel.js';
export { type AttributedCredit, attributeCredit, type ChannelCredit } from './touch/attributeCredit.js';
export type { AttributionPath, AttributionRule, PathTouch } from './touch/attributionPath.js';
export { type ChainEffects, removalEffects } from './touch/removalEffects.js';
