import { checkProbability, type Estimate } from '../../core/estimate.js';
import type { Reason, Rejected } from '../../core/errors.js';
import { normalQuantile } from '../../core/normalQuantile.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { surveyScores, tooFew } from './surveyScores.js';

/** Answers by group. */
export interface NpsCounts {
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
}

/** How the interval is made. */
export interface NpsOptions {
  /** Confidence, above 0 and below 1. Default 0.95. */
  readonly level?: number;
  /** `adjustedWald` adds three answers, which is right for small samples and one-sided ones. Default `adjustedWald`. */
  readonly method?: 'adjustedWald' | 'wald';
  /** Fewest answers that say anything. Default 1. */
  readonly minSample?: number;
}

/** A limit as it comes out, and within −100 and 100. */
export interface NpsLimit {
  readonly raw: Estimate;
  readonly clipped: Estimate;
}

/** The net promoter score, or why there is none. */
export type NpsResult = {
  readonly counts: NpsCounts;
  readonly unanswered: number;
  readonly rejected: readonly Rejected[];
} & (
  | { readonly ok: true; readonly nps: Ratio; readonly lower: NpsLimit; readonly upper: NpsLimit }
  | { readonly ok: false; readonly reasons: readonly Reason[] }
);

/**
 * Returns the net promoter score, 100 times the share of promoters less that of detractors, exact, with its interval.
 * Intervals: Rocks, Interval estimation for the net promoter score (2016).
 *
 * @param answers counts, or scores from 0 to 10 with `null` for no answer
 * @param options confidence, method, least sample
 * @throws SalesModelError `segmentation.survey.count`, `segmentation.survey.minSample`, `estimate.probability`,
 *   `option.unknown`
 * @example
 * import { nps } from 'salesmodel/segmentation';
 *
 * const result = nps({ promoters: 50, passives: 30, detractors: 20 });
 * result.ok && [result.nps.value, result.lower.raw.toFixed(6), result.upper.raw.toFixed(6)];
 * // => ['30', '14.051130', '44.201297']
 */
export function nps(answers: NpsCounts | readonly (number | null)[], options: NpsOptions = {}): NpsResult {
  const { level = 0.95, minSample = 1 } = options;
  const method = oneOf(options.method ?? 'adjustedWald', ['adjustedWald', 'wald'], ['method']);
  checkProbability(level, ['level']);
  const { counts, unanswered, rejected } = countsOf(answers);
  const { promoters, passives, detractors } = counts;
  const n = promoters + passives + detractors;
  const reasons = tooFew(n, minSample);
  if (reasons.length > 0) return { ok: false, reasons, counts, unanswered, rejected };
  const more = method === 'wald' ? 0 : 0.75;
  const size = n + 4 * more;
  const p = (promoters + more) / size;
  const d = (detractors + more) / size;
  const centre = p - d;
  const spread = -normalQuantile((1 - level) / 2) * Math.sqrt(Math.max(p + d - centre * centre, 0) / size);
  const limit = (value: number): NpsLimit => ({
    raw: 100 * value,
    clipped: Math.max(-100, Math.min(100, 100 * value)),
  });
  return {
    ok: true,
    nps: ratio(100 * (promoters - detractors), n),
    lower: limit(centre - spread),
    upper: limit(centre + spread),
    counts,
    unanswered,
    rejected,
  };
}

function countsOf(answers: NpsCounts | readonly (number | null)[]): {
  readonly counts: NpsCounts;
  readonly unanswered: number;
  readonly rejected: readonly Rejected[];
} {
  if (isList(answers)) {
    const { scores, unanswered, rejected } = surveyScores(answers, 0, 10);
    const promoters = scores.filter((score) => score >= 9).length;
    const detractors = scores.filter((score) => score <= 6).length;
    const passives = scores.length - promoters - detractors;
    return { counts: { promoters, passives, detractors }, unanswered, rejected };
  }
  const { promoters, passives, detractors } = answers;
  for (const [group, value] of Object.entries({ promoters, passives, detractors })) {
    if (!Number.isSafeInteger(value) || value < 0) fail('segmentation.survey.count', ['answers', group], { value });
  }
  return { counts: { promoters, passives, detractors }, unanswered: 0, rejected: [] };
}

function isList(answers: NpsCounts | readonly (number | null)[]): answers is readonly (number | null)[] {
  return Array.isArray(answers);
}
