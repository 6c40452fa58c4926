import { type DecimalString, minus, toDecimal, toText } from '../../../core/decimal.js';
import type { Estimate } from '../../../core/estimate.js';
import { type Ratio } from '../../../core/ratio.js';
import { weightedTotal } from '../weightedTotal.js';
import { scoreDimension } from './scoreDimension.js';
import { readRatings, readRubric } from './readRubric.js';
import type { AttitudeRubric, Rating } from './rubric.js';

/** What a panel says of one dimension. Scores are on 0–100, at most 6 decimals. */
export interface AttitudeDimension {
  readonly id: string;
  readonly status: 'ok' | 'missing';
  readonly weight: DecimalString;
  /** `null` when missing. */
  readonly score: DecimalString | null;
  /** What the dimension has in the total; `null` when missing. */
  readonly contribution: DecimalString | null;
  /** Ratings that count. */
  readonly n: number;
  /** Greatest rating less the least, in rating points; `null` without ratings. */
  readonly range: DecimalString | null;
  /** Standard deviation of the ratings, with n − 1; `null` with fewer than two. */
  readonly sd: Estimate | null;
  /** The roles that rated, as the rubric lists them. */
  readonly roles: readonly { readonly role: string; readonly n: number; readonly score: DecimalString }[];
  /** Own rating on 0–100 less the score; `null` where either is missing. */
  readonly selfGap: DecimalString | null;
}

/** What a panel says of a person. */
export type AttitudeResult =
  | {
      readonly status: 'scored';
      /** 2 decimals. */
      readonly total: DecimalString;
      /** The total of the own ratings less the total of the panel; `null` without own ratings that weigh. */
      readonly selfGap: DecimalString | null;
      readonly coverage: Ratio;
      /** As the rubric lists them. */
      readonly dimensions: readonly AttitudeDimension[];
    }
  | {
      readonly status: 'notScored';
      /** Why there is no total: no dimension has a score, or none that has one weighs. */
      readonly reason: 'missing' | 'noWeight';
      readonly coverage: Ratio;
      readonly dimensions: readonly AttitudeDimension[];
    };

/** Decimals of the total. */
const SCALE = 2;

/**
 * Returns what a panel of raters says of a person. For each dimension the ratings of each role, mapped to 0–100, are
 * aggregated; the roles that rated are weighted; the score has 6 decimals, half even. The dimensions that have a score
 * are weighted to the total, and their contributions add up to it. Own ratings (rater = person) do not count unless the
 * rubric includes them; how far they are off is `selfGap`.
 *
 * @param ratings of one person, in any order, one for each rater and dimension
 * @param rubric dimensions, roles, aggregation
 * @param person id of the person who is rated
 * @throws SalesModelError `rating.range`, `rating.duplicate`, `rating.unknownDimension`, `rating.unknownRole`,
 *   `rubric.scale`, `rubric.weight`, `rubric.trim`, `rubric.minRaters`, `ids.duplicate`, `option.unknown`,
 *   `estimate.overflow`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { scoreAttitude, type AttitudeRubric } from 'salesmodel/mechanisms/scoring';
 *
 * const rubric: AttitudeRubric = {
 *   dimensions: [{ id: 'teamwork', weight: '1', min: '1', max: '5' }],
 *   roles: [{ role: 'peer', weight: '1' }, { role: 'manager', weight: '1' }],
 * };
 * const ratings = [
 *   { dimension: 'teamwork', rater: 'Ana', role: 'peer', value: '4' },
 *   { dimension: 'teamwork', rater: 'Bo', role: 'peer', value: '5' },
 *   { dimension: 'teamwork', rater: 'Cy', role: 'manager', value: '3' },
 *   { dimension: 'teamwork', rater: 'Di', role: 'self', value: '5' },
 * ];
 * const result = scoreAttitude(ratings, rubric, 'Di');
 * result.dimensions[0]?.roles; // => [{ role: 'peer', n: 2, score: '87.5' }, { role: 'manager', n: 1, score: '50' }]
 * result.status === 'scored' && [result.total, result.selfGap]; // => ['68.75', '31.25']
 */
export function scoreAttitude(ratings: readonly Rating[], rubric: AttitudeRubric, person: string): AttitudeResult {
  const checked = readRubric(rubric);
  const panels = readRatings(ratings, checked, person);
  const scores = checked.dimensions.map((dimension, at) => scoreDimension(dimension, panels[at]!, checked));
  const { total, contributions, coverage } = weightedTotal(scores, SCALE);
  const own = weightedTotal(
    scores.map(({ weight, selfScore }) => ({ weight, score: selfScore })),
    SCALE,
  );
  const dimensions = scores.map(({ weight, score, selfScore, ...rest }, at): AttitudeDimension => ({
    ...rest,
    status: score === null ? 'missing' : 'ok',
    weight: toText(weight),
    score: score === null ? null : toText(score),
    contribution: contributions[at]!,
    selfGap: score === null || selfScore === null ? null : toText(minus(selfScore, score)),
  }));
  if (total === null) {
    const reason = scores.some(({ score }) => score !== null) ? 'noWeight' : 'missing';
    return { status: 'notScored', reason, coverage, dimensions };
  }
  const selfGap = own.total === null ? null : minus(toDecimal(own.total), toDecimal(total)).toFixed(SCALE);
  return { status: 'scored', total, selfGap, coverage, dimensions };
}
