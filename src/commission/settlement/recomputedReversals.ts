import { minus, plus, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { LineReversal } from '../release/releaseTimeline.js';
import type { CreditReversal } from '../run/reversals.js';
import type { Rows } from '../run/rows.js';
import type { StatedPeriod } from '../run/statedPeriods.js';
import { earnedIn, type SettledLine, type SpanState, underLimitIn } from './settledLine.js';

/** A period in which rows changed what is left of a payee's credits. */
export interface CreditChange {
  readonly at: StatedPeriod;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * What computing a span again without the reversed parts changes in its lines, change by change. Lines that another
 * state has are added to `lines` as ones that earned nothing.
 *
 * @param stateOn the lines as the credits were at the start of a day
 * @param reversalsOf rows that took a line back, where it is computed again without them
 */
export function recomputedReversals(
  lines: Map<string, SettledLine>,
  home: SpanState,
  changes: readonly CreditChange[],
  stateOn: (day: number) => SpanState,
  reversalsOf: (line: SettledLine) => readonly CreditReversal[],
  rows: Rows,
): Map<string, LineReversal[]> {
  const taken = new Map<string, LineReversal[]>();
  let before = home;
  for (const { at, firstDay, lastDay } of changes) {
    const after = stateOn(at.period.end);
    for (const line of after.lines.values()) {
      if (!lines.has(line.key)) lines.set(line.key, { ...line, earned: ZERO, gross: ZERO });
    }
    for (const line of lines.values()) {
      const { key } = line;
      const own = reversalsOf(line).filter(({ day }) => day >= firstDay && day <= lastDay);
      const [was, is] = [earnedIn(before, key), earnedIn(after, key)];
      const underLimit = minus(underLimitIn(before, key), underLimitIn(after, key));
      if (own.length === 0 && was.eq(is) && underLimit.isZero()) continue;
      const reversal: LineReversal = {
        day: lastDay,
        ...(own.length === 1 ? { id: rows.id(own[0]!.row) } : {}),
        rows: own.map(({ row }) => row),
        figures: () => ({ kind: 'recomputed', before: was, after: is }),
        owed: own.reduce((sum, { row }) => plus(sum, decimalAt(rows.amount, row).abs()), ZERO),
        putOff: minus(minus(was, is), underLimit),
        take: () => ({ clawback: underLimit, cancelled: ZERO }),
      };
      taken.set(key, [...(taken.get(key) ?? []), reversal]);
    }
    before = after;
  }
  return taken;
}
