import { toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainStep, explainSum } from '../../core/explanation.js';
import { oneOf } from '../../core/oneOf.js';
import { compareKeys } from '../deal/groupKey.js';
import type { Snapshot } from '../opportunity/opportunity.js';
import { type BarCode, BARS } from './bars.js';
import { moveReader } from './dealMove.js';
import { forEachDeal } from './waterfall.js';
import type { WaterfallOptions } from './waterfallOptions.js';

/**
 * Returns the deals behind a bar of a waterfall, by id, each with what it adds and with its amounts at both ends. They add
 * up to the bar.
 *
 * @param start that of the waterfall
 * @param end that of the waterfall
 * @param options those of the waterfall
 * @param code of the bar
 * @throws SalesModelError the errors of `waterfall`
 * @example
 * import { explainBar, presets, snapshotAsOf } from 'salesmodel/pipeline';
 *
 * const events = [
 *   { dealId: 'D1', at: '2026-04-02', seq: 1, type: 'created', amount: { amount: '900.00', currency: 'EUR' } },
 * ] as const;
 * const [start, end] = ['2026-04-01', '2026-05-10'].map((day) => snapshotAsOf(presets['hubspot-like'], events, day));
 * explainBar(start!, end!, { window: null, currency: 'EUR' }, 'created').from.map(({ params, value }) => [params.id, value]);
 * // => [['D1', '900']]
 */
export function explainBar(start: Snapshot, end: Snapshot, options: WaterfallOptions, code: BarCode): Explanation {
  oneOf(code, BARS, ['code']);
  const reader = moveReader(start, end, options);
  const places = new Map(start.deals.map(({ id }, at) => [id, at]));
  const parts: Explanation[] = [];
  forEachDeal(start, end, (before, after, index) => {
    const move = reader.read(before, after);
    if (move === null || move === 'missingRate') return;
    for (const part of move.parts) {
      if (part.code !== code) continue;
      const from: Explanation[] = [];
      if (before !== undefined) {
        from.push(explainInput(['start', 'deals', places.get(before.id)!, 'amount'], before.amount?.amount ?? null));
      }
      if (after !== undefined) from.push(explainInput(['end', 'deals', index, 'amount'], after.amount?.amount ?? null));
      parts.push(explainStep('pipeline.barDeal', { id: (after ?? before)!.id }, toText(part.value), from));
    }
  });
  parts.sort((a, b) => compareKeys(String(a.params['id']), String(b.params['id'])));
  return explainSum(`waterfall.${code}`, { currency: reader.currency }, parts);
}
