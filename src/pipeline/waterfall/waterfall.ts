import type { Rejected } from '../../core/errors.js';
import { checkDeals } from '../deal/checkDeals.js';
import { compareKeys, groupValue } from '../deal/groupKey.js';
import type { Opportunity, Snapshot } from '../opportunity/opportunity.js';
import { type Bar, BarSums } from './bars.js';
import { moveReader } from './dealMove.js';
import type { WaterfallOptions, WaterfallPolicy } from './waterfallOptions.js';

/** From the pipeline of one day to that of another. The bars add up to the last digit. */
export interface Waterfall {
  readonly currency: string;
  readonly bars: readonly Bar[];
  readonly policy: Required<WaterfallPolicy>;
  /** By the value of the field asked for, deals without one last. */
  readonly groups: readonly { readonly key: string | null; readonly bars: readonly Bar[] }[];
  /** Deals among the created ones that are older than the first snapshot, which lacks them; by id. */
  readonly late: readonly string[];
  /** Deals without an exchange rate: they are in no bar. */
  readonly rejected: readonly Rejected[];
}

/**
 * Returns how the open pipeline of a window came from what it was at one snapshot to what it was at another: every deal that
 * came, went or changed its value, in one bar each. Start and all bars add up to the end, in value to the last digit and in
 * number. Deals that ended without a judgement are `removed`.
 *
 * @param start earlier snapshot
 * @param end later snapshot, of the same day at the earliest
 * @param options window of close dates, currency and policy
 * @throws SalesModelError `waterfall.order`, `pipeline.duplicateDeal`, `option.unknown`, `currency.unknown`, `period.order`,
 *   and the errors of `compileRule` and `convert`
 * @example
 * import { presets, snapshotAsOf, waterfall } from 'salesmodel/pipeline';
 *
 * const amount = { amount: '900.00', currency: 'EUR' };
 * const events = [
 *   { dealId: 'D1', at: '2026-04-02', seq: 1, type: 'created', amount, closeDate: '2026-05-31' },
 *   { dealId: 'D1', at: '2026-04-20', seq: 2, type: 'amountChanged', amount: { amount: '700.00', currency: 'EUR' } },
 *   { dealId: 'D2', at: '2026-04-22', seq: 1, type: 'created', amount, closeDate: '2026-06-30' },
 * ] as const;
 * const [start, end] = ['2026-04-10', '2026-05-10'].map((day) => snapshotAsOf(presets['hubspot-like'], events, day));
 * const { bars } = waterfall(start!, end!, { window: { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' }, currency: 'EUR' });
 * bars.filter(({ count }) => count > 0).map(({ code, value }) => `${code} ${value}`);
 * // => ['start 900.00', 'created 900.00', 'decreased -200.00', 'end 1600.00']
 */
export function waterfall(start: Snapshot, end: Snapshot, options: WaterfallOptions): Waterfall {
  const reader = moveReader(start, end, options);
  const whole = new BarSums();
  const groups = new Map<string | null, BarSums>();
  const late: string[] = [];
  const rejected: Rejected[] = [];
  forEachDeal(start, end, (before, after, index) => {
    const move = reader.read(before, after);
    if (move === null) return;
    const deal = (after ?? before)!;
    if (move === 'missingRate') {
      const params = { from: deal.amount?.currency ?? null, to: reader.currency };
      rejected.push({
        index,
        id: deal.id,
        code: 'pipeline.row.missingRate',
        path: [after === undefined ? 'start' : 'end', 'deals', index, 'amount'],
        params,
      });
      return;
    }
    if (move.late) late.push(deal.id);
    for (const { code, value } of move.parts) whole.add(code, value);
    if (options.by === undefined) return;
    const key = groupValue(deal, options.by);
    let sums = groups.get(key);
    if (sums === undefined) groups.set(key, (sums = new BarSums()));
    for (const { code, value } of move.parts) sums.add(code, value);
  });
  return {
    currency: reader.currency,
    bars: whole.list(reader.scale),
    policy: reader.policy,
    groups: [...groups]
      .toSorted(([a], [b]) => compareKeys(a, b))
      .map(([key, sums]) => ({ key, bars: sums.list(reader.scale) })),
    late: late.sort(),
    rejected: rejected.sort((a, b) => compareKeys(a.id ?? null, b.id ?? null)),
  };
}

/** Goes through the deals of two snapshots together; `index` is the place in the later one that has the deal. */
export function forEachDeal(
  start: Snapshot,
  end: Snapshot,
  visit: (before: Opportunity | undefined, after: Opportunity | undefined, index: number) => void,
): void {
  const [first, last] = [start.deals, end.deals];
  if (ascends(first) && ascends(last)) {
    let at = 0;
    for (let index = 0; index < last.length; index++) {
      const deal = last[index]!;
      for (; at < first.length && first[at]!.id < deal.id; at++) visit(first[at], undefined, at);
      visit(first[at]?.id === deal.id ? first[at++] : undefined, deal, index);
    }
    for (; at < first.length; at++) visit(first[at], undefined, at);
    return;
  }
  checkDeals(first, ['start', 'deals']);
  checkDeals(last, ['end', 'deals']);
  const earlier = new Map(first.map((deal) => [deal.id, deal]));
  for (const [index, deal] of last.entries()) {
    visit(earlier.get(deal.id), deal, index);
    earlier.delete(deal.id);
  }
  if (earlier.size === 0) return;
  for (const [index, deal] of first.entries()) if (earlier.has(deal.id)) visit(deal, undefined, index);
}

/** Snapshots are in the order of their ids, each of which is there once; then no table of them is needed. */
function ascends(deals: readonly Opportunity[]): boolean {
  for (let at = 1; at < deals.length; at++) if (!(deals[at - 1]!.id < deals[at]!.id)) return false;
  return true;
}
