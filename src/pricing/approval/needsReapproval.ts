import { addDays, dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { LimitScope } from '../../mechanisms/rules/limits/limitMatrix.js';
import type { ApprovalMatrix } from './approvalMatrix.js';
import { type Deal, dealScopes, FACTS } from './dealScopes.js';
import { toLimitMatrix } from './toLimitMatrix.js';

/** Whether an approval still covers a deal, or everything that asks for another. */
export type Reapproval = { readonly needed: false } | { readonly needed: true; readonly reasons: readonly Reason[] };

/** A measure, and the direction in which it is worse. */
const MEASURES = [
  ['amount', 1],
  ['discount', 1],
  ['margin', -1],
  ['paymentDays', 1],
] as const;

/**
 * Returns whether a deal has to be approved again: `expired` after the days for which an approval holds; `worse`, per scope and
 * measure, for a higher discount, amount or number of payment days or a lower margin; `newScope` for a line that was not there,
 * `otherKeys` for one that other rows are for. A deal that only got better never asks again.
 *
 * @param matrix the matrix by which it was approved; its `reapproval` says what counts: what is worse, anything that is
 * different (`changed`), or only the days
 * @param approved the deal that was approved
 * @param deal the deal as it is now
 * @param days `approvedOn` and the day `on` which it is asked
 * @throws SalesModelError `date.invalid` and the errors of `requiredApprovals`
 * @example
 * import { needsReapproval, presets } from 'salesmodel/pricing';
 *
 * const matrix = { ...presets.cnSalesAuthority, evaluate: 'quote', validDays: 30 } as const;
 * const deal = (list: string) => ({ lines: [{ id: '1', list, net: '850', cost: '600' }] });
 * const days = { approvedOn: '2026-03-01', on: '2026-03-10' };
 * needsReapproval(matrix, deal('1000'), deal('990'), days); // => { needed: false }
 * needsReapproval(matrix, deal('850'), deal('1000'), days);
 * // => { needed: true, reasons: [{ code: 'worse', params: { scope: 'quote', measure: 'discount', from: '0', to: '0.15' } }] }
 */
export function needsReapproval(
  matrix: ApprovalMatrix,
  approved: Deal,
  deal: Deal,
  days: { readonly approvedOn: PlainDate; readonly on: PlainDate },
): Reapproval {
  toLimitMatrix(matrix);
  const { reapproval = 'ifWorse', validDays } = matrix;
  const before = new Map(dealScopes(matrix, approved, ['approved']).map((scope) => [scope.id, scope]));
  const now = dealScopes(matrix, deal, ['deal']);
  const on = dayNumber(days.on, ['days', 'on']);
  const end = validDays === undefined ? null : addDays(days.approvedOn, validDays);
  const reasons: Reason[] = end !== null && on >= dayNumber(end) ? [{ code: 'expired', params: { end } }] : [];
  if (reapproval !== 'never') {
    for (const scope of now) {
      const old = before.get(scope.id);
      reasons.push(
        ...(old === undefined
          ? [{ code: 'newScope', params: { scope: scope.id } }]
          : changesOf(old, scope, reapproval === 'always')),
      );
    }
  }
  return reasons.length === 0 ? { needed: false } : { needed: true, reasons };
}

function changesOf(old: LimitScope, now: LimitScope, isAny: boolean): readonly Reason[] {
  const { id: scope } = now;
  const keys = keysOf(old) === keysOf(now) ? [] : [{ code: 'otherKeys', params: { scope } }];
  const measures = MEASURES.flatMap(([measure, direction]): Reason[] => {
    const order = worsening(figureOf(old, measure), figureOf(now, measure), direction);
    if (order === 0 || (order < 0 && !isAny)) return [];
    const code = isAny ? 'changed' : 'worse';
    return [{ code, params: { scope, measure, from: old.facts[measure] ?? null, to: now.facts[measure] ?? null } }];
  });
  return [...keys, ...measures];
}

/** A measure; `null` where it is not known, and for a margin on nothing. */
function figureOf({ facts }: LimitScope, measure: string): Decimal | null {
  const value = facts[measure];
  return typeof value === 'string' ? toDecimal(value) : null;
}

/** Positive where the second is larger in the direction that is worse; what is not known is worse than all. */
function worsening(from: Decimal | null, to: Decimal | null, direction: 1 | -1): number {
  if (from === null || to === null) return Number(to === null) - Number(from === null);
  return to.cmp(from) * direction;
}

/** The keys of a scope as one text. */
function keysOf({ facts }: LimitScope): string {
  const keys = Object.entries(facts).filter(([name]) => !FACTS.includes(name));
  return JSON.stringify(keys.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
