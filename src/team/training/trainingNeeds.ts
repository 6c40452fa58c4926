import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, minus, times, toDecimal, toText } from '../../core/decimal.js';
import type { CompetencyAssessment } from '../schema/training.js';

/** What a job asks for. */
export interface CompetencyTarget {
  readonly code: string;
  readonly level: DecimalLike;
  readonly weight: DecimalLike;
}

/** What somebody still has to learn. */
export interface TrainingNeeds {
  /** By gap × weight, the greatest first, then by code. */
  readonly gaps: readonly { readonly code: string; readonly gap: DecimalString; readonly priority: DecimalString }[];
  /** Asked for and not rated, by code. */
  readonly unrated: readonly string[];
}

/**
 * Returns where somebody falls short of a profile, the most important first.
 *
 * @param assessment rated levels
 * @param profile required levels with weights
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { trainingNeeds } from 'salesmodel/team';
 *
 * const assessment = { person: 'Ana', on: '2026-03-31', ratings: [{ code: 'talk', level: '2' }, { code: 'strategy', level: '4' }] };
 * const profile = [{ code: 'talk', level: 4, weight: 2 }, { code: 'strategy', level: 5, weight: 3 }, { code: 'data', level: 3, weight: 1 }];
 * const { gaps, unrated } = trainingNeeds(assessment, profile);
 * [gaps.map(({ code, priority }) => `${code} ${priority}`), unrated]; // => [ [ 'talk 4', 'strategy 3' ], [ 'data' ] ]
 */
export function trainingNeeds(assessment: CompetencyAssessment, profile: readonly CompetencyTarget[]): TrainingNeeds {
  const rated = new Map(
    assessment.ratings.map(({ code, level }, at) => [code, toDecimal(level, ['ratings', at, 'level'])]),
  );
  const gaps = profile.flatMap(({ code, level, weight }, at) => {
    const have = rated.get(code);
    if (have === undefined) return [];
    const gap = minus(toDecimal(level, ['profile', at, 'level']), have);
    return gap.gt(0) ? [{ code, gap, priority: times(gap, toDecimal(weight, ['profile', at, 'weight'])) }] : [];
  });
  return {
    gaps: gaps
      .sort((a, b) => b.priority.cmp(a.priority) || compareText(a.code, b.code))
      .map(({ code, gap, priority }) => ({ code, gap: toText(gap), priority: toText(priority) })),
    unrated: profile.flatMap(({ code }) => (rated.has(code) ? [] : [code])).toSorted(compareText),
  };
}
