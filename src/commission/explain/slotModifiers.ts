import { type Decimal, toText, ZERO } from '../../core/decimal.js';
import { explainLater, type Explanation } from '../../core/explanation.js';
import type { CompiledModifier, ModifierContext } from '../modifier/compileModifier.js';
import { explainCreditMeasure } from './explainMeasure.js';
import { modifierReasons, type ModifierView } from './explainModifier.js';
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
      earlier: () => (this.compiled.scope === 'window' ? context.earlier(index) : ZERO),
    };
  }
}

/** The modifiers of a component's list in a span, in their order. */
export function slotModifiers(view: SlotView): readonly SlotModifier[] {
  return view.component.modifiers.list.map((_, index) => new SlotModifier(view, index));
}
