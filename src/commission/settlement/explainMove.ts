import { fromDayNumber } from '../../core/date.js';
import { type Decimal, toText, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import { type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import { ratioValue } from '../../core/ratio.js';
import type { LineMove } from '../release/releaseTimeline.js';
import type { Rows } from '../run/rows.js';
import type { SettledLine } from './settledLine.js';

/** The line that a movement belongs to. */
export interface MoveContext {
  readonly rows: Rows;
  readonly line: SettledLine;
  readonly componentId: string;
  /** First day of the period that earned it. */
  readonly origin: string;
  /** Of the clawback. */
  readonly basis: string;
}

/** Why a movement of a line has its amount: what was earned, and the rows that release it or take it back. */
export function explainMove(
  type: 'clawback' | 'hold' | 'release' | 'forfeit',
  amount: Decimal,
  { day, cause, part, forfeited = ZERO }: Pick<LineMove, 'day' | 'cause' | 'part'> & Partial<LineMove>,
  context: MoveContext,
): Explanation {
  const params = { date: fromDayNumber(day), cause: cause.kind, ...(cause.id === undefined ? {} : { id: cause.id }) };
  if (type === 'clawback') {
    return explainStep(`clawback.${context.basis}`, { ...params, cancelled: toText(forfeited) }, toText(amount), [
      lineStep(context),
    ]);
  }
  return explainStep(`release.${type}`, { ...params, part: ratioValue(part.part, part.of) }, toText(amount), [
    lineStep(context),
  ]);
}

function lineStep({ rows, line, componentId, origin }: MoveContext): Explanation {
  const { row, earned } = line;
  if (row < 0) return explainStep('release.spanLine', { componentId, origin }, toText(earned), []);
  const transactionId = rows.id(row);
  return explainStep('release.line', { componentId, origin, transactionId }, toText(earned), [
    explainInput(['transactions', transactionId, 'amount'], toText(decimalAt(rows.amount, row))),
  ]);
}
