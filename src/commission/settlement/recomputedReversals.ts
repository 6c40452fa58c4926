import { plus, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { LineReversal } from '../release/releaseTimeline.js';
import type { Reversals } from '../run/reversals.js';
import type { Rows } from '../run/rows.js';
import { differences, type LineList, type SettledLine } from './settledLine.js';
import type { VersionPeriod } from './settlementPeriods.js';

/** A period in which rows changed what is left of a payee's credits. */
export interface CreditChange {
  readonly at: VersionPeriod;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * What computing a span again without the reversed parts changes in its lines, change by change. Lines that another
 * state has are added to `lines` as ones that earned nothing.
 *
 * @param linesOn the lines as the credits were at the start of a day
 */
export function recomputedReversals(
  lines: Map<string, SettledLine>,
  changes: readonly CreditChange[],
  linesOn: (day: number) => LineList,
  reversals: Reversals | null,
  rows: Rows,
): Map<string, LineReversal[]> {
  const taken = new Map<string, LineReversal[]>();
  let before: LineList = new Map(lines);
  for (const { at, firstDay, lastDay } of changes) {
    const after = linesOn(at.period.end);
    const changed = differences(before, after);
    for (const line of after.values()) {
      if (!lines.has(line.key)) lines.set(line.key, { ...line, earned: ZERO, gross: ZERO });
    }
    for (const line of lines.values()) {
      const own = (reversals?.of(line.credit) ?? []).filter(({ day }) => day >= firstDay && day <= lastDay);
      const change = changed.get(line.key) ?? ZERO;
      if (own.length === 0 && change.isZero()) continue;
      const was = before.get(line.key)?.earned ?? ZERO;
      const reversal: LineReversal = {
        day: lastDay,
        ...(own.length === 1 ? { id: rows.id(own[0]!.row) } : {}),
        rows: own.map(({ row }) => row),
        figures: () => ({ kind: 'recomputed', before: was, after: plus(was, change) }),
        owed: own.reduce((sum, { row }) => plus(sum, decimalAt(rows.amount, row).abs()), ZERO),
        take: () => ({ clawback: change.neg(), cancelled: ZERO }),
      };
      taken.set(line.key, [...(taken.get(line.key) ?? []), reversal]);
    }
    before = after;
  }
  return taken;
}
