import { type Decimal, minus, toText, ZERO } from '../../core/decimal.js';
import { firstSpan } from '../run/grossEarnings.js';
import { explainLater, explainLess, explainStep, type Explanation } from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import { sumRounding } from '../run/roundLines.js';
import type { SlotResult } from '../run/slotResult.js';
import { amountText } from '../statement/amountText.js';
import { totalGross } from './explainGross.js';
import { explainRounded, lineRunning } from './lineRunning.js';
import { type SlotModifier, slotModifiers } from './slotModifiers.js';
import type { SlotView } from './slotView.js';

/** What a component earned for a payee in a span: the rate's result and what each modifier changed. */
export function explainComponent(view: SlotView): Explanation {
  const { plan, component, result } = view;
  const { rounding } = plan;
  const { start, end } = view.days.whole;
  return explainLater(
    'component',
    {
      componentId: component.id,
      payeeId: plan.run.payeeId(view.payee),
      start: fromDayNumber(start),
      end: fromDayNumber(end),
      additive: true,
    },
    amountText(result.earned, rounding.increment),
    () => [explainBefore(view), ...slotModifiers(view).map((modifier) => explainEffect(view, modifier))],
  );
}

/** What the rate gave: of the window to date less what earlier spans had of it, where the component accumulates. */
function explainBefore(view: SlotView): Explanation {
  const { result, plan, component } = view;
  const { beforeModifiers } = result;
  const text = amountText(beforeModifiers, plan.rounding.increment);
  const code = 'component.beforeModifiers';
  if (view.roundsEachCredit && component.modifiers.list.length === 0 && view.count > 0) {
    return explainLater(code, { additive: true }, text, () => {
      const lines = lineRunning(view);
      return Array.from({ length: view.count }, (_, before) => lines.part(before + 1));
    });
  }
  return explainLater(code, { additive: true }, text, () => {
    const round = sumRounding(plan.rounding);
    const exact = result.stages[0] ?? ZERO;
    const now = roundedNode(view, round(exact), exact, () => totalGross(view));
    const earlier = earlierResult(view)?.stages[0];
    const past = earlier === undefined ? ZERO : round(earlier);
    const rest = minus(beforeModifiers, minus(round(exact), past));
    return [
      now,
      ...(past.isZero() ? [] : [explainStep('component.earlier', {}, toText(past.neg()), earlierNodes(view))]),
      ...(rest.isZero() ? [] : [explainStep('component.linesRounded', {}, toText(rest), [])]),
    ];
  });
}

/** What one modifier changed: the rounded sum after it less the one before. */
function explainEffect(view: SlotView, modifier: SlotModifier): Explanation {
  const { result, plan } = view;
  const { index, compiled } = modifier;
  const effect = result.effects[index] ?? ZERO;
  const params = { index, kind: compiled.kind };
  const text = amountText(effect, plan.rounding.increment);
  if (view.run.isLate(compiled)) {
    return explainLater(`effect.${compiled.kind}`, params, text, () => modifier.reasons());
  }
  const round = sumRounding(plan.rounding);
  const [before = ZERO, after = ZERO] = [result.stages[index], result.stages[index + 1]];
  return explainLater(`effect.${compiled.kind}`, { ...params, additive: true }, text, () => {
    const past = earlierResult(view);
    const change =
      past === null ? ZERO : minus(round(past.stages[index + 1] ?? ZERO), round(past.stages[index] ?? ZERO));
    const now = explainStep('effect.after', { sum: toText(after) }, toText(round(after)), modifier.reasons());
    return [
      now,
      explainLess(explainStep('effect.sum', { sum: toText(before) }, toText(round(before)), []), 'effect.before'),
      ...(change.isZero() ? [] : [explainStep('effect.earlier', {}, toText(change.neg()), earlierNodes(view))]),
    ];
  });
}

function earlierResult(view: SlotView): SlotResult | null {
  return view.component.accumulate === 'toDate' ? view.run.resultBefore(view.payee, view.span) : null;
}

/** The span before, in the same version of the plan. */
function earlierNodes(view: SlotView): readonly Explanation[] {
  const before = view.span - 1;
  if (before < firstSpan(view.run.grid, view.span) || view.run.grid.spans[before]?.governed !== true) return [];
  return [explainComponent(view.plan.slot(view.component.index, view.payee, before))];
}

function roundedNode(view: SlotView, rounded: Decimal, exact: Decimal, node: () => Explanation): Explanation {
  return rounded.eq(exact) ? node() : explainRounded(view, node(), rounded);
}
