import type { Estimate } from '../../core/estimate.js';
import type { Ratio } from '../../core/ratio.js';
import { type Arithmetic, estimates, fractions } from './arithmetic.js';
import type { ChannelMode, EconomicsInput, LinearDemand } from './economicsInput.js';
import { type ReadEconomics, readEconomics } from './readEconomics.js';
import { solveModes } from './solveModes.js';

/** What comes of a way to sell. Money and pieces as in the input. */
export interface ModeEconomics<Figure = Ratio> {
  /** What the first reseller pays for a piece; `null` where nobody resells or nothing is sold. */
  readonly wholesalePrice: Figure | null;
  /** What the customer pays for a piece; `null` where nothing is sold. */
  readonly price: Figure | null;
  readonly quantity: Figure;
  /** Less what the way costs the maker whatever is sold. */
  readonly makerProfit: Figure;
  /** Of all resellers together, or of the platform. */
  readonly intermediaryProfit: Figure;
  readonly totalProfit: Figure;
  /** What customers would have paid beyond the price. */
  readonly consumerSurplus: Figure;
  /** The total in parts of the integrated total, before what ways cost whatever is sold; `null` where that is 0. */
  readonly efficiency: Figure | null;
  /** What the integrated total is above it, before what ways cost whatever is sold. */
  readonly marginalisationLoss: Figure;
  /** Why nothing is sold. */
  readonly reason?: 'noDemandAtCost';
}

/** The three ways to sell in exact ratios. */
export type ExactEconomics = { readonly kind: 'exact' } & Readonly<Record<ChannelMode, ModeEconomics>>;

/** The three ways to sell; the figures are estimates where an elasticity is not a whole number. */
export type ChannelEconomics =
  ExactEconomics | ({ readonly kind: 'estimate' } & Readonly<Record<ChannelMode, ModeEconomics<Estimate>>>);

/**
 * Returns prices, quantities and profits when the maker sells itself, through resellers, and through a platform; every
 * seller sets the price that is best for itself. Double marginalisation after Spengler (1950).
 *
 * @param input demand, costs, fee and levels
 * @throws SalesModelError `demand.shape`, `cost.range`, `fee.range`, `levels.count`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { channelEconomics } from 'salesmodel/channel';
 *
 * const { integrated, wholesale, agency } = channelEconomics({ demand: { kind: 'linear', a: 100, b: 1 }, makerCost: 20, fee: '0.15' });
 * [integrated.price?.value, integrated.totalProfit.value]; // => ['60', '1600']
 * [wholesale.wholesalePrice?.value, wholesale.price?.value, wholesale.efficiency?.value]; // => ['60', '80', '0.75']
 * [agency.price?.value, agency.makerProfit.value]; // => ['61.764705882353', '1242.647058823529']
 */
export function channelEconomics(input: EconomicsInput & { readonly demand: LinearDemand }): ExactEconomics;
export function channelEconomics(input: EconomicsInput): ChannelEconomics;
export function channelEconomics(input: EconomicsInput): ChannelEconomics {
  const read = readEconomics(input);
  return isExact(read)
    ? { kind: 'exact', ...economicsIn(fractions, read) }
    : { kind: 'estimate', ...economicsIn(estimates, read) };
}

/** Whether all figures are quotients of whole numbers. */
export function isExact({ demand }: ReadEconomics): boolean {
  return demand.kind === 'linear' || (demand.elasticity.isInteger() && demand.elasticity.lte(MOST_EXPONENT));
}

/** Powers beyond it would have more digits than anybody reads. */
const MOST_EXPONENT = 100;

function economicsIn<N, Figure>(
  of: Arithmetic<N, Figure>,
  read: ReadEconomics,
): Record<ChannelMode, ModeEconomics<Figure>> {
  const solved = solveModes(of, read);
  const total = (mode: ChannelMode): N => of.plus(solved[mode].makerProfit, solved[mode].intermediaryProfit);
  const gross = (mode: ChannelMode): N => of.plus(total(mode), of.of(read.fixed[mode]));
  const best = gross('integrated');
  const entry = (mode: ChannelMode): ModeEconomics<Figure> => {
    const { wholesalePrice, price, quantity, makerProfit, intermediaryProfit, consumerSurplus } = solved[mode];
    return {
      wholesalePrice: wholesalePrice === null ? null : of.figure(wholesalePrice),
      price: price === null ? null : of.figure(price),
      quantity: of.figure(quantity),
      makerProfit: of.figure(makerProfit),
      intermediaryProfit: of.figure(intermediaryProfit),
      totalProfit: of.figure(total(mode)),
      consumerSurplus: of.figure(consumerSurplus),
      efficiency: of.isPositive(best) ? of.figure(of.over(gross(mode), best)) : null,
      marginalisationLoss: of.figure(of.minus(best, gross(mode))),
      ...(price === null ? { reason: 'noDemandAtCost' as const } : {}),
    };
  };
  return { integrated: entry('integrated'), wholesale: entry('wholesale'), agency: entry('agency') };
}
