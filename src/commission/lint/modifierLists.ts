import type { Path } from '../../core/errors.js';
import type { CommissionPlan, Component, Modifier, PlanModifier } from '../schema.js';

/** A list of modifiers with its place. */
export interface ModifierList {
  readonly path: Path;
  readonly modifiers: readonly (Modifier | PlanModifier)[];
  /** Whose they are; `null` = the plan's own. */
  readonly component: Component | null;
}

/** The lists of modifiers of a plan: those of its components, then its own. */
export function modifierLists(plan: CommissionPlan): readonly ModifierList[] {
  return [
    ...plan.components.map((component, index) => ({
      path: ['components', index, 'modifiers'],
      modifiers: component.modifiers ?? [],
      component,
    })),
    { path: ['modifiers'], modifiers: plan.modifiers ?? [], component: null },
  ];
}
