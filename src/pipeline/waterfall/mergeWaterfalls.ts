import { toDecimal } from '../../core/decimal.js';
import { compareKeys } from '../deal/groupKey.js';
import { fail } from '../fail.js';
import { type Bar, BarSums } from './bars.js';
import type { Waterfall } from './waterfall.js';

/**
 * Returns the waterfall of all deals from those of two parts of them, computed apart: the same as computing it at once.
 *
 * @param a waterfall of some deals
 * @param b waterfall of the others, between the same snapshots and with the same options
 * @throws SalesModelError `waterfall.merge`
 * @example
 * import { mergeWaterfalls, waterfall } from 'salesmodel/pipeline';
 *
 * const none = { asOf: '2026-04-01', deals: [] };
 * const empty = waterfall(none, none, { window: null, currency: 'EUR' });
 * mergeWaterfalls(empty, empty).bars[0]; // => { code: 'start', count: 0, value: '0.00' }
 */
export function mergeWaterfalls(a: Waterfall, b: Waterfall): Waterfall {
  if (a.currency !== b.currency || JSON.stringify(a.policy) !== JSON.stringify(b.policy)) {
    fail('waterfall.merge', ['b'], { expected: a.currency, value: b.currency });
  }
  const keys = new Set([...a.groups, ...b.groups].map(({ key }) => key));
  const barsOf = ({ groups }: Waterfall, key: string | null): readonly Bar[] =>
    groups.find((group) => group.key === key)?.bars ?? [];
  return {
    currency: a.currency,
    bars: sumOf(a.bars, b.bars),
    policy: a.policy,
    groups: [...keys].toSorted(compareKeys).map((key) => ({ key, bars: sumOf(barsOf(a, key), barsOf(b, key)) })),
    late: [...a.late, ...b.late].toSorted(),
    rejected: [...a.rejected, ...b.rejected].toSorted((x, y) => compareKeys(x.id ?? null, y.id ?? null)),
  };
}

function sumOf(a: readonly Bar[], b: readonly Bar[]): Bar[] {
  const sums = new BarSums();
  for (const { code, value, count } of [...a, ...b]) sums.add(code, toDecimal(value), count);
  const [{ value = '0' } = {}] = [...a, ...b];
  return sums.list(value.includes('.') ? value.length - value.indexOf('.') - 1 : 0);
}
