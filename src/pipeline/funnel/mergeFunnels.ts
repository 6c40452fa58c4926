import { ratio } from '../../core/ratio.js';
import { compareKeys } from '../deal/groupKey.js';
import { MoneyTotals } from '../deal/moneyTotals.js';
import { fail } from '../fail.js';
import type { Funnel, FunnelFigures } from './funnel.js';

/**
 * Returns the funnel of all deals from those of two parts of them, counted apart: the same as counting them at once.
 *
 * @param a funnel of some deals
 * @param b funnel of the others, along the same stages and by the same policy
 * @throws SalesModelError `funnel.merge`
 * @example
 * import { funnel, mergeFunnels, presets } from 'salesmodel/pipeline';
 *
 * const of = (id: string) => funnel(presets['cn-4-stage'], [{ id, outcome: null, visits: [{ state: 'prepare' }] }]);
 * mergeFunnels(of('D1'), of('D2')).stages[0]?.reached; // => 2
 */
export function mergeFunnels(a: Funnel, b: Funnel): Funnel {
  const [mine, others] = [a, b].map(({ policy, stages }) => JSON.stringify([policy, stages.map(({ stage }) => stage)]));
  if (mine !== others) fail('funnel.merge', ['b'], { expected: mine!, value: others! });
  const keys = new Set([...a.groups, ...b.groups].map(({ key }) => key));
  const groupOf = ({ groups }: Funnel, key: string | null): FunnelFigures[] =>
    groups.filter((group) => group.key === key);
  return {
    ...sumOf([a, b]),
    policy: a.policy,
    groups: [...keys].toSorted(compareKeys).map((key) => ({ key, ...sumOf([...groupOf(a, key), ...groupOf(b, key)]) })),
  };
}

function sumOf(parts: readonly FunnelFigures[]): FunnelFigures {
  const [{ stages, conversions }] = parts as readonly [FunnelFigures];
  const sum = (read: (part: FunnelFigures) => number): number => parts.reduce((total, part) => total + read(part), 0);
  return {
    deals: sum(({ deals }) => deals),
    stages: stages.map(({ stage }, at) => {
      const totals = new MoneyTotals();
      for (const part of parts) for (const value of part.stages[at]!.values) totals.add(value);
      return { stage, reached: sum((part) => part.stages[at]!.reached), values: totals.list() };
    }),
    conversions: conversions.map(({ from, to }, at) => ({
      from,
      to,
      ratio: ratio(
        sum((part) => Number(part.conversions[at]!.ratio.numerator)),
        sum((part) => Number(part.conversions[at]!.ratio.denominator)),
      ),
    })),
  };
}
