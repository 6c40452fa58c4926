import { type Decimal, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import type { Component, Hurdle, Modifier, PlanModifier } from '../schema.js';
import { type ClosedStretch, closedStretches } from './gateStretches.js';
import type { LintContext } from './lintContext.js';
import { modifierLists } from './modifierLists.js';

/**
 * What gates on sales themselves make of pay:
 *
 * - `gate.deadZone`: over sales from `from` to `to` a component pays the same, because a hurdle of it or of the plan stays
 *   closed; `unit` says whether the two are sales or attainment
 * - `gate.nonMonotone`: at `at` more sales pay less, because a hurdle or a milestone closes
 */
export function gateFindings(context: LintContext): readonly Finding[] {
  return modifierLists(context.plan).flatMap(({ modifiers, component, path }) =>
    modifiers.flatMap((modifier, index) => {
      const at = [...path, index];
      const components = component === null ? componentsOf(modifier, context) : [component];
      if (modifier.kind === 'hurdle') {
        const zones = !stopsPay(modifier.otherwise) || modifiers.slice(index + 1).some(paysOfMeasure) ? [] : components;
        return components.flatMap((each) => {
          const stretches = closedStretches(modifier.when, each.id, context.quota(each));
          return [
            ...(zones.includes(each) ? stretches.map((stretch) => deadZone(stretch, each.id, at)) : []),
            ...fallsOf(stretches, closingChanges(modifier.otherwise)).map((fall) => falling(fall, each.id, at)),
          ];
        });
      }
      if (modifier.kind !== 'kicker') return [];
      return modifier.milestones.flatMap(({ when }, milestone) =>
        components.flatMap((each) =>
          fallsOf(closedStretches(when, each.id, context.quota(each)), -1).map((fall) =>
            falling(fall, each.id, [...at, 'milestones', milestone]),
          ),
        ),
      );
    }),
  );
}

function componentsOf(modifier: Modifier | PlanModifier, { plan }: LintContext): readonly Component[] {
  const ids = 'component' in modifier ? modifier.component : undefined;
  return plan.components.filter(({ id }) => ids?.includes(id) ?? true);
}

/** Whether a hurdle that is missed pays nothing at all. */
function stopsPay(otherwise: Hurdle['otherwise']): boolean {
  if ('pay' in otherwise) return true;
  if ('multiply' in otherwise) return toDecimal(otherwise.multiply).isZero();
  return otherwise.rate.kind === 'flat' && toDecimal(otherwise.rate.rate).isZero();
}

/** The direction in which pay goes when a hurdle closes; 0 where another rate pays then. */
function closingChanges(otherwise: Hurdle['otherwise']): number {
  if ('rate' in otherwise) return stopsPay(otherwise) ? -1 : 0;
  return 'pay' in otherwise ? -1 : toDecimal(otherwise.multiply).cmp(ONE);
}

/** Whether a modifier pays on what was sold, also where nothing was earned before it. */
function paysOfMeasure(modifier: Modifier | PlanModifier): boolean {
  if (modifier.kind === 'floor') return 'ofMeasure' in modifier.limit;
  return modifier.kind === 'kicker' && modifier.milestones.some(({ pay }) => 'ofMeasure' in pay);
}

interface Fall {
  readonly at: Decimal;
  readonly unit: ClosedStretch['unit'];
}

/** Where pay falls at the ends of closed stretches. */
function fallsOf(stretches: readonly ClosedStretch[], direction: number): readonly Fall[] {
  return stretches.flatMap(({ from, to, unit }) => {
    const at = direction < 0 ? (from.gt(0) ? from : null) : direction > 0 ? to : null;
    return at === null ? [] : [{ at, unit }];
  });
}

function deadZone({ from, to, unit }: ClosedStretch, componentId: string, path: Path): Finding {
  const params = { componentId, from: toText(from), to: to === null ? 'never' : toText(to), unit };
  return { code: 'gate.deadZone', severity: 'warning', path, params };
}

function falling({ at, unit }: Fall, componentId: string, path: Path): Finding {
  return { code: 'gate.nonMonotone', severity: 'warning', path, params: { componentId, at: toText(at), unit } };
}
