import { compareText } from '../../core/compareText.js';
import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { PromotionBudget } from '../budget/promotionBudget.js';
import { combine } from '../condition/combination.js';
import type { Condition } from '../condition/condition.js';
import { classOf, type Procedure } from '../condition/procedure.js';
import { priceQuote } from '../quote/priceQuote.js';
import { sortedFindings } from './findings.js';
import { orderMatters } from './orderMatters.js';

/** What conditions are looked at with. */
export interface LintConditionsOptions {
  readonly procedure?: Procedure;
  readonly budgets?: readonly PromotionBudget[];
  /** Units to price under all conditions together, in one currency, to see whether they fall below cost. */
  readonly items?: readonly { readonly sku: string; readonly list: string; readonly cost: string }[];
  /** Default EUR; that of the items. */
  readonly currency?: string;
}

/**
 * Returns what is odd about conditions that belong together, by code and place:
 *
 * - `neverTriggers`: a least quantity or amount above the greatest
 * - `groupOfOne`: a group with one member, which always stays
 * - `oneWayCombination`: goes with the class of another that does not go with its own
 * - `unusedBudget`: a budget that no condition draws on
 * - `tiedOrder`: of one class and priority with another, in steps of their own or in a group that goes by priority, so that
 *   nothing but the code or the step settles which comes first, and which is first changes what they come to
 * - `stackBelowCost`: all that combine together bring a unit below its cost, with every trigger met
 *
 * @param conditions those of one quote
 * @param options procedure, budgets, items with their cost
 * @throws SalesModelError the errors of `priceQuote`, where items are given
 * @example
 * import { lintConditions } from 'salesmodel/pricing';
 *
 * lintConditions([
 *   { code: 'a', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.3' } },
 *   { code: 'b', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.3' }, group: 'g' },
 * ], { items: [{ sku: 'desk', list: '100', cost: '60' }] }).map(({ code }) => code); // => ['groupOfOne', 'stackBelowCost']
 */
export function lintConditions(
  conditions: readonly Condition[],
  options: LintConditionsOptions = {},
): readonly Finding[] {
  const { budgets = [] } = options;
  const warn = (code: string, path: Finding['path'], params: Finding['params']): Finding => ({
    code,
    severity: 'warning',
    path,
    params,
  });
  const each = conditions.flatMap((one, index): Finding[] => {
    const { minAmount, maxAmount, minQty, maxQty } = one.trigger ?? {};
    const crosses = (min: string | undefined, max: string | undefined): boolean =>
      min !== undefined && max !== undefined && toDecimal(min).gt(max);
    const isDead = crosses(minAmount, maxAmount) || crosses(minQty, maxQty);
    const isAlone = one.group !== undefined && conditions.every((other) => other === one || other.group !== one.group);
    const oneWay = conditions.filter(
      (other) => other !== one && names(one, other) && other.combinesWith?.includes(classOf(one)) === false,
    );
    return [
      ...(isDead ? [warn('neverTriggers', ['conditions', index], { condition: one.code })] : []),
      ...(isAlone ? [warn('groupOfOne', ['conditions', index], { group: one.group })] : []),
      ...oneWay.map((other) =>
        warn('oneWayCombination', ['conditions', index], { condition: one.code, other: other.code }),
      ),
    ];
  });
  const unused = budgets.flatMap(({ code }, index) =>
    conditions.some(({ budget }) => budget === code)
      ? []
      : [warn('unusedBudget', ['budgets', index], { budget: code })],
  );
  return sortedFindings([...each, ...unused, ...ties(conditions, options, warn), ...stacks(conditions, options, warn)]);
}

/** Whether a condition expressly goes with the class of another. */
function names({ combinesWith }: Condition, other: Condition): boolean {
  return combinesWith?.includes(classOf(other)) === true;
}

/** Pairs of one rank that come to something else when they change places. */
function ties(
  conditions: readonly Condition[],
  { procedure }: LintConditionsOptions,
  warn: (code: string, path: Finding['path'], params: Finding['params']) => Finding,
): Finding[] {
  const groups = new Set(conditions.flatMap(({ group }) => (group === undefined ? [] : [group])));
  const isContested = (group: string): boolean => conditions.filter((one) => one.group === group).length > 1;
  const contested = new Set([...groups].filter(isContested));
  const byPriority = new Set(
    (procedure?.groups ?? []).filter(({ keep }) => keep === 'priority').map(({ code }) => code),
  );
  const isTied = (a: Condition, b: Condition): boolean => {
    if ((a.priority ?? 0) !== (b.priority ?? 0) || !meet(a, b)) return false;
    if (a.group !== undefined && a.group === b.group) return byPriority.has(a.group);
    if (!combine(a, b)) return procedure?.resolve === 'priority';
    // The steps of a procedure are the order that somebody chose.
    return procedure === undefined && classOf(a) === classOf(b) && orderMatters(a, b, contested);
  };
  return conditions.flatMap((one, index) =>
    conditions
      .slice(0, index)
      .filter((other) => isTied(other, one))
      .map((other) =>
        warn('tiedOrder', ['conditions', index], { conditions: [one.code, other.code].toSorted(compareText) }),
      ),
  );
}

/** Whether the days of two conditions have one in common. */
function meet(a: Condition, b: Condition): boolean {
  const endsBefore = ({ to }: Condition, { from }: Condition): boolean =>
    to !== undefined && from !== undefined && to <= from;
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** What may keep a condition from applying in full. */
const LIMITS: ReadonlySet<string> = /* @__PURE__ */ new Set(['trigger', 'from', 'to', 'requires', 'budget']);

function stacks(
  conditions: readonly Condition[],
  { items = [], procedure, currency = 'EUR' }: LintConditionsOptions,
  warn: (code: string, path: Finding['path'], params: Finding['params']) => Finding,
): Finding[] {
  const met = conditions.map(
    (one) => Object.fromEntries(Object.entries(one).filter(([field]) => !LIMITS.has(field))) as unknown as Condition,
  );
  return items.flatMap(({ sku, list, cost }, index) => {
    const result = priceQuote({
      code: 'lint',
      currency,
      on: '2000-01-01',
      priceTax: 'exclusive',
      rounding: 'standard',
      lines: [{ id: sku, sku, quantity: '1', unitPrice: list }],
      conditions: met,
      ...(procedure === undefined ? {} : { procedure }),
    });
    if (result.status !== 'priced' || toDecimal(result.net).gte(cost)) return [];
    return [warn('stackBelowCost', ['items', index], { sku, net: result.net, cost })];
  });
}
