import { fromDayNumber } from '../../core/date.js';
import { type Decimal, plus, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { explainConstant, explainLater, explainStep, type Explanation } from '../../core/explanation.js';
import { explainCurveAt } from '../../core/explainCurve.js';
import { compileTiers, pieceAt } from '../../core/tierPieces.js';
import type { ModifierContext } from '../modifier/compileModifier.js';
import { compileQuantity } from '../modifier/quantity.js';
import type { DaySpan } from '../run/grid.js';
import type { Modifier, Multiplier, PlanModifier } from '../schema.js';
import { explainGate, type GateView } from './explainGate.js';
import { explainQuantity, type QuantityNodes } from './explainQuantity.js';
import type { ExplainedPosition } from './rate/explainPosition.js';

/** What one earlier span brought to a limit of the window, and how that came about. */
export interface EarlierPart {
  readonly days: DaySpan;
  readonly sum: Decimal;
  from(): Explanation;
  /** What the modifier made it more. */
  readonly raised: Decimal;
}

/** What a modifier looked at, and how that came about. */
export interface ModifierView extends GateView {
  readonly context: ModifierContext;
  /** Where the modifier stands in the input. */
  readonly path: Path;
  readonly index: number;
  /** Figures of the span alone, and of the window. */
  readonly span: QuantityNodes;
  readonly window: QuantityNodes;
  readonly isOfWindow: boolean;
  position(axis: Exclude<Multiplier['by'], string>['axis']): ExplainedPosition | null;
  /** For a limit of the window: what each earlier span had brought to it, in order of time. */
  earlier(): readonly EarlierPart[];
}

/** The limits, factors and gates that made a modifier do what it did. */
export function modifierReasons(view: ModifierView, modifier: Modifier | PlanModifier): readonly Explanation[] {
  const { context, path, index } = view;
  switch (modifier.kind) {
    case 'hurdle': {
      const { otherwise } = modifier;
      const other = 'multiply' in otherwise ? [constant([...path, 'otherwise', 'multiply'], otherwise.multiply)] : [];
      return [explainGate(view, modifier.when, [...path, 'when']), ...other];
    }
    case 'multiplier':
      return [explainFactor(view, modifier.by, context.lookUp(index))];
    case 'kicker':
      return modifier.milestones.flatMap(({ when, pay }, milestone): Explanation[] => {
        const at = [...path, 'milestones', milestone];
        const due = compileQuantity(pay, [...at, 'pay'])(context.window);
        const gate = explainGate(view, when, [...at, 'when']);
        return gate.value === true ? [gate, explainQuantity(pay, [...at, 'pay'], due, view.window)] : [gate];
      });
    case 'cap':
    case 'floor': {
      const [basis, nodes] = view.isOfWindow ? [context.window, view.window] : [context.span, view.span];
      const limit = compileQuantity(modifier.limit, [...path, 'limit'])(basis);
      const node = explainQuantity(modifier.limit, [...path, 'limit'], limit, nodes);
      const earlier = view.earlier();
      return [node, ...explainEarlier(earlier), ...(modifier.kind === 'floor' ? explainRaised(earlier) : [])];
    }
  }
}

/** What earlier spans brought to a limit of their window, span by span; nothing where they brought nothing. */
function explainEarlier(parts: readonly EarlierPart[]): Explanation[] {
  const sum = parts.reduce((total, part) => plus(total, part.sum), ZERO);
  if (sum.isZero()) return [];
  const spans = parts.map(({ days: { start, end }, sum: own, from }) =>
    explainLater('modifier.earlierSpan', { start: fromDayNumber(start), end: fromDayNumber(end) }, toText(own), () => [
      from(),
    ]),
  );
  return [explainStep('modifier.earlier', { additive: true }, toText(sum), spans)];
}

/** What a floor of the window added to earlier spans, span by span; nothing where it added nothing. */
function explainRaised(parts: readonly EarlierPart[]): Explanation[] {
  const raised = parts.filter((part) => !part.raised.isZero());
  const sum = raised.reduce((total, part) => plus(total, part.raised), ZERO);
  if (raised.length === 0) return [];
  const spans = raised.map(({ days: { start, end }, raised: own }) =>
    explainStep('modifier.raisedSpan', { start: fromDayNumber(start), end: fromDayNumber(end) }, toText(own), []),
  );
  return [explainStep('modifier.raised', { additive: true }, toText(sum), spans)];
}

/** The factor of a multiplier: written, or looked up where an axis stands. */
function explainFactor(view: ModifierView, by: Multiplier['by'], factor: Decimal): Explanation {
  const path = [...view.path, 'by'];
  if (typeof by === 'string') return constant(path, by);
  const position = view.position(by.axis);
  if (position === null) return explainStep('rate.noPosition', {}, toText(factor), []);
  if ('curve' in by) {
    const height = explainCurveAt(by.curve, position.x, position.node, [...path, 'curve']);
    return height.value === toText(factor)
      ? height
      : explainStep('modifier.factor', { x: toText(position.x) }, toText(factor), [height]);
  }
  const { tier } = pieceAt(compileTiers(by.tiers), position.x);
  const at = [...path, 'tiers', 'tiers', tier, 'rate'];
  const rate = explainConstant(at, by.tiers.tiers[tier]?.rate ?? null, 'tiers.rate', { number: tier + 1 });
  return explainStep('modifier.factor', { x: toText(position.x) }, toText(factor), [rate, position.node]);
}

function constant(path: Path, value: string): Explanation {
  return explainConstant(path, value, 'modifier.by');
}
