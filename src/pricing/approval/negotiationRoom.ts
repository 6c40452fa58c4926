import type { PlainDate } from '../../core/date.js';
import type { DecimalLike } from '../../core/decimal.js';
import { headroom } from '../../mechanisms/rules/limits/headroom.js';
import { type AllowedDiscount, discountAllowed } from '../inverse/discountAllowed.js';
import type { IncrementOption } from '../inverse/roundUp.js';
import { type ApprovalMatrix, LIMITS } from './approvalMatrix.js';
import { named } from './requiredApprovals.js';
import { toLimitMatrix } from './toLimitMatrix.js';

/** A line that is negotiated; amounts are those of the whole line. */
export interface NegotiatedLine {
  readonly list: DecimalLike;
  readonly cost?: DecimalLike;
  readonly floor?: DecimalLike;
  readonly map?: DecimalLike;
  readonly keys?: Readonly<Record<string, string>>;
}

/**
 * Returns how far a role may go on a line by itself: the lowest amount under the role's limits of discount and margin, and
 * under a floor and a least advertised price where they are given. Limits of amounts and payment days are not looked at.
 *
 * @param matrix roles with their limits
 * @param role a role of the matrix
 * @param line list amount, cost and keys
 * @param request `on`: the day; `increment` of the amount, default 0.01
 * @returns `noRow` where the role has no limits for the line, else as `discountAllowed`
 * @throws SalesModelError `limits.unknownRole` and the errors of `requiredApprovals` and `discountAllowed`
 * @example
 * import { negotiationRoom, presets } from 'salesmodel/pricing';
 *
 * const line = { list: '1000', cost: '680' };
 * negotiationRoom(presets.cnSalesAuthority, 'representative', line, { on: '2026-03-01' });
 * // => { ok: true, price: '971.43', rate: '0.0285', binding: 'minMargin' }
 * negotiationRoom(presets.cnSalesAuthority, 'manager', line, { on: '2026-03-01' });
 * // => { ok: true, price: '800.00', rate: '0.2000', binding: 'minMargin' }
 */
export function negotiationRoom(
  matrix: ApprovalMatrix,
  role: string,
  line: NegotiatedLine,
  request: IncrementOption & { readonly on: PlainDate },
): AllowedDiscount {
  const limits = toLimitMatrix(matrix);
  const { keys = {}, ...bounds } = line;
  const scopes = [{ id: 'line', facts: keys }];
  /** The bound that counts for one measure, the others left aside. */
  const only = (limit: 'maxDiscount' | 'minMargin'): ReturnType<typeof headroom> => {
    const { measure } = LIMITS[limit];
    const rows = limits.limits.map((row) => ({
      ...row,
      bounds: row.bounds[measure] === undefined ? {} : { [measure]: row.bounds[measure] },
    }));
    return headroom({ ...limits, limits: rows }, role, { scopes, on: request.on }, measure, { path: ['matrix'] });
  };
  const [discount, margin] = [only('maxDiscount'), only('minMargin')];
  if (!discount.ok) return { ok: false, reasons: discount.reasons.map(named) };
  if (!margin.ok) return { ok: false, reasons: margin.reasons.map(named) };
  const maxDiscount = discount.scopes[0]!.max;
  const minMargin = margin.scopes[0]!.min;
  const isPassedOver = line.cost === undefined && matrix.missing === 'ignore';
  return discountAllowed(
    {
      ...bounds,
      ...(maxDiscount === 'unbounded' ? {} : { maxDiscount }),
      ...(minMargin === 'unbounded' || isPassedOver ? {} : { minMargin }),
    },
    request,
  );
}
