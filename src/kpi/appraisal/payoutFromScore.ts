import { compileCurve, curveAt } from '../../core/curvePieces.js';
import { type CurrencyTable, findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import type { Curve } from '../../core/curve.js';
import { Decimal, type DecimalLike, type DecimalString, times, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { amountOf, type Money } from '../../core/money.js';
import { roundDecimal } from '../../core/rounding.js';

/** What a score pays. */
export type ScorePayout<C extends string = string> =
  | {
      readonly ok: true;
      /** Share of the base. */
      readonly factor: DecimalString;
      /** base × factor, rounded once; `null` without a base. */
      readonly amount: Money<C> | null;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the share of a base that a score pays, by a curve, and the amount, rounded half even to the minor unit once.
 * Beyond a curve that is not extrapolated there is none (`scoreBeyondCurve`).
 *
 * @param score points
 * @param curve points to factors
 * @param base what factor 1 pays
 * @param currencies default ISO 4217
 * @throws SalesModelError `currency.unknown`, those of `evaluateCurve`
 * @example
 * import { payoutFromScore } from 'salesmodel/kpi';
 *
 * const curve = { points: [{ x: '60', y: '0' }, { x: '80', y: '0.8' }, { x: '100', y: '1' }, { x: '120', y: '1.5' }] };
 * payoutFromScore('92.30', curve, { amount: '5000.00', currency: 'EUR' });
 * // => { ok: true, factor: '0.923', amount: { amount: '4615.00', currency: 'EUR' } }
 */
export function payoutFromScore<C extends string = string>(
  score: DecimalLike,
  curve: Curve,
  base?: Money<C>,
  currencies: CurrencyTable = isoCurrencies,
): ScorePayout<C> {
  const points = toDecimal(score, ['score']);
  const factor = curveAt(compileCurve(curve, ['curve']), points);
  if (factor === null) return { ok: false, reasons: [{ code: 'scoreBeyondCurve', params: { score: toText(points) } }] };
  if (base === undefined) return { ok: true, factor: toText(factor), amount: null };
  const currency = findCurrency(base.currency, currencies, ['base', 'currency']);
  const exact = times(amountOf(base, ['base']), factor);
  const amount = roundDecimal(exact, new Decimal(minorUnit(currency)), 'halfEven').toFixed(currency.exponent);
  return { ok: true, factor: toText(factor), amount: { amount, currency: base.currency } };
}
