import * as enChannel from './en/channel.js';
import * as enClv from './en/clv.js';
import * as enCommission from './en/commission.js';
import * as enCore from './en/core.js';
import * as enForecast from './en/forecast.js';
import * as enKpi from './en/kpi.js';
import * as enLifecycle from './en/lifecycle.js';
import * as enPipeline from './en/pipeline.js';
import * as enOrders from './en/orders.js';
import * as enPricing from './en/pricing.js';
import * as enRules from './en/rules.js';
import * as enScoring from './en/scoring.js';
import * as enSegmentation from './en/segmentation.js';
import * as enTeam from './en/team.js';
import * as zhChannel from './zh-CN/channel.js';
import * as zhClv from './zh-CN/clv.js';
import * as zhCommission from './zh-CN/commission.js';
import * as zhCore from './zh-CN/core.js';
import * as zhForecast from './zh-CN/forecast.js';
import * as zhKpi from './zh-CN/kpi.js';
import * as zhLifecycle from './zh-CN/lifecycle.js';
import * as zhPipeline from './zh-CN/pipeline.js';
import * as zhOrders from './zh-CN/orders.js';
import * as zhPricing from './zh-CN/pricing.js';
import * as zhRules from './zh-CN/rules.js';
import * as zhScoring from './zh-CN/scoring.js';
import * as zhSegmentation from './zh-CN/segmentation.js';
import * as zhTeam from './zh-CN/team.js';

/** The languages of messages and explanations. */
export type Locale = 'en' | 'zh-CN';

/** Texts by code; `{name}` stands for the param of that name. */
export interface Texts {
  /** Errors, rejected rows and problems of parsing, by dotted code. */
  readonly errors: Readonly<Record<string, string>>;
  /** Reasons of outcomes, by bare code. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Findings of linters, by bare code. */
  readonly findings: Readonly<Record<string, string>>;
  /** Steps of explanations, by code. */
  readonly explanations: Readonly<Record<string, string>>;
  /** Words that stand for the values of params in explanations, by param and value; others stand as they are. */
  readonly words: Readonly<Record<string, string>>;
  /** Between a place and what is said about it. */
  readonly colon: string;
}

/** The tables of all modules together. Calculations import their own English table instead, so that bundles stay small. */
export const texts: Readonly<Record<Locale, Texts>> = /* @__PURE__ */ (() => ({
  en: {
    errors: {
      ...enCore.coreErrors,
      ...enCore.coreProblems,
      ...enRules.rulesErrors,
      ...enForecast.forecastErrors,
      ...enLifecycle.lifecycleErrors,
      ...enScoring.scoringErrors,
      ...enTeam.teamErrors,
      ...enSegmentation.segmentationErrors,
      ...enSegmentation.segmentationRejections,
      ...enClv.clvErrors,
      ...enCommission.commissionErrors,
      ...enCommission.commissionRejections,
      ...enKpi.kpiErrors,
      ...enPipeline.pipelineErrors,
      ...enPipeline.pipelineRejections,
      ...enOrders.ordersErrors,
      ...enPricing.pricingErrors,
      ...enChannel.channelErrors,
    },
    reasons: {
      ...enCore.coreReasons,
      ...enRules.rulesReasons,
      ...enForecast.forecastReasons,
      ...enLifecycle.lifecycleReasons,
      ...enScoring.scoringReasons,
      ...enTeam.teamReasons,
      ...enSegmentation.segmentationReasons,
      ...enClv.clvReasons,
      ...enCommission.commissionReasons,
      ...enKpi.kpiReasons,
      ...enPipeline.pipelineReasons,
      ...enOrders.ordersReasons,
      ...enPricing.pricingReasons,
      ...enChannel.channelReasons,
    },
    findings: {
      ...enCore.coreFindings,
      ...enRules.rulesFindings,
      ...enLifecycle.lifecycleFindings,
      ...enScoring.scoringFindings,
      ...enTeam.teamFindings,
      ...enSegmentation.segmentationFindings,
      ...enCommission.commissionFindings,
      ...enKpi.kpiFindings,
      ...enPipeline.pipelineFindings,
      ...enOrders.ordersFindings,
      ...enChannel.channelFindings,
      ...enPricing.pricingFindings,
    },
    explanations: {
      ...enCore.coreExplanations,
      ...enForecast.forecastExplanations,
      ...enScoring.scoringExplanations,
      ...enClv.clvExplanations,
      ...enSegmentation.segmentationExplanations,
      ...enCommission.commissionExplanations,
      ...enKpi.kpiExplanations,
      ...enPipeline.pipelineExplanations,
      ...enTeam.teamExplanations,
      ...enCommission.commissionExplanations,
      ...enOrders.ordersExplanations,
      ...enChannel.channelExplanations,
      ...enPricing.pricingExplanations,
    },
    words: { ...enCommission.commissionWords, ...enSegmentation.segmentationWords },
    colon: ': ',
  },
  'zh-CN': {
    errors: {
      ...zhCore.coreErrors,
      ...zhCore.coreProblems,
      ...zhRules.rulesErrors,
      ...zhForecast.forecastErrors,
      ...zhLifecycle.lifecycleErrors,
      ...zhScoring.scoringErrors,
      ...zhTeam.teamErrors,
      ...zhSegmentation.segmentationErrors,
      ...zhSegmentation.segmentationRejections,
      ...zhClv.clvErrors,
      ...zhCommission.commissionErrors,
      ...zhCommission.commissionRejections,
      ...zhKpi.kpiErrors,
      ...zhPipeline.pipelineErrors,
      ...zhPipeline.pipelineRejections,
      ...zhOrders.ordersErrors,
      ...zhPricing.pricingErrors,
      ...zhChannel.channelErrors,
    },
    reasons: {
      ...zhCore.coreReasons,
      ...zhRules.rulesReasons,
      ...zhForecast.forecastReasons,
      ...zhLifecycle.lifecycleReasons,
      ...zhScoring.scoringReasons,
      ...zhTeam.teamReasons,
      ...zhSegmentation.segmentationReasons,
      ...zhClv.clvReasons,
      ...zhCommission.commissionReasons,
      ...zhKpi.kpiReasons,
      ...zhPipeline.pipelineReasons,
      ...zhOrders.ordersReasons,
      ...zhPricing.pricingReasons,
      ...zhChannel.channelReasons,
    },
    findings: {
      ...zhCore.coreFindings,
      ...zhRules.rulesFindings,
      ...zhLifecycle.lifecycleFindings,
      ...zhScoring.scoringFindings,
      ...zhTeam.teamFindings,
      ...zhSegmentation.segmentationFindings,
      ...zhCommission.commissionFindings,
      ...zhKpi.kpiFindings,
      ...zhPipeline.pipelineFindings,
      ...zhOrders.ordersFindings,
      ...zhChannel.channelFindings,
      ...zhPricing.pricingFindings,
    },
    explanations: {
      ...zhCore.coreExplanations,
      ...zhForecast.forecastExplanations,
      ...zhScoring.scoringExplanations,
      ...zhClv.clvExplanations,
      ...zhSegmentation.segmentationExplanations,
      ...zhCommission.commissionExplanations,
      ...zhKpi.kpiExplanations,
      ...zhPipeline.pipelineExplanations,
      ...zhTeam.teamExplanations,
      ...zhCommission.commissionExplanations,
      ...zhOrders.ordersExplanations,
      ...zhChannel.channelExplanations,
      ...zhPricing.pricingExplanations,
    },
    words: { ...zhCommission.commissionWords, ...zhSegmentation.segmentationWords },
    colon: '：',
  },
}))();
