import type { Finding, Path } from '../../core/errors.js';
import { canonicalJson } from '../plan/canonicalJson.js';
import type { CommissionPlan } from '../schema.js';

/**
 * Returns what differs between two plans, or two versions of one, sorted by path: `plan.changed`, `plan.added` and
 * `plan.removed`, with the old and the new value as the params `before` and `after`, `null` where there is none.
 * `localize` tells each in words.
 *
 * Entries of a list that have ids (components, draws) are compared by them, and stand in the path under theirs; a new
 * component in front of the others is one change. Other lists are compared by position.
 *
 * @param before a plan
 * @param after what became of it
 * @example
 * import { type CommissionPlan, planDiff } from 'salesmodel/commission';
 * import { localize } from 'salesmodel/core';
 *
 * const plan = (rate: string): CommissionPlan => ({
 *   id: 'P',
 *   currency: 'USD',
 *   period: 'month',
 *   components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate } }],
 * });
 * planDiff(plan('0.08'), plan('0.1')).map((change) => localize(change, 'en'));
 * // => ['components.C.rate.rate: changes from 0.08 to 0.1']
 */
export function planDiff(before: CommissionPlan, after: CommissionPlan): readonly Finding[] {
  return differences(before, after, []);
}

function differences(before: unknown, after: unknown, path: Path): readonly Finding[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (before === undefined) return [change('plan.added', null, after, path)];
  if (after === undefined) return [change('plan.removed', before, null, path)];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [was, is] = [keyed(before), keyed(after)];
    if (was !== null && is !== null) {
      const nested = keysOf(was, is).flatMap((id) => differences(was.get(id), is.get(id), [...path, id]));
      // The same entries in another order.
      return nested.length > 0 ? nested : [change('plan.changed', [...was.keys()], [...is.keys()], path)];
    }
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => differences(before[index], after[index], [...path, index])).flat();
  }
  if (isObject(before) && isObject(after)) {
    const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    return keysOf(was, is).flatMap((key) => differences(was.get(key), is.get(key), [...path, key]));
  }
  return [change('plan.changed', before, after, path)];
}

/** The entries of a list by their ids; `null` where one has none or shares it. */
function keyed(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const entries = new Map<string, unknown>();
  for (const entry of list) {
    const id = isObject(entry) ? entry['id'] : undefined;
    if (typeof id !== 'string' || entries.has(id)) return null;
    entries.set(id, entry);
  }
  return entries;
}

function keysOf(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function change(code: string, before: unknown, after: unknown, path: Path): Finding {
  return { code, severity: 'info', path, params: { before, after } };
}
