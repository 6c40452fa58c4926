import { type Decimal, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import type { CompiledModifier, ModifierContext } from '../modifier/compileModifier.js';
import { explainCreditMeasure } from './explainMeasure.js';
import { totalGross } from './explainGross.js';
import { type EarlierPart, modifierReasons, type ModifierView } from './explainModifier.js';
import { explainRounded } from './explainRounded.js';
import { momentAt } from './moment.js';
import { explainPosition } from './rate/explainPosition.js';
import type { SlotView } from './slotView.js';

/** One modifier of a component's list in a span. */
export class SlotModifier {
  private context: ModifierContext | null = null;

  constructor(
    readonly view: SlotView,
    readonly index: number,
  ) {}

  get compiled(): CompiledModifier {
    return this.view.component.modifiers.list[this.index]!;
  }

  /** What it makes of a running sum. */
  value(sum: Decimal): Decimal {
    return this.apply(sum, (this.context ??= this.view.run.context(this.view.payee, this.view.span, null)));
  }

  /** What it makes of the part of one credit. */
  partValue(part: Decimal, position: number): Decimal {
    const { view } = this;
    return this.apply(part, view.run.context(view.payee, view.span, [view.credit(position)]));
  }

  /** The step from a sum, or the part of a credit, to what it was changed to. */
  explain(sum: Explanation, changed: Decimal, position: number | null = null): Explanation {
    return explainLater(`modifier.${this.compiled.kind}`, {}, toText(changed), () => [sum, ...this.reasons(position)]);
  }

  reasons(position: number | null = null): readonly Explanation[] {
    const { view, index } = this;
    return modifierReasons(this.look(position), view.component.component.modifiers![index]!);
  }

  private apply(sum: Decimal, context: ModifierContext): Decimal {
    return this.compiled.apply({ running: [sum], periodAmounts: [] }, context).running[0]!;
  }

  /** What earlier spans brought to a limit of their window; sums to date hold them already. */
  private earlierParts(): readonly EarlierPart[] {
    const { view, index } = this;
    const { run, plan, payee, span } = view;
    if (this.compiled.scope !== 'window') return [];
    return run.metBefore(payee, span, index).map(({ version, run: met, span: at, stage, sum, raised }) => {
      const earlier = plan.slotOf({ version: version ?? plan.planRun, run: met, span: at }, payee);
      return { days: earlier.days.whole, sum, from: () => explainMet(earlier, stage, sum), raised };
    });
  }

  private look(position: number | null): ModifierView {
    const { view, index } = this;
    const { plan, run, payee, span } = view;
    const all = () => momentAt(view, view.count, false);
    const measure = (): Explanation =>
      position === null ? all().node(0) : explainCreditMeasure(view, position, 0, false);
    const context = run.context(payee, span, position === null ? null : [view.credit(position)]);
    return {
      plan,
      payee,
      days: view.days,
      facts: run.environment.gateFacts(payee, span),
      context:
        position === null
          ? context
          : { ...context, span: { ...context.span, measure: () => context.creditMeasure(0).abs() } },
      path: [...view.path, 'modifiers', index],
      index,
      span: { quota: () => view.quotaNode('span'), target: () => view.targetNode('span'), measure },
      window: { quota: () => view.quotaNode('window'), target: () => view.targetNode('window'), measure },
      isOfWindow: this.compiled.scope === 'window',
      position: (axis) => explainPosition(all(), axis),
      earlier: () => this.earlierParts(),
    };
  }
}

/** The exact sum that a modifier met in a span: what the rate gave, and what the modifiers before it made of that. */
function explainMet(view: SlotView, index: number, met: Decimal): Explanation {
  const node = slotModifiers(view)
    .slice(0, index)
    .reduce((sum, before) => {
      const after = toText(view.result.stages[before.index + 1] ?? ZERO);
      return sum.value === after ? sum : before.explain(sum, toDecimal(after));
    }, totalGross(view));
  return node.value === toText(met) ? node : explainRounded(view, node, met);
}

/** The modifiers of a component's list in a span, in their order. */
export function slotModifiers(view: SlotView): readonly SlotModifier[] {
  return view.component.modifiers.list.map((_, index) => new SlotModifier(view, index));
}
