import type { Path } from '../../core/errors.js';
import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import { fail } from '../fail.js';
import type { CommissionPlan, Modifier, PlanModifier, Quantity } from '../schema.js';
import { checkAxis, checkRate, needQuota } from './checkRate.js';

/**
 * Checks a list of modifiers.
 *
 * @param index position of the component whose modifiers they are; null = those of the plan
 * @throws SalesModelError `plan.hurdleOrder`, `plan.componentId`, `plan.quotaMissing`, `plan.axisMode`,
 * `plan.basisMissing` and those of {@link checkRate}
 */
export function checkModifiers(
  modifiers: readonly (Modifier | PlanModifier)[],
  plan: CommissionPlan,
  index: number | null,
  path: Path,
): void {
  const component = index === null ? undefined : plan.components[index];
  const components = index === null ? [...path.slice(0, -1), 'components'] : path.slice(0, -2);
  const of = [...components, index ?? 0];

  modifiers.forEach((modifier, order) => {
    const at = [...path, order];
    if ('component' in modifier) checkIds(modifier.component ?? [], [...at, 'component']);
    switch (modifier.kind) {
      case 'hurdle':
        checkFacts(modifier.when, [...at, 'when']);
        if ('rate' in modifier.otherwise) {
          if (component === undefined || order > 0) return fail('plan.hurdleOrder', at);
          checkRate(modifier.otherwise.rate, component, of, [...at, 'otherwise', 'rate']);
        }
        return;
      case 'multiplier': {
        const { by } = modifier;
        if (typeof by === 'string') return;
        if (component !== undefined) return checkAxis(by.axis, component, of, at);
        // The components of a plan have no measure in common.
        const value = typeof by.axis === 'string' ? by.axis : by.axis.kind;
        if (value !== 'score') fail('plan.axisMode', [...at, 'by', 'axis'], { expected: 'a score', value });
        return;
      }
      case 'kicker':
        modifier.milestones.forEach(({ when, pay }, milestone) => {
          checkFacts(when, [...at, 'milestones', milestone, 'when']);
          checkQuantity(pay, [...at, 'milestones', milestone, 'pay']);
        });
        return;
      case 'cap':
      case 'floor':
        checkQuantity(modifier.limit, [...at, 'limit']);
    }
  });

  function checkQuantity(quantity: Quantity, at: Path): void {
    if ('ofQuota' in quantity) {
      if (component !== undefined) return needQuota(component, of, at.slice(of.length).join('.'));
      checkOnlyQuota(plan, [...at, 'ofQuota']);
    }
  }

  /** Facts of components must name one, and attainment one with a quota. */
  function checkFacts(rule: Rule, at: Path): void {
    for (const { leaf, path: place } of leavesOf(rule, at)) {
      const [group, ...rest] = leaf.field.split('.');
      if (group !== 'attainment' && group !== 'measure' && group !== 'earned') continue;
      const id = rest.join('.');
      checkIds([id], [...place, 'field'], true);
      const position = plan.components.findIndex((one) => one.id === id);
      if (group === 'attainment') needQuota(plan.components[position]!, [...components, position], leaf.field);
    }
  }

  function checkIds(ids: readonly string[], at: Path, single = false): void {
    ids.forEach((id, position) => {
      if (!plan.components.some((one) => one.id === id)) {
        fail('plan.componentId', single ? at : [...at, position], { id });
      }
    });
  }
}

/** The sum of components has a quota only where the plan has one alone. */
export function checkOnlyQuota(plan: CommissionPlan, path: Path): void {
  if (Object.keys(plan.quotas ?? {}).length !== 1) fail('plan.basisMissing', path, { basis: 'quota' });
}
