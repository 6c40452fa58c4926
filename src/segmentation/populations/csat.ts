import type { Estimate } from '../../core/estimate.js';
import type { Reason, Rejected } from '../../core/errors.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import { studentQuantile } from '../../core/studentQuantile.js';
import { wilsonInterval } from '../../core/wilsonInterval.js';
import { fail } from '../fail.js';
import { surveyScores, tooFew } from './surveyScores.js';

/** How sure the interval is, and how many answers say anything. */
export interface SurveyOptions {
  /** Confidence, above 0 and below 1. Default 0.95. */
  readonly level?: number;
  /** Fewest answers that say anything. Default 1. */
  readonly minSample?: number;
}

/** The share of the satisfied with its interval, or why there is none. */
export type CsatResult =
  | { readonly ok: true; readonly share: Ratio; readonly lower: Estimate; readonly upper: Estimate }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the share of the satisfied, exact, with the score interval of Wilson.
 *
 * @param top satisfied answers, from 0 to n
 * @param n all answers, whole number from 0 on
 * @param options confidence, least sample
 * @throws SalesModelError `estimate.count`, `estimate.probability`, `segmentation.survey.minSample`
 * @example
 * import { csat } from 'salesmodel/segmentation';
 *
 * const result = csat(8, 10);
 * result.ok && [result.share.value, result.lower.toFixed(6), result.upper.toFixed(6)]; // => ['0.8', '0.490162', '0.943318']
 */
export function csat(top: number, n: number, options: SurveyOptions = {}): CsatResult {
  const { level = 0.95, minSample = 1 } = options;
  const interval = wilsonInterval(top, n, level);
  const reasons = tooFew(n, minSample);
  if (reasons.length > 0 || interval.lower === null) return { ok: false, reasons };
  return { ok: true, share: ratio(top, n), lower: interval.lower, upper: interval.upper };
}

/** How much effort is rated. */
export interface CesOptions extends SurveyOptions {
  /** Greatest rating; the least is 1. Default 7. */
  readonly scale?: number;
  /** Least rating that agrees. Default 5. */
  readonly agreeFrom?: number;
}

/** The mean rating of effort, or why there is none. */
export type CesResult = { readonly unanswered: number; readonly rejected: readonly Rejected[] } & (
  | {
      readonly ok: true;
      readonly mean: Ratio;
      /** `null` for a single answer. */
      readonly lower: Estimate | null;
      readonly upper: Estimate | null;
      readonly agree: Ratio;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] }
);

/**
 * Returns the mean of how easy customers found it, exact, with its t interval, and the share of those who agree.
 *
 * @param ratings whole numbers from 1 to the scale, `null` for no answer
 * @param options scale, what agrees, confidence, least sample
 * @throws SalesModelError `segmentation.survey.scale`, `segmentation.survey.minSample`, `estimate.probability`
 * @example
 * import { ces } from 'salesmodel/segmentation';
 *
 * const result = ces([7, 6, 5, 7, 4, 6, 2, 7, 5, 6]);
 * result.ok && [result.mean.value, result.lower?.toFixed(6), result.upper?.toFixed(6), result.agree.value];
 * // => [ '5.5', '4.368921', '6.631079', '0.8' ]
 */
export function ces(ratings: readonly (number | null)[], options: CesOptions = {}): CesResult {
  const { scale = 7, agreeFrom = 5, level = 0.95, minSample = 1 } = options;
  if (!Number.isSafeInteger(scale) || scale < 2)
    fail('segmentation.survey.scale', ['scale'], { least: 2, value: scale });
  if (!Number.isSafeInteger(agreeFrom) || agreeFrom < 1 || agreeFrom > scale) {
    fail('segmentation.survey.scale', ['agreeFrom'], { least: 1, value: agreeFrom });
  }
  const { scores, unanswered, rejected } = surveyScores(ratings, 1, scale);
  const n = scores.length;
  const reasons = tooFew(n, minSample);
  if (reasons.length > 0) return { ok: false, reasons, unanswered, rejected };
  const sum = scores.reduce((total, score) => total + score, 0);
  const squares = scores.reduce((total, score) => total + score * score, 0);
  const mean = sum / n;
  const variance = (squares - (sum * sum) / n) / (n - 1);
  const spread = n === 1 ? null : studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(Math.max(variance, 0) / n);
  const agree = scores.filter((score) => score >= agreeFrom).length;
  return {
    ok: true,
    mean: ratio(sum, n),
    lower: spread === null ? null : mean - spread,
    upper: spread === null ? null : mean + spread,
    agree: ratio(agree, n),
    unanswered,
    rejected,
  };
}
