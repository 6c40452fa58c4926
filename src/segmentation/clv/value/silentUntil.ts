import type { Reason } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { BUYING_MODELS } from '../ask/purchaseModels.js';
import { compileClv } from '../model/compileClv.js';
import { checkPurchaseHistory, type PurchaseHistory } from '../model/history.js';
import { fail } from '../fail.js';
import { daysOf, type TimedModel } from './daysOf.js';

/** After how many days of silence, or the reason why after none. */
export type Silence =
  { readonly ok: true; readonly days: number } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Days that the calendar of the library has. */
const LAST_DAY = 3_652_059;

/**
 * Returns after how many days without a purchase a customer is alive with less than a probability: the smallest number of days
 * from the end of observation.
 *
 * @param model a fitted model, or one with its `timeUnit`; without it its times are days
 * @param history of the customer
 * @param level probability above 0 and below 1
 * @returns `{ ok: false, reasons }` with `never` where the calendar ends before, and under `bgNbd` for who never came back
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.history`, `segmentation.clv.level`, `option.unknown`
 * @example
 * import { silentUntil } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', timeUnit: 'week', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * silentUntil(model, { x: 3, tx: 21.5, T: 38 }, 0.5); // => { ok: true, days: 19 }
 * silentUntil(model, { x: 0, tx: 0, T: 38 }, 0.5); // => { ok: false, reasons: [{ code: 'never', params: {} }] }
 */
export function silentUntil(model: TimedModel, history: PurchaseHistory, level: number): Silence {
  oneOf(model.model, BUYING_MODELS, ['model', 'model']);
  if (!(level > 0 && level < 1)) fail('segmentation.clv.level', ['level'], { value: String(level) });
  checkPurchaseHistory(history);
  const evaluator = compileClv(model);
  const unit = daysOf(model, 'day');
  const { x, tx, T } = history;
  // The probability falls with every day of silence.
  const isSilent = (days: number): boolean => evaluator.probabilityAlive({ x, tx, T: T + days / unit }) < level;
  if (isSilent(0)) return { ok: true, days: 0 };
  if (!isSilent(LAST_DAY)) return { ok: false, reasons: [{ code: 'never', params: {} }] };
  let low = 0;
  let high = LAST_DAY;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSilent(middle)) high = middle;
    else low = middle;
  }
  return { ok: true, days: high };
}
