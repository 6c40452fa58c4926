import { plus, ZERO } from '../../core/decimal.js';
import type { ComponentSpan } from '../run/grid.js';
import type { ItemSource } from '../run/itemSource.js';
import type { PlanRun } from '../run/planRun.js';
import type { LineList, SettledLine } from './settledLine.js';

/** The lines of a component in a span, and the amounts of the span itself, in a state of the plan. */
export function spanLines(
  run: PlanRun,
  source: ItemSource,
  component: number,
  payee: number,
  span: number,
  rowOf: (credit: number) => number,
): LineList {
  const lines = new Map<string, SettledLine>();
  const one = run.components[component]!;
  const result = one.result(payee, span);
  const { end }: ComponentSpan = one.grid.spans[span]!;
  const { items } = source;
  const first = items.offset[source.slot(payee, span)] ?? 0;
  const gross = result.lines === null || result.lines.length === 0 ? [] : one.grossLines(payee, span);
  result.lines?.forEach((earned, k) => {
    const item = first + k;
    const back = items.back?.[item] ?? -1;
    const credit = back < 0 ? items.credit[item]! : back;
    const key = String(items.origin?.[item] ?? item);
    lines.set(key, {
      key,
      credit,
      row: rowOf(credit),
      isCollected: items.collection[item]! >= 0,
      day: items.day[item]!,
      earned,
      gross: gross[k] ?? ZERO,
    });
  });
  for (const { modifier, kind, amount } of result.periodAmounts) {
    const key = `${kind} ${modifier}`;
    const earned = plus(lines.get(key)?.earned ?? ZERO, amount);
    lines.set(key, { key, credit: -1, row: -1, isCollected: false, day: end - 1, earned, gross: earned });
  }
  return lines;
}
