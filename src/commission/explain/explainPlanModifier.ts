import { type Decimal, plus, toText, ZERO } from '../../core/decimal.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import type { PlanPeriod } from '../run/grid.js';
import { amountText } from '../statement/amountText.js';
import { type EarnedComponent, type EarnedPeriod, isFeltBy, type PlanEffect } from '../statement/earnedInPeriod.js';
import { explainComponent } from './explainComponent.js';
import { modifierReasons } from './explainModifier.js';
import type { QuantityNodes } from './explainQuantity.js';
import { momentAt } from './moment.js';
import type { PlanView } from './planView.js';

/** What a modifier of the plan's own list did to the sum of the components that it works on. */
export function explainPlanModifier(
  plan: PlanView,
  payee: number,
  period: PlanPeriod,
  earned: EarnedPeriod,
  effect: PlanEffect,
): Explanation {
  const { planRun, rounding, run } = plan;
  const { index, of, context } = effect;
  const modifier = planRun.plan.plan.modifiers![index]!;
  const components = earned.components.filter((each) => of.has(each.run.grid.component.id));
  const year = { start: period.yearStart, end: period.end };
  const quotaId = Object.keys(planRun.plan.plan.quotas ?? {})[0] ?? '';
  const share = [...plan.path, 'targetShare'];
  const measure = (): Explanation => measureNode(plan, payee, components);
  const span: QuantityNodes = {
    quota: () => planRun.figures.explainQuota(quotaId, payee, period),
    target: () => planRun.figures.explainTarget(payee, period, '1', share),
    measure,
  };
  const window: QuantityNodes = {
    quota: () => planRun.figures.explainQuotaOfPeriods(quotaId, payee, year),
    target: () => planRun.figures.explainTargetOfPeriods(payee, year, '1', share),
    measure,
  };
  const { scope } = planRun.plan.modifiers.list[index]!;
  const text = amountText(effect.effect, rounding.increment);
  return explainLater(`effect.${modifier.kind}`, { index, kind: modifier.kind, sum: toText(effect.sum) }, text, () => [
    sumNode(
      plan,
      payee,
      components,
      effect.sum,
      earned.planModifiers.filter((earlier) => earlier.index < index && isFeltBy(earlier, of)),
    ),
    ...modifierReasons(
      {
        plan,
        payee,
        days: period,
        facts: planRun.gateFacts(period, payee, 'result'),
        context,
        path: [...plan.path, 'modifiers', index],
        index,
        span,
        window,
        isOfWindow: scope === 'window',
        position: (axis) => {
          if (typeof axis === 'string' || axis.kind !== 'score') return null;
          const value = planRun.score(payee, period.start, axis.name);
          return value === undefined ? null : { x: value, node: run.scoreNode(payee, period.start, axis.name, value) };
        },
        earlier: () =>
          (scope === 'window' ? effect.earlier() : []).map(({ period: days, earned: before, sum, raised, felt }) => {
            const own = before.components.filter((each) => of.has(each.run.grid.component.id));
            return { days, sum, from: () => sumNode(plan, payee, own, sum, felt), raised };
          }),
      },
      modifier,
    ),
  ]);
}

/** The components that a modifier works on, and what the modifiers before it did to them. */
function sumNode(
  plan: PlanView,
  payee: number,
  components: readonly EarnedComponent[],
  sum: Decimal,
  felt: readonly PlanEffect[],
): Explanation {
  return explainLater('effect.components', { additive: true }, toText(sum), () => [
    ...components.map((each) => explainComponent(plan.slotOf(each, payee))),
    ...felt.map(({ index, effect }) => explainLater('effect.felt', { index }, toText(effect), () => [])),
  ]);
}

function measureNode(plan: PlanView, payee: number, components: readonly EarnedComponent[]): Explanation {
  const nodes = components.map((each) => {
    const slot = plan.slotOf(each, payee);
    return { sum: slot.sum(0, slot.count), node: momentAt(slot, slot.count, false).node(0) };
  });
  const sum = nodes.reduce((total: Decimal, each) => plus(total, each.sum), ZERO);
  return explainLater('measure.components', {}, toText(sum), () => nodes.map(({ node }) => node));
}
