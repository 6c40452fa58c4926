import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { compileConflictRules } from './compileConflictRules.js';
import type { ConflictRule, ConflictRules } from './conflictRules.js';

type BoundRule = Extract<ConflictRule, { readonly bound: string }>;

/**
 * Returns what is odd about rules of conflicts that are valid: `neverFires`, a rule that nothing can break;
 * `floorAboveCeiling`, bounds that leave no price; `windowZero`, shipments that only meet on one day; `noRules`.
 *
 * @param definition rules
 * @throws SalesModelError those of `compileConflictRules`
 * @example
 * import { lintConflictRules } from 'salesmodel/channel';
 *
 * lintConflictRules({
 *   id: 'prices', version: 1,
 *   rules: [{ code: 'belowFloor', bound: '90' }, { code: 'aboveCeiling', bound: '80' }, { code: 'sameCustomer', windowDays: 0 }],
 * }).map(({ code, path }) => `${code} ${path.join('.')}`); // => ['floorAboveCeiling definition.rules.0', 'windowZero definition.rules.2']
 */
export function lintConflictRules(definition: ConflictRules): readonly Finding[] {
  compileConflictRules(definition);
  const { rules } = definition;
  if (rules.length === 0) return [{ code: 'noRules', severity: 'warning', path: ['definition', 'rules'], params: {} }];
  const ceilings = rules.filter((rule): rule is BoundRule => rule.code === 'aboveCeiling');
  return rules.flatMap((rule, at): Finding[] => {
    const path = ['definition', 'rules', at];
    switch (rule.code) {
      case 'belowFloor': {
        const floor = toDecimal(rule.bound);
        const never: Finding[] = floor.lte(0)
          ? [{ code: 'neverFires', severity: 'warning', path, params: { rule: rule.id ?? rule.code } }]
          : [];
        const over = ceilings.filter((ceiling) => meet(rule, ceiling) && floor.gt(toDecimal(ceiling.bound)));
        return [
          ...never,
          ...over.map(({ bound }): Finding => {
            return {
              code: 'floorAboveCeiling',
              severity: 'error',
              path,
              params: { floor: rule.bound, ceiling: bound },
            };
          }),
        ];
      }
      case 'sameCustomer':
        return rule.windowDays === 0 ? [{ code: 'windowZero', severity: 'warning', path, params: {} }] : [];
      case 'corridor':
        return rule.guards.every(({ reference }) => reference?.low === '0' && reference.high === undefined)
          ? [{ code: 'neverFires', severity: 'warning', path, params: { rule: rule.id ?? rule.code } }]
          : [];
      default:
        return [];
    }
  });
}

/** Whether two bounds are of the same price of a product. */
function meet(a: BoundRule, b: BoundRule): boolean {
  return (
    (a.priceKind ?? 'transaction') === (b.priceKind ?? 'transaction') &&
    (a.product === undefined || b.product === undefined || a.product === b.product)
  );
}
