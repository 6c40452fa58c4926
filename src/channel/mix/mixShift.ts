import { minus, plus, times, toText, ZERO, type DecimalString } from '../../core/decimal.js';
import { compareText } from '../../core/compareText.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type ChannelMixRow, readMix } from './channelMixShare.js';

/** How the part of a channel changed. */
export interface ChannelShift {
  readonly channel: string;
  readonly before: DecimalString;
  readonly after: DecimalString;
  /** Share after less share before; without a value where either total is 0. The shifts of all channels add up to 0. */
  readonly shift: Ratio;
  /** Growth of the channel in parts of the total before; they add up to the growth of the total. */
  readonly growthContribution: Ratio;
}

/**
 * Returns how the share of each channel changed from one period to another, sorted by channel. A channel that a period
 * does not name sold nothing in it. All exact.
 *
 * @param before rows of the first period, one a channel
 * @param after rows of the second
 * @throws SalesModelError `mix.negative`, `mix.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { mixShift } from 'salesmodel/channel';
 *
 * mixShift(
 *   [{ channel: 'shop', value: '60' }, { channel: 'web', value: '40' }],
 *   [{ channel: 'shop', value: '60' }, { channel: 'web', value: '90' }],
 * ).map(({ channel, shift, growthContribution }) => [channel, shift.value, growthContribution.value]);
 * // => [['shop', '-0.2', '0'], ['web', '0.2', '0.5']]
 */
export function mixShift(before: readonly ChannelMixRow[], after: readonly ChannelMixRow[]): ChannelShift[] {
  const was = new Map(readMix(before, ['before']).map(({ channel, value }) => [channel, value]));
  const is = new Map(readMix(after, ['after']).map(({ channel, value }) => [channel, value]));
  const totalBefore = [...was.values()].reduce(plus, ZERO);
  const totalAfter = [...is.values()].reduce(plus, ZERO);
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).map((channel) => {
    const [old, now] = [was.get(channel) ?? ZERO, is.get(channel) ?? ZERO];
    return {
      channel,
      before: toText(old),
      after: toText(now),
      shift: ratioOf(minus(times(now, totalBefore), times(old, totalAfter)), times(totalBefore, totalAfter)),
      growthContribution: ratioOf(minus(now, old), totalBefore),
    };
  });
}
