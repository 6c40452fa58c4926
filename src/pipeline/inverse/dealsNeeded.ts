import { type DecimalLike, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { roundQuotient } from '../../core/rounding.js';
import { toProbability } from '../definition/checkPipeline.js';

/**
 * Returns how many deals of an average amount it takes to sell a target at a win rate, rounded up to whole deals.
 *
 * @param target amount still to be sold
 * @param average amount of a deal, above 0
 * @param winRate share of deals that are won, 0 to 1
 * @throws SalesModelError `pipeline.probability`, `decimal.invalid`
 * @example
 * import { dealsNeeded } from 'salesmodel/pipeline';
 *
 * dealsNeeded('240000', '15000', '0.375'); // => { ok: true, deals: 43 }
 * dealsNeeded('240000', '15000', '0'); // => { ok: false, reasons: [{ code: 'nothingWon', params: {} }] }
 */
export function dealsNeeded(
  target: DecimalLike,
  average: DecimalLike,
  winRate: DecimalLike,
): { readonly ok: true; readonly deals: number } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const needed = toDecimal(target, ['target']);
  const each = times(toDecimal(average, ['average']), toProbability(winRate, ['winRate']));
  if (needed.lte(ZERO)) return { ok: true, deals: 0 };
  if (each.lte(ZERO)) return { ok: false, reasons: [{ code: 'nothingWon', params: {} }] };
  return { ok: true, deals: Number(roundQuotient(needed, each, 'ceiling')) };
}
