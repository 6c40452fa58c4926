import { Decimal, divide, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { exp, ln } from '../../core/elementary.js';
import { type Arithmetic, estimates, fractions } from './arithmetic.js';
import { isExact } from './channelEconomics.js';
import type { EconomicsInput } from './economicsInput.js';
import { type ReadEconomics, readEconomics } from './readEconomics.js';
import { solveModes } from './solveModes.js';

/**
 * Returns the platform's part of the price at which the maker earns as much through it as through resellers: below it
 * the platform is better for the maker. `always` where it is at least as good at every fee, `never` where at none.
 *
 * With s = 1 − fee and K = 4W/b, linear demand gives s as the greater root of (a/b)²s² − (2ma/b + K)s + m² = 0, where W is
 * what the maker earns through resellers and m what a piece costs it on the platform.
 *
 * @param input as for `channelEconomics`; its fee is not looked at
 * @throws SalesModelError those of `channelEconomics`
 * @example
 * import { breakEvenFee } from 'salesmodel/channel';
 *
 * const fee = breakEvenFee({ demand: { kind: 'linear', a: 100, b: 1 }, makerCost: 20 });
 * typeof fee === 'number' && fee.toFixed(6); // => '0.340667'
 */
export function breakEvenFee(input: Omit<EconomicsInput, 'fee'>): Estimate | 'always' | 'never' {
  const read = readEconomics({ ...input, fee: ZERO });
  return isExact(read) ? feeIn(fractions, read) : feeIn(estimates, read);
}

function feeIn<N>(of: Arithmetic<N, unknown>, read: ReadEconomics): Estimate | 'always' | 'never' {
  const { wholesale, agency } = solveModes(of, read);
  const { fixed } = read;
  // What the platform has to bring before what the two ways cost whatever is sold.
  const needed = of.plus(wholesale.makerProfit, of.of(fixed.agency));
  const free = of.plus(agency.makerProfit, of.of(fixed.agency));
  if (!of.isPositive(needed)) return 'always';
  if (of.isPositive(of.minus(needed, free))) return 'never';
  return 1 - keptPart(read, decimalOf(of.figure(needed)), decimalOf(of.figure(free)));
}

/** The part of the price that the maker has to keep. */
function keptPart(
  { demand, makerCost, retailCost, makerBears }: ReadEconomics,
  needed: Decimal,
  free: Decimal,
): number {
  if (demand.kind === 'isoelastic') {
    // Profits grow with sᵉ.
    return exp(ln(divide(needed, free).toNumber()) / demand.elasticity.toNumber());
  }
  const cost = makerBears ? plus(makerCost, retailCost) : makerCost;
  const most = divide(demand.a, demand.b);
  const middle = plus(times(times(TWO, cost), most), divide(times(FOUR, needed), demand.b));
  const root = minus(times(middle, middle), times(FOUR, times(times(most, most), times(cost, cost)))).sqrt();
  const kept = divide(plus(middle, root), times(TWO, times(most, most)));
  return (kept.gt(ONE) ? ONE : kept).toNumber();
}

function decimalOf(figure: unknown): Decimal {
  if (typeof figure === 'number') return new Decimal(figure);
  const { numerator, denominator } = figure as { readonly numerator: string; readonly denominator: string };
  return divide(new Decimal(numerator), new Decimal(denominator));
}

const TWO: Decimal = /* @__PURE__ */ new Decimal(2);
const FOUR: Decimal = /* @__PURE__ */ new Decimal(4);
