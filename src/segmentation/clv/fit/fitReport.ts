import type { Estimate } from '../../../core/estimate.js';
import type { Reason } from '../../../core/errors.js';
import type { ClvModel } from '../model/clvModel.js';
import type { RepeatSummary } from '../../schema/summary.js';

/** How a fit went: what it reached, how sure it is, and whether it may be trusted. */
export interface FitReport {
  /**
   * `converged`: flat to 10⁻⁸ of the log-likelihood in every parameter, a summit, and reached from two starts or more.
   * `boundary`: a parameter left the range from 0.0001 to 100,000; the parameters are where it did.
   */
  readonly status: 'converged' | 'boundary' | 'notConverged';
  /** Why it did not converge: `boundary`, `notFlat`, `noSummit`, `startsDisagree`. */
  readonly reasons: readonly Reason[];
  readonly logLikelihood: Estimate;
  /** By parameter: the slope of the log-likelihood by the parameter's logarithm. */
  readonly gradient: Readonly<Record<string, Estimate>>;
  /** By parameter, from the inverse of the observed information; `null` where there is no summit. */
  readonly standardErrors: Readonly<Record<string, Estimate>> | null;
  /** In the order of the parameters. */
  readonly covariance: readonly (readonly Estimate[])[] | null;
  /** Sum of the weights. */
  readonly customers: number;
  readonly uniqueRows: number;
  /** Starts that were tried. */
  readonly starts: number;
  /** How often the likelihood and its slope were calculated. */
  readonly evaluations: number;
  /** What times, or spends of `gammaGamma`, were multiplied by while fitting. */
  readonly scale: number;
}

/** A model whose parameters were estimated from customers. */
export type FittedModel<M extends ClvModel = ClvModel> = M & {
  /** The unit of the histories, where they name one. */
  readonly timeUnit: RepeatSummary['unit'] | null;
  readonly fit: FitReport;
};

/** A fitted model, whose report says whether it may be trusted, or all reasons why nothing could be fitted. */
export type Fit<M extends ClvModel> =
  { readonly ok: true; readonly fitted: FittedModel<M> } | { readonly ok: false; readonly reasons: readonly Reason[] };
