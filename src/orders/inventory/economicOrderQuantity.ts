import type { DecimalLike } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import type { Tiers } from '../../core/tiers.js';
import { fail } from '../fail.js';
import { numberAbove0, numberFrom0 } from './serviceLevel.js';

/** What an order quantity is weighed by; demand, holding and rates for one span of time. */
export interface OrderQuantityFacts {
  readonly demand: DecimalLike;
  /** Cost of placing one order. */
  readonly orderCost: DecimalLike;
  /** Cost of holding one unit. */
  readonly holdingCost?: DecimalLike;
  /** Cost of holding as a part of the price. */
  readonly holdingRate?: DecimalLike;
  /** Price of a unit by quantity, for all units alike: tiers in `whole` mode. */
  readonly price?: Tiers;
  /** Rate at which a lot comes in, above the consumption rate. Default: all at once. */
  readonly productionRate?: DecimalLike;
  /** Default: the demand. */
  readonly consumptionRate?: DecimalLike;
  /** The quantity is a multiple of it. */
  readonly lot?: DecimalLike;
}

/** A quantity that could be the best, and what it costs in all. */
export interface OrderQuantityCandidate {
  readonly quantity: Estimate;
  /** Price of a unit; `null` without prices. */
  readonly price: Estimate | null;
  readonly totalCost: Estimate;
}

/** The cheapest quantity and all that were compared, by quantity. */
export interface OrderQuantity extends OrderQuantityCandidate {
  readonly candidates: readonly OrderQuantityCandidate[];
}

/**
 * Returns the order quantity with the least cost, estimates: √(2DS/H), for goods that come in while they are used up divided
 * by √(1 − d/p). With prices by quantity every tier's own optimum, raised to the tier's least quantity, is compared on price,
 * orders and holding; a tier whose own optimum lies above it is left out. Ties go to the smaller quantity.
 *
 * @param facts demand, costs, prices, rates, lot
 * @throws SalesModelError `eoq.openBound` (a tier that begins right after a bound needs a lot), `eoq.holding`, `eoq.mode`,
 *   `eoq.rates`, `quantity.positive`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { economicOrderQuantity } from 'salesmodel/orders';
 *
 * economicOrderQuantity({ demand: 1000, orderCost: 10, holdingCost: '0.5' }).quantity; // => 200
 * const price = {
 *   mode: 'whole', boundary: 'upper',
 *   tiers: [{ upTo: '1000', rate: '5.00' }, { upTo: '2000', rate: '4.80' }, { upTo: null, rate: '4.75' }],
 * } as const;
 * const best = economicOrderQuantity({ demand: 5000, orderCost: 49, holdingRate: '0.2', price });
 * best.candidates.map(({ quantity, totalCost }) => `${quantity}: ${totalCost}`); // => [ '700: 25700', '1000: 24725', '2000: 24822.5' ]
 */
export function economicOrderQuantity(facts: OrderQuantityFacts): OrderQuantity {
  const { price, holdingCost, holdingRate } = facts;
  const demand = numberAbove0(facts.demand, ['demand']);
  const orderCost = numberAbove0(facts.orderCost, ['orderCost']);
  if (
    (holdingCost === undefined) === (holdingRate === undefined) ||
    (holdingRate !== undefined && price === undefined)
  ) {
    fail('eoq.holding', [holdingCost === undefined ? 'holdingRate' : 'holdingCost']);
  }
  const kept = keptShare(facts, demand);
  const lot = facts.lot === undefined ? null : numberAbove0(facts.lot, ['lot']);
  const candidates = bandsOf(price, lot).flatMap((band): OrderQuantityCandidate[] => {
    const holding =
      (holdingCost === undefined
        ? numberAbove0(holdingRate!, ['holdingRate']) * band.price!
        : numberAbove0(holdingCost, ['holdingCost'])) * kept;
    const optimum = Math.sqrt((2 * demand * orderCost) / holding);
    if (optimum > band.most || (optimum === band.most && !band.hasMost)) return [];
    const at = (quantity: number): OrderQuantityCandidate => ({
      quantity,
      price: band.price,
      totalCost: (band.price ?? 0) * demand + (demand * orderCost) / quantity + (quantity * holding) / 2,
    });
    return inLots(Math.max(optimum, band.least), band, lot).map(at);
  });
  const sorted = candidates.toSorted((a, b) => a.quantity - b.quantity);
  const best = sorted.reduce((a, b) => (b.totalCost < a.totalCost ? b : a));
  return { ...best, candidates: sorted };
}

/** Quantities at one price. */
interface Band {
  readonly price: number | null;
  readonly least: number;
  readonly most: number;
  /** Whether the greatest quantity belongs to the band. */
  readonly hasMost: boolean;
}

function bandsOf(price: Tiers | undefined, lot: number | null): readonly Band[] {
  if (price === undefined) return [{ price: null, least: 0, most: Infinity, hasMost: false }];
  if (price.mode !== 'whole') fail('eoq.mode', ['price', 'mode'], { value: price.mode });
  const isLower = price.boundary !== 'upper';
  let before = 0;
  return price.tiers.map(({ upTo, rate }, at): Band => {
    const path = ['price', 'tiers', at];
    if (at > 0 && isLower && lot === null) fail('eoq.openBound', path, { bound: String(before) });
    const least = at === 0 ? 0 : isLower ? (Math.floor(before / lot!) + 1) * lot! : before;
    const most = upTo === null ? Infinity : numberAbove0(upTo, [...path, 'upTo']);
    before = most;
    return { price: numberAbove0(rate ?? 0, [...path, 'rate']), least, most, hasMost: isLower };
  });
}

/** The quantity itself, or the multiples of the lot around it that the band holds. */
function inLots(quantity: number, { least, most, hasMost }: Band, lot: number | null): readonly number[] {
  if (lot === null) return [quantity];
  const below = Math.floor(quantity / lot) * lot;
  return [...new Set([below, below === quantity ? below : below + lot])].filter(
    (each) => each > 0 && each >= least && (each < most || (hasMost && each === most)),
  );
}

/** The part of a lot that is ever held: all of it, or what is not used up while it comes in. */
function keptShare({ productionRate, consumptionRate }: OrderQuantityFacts, demand: number): number {
  if (productionRate === undefined) return 1;
  const production = numberAbove0(productionRate, ['productionRate']);
  const consumption = consumptionRate === undefined ? demand : numberFrom0(consumptionRate, ['consumptionRate']);
  if (consumption >= production) {
    fail('eoq.rates', ['consumptionRate'], { production: String(production), consumption: String(consumption) });
  }
  return 1 - consumption / production;
}
