import { type DecimalLike, type DecimalString, minus, times, toDecimal, toText } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { positive } from '../read.js';
import { allocateShortage } from './allocateShortage.js';
import type { ShortageInput } from './shortage.js';

/** What a partner gets of what it needs when it tells the truth and when it does not. */
export interface GamingGain {
  readonly truthful: DecimalString;
  /** Up to the true order: what is beyond it is of no use. */
  readonly inflated: DecimalString;
  readonly gain: DecimalString;
}

/**
 * Returns what one partner would gain by multiplying its order while all others tell the truth, in units that it can use.
 *
 * @param input supply and true orders
 * @param partner who inflates
 * @param factor above 0; 2 doubles the order
 * @throws SalesModelError `shortage.unknownPartner`, `quantity.positive`, and those of `allocateShortage`
 * @example
 * import { gamingGain } from 'salesmodel/orders';
 *
 * const requests = ['40', '60', '90', '110'].map((order, at) => ({ partner: 'ABCD'[at]!, order }));
 * gamingGain({ available: '150', requests, rule: 'proportional' }, 'A', 2).gain; // => '15.294118'
 * gamingGain({ available: '150', requests }, 'A', 2).gain; // => '0'
 */
export function gamingGain(input: ShortageInput, partner: string, factor: DecimalLike): GamingGain {
  const by = positive(factor, ['factor']);
  const own = input.requests.find((request) => request.partner === partner);
  if (own === undefined) fail('shortage.unknownPartner', ['partner'], { partner });
  const need = toDecimal(own.order, ['order']);
  const shareAt = (order: DecimalLike): DecimalString => {
    const requests = input.requests.map((request) => (request === own ? { ...request, order } : request));
    const result = allocateShortage({ ...input, requests });
    return result.ok ? result.shares.find((share) => share.partner === partner)!.share : '0';
  };
  const truthful = shareAt(own.order);
  const got = toDecimal(shareAt(times(need, by)));
  const useful = got.lt(need) ? got : need;
  return { truthful, inflated: toText(useful), gain: toText(minus(useful, toDecimal(truthful))) };
}
