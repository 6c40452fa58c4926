import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import { distinct } from '../priceBook/checkPriceBook.js';

/** The prices of a channel, of one good and in one currency. */
export interface ChannelPrices {
  readonly code: string;
  /** What its customers pay the supplier: the price at which the channel buys. */
  readonly buyPrice?: DecimalLike;
  /** What it sells for. */
  readonly sellPrice?: DecimalLike;
  /** The least that it can be sold for there. */
  readonly sellFloor?: DecimalLike;
}

/** A pair of channels between which goods would move the wrong way. */
export interface Arbitrage {
  /** Where the goods come from. */
  readonly from: string;
  readonly to: string;
  /**
   * `arbitrage`: bought by one and sold in the other channel for more than its floor; `inversion`: the other channel would
   * rather buy from this one than from the supplier.
   */
  readonly kind: 'arbitrage' | 'inversion';
  /** Gained on a unit. */
  readonly gain: DecimalString;
}

/**
 * Returns the pairs of channels between which moving goods pays: the largest gain first, then by codes.
 *
 * @param channels prices by channel; a price that is absent takes part in nothing
 * @param options `moveCost` of a unit between channels, default 0; `minGain`, which has to be exceeded, default 0
 * @throws SalesModelError `pricing.duplicateCode`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { findArbitrage } from 'salesmodel/pricing';
 *
 * const channels = [
 *   { code: 'dealer', buyPrice: 70, sellPrice: 95 },
 *   { code: 'web', buyPrice: 100, sellPrice: 110, sellFloor: 90 },
 * ];
 * findArbitrage(channels, { moveCost: 3 }).map(({ kind, from, to, gain }) => [kind, from, to, gain]);
 * // => [['arbitrage', 'dealer', 'web', '17'], ['inversion', 'dealer', 'web', '2']]
 */
export function findArbitrage(
  channels: readonly ChannelPrices[],
  options: { readonly moveCost?: DecimalLike; readonly minGain?: DecimalLike } = {},
): readonly Arbitrage[] {
  const moveCost = toDecimal(options.moveCost ?? '0', ['options', 'moveCost']);
  const minGain = toDecimal(options.minGain ?? '0', ['options', 'minGain']);
  distinct(
    channels.map(({ code }) => code),
    (index) => ['channels', index, 'code'],
  );
  const read = channels.map((channel, index) => {
    const price = (name: 'buyPrice' | 'sellPrice' | 'sellFloor'): Decimal | null =>
      channel[name] === undefined ? null : toDecimal(channel[name], ['channels', index, name]);
    return { code: channel.code, buy: price('buyPrice'), sell: price('sellPrice'), floor: price('sellFloor') };
  });
  const gained = (more: Decimal | null, less: Decimal | null): Decimal | null =>
    more && less && minus(minus(more, less), moveCost);
  return read
    .flatMap((a) => read.filter((b) => b !== a).map((b) => ({ a, b })))
    .flatMap(({ a, b }) => [
      { from: a.code, to: b.code, kind: 'arbitrage' as const, gain: gained(b.floor, a.buy), above: minGain },
      { from: a.code, to: b.code, kind: 'inversion' as const, gain: gained(b.buy, a.sell), above: null },
    ])
    .flatMap(({ gain, above, ...pair }) => (gain?.gt(above ?? 0) === true ? [{ ...pair, gain }] : []))
    .toSorted(
      (a, b) =>
        b.gain.cmp(a.gain) || compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.kind, b.kind),
    )
    .map(({ gain, ...pair }) => ({ ...pair, gain: toText(gain) }));
}
