import { type Decimal, type DecimalString, minus, toText } from '../../../core/decimal.js';
import type { Reason } from '../../../core/errors.js';
import { readDecimal } from '../decimalOrder.js';
import { readField } from '../field.js';
import { requireRole } from './checkLimits.js';
import { compileLimits, type CompiledBound, type LimitOptions } from './compileLimits.js';
import { compareKeys, type Failure, failuresOf, judge, reasonsOf } from './judge.js';
import type { LimitMatrix, LimitRequest } from './limitMatrix.js';

/** How far a measure of one scope may go. */
export interface Headroom {
  readonly scope: string;
  /** The greatest value that the role may sign. */
  readonly max: DecimalString | 'unbounded';
  /** The least value that the role may sign. */
  readonly min: DecimalString | 'unbounded';
  /** From the present value up to the greatest, negative beyond it; `null` where the present value is missing. */
  readonly up: DecimalString | 'unbounded' | null;
  /** From the present value down to the least, negative beyond it. */
  readonly down: DecimalString | 'unbounded' | null;
}

/**
 * Returns how far a measure may go on each scope so that a role still may sign, with everything else as it is: at the
 * bound it may, one step beyond it may not. Where other bounds fail, their reasons come instead.
 *
 * The rows that apply to the request as it is are taken; a row whose `when` asks for the measure itself is not tried again.
 *
 * @param matrix roles and their limits
 * @param role a role of the matrix
 * @param request action, scopes and day
 * @param measure a decimal field of the scopes
 * @param options catalogue of the fields of scopes
 * @throws SalesModelError `limits.unknownRole`, `limits.unknownTrack`, `limits.duplicateLevel`, `option.unknown`,
 * `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`, `rule.unknownField`, `rule.unknownOperator`,
 * `rule.type`, `rule.limit`, `key.forbidden`
 * @example
 * import { headroom, type LimitMatrix } from 'salesmodel/mechanisms/rules';
 *
 * const matrix: LimitMatrix = {
 *   code: 'discounts',
 *   roles: [{ role: 'rep', level: 1 }],
 *   limits: [{ role: 'rep', bounds: { discount: { max: '0.05' } } }],
 * };
 * const request = { scopes: [{ id: 'quote', facts: { discount: '0.03' } }], on: '2026-03-31' };
 * const room = headroom(matrix, 'rep', request, 'discount');
 * room.ok && room.scopes; // => [{ scope: 'quote', max: '0.05', min: 'unbounded', up: '0.02', down: 'unbounded' }]
 */
export function headroom(
  matrix: LimitMatrix,
  role: string,
  request: LimitRequest,
  measure: string,
  options: LimitOptions = {},
): { ok: true; scopes: readonly Headroom[] } | { ok: false; reasons: readonly Reason[] } {
  const limits = compileLimits(matrix, options);
  requireRole(limits, role);
  const read = readField(measure);
  const scopes: Headroom[] = [];
  const failures: Failure[] = [];
  for (const { scope, choices } of judge(limits, role, request, ['request'])) {
    const others = choices.map(({ bounds }) =>
      failuresOf(
        limits,
        scope,
        bounds.filter((bound) => bound.measure !== measure),
      ),
    );
    const open = choices.filter((_, index) => others[index]!.length === 0).map(({ bounds }) => bounds);
    if (open.length === 0) {
      failures.push(...(choices.length === 0 ? [{ code: 'noRow' as const, scope: scope.id }] : others.flat()));
      continue;
    }
    const max = farthest(open, measure, 'max');
    const min = farthest(open, measure, 'min');
    const actual = readDecimal(read(scope.facts));
    scopes.push({
      scope: scope.id,
      max: max === undefined ? 'unbounded' : toText(max),
      min: min === undefined ? 'unbounded' : toText(min),
      up: max === undefined ? 'unbounded' : actual === undefined ? null : toText(minus(max, actual)),
      down: min === undefined ? 'unbounded' : actual === undefined ? null : toText(minus(actual, min)),
    });
  }
  if (failures.length > 0) return { ok: false, reasons: reasonsOf(failures) };
  return { ok: true, scopes: scopes.toSorted((a, b) => compareKeys([a.scope], [b.scope])) };
}

/** The loosest value of a bound among choices of which one is enough; undefined where one of them has no such bound. */
function farthest(
  choices: readonly (readonly CompiledBound[])[],
  measure: string,
  end: 'max' | 'min',
): Decimal | undefined {
  const ends = choices.map(
    (bounds) => bounds.find((bound) => bound.measure === measure && bound.bound === end)?.allowed,
  );
  return ends.reduce((a, b) => (a === undefined || b === undefined ? undefined : (end === 'max') === a.gt(b) ? a : b));
}
