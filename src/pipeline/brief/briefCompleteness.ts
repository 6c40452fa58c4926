import { ratio, type Ratio } from '../../core/ratio.js';
import { type AccountBrief, BRIEF_FIELDS } from './accountBrief.js';

/** How much of a brief is written. */
export interface BriefCompleteness {
  /** Parts that are filled in ÷ all parts. */
  readonly filled: Ratio;
  /** Parts that are not, in the order of a brief. */
  readonly missing: readonly (keyof AccountBrief)[];
}

/**
 * Returns how many parts of an account brief are filled in, and which are not. An empty text, an empty list and `null` say
 * nothing.
 *
 * @param brief what is known of a prospect
 * @example
 * import { briefCompleteness } from 'salesmodel/pipeline';
 *
 * briefCompleteness({ customer: 'Nordwind', need: 'cold chain', budget: null, competitors: [] });
 * // => { filled: { numerator: '2', denominator: '8', value: '0.25' }, missing: ['scope', 'painPoints', 'decisionMakers', 'competitors', 'budget', 'history'] }
 */
export function briefCompleteness(brief: Partial<AccountBrief>): BriefCompleteness {
  const missing = BRIEF_FIELDS.filter((field) => {
    const value = brief[field];
    return (
      value === undefined ||
      value === null ||
      ((typeof value === 'string' || Array.isArray(value)) && value.length === 0)
    );
  });
  return { filled: ratio(BRIEF_FIELDS.length - missing.length, BRIEF_FIELDS.length), missing };
}
