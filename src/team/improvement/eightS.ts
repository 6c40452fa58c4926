/** The eight systems of a sales model, in their order. */
export const EIGHT_S = [
  'productMix',
  'benefitDistribution',
  'channel',
  'brand',
  'regionalOperation',
  'control',
  'team',
  'promotionFlow',
] as const;

/**
 * One of the eight systems of a sales model.
 *
 * @useDeclaredType
 */
export type EightSSystem = (typeof EIGHT_S)[number];
