import { type Decimal, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { explainStep } from '../../core/explanation.js';
import { roundDecimal } from '../../core/rounding.js';
import { sumRounding } from '../run/roundLines.js';
import { grossOf } from './explainGross.js';
import { explainRounded } from './explainRounded.js';
import { accumulated, changed, type Running } from './running.js';
import { type SlotModifier, slotModifiers } from './slotModifiers.js';
import type { SlotView } from './slotView.js';

/** The rounded earning of a span while its credits come in: what a credit adds to it is its line. */
export function lineRunning(view: SlotView): Running {
  const modifiers = slotModifiers(view);
  const early = modifiers.filter(({ compiled }) => !view.run.isLate(compiled));
  const late = modifiers.filter(({ compiled }) => view.run.isLate(compiled));
  let running = grossOf(view);
  let rounds = view.roundsEachCredit;
  const roundEach = (): void => {
    if (rounds) running = eachRounded(running, view);
    rounds = false;
  };
  for (const modifier of early) {
    const { kind, scope } = modifier.compiled;
    if ((kind === 'cap' || kind === 'floor') && scope !== 'transaction') roundEach();
    running = modified(running, modifier);
  }
  roundEach();
  running = view.plan.rounding.at === 'component' ? distributed(running, view) : rounded(running, view);
  if (late.length === 0) return running;
  for (const modifier of late) running = modified(fromSpan(running, view), modifier);
  return rounded(running, view);
}

/** A running sum under one modifier: kickers, floors of the period and deferring caps leave the credits alone. */
function modified(running: Running, modifier: SlotModifier): Running {
  const { kind, scope, defers } = modifier.compiled;
  if (kind === 'kicker' || defers || (kind === 'floor' && scope !== 'transaction')) return running;
  if (scope === 'transaction' && (kind === 'cap' || kind === 'floor')) {
    return accumulated((position) => {
      const part = running.part(position);
      const before = toDecimal(String(part.value));
      const after = modifier.partValue(before, position);
      return after.eq(before) ? part : modifier.explain(part, after, position);
    });
  }
  return changed(running, {
    value: (sum) => modifier.value(sum),
    explain: (sum, after) => modifier.explain(sum, after),
    isLinear: kind === 'multiplier' || kind === 'hurdle',
  });
}

/** The running sum rounded at each credit, so that lines are differences of rounded sums. */
function rounded(running: Running, view: SlotView): Running {
  const { rounding } = view.plan;
  if (rounding.at === 'statement') return running;
  const round = sumRounding(rounding);
  return changed(running, {
    value: round,
    explain: (sum, after) => explainRounded(view, sum, after),
    isLinear: false,
  });
}

/** Each credit rounded by itself. */
function eachRounded(running: Running, view: SlotView): Running {
  const { increment, mode } = view.plan.rounding;
  return accumulated((position) => {
    const part = running.part(position);
    const before = toDecimal(String(part.value));
    const after = roundDecimal(before, increment, mode);
    return after.eq(before) ? part : explainRounded(view, part, after);
  });
}

/** With rounding at the component: the rounded total cut into lines near their exact parts. */
function distributed(running: Running, view: SlotView): Running {
  const { increment, mode, residue } = view.plan.rounding;
  const { beforeLate } = view.result;
  const at = (position: number): Decimal => beforeLate[position - view.before - 1] ?? ZERO;
  return accumulated(
    (position) =>
      explainStep(
        'line.distributed',
        { increment: toText(increment), mode, residue },
        toText(minus(at(position), at(position - 1))),
        [running.part(position)],
      ),
    at,
    view.before,
  );
}

/** What a running sum of the window adds from the span's own start on. */
function fromSpan(running: Running, view: SlotView): Running {
  const start = running.at(view.before);
  if (view.before === 0) return running;
  return accumulated(
    (position) => running.part(position),
    (position) => minus(running.at(position), start),
    view.before,
  );
}
