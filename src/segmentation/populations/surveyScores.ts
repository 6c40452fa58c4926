import type { Reason, Rejected } from '../../core/errors.js';
import { fail } from '../fail.js';
import { shownValue } from '../shownValue.js';

/** Scores that lie on a scale, and the rows that do not. */
export interface SurveyScores {
  readonly scores: readonly number[];
  /** Rows without an answer. */
  readonly unanswered: number;
  /** By row. */
  readonly rejected: readonly Rejected[];
}

/** Reads answers; `null` is none, and a score off the scale is rejected. */
export function surveyScores(answers: readonly (number | null)[], min: number, max: number): SurveyScores {
  const scores: number[] = [];
  const rejected: Rejected[] = [];
  let unanswered = 0;
  answers.forEach((score, index) => {
    if (score === null) unanswered++;
    else if (Number.isInteger(score) && score >= min && score <= max) scores.push(score);
    else
      rejected.push({
        index,
        code: 'segmentation.row.score',
        path: [],
        params: { min, max, value: shownValue(score) },
      });
  });
  return { scores, unanswered, rejected };
}

/** Too few answers to say anything: none always are. */
export function tooFew(n: number, minSample: number): Reason[] {
  if (!Number.isSafeInteger(minSample) || minSample < 1)
    fail('segmentation.survey.minSample', ['minSample'], { value: minSample });
  return n >= minSample ? [] : [{ code: 'tooFew', params: { needed: minSample, actual: n } }];
}
