import { type Decimal, type DecimalLike, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import type { Ratio } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { type Arithmetic, estimates, fractions } from './arithmetic.js';
import { isExact } from './channelEconomics.js';
import type { EconomicsInput } from './economicsInput.js';
import { type ReadEconomics, readEconomics } from './readEconomics.js';
import { type Solution, solveModes } from './solveModes.js';

/** How maker and reseller share what the chain earns. */
export type ContractKind =
  | {
      readonly kind: 'revenueShare';
      /** The reseller's part of the price, from 0 to 1; the maker has the rest and a low wholesale price. */
      readonly retailerShare: DecimalLike;
    }
  | {
      /** The maker sells at its own cost and takes a fixed fee. */
      readonly kind: 'twoPart';
    };

/** A chain whose parts are to act as one; it has one reseller, and no platform takes a fee. */
export type ContractInput = Pick<EconomicsInput, 'demand' | 'makerCost' | 'retailCost'> & ContractKind;

/** Terms under which a reseller's best price is the best for the chain. */
export interface CoordinatingContract<Figure = Ratio> {
  readonly wholesalePrice: Figure;
  /** `null` where nobody would buy at cost. */
  readonly price: Figure | null;
  readonly quantity: Figure;
  readonly totalProfit: Figure;
  /** Of the revenue share; `null` of the two-part contract, whose fee is free within its range. */
  readonly retailerProfit: Figure | null;
  readonly makerProfit: Figure | null;
  /** Fixed fees that leave both at least what they earn without the contract; `null` of the revenue share. */
  readonly fee: { readonly least: Figure; readonly most: Figure } | null;
  /** `negativeWholesalePrice`: the retail cost is more than the reseller's part of all cost. */
  readonly warnings: readonly Reason[];
}

/**
 * Returns the terms of a contract under which the chain earns what one company would, and how maker and reseller share
 * it. Revenue sharing after Cachon and Lariviere (2005): w = φC − retailCost, shared φ : 1 − φ.
 *
 * @param input demand, costs and kind of contract
 * @throws SalesModelError `share.range`, `demand.shape`, `cost.range`, `option.unknown`, those of decimals
 * @example
 * import { coordinatingContract } from 'salesmodel/channel';
 *
 * const { wholesalePrice, makerProfit } = coordinatingContract({
 *   demand: { kind: 'linear', a: 100, b: 1 }, makerCost: 20, kind: 'revenueShare', retailerShare: '0.6',
 * });
 * [wholesalePrice, makerProfit].map((figure) => typeof figure === 'object' && figure?.value); // => ['12', '640']
 */
export function coordinatingContract(
  input: ContractInput,
): CoordinatingContract<Ratio> | CoordinatingContract<Estimate> {
  const { kind } = input;
  oneOf(kind, ['revenueShare', 'twoPart'], ['kind']);
  const { demand, makerCost, retailCost } = input;
  const read = readEconomics({ demand, makerCost, ...(retailCost === undefined ? {} : { retailCost }) });
  const share = kind === 'revenueShare' ? toDecimal(input.retailerShare, ['retailerShare']) : null;
  if (share?.lt(0) === true || share?.gt(1) === true)
    fail('share.range', ['retailerShare'], { value: share.toFixed() });
  return isExact(read) ? contractIn(fractions, read, share) : contractIn(estimates, read, share);
}

function contractIn<N, Figure>(
  of: Arithmetic<N, Figure>,
  read: ReadEconomics,
  share: Decimal | null,
): CoordinatingContract<Figure> {
  const { integrated, wholesale } = solveModes(of, read);
  const total = integrated.makerProfit;
  const chain = {
    price: integrated.price === null ? null : of.figure(integrated.price),
    quantity: of.figure(integrated.quantity),
    totalProfit: of.figure(total),
  };
  return share === null ? twoPart(of, read, chain, total, wholesale) : revenueShare(of, read, chain, total, share);
}

type ChainFigures<Figure> = Pick<CoordinatingContract<Figure>, 'price' | 'quantity' | 'totalProfit'>;

function twoPart<N, Figure>(
  of: Arithmetic<N, Figure>,
  { makerCost }: ReadEconomics,
  chain: ChainFigures<Figure>,
  total: N,
  wholesale: Solution<N>,
): CoordinatingContract<Figure> {
  return {
    wholesalePrice: of.figure(of.of(makerCost)),
    ...chain,
    retailerProfit: null,
    makerProfit: null,
    fee: {
      least: of.figure(wholesale.makerProfit),
      most: of.figure(of.minus(total, wholesale.intermediaryProfit)),
    },
    warnings: [],
  };
}

function revenueShare<N, Figure>(
  of: Arithmetic<N, Figure>,
  { makerCost, retailCost }: ReadEconomics,
  chain: ChainFigures<Figure>,
  total: N,
  share: Decimal,
): CoordinatingContract<Figure> {
  const part = of.of(share);
  const cost = of.plus(of.of(makerCost), of.of(retailCost));
  const wholesale = of.minus(of.times(part, cost), of.of(retailCost));
  const isNegative = of.isPositive(of.minus(of.of(ZERO), wholesale));
  const figure = of.figure(wholesale);
  return {
    wholesalePrice: figure,
    ...chain,
    retailerProfit: of.figure(of.times(part, total)),
    makerProfit: of.figure(of.times(of.minus(of.of(ONE), part), total)),
    fee: null,
    warnings: isNegative ? [{ code: 'negativeWholesalePrice', params: { value: textOf(figure) } }] : [],
  };
}

function textOf(figure: unknown): string {
  return typeof figure === 'number' ? String(figure) : String((figure as Ratio).value);
}
