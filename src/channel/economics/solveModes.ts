import { Decimal, ONE, ZERO, minus, times } from '../../core/decimal.js';
import type { Arithmetic } from './arithmetic.js';
import type { ChannelMode } from './economicsInput.js';
import type { ReadDemand, ReadEconomics } from './readEconomics.js';

/** What comes of a way to sell, in the numbers that it was computed in; `price` is `null` where nothing is sold. */
export interface Solution<N> {
  readonly wholesalePrice: N | null;
  readonly price: N | null;
  readonly quantity: N;
  readonly makerProfit: N;
  readonly intermediaryProfit: N;
  readonly consumerSurplus: N;
}

/**
 * The best price for a seller whose cost of a piece is `cost`, `null` where nobody would buy at it: (a/b + cost)/2 of
 * linear demand, cost × e/(e − 1) of isoelastic demand.
 */
export function bestPrice<N>(of: Arithmetic<N, unknown>, demand: ReadDemand, cost: N): N | null {
  if (demand.kind === 'isoelastic') return of.times(cost, markUp(of, demand.elasticity));
  const most = of.over(of.of(demand.a), of.of(demand.b));
  if (!of.isPositive(of.minus(most, cost))) return null;
  return of.over(of.plus(most, cost), of.of(TWO));
}

/** The pieces bought at a price. */
export function quantityAt<N>(of: Arithmetic<N, unknown>, demand: ReadDemand, price: N): N {
  if (demand.kind === 'linear') return of.minus(of.of(demand.a), of.times(of.of(demand.b), price));
  return of.over(of.of(demand.k), of.power(price, demand.elasticity));
}

/** Each way to sell, every seller setting the price that is best for itself. */
export function solveModes<N>(of: Arithmetic<N, unknown>, input: ReadEconomics): Record<ChannelMode, Solution<N>> {
  const { demand, retailCost, makerBears, fee, fixed, levels } = input;
  const zero = of.of(ZERO);
  const makerCost = of.of(input.makerCost);
  const retail = of.of(retailCost);
  const cost = of.plus(makerCost, retail);

  const solved = (
    mode: ChannelMode,
    price: N | null,
    wholesalePrice: N | null,
    maker: (price: N) => N,
    intermediary: (price: N) => N,
  ): Solution<N> => {
    const quantity = price === null ? zero : quantityAt(of, demand, price);
    const profit = (margin: (price: N) => N): N => (price === null ? zero : of.times(margin(price), quantity));
    return {
      wholesalePrice: price === null ? null : wholesalePrice,
      price,
      quantity,
      makerProfit: of.minus(profit(maker), of.of(fixed[mode])),
      intermediaryProfit: profit(intermediary),
      consumerSurplus: price === null ? zero : surplus(of, demand, price, quantity),
    };
  };

  const chain = chainPrices(of, demand, makerCost, retail, levels);
  const kept = of.of(minus(ONE, fee));
  const makerBearing = makerBears ? cost : makerCost;
  return {
    integrated: solved(
      'integrated',
      bestPrice(of, demand, cost),
      null,
      (price) => of.minus(price, cost),
      () => zero,
    ),
    wholesale: solved(
      'wholesale',
      chain.price,
      chain.wholesale,
      () => of.minus(chain.wholesale, makerCost),
      (price) => of.minus(price, of.plus(chain.wholesale, retail)),
    ),
    agency: solved(
      'agency',
      bestPrice(of, demand, of.over(makerBearing, kept)),
      null,
      (price) => of.minus(of.times(kept, price), makerBearing),
      (price) => of.minus(of.times(of.of(fee), price), makerBears ? zero : retail),
    ),
  };
}

/**
 * The maker's price to the first reseller and the last one's price to the customer. Each level takes the demand that the
 * next one leaves it: of linear demand its margin is half of that before, the first one's (a/b − C)/2; of isoelastic
 * demand each multiplies what a piece costs to the end by e/(e − 1).
 */
function chainPrices<N>(
  of: Arithmetic<N, unknown>,
  demand: ReadDemand,
  makerCost: N,
  retail: N,
  levels: number,
): { readonly wholesale: N; readonly price: N | null } {
  const cost = of.plus(makerCost, retail);
  const best = bestPrice(of, demand, cost);
  if (best === null) return { wholesale: makerCost, price: null };
  const wholesale = of.minus(best, retail);
  let price: N = best;
  let margin: N = of.minus(best, cost);
  for (let level = 0; level < levels; level += 1) {
    if (demand.kind === 'isoelastic') {
      price = of.times(price, markUp(of, demand.elasticity));
    } else {
      margin = of.over(margin, of.of(TWO));
      price = of.plus(price, margin);
    }
  }
  return { wholesale, price };
}

/** What customers would have paid beyond the price: the area below the demand and above the price. */
function surplus<N>(of: Arithmetic<N, unknown>, demand: ReadDemand, price: N, quantity: N): N {
  return demand.kind === 'linear'
    ? of.over(of.times(quantity, quantity), of.of(times(TWO, demand.b)))
    : of.over(of.times(price, quantity), of.of(minus(demand.elasticity, ONE)));
}

function markUp<N>(of: Arithmetic<N, unknown>, elasticity: Decimal): N {
  return of.over(of.of(elasticity), of.of(minus(elasticity, ONE)));
}

const TWO: Decimal = /* @__PURE__ */ new Decimal(2);
