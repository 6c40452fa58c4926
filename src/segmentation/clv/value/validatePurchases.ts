import { compareText } from '../../../core/compareText.js';
import type { Estimate } from '../../../core/estimate.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { BUYING_MODELS } from '../ask/purchaseModels.js';
import { checkCount, checkTime } from '../model/checks.js';
import type { BuyingModel } from '../model/clvModel.js';
import { compileClv } from '../model/compileClv.js';
import { checkPurchaseHistory, type PurchaseHistory } from '../model/history.js';

/** Histories up to a day, and what came after it. */
export interface HoldoutSample {
  readonly calibration: readonly (PurchaseHistory & { readonly customer: string })[];
  /** Purchases after the calibration; who is not listed made none. */
  readonly holdout: readonly { readonly customer: string; readonly purchases: number }[];
  /** Length of the time after the calibration, in the unit of the model. */
  readonly t: number;
}

/** What was forecast beside what happened, in all and by the number of purchases before. */
export interface HoldoutResult {
  readonly customers: number;
  readonly actual: number;
  readonly forecast: Estimate;
  /** By x, ascending. */
  readonly byX: readonly {
    readonly x: number;
    readonly customers: number;
    readonly actual: number;
    readonly forecast: Estimate;
  }[];
  /** Customers of the holdout without a history, ascending: they are in none of the sums. */
  readonly unknown: readonly string[];
}

/**
 * Returns how many purchases a model forecasts for a time that is known, and how many there were.
 *
 * @param model fitted to the calibration
 * @param sample histories and what came after
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `segmentation.clv.time`,
 *   `segmentation.clv.count`, `ids.duplicate`, `option.unknown`
 * @example
 * import { validatePurchases } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * const { actual, byX } = validatePurchases(model, {
 *   calibration: [
 *     { customer: 'Ada', x: 3, tx: 21.5, T: 38 },
 *     { customer: 'Bo', x: 0, tx: 0, T: 38 },
 *     { customer: 'Cy', x: 0, tx: 0, T: 30 },
 *   ],
 *   holdout: [{ customer: 'Ada', purchases: 2 }],
 *   t: 26,
 * });
 * actual; // => 2
 * byX.map(({ x, customers, forecast }) => `${x}: ${customers}, ${forecast.toFixed(2)}`); // => [ '0: 2, 0.37', '3: 1, 0.96' ]
 */
export function validatePurchases(model: BuyingModel, { calibration, holdout, t }: HoldoutSample): HoldoutResult {
  oneOf(model.model, BUYING_MODELS, ['model', 'model']);
  checkTime(t, ['sample', 't']);
  const evaluator = compileClv(model);
  const purchases = new Map<string, number>();
  holdout.forEach((row, index) => {
    const path = ['sample', 'holdout', index];
    checkCount(row.purchases, [...path, 'purchases']);
    if (purchases.has(row.customer)) failCore('ids.duplicate', [...path, 'customer'], { id: row.customer });
    purchases.set(row.customer, row.purchases);
  });

  const seen = new Set<string>();
  const rows = calibration.map((row, index) => {
    const path = ['sample', 'calibration', index];
    checkPurchaseHistory(row, path);
    if (seen.has(row.customer)) failCore('ids.duplicate', [...path, 'customer'], { id: row.customer });
    seen.add(row.customer);
    const forecast = evaluator.conditionalExpectedPurchases(t, row);
    return { customer: row.customer, x: row.x, actual: purchases.get(row.customer) ?? 0, forecast };
  });
  rows.sort((a, b) => a.x - b.x || compareText(a.customer, b.customer));

  const byX: { x: number; customers: number; actual: number; forecast: number }[] = [];
  for (const { x, actual, forecast } of rows) {
    if (byX.at(-1)?.x !== x) byX.push({ x, customers: 0, actual: 0, forecast: 0 });
    const group = byX.at(-1)!;
    group.customers++;
    group.actual += actual;
    group.forecast += forecast;
  }
  return {
    customers: rows.length,
    actual: byX.reduce((sum, group) => sum + group.actual, 0),
    forecast: byX.reduce((sum, group) => sum + group.forecast, 0),
    byX,
    unknown: [...purchases.keys()].filter((customer) => !seen.has(customer)).toSorted(compareText),
  };
}
