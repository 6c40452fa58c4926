import { type Decimal, minus, toText, ZERO } from '../../core/decimal.js';
import { firstSpan } from '../run/grossEarnings.js';
import { explainLater, explainLess, explainStep, type Explanation } from '../../core/explanation.js';
import { fromDayNumber } from '../../core/date.js';
import { sumRounding } from '../run/roundLines.js';
import type { SlotResult } from '../run/slotResult.js';
import { amountText } from '../statement/amountText.js';
import { totalGross } from './explainGross.js';
import { explainRounded } from './explainRounded.js';
import { lineRunning } from './lineRunning.js';
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

/**
 * What the rate gave: of the window to date less what earlier spans had of it, where the component accumulates.
 *
 * @param isWhole whether each earlier span is shown as well; else they are one figure
 */
function explainBefore(view: SlotView, isWhole = true): Explanation {
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
      ...explainEarlier('component.earlier', past, view, isWhole, (span) => ({
        figure: span.result.beforeModifiers,
        node: () => explainBefore(span, false),
      })),
      ...(rest.isZero() ? [] : [explainStep('component.linesRounded', {}, toText(rest), [])]),
    ];
  });
}

/** What one modifier changed: the rounded sum after it less the one before. */
function explainEffect(view: SlotView, modifier: SlotModifier, isWhole = true): Explanation {
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
      ...explainEarlier('effect.earlier', change, view, isWhole, (span) => ({
        figure: span.result.effects[index] ?? ZERO,
        node: () => explainEffect(span, slotModifiers(span)[index] ?? modifier, false),
      })),
    ];
  });
}

function earlierResult(view: SlotView): SlotResult | null {
  return view.component.accumulate === 'toDate' ? view.run.resultBefore(view.payee, view.span) : null;
}

/**
 * What earlier spans of the window had of a figure, span by span, so that a reader can add it up; nothing where they had
 * nothing.
 */
function explainEarlier(
  code: string,
  sum: Decimal,
  view: SlotView,
  isWhole: boolean,
  of: (span: SlotView) => { readonly figure: Decimal; readonly node: () => Explanation },
): Explanation[] {
  if (sum.isZero()) return [];
  const value = toText(sum.neg());
  if (!isWhole) return [explainStep(code, {}, value, [])];
  return [
    explainLater(code, { additive: true }, value, () => {
      const spans = earlierSpans(view);
      const rest = spans.reduce((left, span) => minus(left, of(span).figure), sum);
      const parts = spans.map((span) => {
        const { figure, node } = of(span);
        const { start, end } = span.days.whole;
        const days = { start: fromDayNumber(start), end: fromDayNumber(end) };
        return explainLater('span.earlier', days, toText(figure.neg()), () => [node()]);
      });
      return rest.isZero() ? parts : [...parts, explainStep('component.linesRounded', {}, toText(rest.neg()), [])];
    }),
  ];
}

/** The earlier spans of the window in order of time, each in the version of the plan that answers for it. */
function earlierSpans(view: SlotView): SlotView[] {
  const spans: SlotView[] = [];
  for (let before = spanBefore(view); before !== null; before = spanBefore(before)) spans.unshift(before);
  return spans;
}

function spanBefore({ plan, run, payee, span, component }: SlotView): SlotView | null {
  const before = run.grid.spans[span - 1];
  if (span === firstSpan(run.grid, span) || before === undefined) return null;
  if (before.governed) return plan.slot(component.index, payee, span - 1);
  for (const version of plan.planRun.versions.map((planRun) => plan.run.planOf(planRun))) {
    const other = version.planRun.component(component.id);
    const same = other?.grid.spans.findIndex(
      ({ start, end, governed }) => governed && start === before.start && end === before.end,
    );
    if (other !== undefined && same !== undefined && same >= 0) {
      return version.slot(other.grid.component.index, payee, same);
    }
  }
  return null;
}

function roundedNode(view: SlotView, rounded: Decimal, exact: Decimal, node: () => Explanation): Explanation {
  return rounded.eq(exact) ? node() : explainRounded(view, node(), rounded);
}
