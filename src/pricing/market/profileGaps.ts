import type { ProductProfile } from './productProfile.js';

/** The parts of a profile in the order in which gaps are named. */
const PARTS = ['features', 'strengths', 'weaknesses', 'uses', 'rivals', 'positioning'] as const;

/**
 * Returns the parts of a product profile that are empty, and the features without a text by their codes.
 *
 * @param profile a profile, as far as it is written
 * @example
 * import { profileGaps } from 'salesmodel/pricing';
 *
 * profileGaps({
 *   id: 'pump', features: [{ code: 'flow', text: '40 l/min' }, { code: 'noise', text: ' ' }],
 *   strengths: ['service'], weaknesses: [], uses: ['wells'], rivals: ['other'], positioning: '',
 * });
 * // => { parts: ['weaknesses', 'positioning'], features: ['noise'] }
 */
export function profileGaps(profile: ProductProfile): {
  readonly parts: readonly (typeof PARTS)[number][];
  readonly features: readonly string[];
} {
  const isBlank = (text: string): boolean => text.trim() === '';
  return {
    parts: PARTS.filter((part) => {
      const value = profile[part];
      if (typeof value === 'string') return isBlank(value);
      return value.every((entry) => typeof entry === 'string' && isBlank(entry));
    }),
    features: profile.features.filter(({ text }) => isBlank(text)).map(({ code }) => code),
  };
}
