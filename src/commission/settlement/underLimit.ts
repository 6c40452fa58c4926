import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { ComponentRun } from '../run/componentRun.js';
import { sumRounding } from '../run/roundLines.js';
import type { PlanEarnings } from '../statement/earnedInPeriod.js';
import type { LineList } from './settledLine.js';

/** What a cap puts off of what some components earn in a period, and what of that is not found in their lines yet. */
export interface Excess {
  /** Ids of components. */
  readonly of: ReadonlySet<string>;
  rest: Decimal;
}

/** What the caps of a component put off of a span. */
export function componentExcess(run: ComponentRun, payee: number, span: number): Excess {
  const { id, modifiers } = run.grid.component;
  const of = new Set([id]);
  if (!modifiers.list.some(({ defers }) => defers)) return { of, rest: ZERO };
  const round = sumRounding(run.plan.rounding);
  const excessOf = (at: number): ReadonlyMap<number, Decimal> =>
    new Map(run.resultIn(payee, at)?.deferrals.map(({ modifier, excess }) => [modifier, round(excess)]));
  const { windowFirst = span } = run.grid.spans[span] ?? {};
  const earlier = span > windowFirst ? excessOf(span - 1) : new Map<number, Decimal>();
  let rest = ZERO;
  for (const [modifier, excess] of excessOf(span)) {
    const before = modifiers.list[modifier]?.scope === 'window' ? (earlier.get(modifier) ?? ZERO) : ZERO;
    if (excess.gt(before)) rest = plus(rest, minus(excess, before));
  }
  return { of, rest };
}

/** What the caps of a plan put off of a period, modifier by modifier. */
export function planExcess(earnings: PlanEarnings, run: ComponentRun['plan'], payee: number, period: number): Excess[] {
  const round = sumRounding(run.rounding);
  const before = earnings.before(payee, period)?.deferrals ?? [];
  const { deferrals, planModifiers } = earnings.of(payee, period);
  return deferrals
    .flatMap(({ key, excess, window }): Excess[] => {
      const [kind, index] = key.split(' ');
      if (kind !== 'plan') return [];
      const same = before.find((each) => each.key === key && window !== null && each.window === window);
      const rest = minus(round(excess), same === undefined ? ZERO : round(same.excess));
      return [{ of: planModifiers[Number(index)]!.of, rest }];
    })
    .filter(({ rest }) => rest.gt(0));
}

/**
 * What of each line lies under the limits of caps that defer. The rest waits for room and not for a release; as under
 * any cap the last lines are the first to go over it. Lines that are all under them are left out.
 *
 * @param excesses what is found in the lines is taken from them
 */
export function underLimit(
  lines: LineList,
  componentId: string,
  excesses: readonly Excess[],
): ReadonlyMap<string, Decimal> {
  const limited = new Map<string, Decimal>();
  for (const excess of excesses) {
    if (!excess.of.has(componentId)) continue;
    for (const { key, earned } of [...lines.values()].reverse()) {
      if (excess.rest.lte(0)) break;
      const under = limited.get(key) ?? earned;
      if (under.lte(0)) continue;
      const over = under.lt(excess.rest) ? under : excess.rest;
      limited.set(key, minus(under, over));
      excess.rest = minus(excess.rest, over);
    }
  }
  return limited;
}
