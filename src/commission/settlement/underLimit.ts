import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { ComponentRun } from '../run/componentRun.js';
import { sumRounding } from '../run/roundLines.js';
import type { LineList } from './settledLine.js';

/**
 * What of each line lies under the limit of a cap that defers. The rest waits for room and not for a release; as under
 * any cap the last lines are the first to go over it. Lines that are all under it are left out.
 */
export function underLimit(
  lines: LineList,
  run: ComponentRun,
  payee: number,
  span: number,
): ReadonlyMap<string, Decimal> {
  const limited = new Map<string, Decimal>();
  const { list } = run.grid.component.modifiers;
  const round = sumRounding(run.plan.rounding);
  const excessOf = (at: number): ReadonlyMap<number, Decimal> =>
    new Map(run.result(payee, at).deferrals.map(({ modifier, excess }) => [modifier, round(excess)]));
  const { windowFirst = span } = run.grid.spans[span] ?? {};
  const earlier = span > windowFirst ? excessOf(span - 1) : new Map<number, Decimal>();
  let rest = ZERO;
  for (const [modifier, excess] of excessOf(span)) {
    const before = list[modifier]?.scope === 'window' ? (earlier.get(modifier) ?? ZERO) : ZERO;
    if (excess.gt(before)) rest = plus(rest, minus(excess, before));
  }
  for (const { key, earned } of [...lines.values()].reverse()) {
    if (rest.lte(0)) break;
    if (earned.lte(0)) continue;
    const over = earned.lt(rest) ? earned : rest;
    limited.set(key, minus(earned, over));
    rest = minus(rest, over);
  }
  return limited;
}
