import * as z from 'zod';
import type {
  BgBbModel as BgBb,
  BgNbdModel as BgNbd,
  ClvModel as Model,
  GammaGammaModel as GammaGamma,
  MbgNbdModel as MbgNbd,
  ParetoNbdModel as ParetoNbd,
  SBgModel as SBg,
} from './model/clvModel.js';
import type { FitReport as Report, FittedModel as Fitted } from './fit/fitReport.js';

const Parameter = /* @__PURE__ */ z.number().positive();
const BetaGeometric = /* @__PURE__ */ z.strictObject({ r: Parameter, alpha: Parameter, a: Parameter, b: Parameter });

const bgNbd = /* @__PURE__ */ z.strictObject({ model: z.literal('bgNbd'), params: BetaGeometric });
const mbgNbd = /* @__PURE__ */ z.strictObject({ model: z.literal('mbgNbd'), params: BetaGeometric });
const paretoNbd = /* @__PURE__ */ z.strictObject({
  model: z.literal('paretoNbd'),
  params: z.strictObject({ r: Parameter, alpha: Parameter, s: Parameter, beta: Parameter }),
});
const bgBb = /* @__PURE__ */ z.strictObject({
  model: z.literal('bgBb'),
  params: z.strictObject({ alpha: Parameter, beta: Parameter, gamma: Parameter, delta: Parameter }),
});
const gammaGamma = /* @__PURE__ */ z.strictObject({
  model: z.literal('gammaGamma'),
  params: z.strictObject({ p: Parameter, q: Parameter, gamma: Parameter }),
});
const sBg = /* @__PURE__ */ z.strictObject({
  model: z.literal('sBg'),
  params: z.strictObject({ alpha: Parameter, beta: Parameter }),
});

/** @reexport */
export type BgNbdModel = BgNbd;
/** @reexport */
export type MbgNbdModel = MbgNbd;
/** @reexport */
export type ParetoNbdModel = ParetoNbd;
/** @reexport */
export type BgBbModel = BgBb;
/** @reexport */
export type GammaGammaModel = GammaGamma;
/** @reexport */
export type SBgModel = SBg;
/** @reexport */
export type ClvModel = Model;
/** A model of customer lifetime with its parameters. */
export const ClvModel: z.ZodType<ClvModel> = /* @__PURE__ */ z
  .discriminatedUnion('model', [bgNbd, mbgNbd, paretoNbd, bgBb, gammaGamma, sBg])
  .meta({ id: 'ClvModel', title: 'Lifetime model', description: 'A model of customer lifetime with its parameters.' });

const Slopes = /* @__PURE__ */ z.record(z.string(), z.number()).readonly();
const Count = /* @__PURE__ */ z.int().min(0);

/** @reexport */
export type FitReport = Report;
/** How a fit went: what it reached, how sure it is, and whether it may be trusted. */
export const FitReport: z.ZodType<FitReport> = /* @__PURE__ */ z
  .strictObject({
    status: z.enum(['converged', 'boundary', 'notConverged']),
    reasons: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })).readonly(),
    logLikelihood: z.number(),
    gradient: Slopes,
    standardErrors: Slopes.nullable(),
    covariance: z.array(z.array(z.number()).readonly()).readonly().nullable(),
    customers: z.number().positive(),
    uniqueRows: Count,
    starts: Count,
    evaluations: Count,
    scale: z.number().positive(),
  })
  .meta({
    id: 'FitReport',
    title: 'Report of a fit',
    description: 'What a fit reached and whether it may be trusted.',
  });

/** @reexport */
export type FittedModel<M extends Model = Model> = Fitted<M>;
/** A model whose parameters were estimated from customers. */
export const FittedModel: z.ZodType<FittedModel> = /* @__PURE__ */ z
  .discriminatedUnion('model', [
    bgNbd.extend(fitted()),
    mbgNbd.extend(fitted()),
    paretoNbd.extend(fitted()),
    bgBb.extend(fitted()),
    gammaGamma.extend(fitted()),
    sBg.extend(fitted()),
  ])
  .meta({ id: 'FittedModel', title: 'Fitted model', description: 'A model estimated from customers.' });

function fitted() {
  return { timeUnit: z.enum(['day', 'week', 'month']).nullable(), fit: FitReport };
}
