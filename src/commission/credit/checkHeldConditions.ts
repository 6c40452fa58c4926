import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { CompiledPlan } from '../plan/compiledPlan.js';
import type { CreditRule, Release } from '../schema.js';

/**
 * Refuses rules that skip held credits where a condition holds all of a direct credit: conditions are asked of what a
 * period earned, and what it earned would depend on their answer.
 *
 * @throws SalesModelError `crediting.heldCondition`
 */
export function checkHeldConditions(rules: readonly CreditRule[], plans: readonly CompiledPlan[], path: Path): void {
  rules.forEach(({ heldDirect }, index) => {
    if (heldDirect !== 'skip') return;
    for (const { plan, components } of plans) {
      for (const { id, kinds, component } of components) {
        const isOfDirect = kinds[0] === true || kinds[1] === true;
        if (!isOfDirect || !holdsAllOnCondition(component.release ?? plan.release)) continue;
        fail('crediting.heldCondition', [...path, index, 'heldDirect'], { planId: plan.id, componentId: id });
      }
    }
  });
}

function holdsAllOnCondition(release: Release | undefined): boolean {
  if (release?.kind === 'hold') return release.when !== undefined;
  return release?.kind === 'holdback' && release.when !== undefined && toDecimal(release.share).eq(1);
}
