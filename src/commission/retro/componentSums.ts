import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { periodOf } from '../../core/period.js';
import type { RunInput } from '../schema.js';
import type { EarnedFigure, RunFigures } from './runFigures.js';

/** What a component brought to a payee, or to all of them, over all periods of a run. */
export interface ComponentSums {
  readonly payeeId: string | null;
  readonly planId: string;
  readonly componentId: string;
  readonly currency: string;
  pay: Decimal;
  /** `null` where a span has no defined one. */
  measure: Decimal | null;
  /** Measure of the spans with a quota. */
  attained: Decimal;
  quota: Decimal | null;
}

/** By payee (`null` = all of them), plan, component and currency. */
export function componentSums({ input, figures }: RunFigures): ReadonlyMap<string, ComponentSums> {
  const sums = new Map<string, ComponentSums>();
  const last = lastOfWindows(input, [...figures.values()]);
  for (const figure of figures.values()) {
    const { payeeId, planId, componentId, currency, earned, components } = figure;
    if (componentId === null) continue;
    for (const whose of [payeeId, null]) {
      const key = JSON.stringify([whose, planId, componentId, currency]);
      let sum = sums.get(key);
      if (sum === undefined) {
        sum = { payeeId: whose, planId, componentId, currency, pay: ZERO, measure: ZERO, attained: ZERO, quota: null };
        sums.set(key, sum);
      }
      sum.pay = plus(sum.pay, earned);
      if (!last.has(figure)) continue;
      for (const { measure, quota } of components) {
        if (measure === null) sum.measure = null;
        else if (sum.measure !== null) sum.measure = plus(sum.measure, toDecimal(measure));
        if (quota === undefined || measure === null) continue;
        sum.attained = plus(sum.attained, toDecimal(measure));
        sum.quota = plus(sum.quota ?? ZERO, toDecimal(quota));
      }
    }
  }
  return sums;
}

/** Figures whose measure counts: all but those of windows to date that a later one goes on with. */
function lastOfWindows({ plans }: RunInput, figures: readonly EarnedFigure[]): ReadonlySet<EarnedFigure> {
  const last = new Map<string, EarnedFigure>();
  for (const figure of figures) {
    const { payeeId, planId, componentId, currency, period, planVersions } = figure;
    const plan = plans.find(({ id, version = '1' }) => id === planId && planVersions.includes(version));
    const component = plan?.components.find(({ id }) => id === componentId);
    const calendar = { fiscalStartMonth: plan?.fiscalStartMonth ?? 1 };
    const window =
      component?.accumulate === 'toDate' ? periodOf(period, component.window ?? 'year', calendar).start : period;
    const key = JSON.stringify([payeeId, planId, componentId, currency, window]);
    const known = last.get(key);
    if (known === undefined || known.period < period) last.set(key, figure);
  }
  return new Set(last.values());
}
