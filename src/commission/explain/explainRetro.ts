import { minus, toDecimal, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainLater, explainLess, explainStep } from '../../core/explanation.js';
import { answeredOrigin } from '../retro/closedHistory.js';
import type { RetroDifference } from '../retro/retroSums.js';
import { spansOfPeriod } from '../run/spansOfPeriod.js';
import { statedPeriods } from '../run/statedPeriods.js';
import type { StatementSource } from '../statement/buildStatements.js';
import { explainComponent } from './explainComponent.js';
import type { RunView } from './runView.js';

/** What a closed period comes to now in a component, or in what is the plan's own, less what was booked for it. */
export function explainRetro(
  { origin, componentId, amount, now, booked }: RetroDifference,
  source: StatementSource,
  run: RunView,
): Explanation {
  const params = { period: origin, additive: true, ...(componentId === null ? {} : { componentId }) };
  const isOwn = componentId === null;
  return explainLater(isOwn ? 'statement.retroOwn' : 'statement.retroOf', params, toText(amount), () => {
    const earned = isOwn ? decidedIn(origin, source, run) : earnedIn(origin, componentId, source, run);
    const rest = earned.reduce((left, { value }) => minus(left, toDecimal(String(value))), now);
    const parts = rest.isZero()
      ? earned
      : [...earned, explainStep(isOwn ? 'statement.retroPlan' : 'statement.retroRest', {}, toText(rest), [])];
    const entries = bookedFor(origin, componentId, source, run);
    return [
      explainStep('statement.retroNow', { additive: parts.length > 0 }, toText(now), parts),
      ...(booked.isZero()
        ? []
        : [explainLess(explainStep('statement.retroBooked', { additive: true }, toText(booked), entries), 'less')]),
    ];
  });
}

/** What a component earns now in a period, in each version of the plan that answers for it. */
function earnedIn(
  origin: string,
  componentId: string,
  { payee, planRun }: StatementSource,
  run: RunView,
): readonly Explanation[] {
  const runs = run.computed.parts.planRuns();
  const grids = planRun.versions.map(({ grid }) => grid);
  return statedPeriods(grids).flatMap(({ version: v, index, period }) => {
    if (period.period.start !== origin) return [];
    const version = planRun.versions[v]!;
    const seen = version.seenOn(payee, period.start);
    const plan = seen === version ? run.plans[runs.indexOf(version)]! : run.planOf(seen);
    return spansOfPeriod(seen, index).flatMap((each) =>
      each.run.grid.component.id === componentId ? [explainComponent(plan.slotOf(each, payee))] : [],
    );
  });
}

/** Bonuses and adjustments of a closed period. */
function decidedIn(origin: string, { payee, planRun }: StatementSource, run: RunView): readonly Explanation[] {
  const period = planRun.grid.allPeriods.find((each) => each.period.start === origin)?.period;
  return (run.computed.options.adjustments ?? []).flatMap(({ id, payeeId, planId, date, amount, kind, reason }) => {
    const isOf = payeeId === run.payeeId(payee) && planId === planRun.plan.plan.id;
    if (!isOf || period === undefined || date < period.start || date >= period.end) return [];
    return [explainInput(['adjustments', id, 'amount'], amount, `statement.${kind}`, { id, reason })];
  });
}

/** The entries that a closed period was booked with. */
function bookedFor(
  origin: string,
  own: string | null,
  { payee, planRun }: StatementSource,
  run: RunView,
): readonly Explanation[] {
  const { ledger = [] } = run.computed.options.closed ?? {};
  return ledger.flatMap((entry, index) => {
    const { payeeId, planId, componentId = null, type, date, amount } = entry;
    const isOwn = payeeId === run.payeeId(payee) && planId === planRun.plan.plan.id && componentId === own;
    if (!isOwn || answeredOrigin(entry) !== origin) return [];
    return [explainInput(['closed', 'ledger', index, 'amount'], amount, 'statement.entry', { type, date })];
  });
}
