import { allocate } from '../../core/allocate.js';
import { compareText } from '../../core/compareText.js';
import { Decimal, type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Ratio } from '../../core/ratio.js';
import { sharesBy } from '../../core/sharesBy.js';
import { concentration } from '../../mechanisms/scoring/concentration.js';
import { fail } from '../fail.js';

/** What a channel sold. */
export interface ChannelMixRow {
  readonly channel: string;
  /** 0 or more. */
  readonly value: DecimalLike;
}

/** The part of a channel in the total. */
export interface ChannelShare {
  readonly channel: string;
  readonly value: DecimalString;
  /** Without a value where the total is 0. */
  readonly share: Ratio;
  /** The share rounded so that all of them add up to 1; there where `decimals` is given and the total is not 0. */
  readonly rounded?: DecimalString;
}

/** How sales are spread over channels. */
export interface ChannelMixShare {
  /** Sorted by channel. */
  readonly shares: readonly ChannelShare[];
  /** Sum of the squared shares, from 1/n to 1; × 10,000 it is the index of competition authorities. */
  readonly herfindahl: Ratio;
  /** The number of equal channels that would be as concentrated. */
  readonly effectiveNumber: Ratio;
}

/**
 * Returns the share of each channel in the total, and how concentrated the mix is. All exact.
 *
 * @param rows what each channel sold, one row a channel
 * @param options `decimals` of shares that are rounded to add up to 1, 0 to 12
 * @throws SalesModelError `mix.negative`, `mix.duplicate`, `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { channelMixShare } from 'salesmodel/channel';
 *
 * const { shares, herfindahl } = channelMixShare(
 *   [{ channel: 'shop', value: '20' }, { channel: 'web', value: '20' }, { channel: 'dealer', value: '20' }],
 *   { decimals: 3 },
 * );
 * shares.map(({ channel, rounded }) => [channel, rounded]); // => [['dealer', '0.334'], ['shop', '0.333'], ['web', '0.333']]
 * herfindahl.value; // => '0.333333333333'
 */
export function channelMixShare(
  rows: readonly ChannelMixRow[],
  { decimals }: { readonly decimals?: number } = {},
): ChannelMixShare {
  const mix = readMix(rows, ['rows']);
  const values = mix.map(({ value }) => value);
  const shares = sharesBy(
    mix.map(({ channel, value }) => ({ keys: { channel }, value })),
    ['channel'],
  );
  const rounded =
    decimals === undefined || values.every((value) => value.isZero())
      ? null
      : allocate('1', values, { increment: toText(new Decimal(10).pow(-decimals)) }).parts;
  const { herfindahl, effectiveNumber } = concentration(values);
  return {
    shares: mix.map(({ channel, value }, at) => ({
      channel,
      value: toText(value),
      share: shares[at]!.share,
      ...(rounded === null ? {} : { rounded: rounded[at]! }),
    })),
    herfindahl,
    effectiveNumber,
  };
}

/** Rows by channel; what is not there sold nothing. */
export function readMix(
  rows: readonly ChannelMixRow[],
  path: readonly (string | number)[],
): { readonly channel: string; readonly value: Decimal }[] {
  const seen = new Set<string>();
  return rows
    .map(({ channel, value }, at) => {
      if (seen.has(channel)) fail('mix.duplicate', [...path, at, 'channel'], { channel });
      seen.add(channel);
      const read = toDecimal(value, [...path, at, 'value']);
      if (read.lt(0)) fail('mix.negative', [...path, at, 'value'], { value: String(value) });
      return { channel, value: read };
    })
    .sort((a, b) => compareText(a.channel, b.channel));
}
