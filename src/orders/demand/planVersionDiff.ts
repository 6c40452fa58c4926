import { compareText } from '../../core/compareText.js';
import { type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { fail } from '../fail.js';
import type { DemandPlan } from '../schema/demandPlan.js';

/** A field or a source that differs; `null` where a side lacks it. */
export interface PlanChange {
  /** `unitPrice`, `agreed`, `status`, or `sources.<kind>.quantity` and `sources.<kind>.weight`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two versions of the plan of one partner, product and period. */
export interface PlanVersionDiff {
  readonly partner: string;
  readonly sku: string;
  readonly period: string;
  /** Version before and after; `null` where there is no plan on that side. */
  readonly versions: readonly [before: number | null, after: number | null];
  /** By field. */
  readonly changes: readonly PlanChange[];
  /** Agreed quantity after − before; `null` where a side has none. */
  readonly quantityChange: DecimalString | null;
}

/**
 * Returns what differs between two sets of demand plans, by partner, product and period. Plans that are alike are left out.
 *
 * @param before one plan for each partner, product and period
 * @param after the same; a version may not be lower than before, and one that says something else must be higher
 * @throws SalesModelError `plan.version`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { planVersionDiff, type DemandPlan } from 'salesmodel/orders';
 *
 * const old: DemandPlan = {
 *   partner: 'North', sku: 'cola', period: '2026-03', version: 1, status: 'agreed', agreed: '1000',
 *   sources: [{ kind: 'dealer', quantity: '1000', weight: '1' }],
 * };
 * const revised: DemandPlan = { ...old, version: 2, agreed: '1100', sources: [{ kind: 'dealer', quantity: '1150', weight: '1' }] };
 * const [diff] = planVersionDiff([old], [revised]);
 * diff?.quantityChange; // => '100'
 * diff?.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`); // => [ 'agreed: 1000 → 1100', 'sources.dealer.quantity: 1000 → 1150' ]
 */
export function planVersionDiff(
  before: readonly DemandPlan[],
  after: readonly DemandPlan[],
): readonly PlanVersionDiff[] {
  const old = byKey(before, 'before');
  const fresh = byKey(after, 'after');
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted(compareText).flatMap((key) => {
    const [a, b] = [old.get(key), fresh.get(key)];
    const { partner, sku, period } = (a ?? b)!;
    const changes = differences(a === undefined ? {} : fieldsOf(a), b === undefined ? {} : fieldsOf(b));
    const least = a === undefined ? 0 : a.version + (changes.length > 0 ? 1 : 0);
    if (b !== undefined && b.version < least) {
      fail('plan.version', ['after', after.indexOf(b), 'version'], { min: least, value: b.version });
    }
    if (changes.length === 0) return [];
    const both = a?.agreed !== undefined && b?.agreed !== undefined;
    return [
      {
        partner,
        sku,
        period,
        versions: [a?.version ?? null, b?.version ?? null] as const,
        changes,
        quantityChange: both ? toText(minus(toDecimal(b.agreed), toDecimal(a.agreed))) : null,
      },
    ];
  });
}

function byKey(plans: readonly DemandPlan[], side: string): Map<string, DemandPlan> {
  const found = new Map<string, DemandPlan>();
  plans.forEach((plan, index) => {
    const key = JSON.stringify([plan.partner, plan.sku, plan.period]);
    if (found.has(key)) failCore('ids.duplicate', [side, index], { id: key });
    found.set(key, plan);
  });
  return found;
}

/** What a plan says, by field; numbers in their canonical spelling. */
function fieldsOf({ sources, unitPrice, agreed, status }: DemandPlan): Readonly<Record<string, string>> {
  const number = (field: string, value: DecimalString | undefined): [string, string][] =>
    value === undefined ? [] : [[field, toText(toDecimal(value))]];
  return Object.fromEntries([
    ['status', status],
    ...number('unitPrice', unitPrice),
    ...number('agreed', agreed),
    ...sources.flatMap(({ kind, quantity, weight }) => [
      ...number(`sources.${kind}.quantity`, quantity),
      ...number(`sources.${kind}.weight`, weight),
    ]),
  ]);
}

function differences(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): PlanChange[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .toSorted(compareText)
    .filter((field) => a[field] !== b[field])
    .map((field) => ({ field, before: a[field] ?? null, after: b[field] ?? null }));
}
