import { minus, plus, ZERO } from '../../core/decimal.js';
import type { CompiledModifier, ModifierContext } from '../modifier/compileModifier.js';
import { runModifiers } from '../modifier/runModifiers.js';
import { creditSum, type EarningSequence, totalOf } from '../modifier/sequence.js';
import type { PlanRounding } from '../plan/compiledPlan.js';
import type { Gross } from './grossEarnings.js';
import { distribute, sumRounding, telescope } from './roundLines.js';
import type { SlotResult } from './slotResult.js';
import { roundAmounts, stagesOf, stepOf, sumAmounts, withoutEarlier } from './slotStages.js';

/** A modifier and its place in the list of its component. */
export interface PlacedModifier {
  readonly modifier: CompiledModifier;
  readonly position: number;
}

/** The modifiers of a component: those that see the running sum of the window, and the limits of the span after them. */
export interface SlotModifiers {
  readonly early: readonly PlacedModifier[];
  readonly late: readonly PlacedModifier[];
}

/** What a component in a span is evaluated from. */
export interface SlotBasis {
  readonly gross: Gross;
  readonly context: ModifierContext;
  readonly modifiers: SlotModifiers;
  readonly rounding: PlanRounding;
  /** Whether each credit is rounded by itself before limits of a running sum. */
  readonly roundsEachCredit: boolean;
  /** The span before in the window to date; `null` for the first, and where spans stand alone. */
  readonly earlier: SlotResult | null;
}

/** What the gross of a span comes to under modifiers and rounding: sum, lines, and what each modifier changed. */
export function evaluateSlot(basis: SlotBasis): SlotResult {
  const { gross, context, modifiers, rounding, earlier } = basis;
  const { early, late } = modifiers;
  const { credits } = gross;
  const round = sumRounding(rounding);
  const roundPart = basis.roundsEachCredit && credits !== null ? round : null;
  const window = runModifiers(gross.sequence, early, context, roundPart);
  const local = localSequence(window.sequence, basis);
  const modified = runModifiers(local, late, context, null);

  const lines = telescope(ZERO, modified.sequence.running, round);
  const periodAmounts = roundAmounts(modified.sequence, round);
  const earned = plus(lines.reduce(plus, ZERO), sumAmounts(periodAmounts));
  const count = early.length + late.length;
  const stages = stagesOf(totalOf(gross.sequence), early, window, count);
  const effects = Array.from({ length: count }, (_, position) => {
    const isLate = late.some((entry) => entry.position === position);
    const [from = ZERO, to = ZERO] = isLate
      ? stepOf(totalOf(local), modified, position, late)
      : stages.slice(position, position + 2);
    const effect = minus(round(to), round(from));
    if (isLate || earlier === null) return effect;
    const [before = ZERO, after = ZERO] = earlier.stages.slice(position, position + 2);
    return minus(effect, minus(round(after), round(before)));
  });
  return {
    stages,
    creditSum: creditSum(window.sequence),
    windowAmounts: roundAmounts(window.sequence, round),
    total: round(totalOf(window.sequence)),
    earned,
    beforeModifiers: minus(earned, effects.reduce(plus, ZERO)),
    effects,
    periodAmounts,
    beforeLate: local.running,
    lines: credits === null ? null : lines,
    deferrals: [...window.deferrals, ...modified.deferrals],
  };
}

/** What the window adds in this span, rounded: the parts of its credits, and the amounts behind them. */
function localSequence(window: EarningSequence, { gross, rounding, earlier }: SlotBasis): EarningSequence {
  const { before, credits } = gross;
  const round = sumRounding(rounding);
  const start = window.running[before - 1] ?? ZERO;
  const steps = window.running.slice(before);
  const amounts = withoutEarlier(roundAmounts(window, round), earlier?.windowAmounts ?? []);
  const trueUp = minus(round(start), round(earlier?.creditSum ?? ZERO));
  if (!trueUp.isZero()) amounts.unshift({ modifier: -1, kind: 'trueUp', amount: trueUp });
  let lines = telescope(start, steps, round);
  if (rounding.at === 'component' && credits !== null && lines.length > 0) {
    const total = minus(minus(round(totalOf(window)), earlier?.total ?? ZERO), sumAmounts(amounts));
    const exact = telescope(start, steps, (sum) => sum);
    lines = distribute(exact, total, rounding);
  }
  let sum = ZERO;
  return { running: lines.map((line) => (sum = plus(sum, line))), periodAmounts: amounts };
}
