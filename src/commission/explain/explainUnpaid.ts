import { explainInput, explainLater, type Explanation } from '../../core/explanation.js';
import { toText } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { rowState } from '../run/rows.js';
import type { RunView } from './runView.js';

/** Why a transaction earned nothing: it was rejected, or no component counts it; `null` where the run does not know it. */
export function explainUnpaid(view: RunView, row: number, transactionId: string): Explanation | null {
  const rejected = view.computed.result.rejected.filter(({ id }) => id === transactionId);
  if (row < 0 && rejected.length === 0) return null;
  const reasons = [...new Set(rejected.map(({ code }) => code))].join(', ');
  const code = rejected.length > 0 ? 'transaction.rejected' : 'transaction.uncounted';
  return explainLater(code, { transactionId, reasons }, '0', () =>
    row < 0 || (view.rows.state?.[row] ?? rowState.accepted) !== rowState.accepted
      ? []
      : [explainInput(['transactions', transactionId, 'amount'], toText(decimalAt(view.rows.amount, row)))],
  );
}
