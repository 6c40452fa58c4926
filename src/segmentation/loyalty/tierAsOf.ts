import type { PlainDate } from '../../core/date.js';
import type { TierEvent, TierLadder } from '../schema/loyalty.js';
import { replayTiers } from './replayTiers.js';

/**
 * Returns the level of a customer at the end of a day, by the events up to it; `null` before enrolment.
 *
 * @param ladder levels and policies
 * @param events amounts and levels set by hand, in any order
 * @param asOf the day
 * @param options day of enrolment, default that of the first event
 * @throws SalesModelError those of `replayTiers`
 * @example
 * import { presets, tierAsOf } from 'salesmodel/segmentation';
 *
 * const events = [{ date: '2023-02-10', amount: '1200' }, { date: '2023-09-05', amount: '2000' }];
 * tierAsOf(presets['silver-gold-platinum'], events, '2023-09-04'); // => 'silver'
 * tierAsOf(presets['silver-gold-platinum'], events, '2023-09-05'); // => 'gold'
 */
export function tierAsOf(
  ladder: TierLadder,
  events: readonly TierEvent[],
  asOf: PlainDate,
  options: { readonly enrolledOn?: PlainDate } = {},
): string | null {
  const { enrolledOn } = options;
  if (enrolledOn !== undefined && enrolledOn > asOf) return null;
  return replayTiers(ladder, events, { ...options, asOf }).level;
}
