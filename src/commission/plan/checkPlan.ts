import { dayRange } from '../../core/span.js';
import { fromDayNumber } from '../../core/date.js';
import type { Path } from '../../core/errors.js';
import { compileClawback } from '../clawback/compileClawback.js';
import { compileDraws } from '../draw/compileDraws.js';
import { fail } from '../fail.js';
import { compilePayment } from '../payment/compilePayment.js';
import { compileRelease } from '../release/compileRelease.js';
import type { CommissionPlan, Component, Draw, PlanPeriod } from '../schema.js';
import { checkModifiers, checkOnlyQuota } from './checkModifiers.js';
import { checkOptions, PERIODS } from './checkOptions.js';
import { checkRate } from './checkRate.js';
import { reducesApart } from './compileComponent.js';

/**
 * Checks a plan that may not have come through the schema, and what the schema cannot say: that its parts fit together.
 *
 * @throws SalesModelError `option.unknown`, `rounding.increment`, `plan.componentId`, `plan.quotaMissing`, `plan.axisMode`, `plan.baseMode`, `plan.cells`,
 * `plan.dimension`, `plan.hurdleOrder`, `plan.basisMissing`, `plan.span`, `plan.scheduleSum`, `plan.share`,
 * `plan.holdbackEnd`, `plan.wholeNumber`, `plan.clawbackTerm`, `plan.clawbackSteps`, `plan.clawbackAttainment`,
 * `tiers.notAscending`, `tiers.lastClosed`, `payment.negative`, `payment.limits`, those of draws, `decimal.invalid`,
 * `decimal.tooLong`
 */
export function checkPlan(plan: CommissionPlan, path: Path): void {
  checkOptions(plan, path);
  const ids = new Set<string>();
  plan.components.forEach(({ id }, index) => {
    if (ids.has(id)) fail('plan.componentId', [...path, 'components', index, 'id'], { id });
    ids.add(id);
  });
  for (const [id, { per }] of Object.entries(plan.quotas ?? {})) {
    checkSpan(per, plan.period, [...path, 'quotas', id, 'per']);
  }
  plan.components.forEach((component, index) => {
    const at = [...path, 'components', index];
    if (component.every !== undefined) checkSpan(component.every, plan.period, [...at, 'every']);
    if (component.accumulate === 'toDate') checkSpan(component.window ?? 'year', plan.period, [...at, 'window']);
    if (component.quota !== undefined && !Object.hasOwn(plan.quotas ?? {}, component.quota)) {
      fail('plan.quotaMissing', [...at, 'quota'], { user: component.id });
    }
    checkRate(component.rate, component, at, [...at, 'rate']);
    checkModifiers(component.modifiers ?? [], plan, index, [...at, 'modifiers']);
    checkStages(component, at);
    checkReduced(component, plan, at);
  });
  checkStages(plan, path);
  checkModifiers(plan.modifiers ?? [], plan, null, [...path, 'modifiers']);
  checkDraws(plan.draws ?? [], plan, [...path, 'draws']);
  compilePayment(plan.payment ?? {}, [...path, 'payment']);
}

/**
 * Checks draws of a plan or of an assignment to it.
 *
 * @throws SalesModelError `plan.basisMissing` and those of {@link compileDraws}
 */
export function checkDraws(draws: readonly Draw[], plan: CommissionPlan, path: Path): void {
  compileDraws(draws, path);
  draws.forEach(({ amount }, index) => {
    if ('ofQuota' in amount) checkOnlyQuota(plan, [...path, index, 'amount', 'ofQuota']);
  });
}

/** Checks when pay is released and what of it is taken back. */
function checkStages({ release, clawback }: Pick<Component, 'release' | 'clawback'>, path: Path): void {
  if (release !== undefined) compileRelease(release, [...path, 'release']);
  if (clawback !== undefined) compileClawback(clawback, [...path, 'clawback']);
}

/** A reversal can lower attainment without touching pay only where pay is the base times a rate that is looked up. */
function checkReduced({ clawback, rate }: Component, plan: CommissionPlan, path: Path): void {
  if (!reducesApart(compileClawback(clawback ?? plan.clawback ?? {}, [...path, 'clawback']))) return;
  const paysByRate =
    rate.kind === 'tiers'
      ? (rate.yields ?? 'rate') === 'rate' &&
        (rate.tiers.mode === 'marginal' || rate.tiers.mode === 'whole') &&
        rate.tiers.tiers.every(({ flat }) => flat === undefined)
      : rate.kind === 'flat'
        ? rate.per !== 'credit'
        : rate.kind === 'matrix'
          ? (rate.yields ?? 'rate') === 'rate'
          : rate.kind === 'curve' && rate.yields === 'rate';
  if (!paysByRate) fail('plan.baseMode', [...path, 'rate']);
}

/**
 * Checks plans and that no two versions of one hold on one day.
 *
 * @throws SalesModelError the errors of {@link checkPlan}, `plan.overlap`, `date.invalid`, `period.order`
 */
export function checkPlans(plans: readonly CommissionPlan[], path: Path): void {
  plans.forEach((plan, index) => checkPlan(plan, [...path, index]));
  const versions = plans.map(({ id, version = '1', effective }, index) => {
    const span = effective ?? { from: '0001-01-01' };
    return { id, version, index, ...dayRange(span, [...path, index, 'effective']) };
  });
  versions.sort((a, b) => (a.id === b.id ? a.start - b.start || a.index - b.index : a.id < b.id ? -1 : 1));
  for (const [order, next] of versions.entries()) {
    const last = versions[order - 1];
    if (last?.id !== next.id || next.start >= last.end) continue;
    const params = { planId: next.id, other: last.version, on: fromDayNumber(next.start) };
    fail('plan.overlap', [...path, next.index, 'effective'], params);
  }
}

function checkSpan(span: PlanPeriod, period: PlanPeriod, path: Path): void {
  if (PERIODS.indexOf(span) < PERIODS.indexOf(period)) fail('plan.span', path, { period, value: span });
}
