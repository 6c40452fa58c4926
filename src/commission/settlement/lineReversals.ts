import { addMonthsToDay } from '../../core/civil.js';
import { type Decimal, plus, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { CompiledClawback } from '../clawback/compileClawback.js';
import { reversedPart } from '../clawback/reversedPart.js';
import type { UnservedPart } from '../clawback/unservedPart.js';
import type { QuotientRounding } from '../release/quotientRounding.js';
import type { LineReversal } from '../release/releaseTimeline.js';
import type { CreditReversal } from '../run/reversals.js';
import type { Rows } from '../run/rows.js';
import { namedDay } from './releaseFacts.js';
import type { SettledLine } from './settledLine.js';

/**
 * What rows that reverse the row of a line take from it, under every basis that looks at lines.
 *
 * @param onTermMissing hears of a reversal whose contract has no end to prorate by: it takes nothing
 */
export function lineReversals(
  line: SettledLine,
  reversals: readonly CreditReversal[],
  clawback: CompiledClawback,
  rows: Rows,
  round: QuotientRounding,
  onTermMissing: (row: number) => void,
): LineReversal[] {
  const { basis } = clawback;
  const amount = decimalAt(rows.amount, line.row);
  const earned = basis === 'originalRate' ? line.gross : line.earned;
  const originalDay = rows.day[line.row]!;
  let taken: Decimal = ZERO;
  let reversedBefore: Decimal = ZERO;
  const rowsToDate: number[] = [];
  return reversals.flatMap(({ row, day }): readonly LineReversal[] => {
    const reversed = decimalAt(rows.amount, row);
    const before = reversedBefore;
    reversedBefore = plus(reversedBefore, reversed);
    rowsToDate.push(row);
    const common = { day, id: rows.id(row), owed: reversed.abs() };
    // Too late to take anything back, but the customer owes less.
    if (clawback.isLate(originalDay, day)) {
      return [{ ...common, take: () => ({ clawback: ZERO, cancelled: ZERO }) }];
    }
    const unserved = unservedOf(line, day, clawback, rows);
    if (unserved === null) {
      onTermMissing(row);
      return [];
    }
    let earlier = ZERO;
    return [
      {
        ...common,
        rows: basis === 'prorated' ? [row] : [...rowsToDate],
        figures: () => ({ kind: 'part', amount, reversed, reversedBefore: before, earlier, unserved }),
        take: ({ payable }) => {
          const facts = { amount, reversed, reversedBefore: before, earned, takenBefore: taken, payable };
          const part = reversedPart(facts, basis, unserved, round);
          taken = plus(taken, plus(part.clawback, part.cancelled));
          ({ earlier } = part);
          return part;
        },
      },
    ];
  });
}

/** A term runs from `contractStart`, or the day of the original, to `contractEnd`, or as many months as the row says. */
function unservedOf(line: SettledLine, reversal: number, clawback: CompiledClawback, rows: Rows): UnservedPart | null {
  const start = namedDay(rows, line.row, 'contractStart') ?? rows.day[line.row]!;
  const months = Number(rows.field('termMonths')(line.row));
  const byMonths = Number.isSafeInteger(months) && months > 0 ? addMonthsToDay(start, months) : null;
  return clawback.unserved({ start, end: namedDay(rows, line.row, 'contractEnd') ?? byMonths, reversal });
}
