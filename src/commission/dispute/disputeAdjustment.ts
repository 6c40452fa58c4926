import { dayNumber, type PlainDate } from '../../core/date.js';
import { toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Adjustment, Dispute } from '../schema.js';

/** What a dispute leads to, or why to nothing. */
export type DisputeOutcome =
  { readonly ok: true; readonly adjustment: Adjustment } | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the adjustment that settles an accepted dispute, for the `adjustments` of a run; its id is `dispute/` and that
 * of the dispute, so that it cannot be paid twice. The outcomes without one are `disputeOpen` and `disputeRefused`.
 *
 * @param dispute with its resolution
 * @param date day whose period pays it. Default: that of the resolution
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { disputeAdjustment, type Dispute } from 'salesmodel/commission';
 *
 * const dispute: Dispute = {
 *   id: 'D7', payeeId: 'ana', planId: 'P', reason: 'split of T3', claimed: '120.00', opened: '2026-03-02',
 *   target: { line: { period: '2026-02-01', componentId: 'C', transactionId: 'T3' } },
 *   resolution: { decision: 'accepted', date: '2026-03-09', amount: '80.00' },
 * };
 * const outcome = disputeAdjustment(dispute);
 * outcome.ok && [outcome.adjustment.id, outcome.adjustment.amount]; // => ['dispute/D7', '80.00']
 * const { resolution, ...open } = dispute;
 * disputeAdjustment(open); // => { ok: false, reasons: [{ code: 'disputeOpen', params: { id: 'D7' } }] }
 */
export function disputeAdjustment(dispute: Dispute, date?: PlainDate): DisputeOutcome {
  const { id, payeeId, planId, reason, resolution } = dispute;
  if (resolution === undefined) return { ok: false, reasons: [{ code: 'disputeOpen', params: { id } }] };
  if (resolution.decision !== 'accepted') {
    const { decision } = resolution;
    return { ok: false, reasons: [{ code: 'disputeRefused', params: { id, decision } }] };
  }
  const on = date ?? resolution.date;
  dayNumber(on, date === undefined ? ['dispute', 'resolution', 'date'] : ['date']);
  toText(toDecimal(resolution.amount, ['dispute', 'resolution', 'amount']));
  return {
    ok: true,
    adjustment: {
      id: `dispute/${id}`,
      payeeId,
      planId,
      date: on,
      amount: resolution.amount,
      kind: 'adjustment',
      reason,
    },
  };
}
