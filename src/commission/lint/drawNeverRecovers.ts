import { type Decimal, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { periodOf } from '../../core/period.js';
import type { CommissionPlan, Draw, Modifier, PlanModifier, Quantity } from '../schema.js';
import type { LintContext } from './lintContext.js';

/**
 * `draw.neverRecovers`: what a draw advances is a debt on paper only, because nothing may be taken of the pay, recovery
 * begins after the debt is dropped, or caps keep pay from ever rising over the floor of recovery: one finding for each.
 */
export function drawNeverRecovers({ plan }: LintContext): readonly Finding[] {
  return (plan.draws ?? []).flatMap((draw, index) =>
    (draw.recovery === 'none' ? [] : obstacles(draw, plan)).map((because): Finding => {
      const params = { drawId: draw.id, because };
      return { code: 'draw.neverRecovers', severity: 'warning', path: ['draws', index], params };
    }),
  );
}

/** The fields each of which keeps a draw from being recovered. */
function obstacles(draw: Draw, plan: CommissionPlan): readonly (keyof Draw)[] {
  const { recoveryRate, maxRecovery, recoverFrom, recovery, to = null } = draw;
  const found: (keyof Draw)[] = [];
  if (recoveryRate !== undefined && toDecimal(recoveryRate).isZero()) found.push('recoveryRate');
  if (maxRecovery !== undefined && toDecimal(maxRecovery).isZero()) found.push('maxRecovery');
  const startOf = (day: string): string =>
    periodOf(day, plan.period, { fiscalStartMonth: plan.fiscalStartMonth ?? 1 }).start;
  const isDropped = recovery === 'forgiven' && to !== null;
  if (isDropped && recoverFrom !== undefined && startOf(recoverFrom) >= to) found.push('recoverFrom');
  // A period in part has a lower floor, and after the draw there may be none.
  const isAlwaysActive = to === null || (isDropped && startOf(to) === to);
  const floor = floorOf(draw, isAlwaysActive);
  const most = mostPay(plan);
  if (floor !== null && most?.basis === floor.basis && most.value.lte(floor.value)) found.push('recoveryFloor');
  return found;
}

/** A limit as a sum of money or as a part of target pay, of quota or of the measure. */
interface Limit {
  readonly basis: string;
  readonly value: Decimal;
}

function floorOf({ kind, amount, recoveryFloor }: Draw, isAlwaysActive: boolean): Limit | null {
  const floor = recoveryFloor ?? (kind === 'additive' ? 'zero' : 'draw');
  if (floor === 'zero') return null;
  if (floor === 'draw') return isAlwaysActive ? limitOf(amount) : null;
  return { basis: 'amount', value: toDecimal(floor) };
}

/** The most that a period can pay by the caps of the plan; `null` where they do not say. */
function mostPay({ components, modifiers = [] }: CommissionPlan): Limit | null {
  const ofPlan = capOf(modifiers.filter((modifier) => modifier.component === undefined));
  if (ofPlan !== null && modifiers.every((modifier) => modifier.component === undefined)) return ofPlan;
  if (modifiers.some(({ kind }) => kind !== 'cap' && kind !== 'hurdle')) return null;
  return (
    components.reduce<Limit | null | undefined>((sum, component) => {
      const own = capOf(component.modifiers ?? []);
      if (own === null || sum === null || (sum !== undefined && sum.basis !== own.basis)) return null;
      const share = own.basis === 'ofTarget' ? toDecimal(component.targetShare ?? '1') : toDecimal('1');
      return { basis: own.basis, value: plus(sum?.value ?? ZERO, times(own.value, share)) };
    }, undefined) ?? null
  );
}

/** The last cap of a list, if nothing behind it can lift pay again. */
function capOf(modifiers: readonly (Modifier | PlanModifier)[]): Limit | null {
  const last = modifiers.findLastIndex(({ kind }) => kind !== 'hurdle');
  const modifier = modifiers[last];
  return modifier?.kind === 'cap' && modifier.scope !== 'transaction' ? limitOf(modifier.limit) : null;
}

function limitOf(quantity: Quantity): Limit {
  const [[basis = '', size = '0'] = []] = Object.entries(quantity);
  return { basis, value: toDecimal(size) };
}
