import { type Decimal, plus, ZERO } from '../../core/decimal.js';
import type { CapReason } from '../quote/quote.js';
import type { ReadLine } from '../quote/readLines.js';

/** A change of a line's size; reductions are negative. */
export interface RunningDelta {
  readonly condition: string;
  readonly exact: Decimal;
  readonly cappedBy?: CapReason;
}

/** A line while conditions run over it. */
export interface RunningLine {
  readonly read: ReadLine;
  running: Decimal;
  /** The list amount with the deltas of the line's own conditions, without those shared out over the quote. */
  ofLine: Decimal;
  /** What buying and getting has taken off. */
  goods: Decimal;
  /** Units that a promotion has used. */
  reserved: Decimal;
  readonly deltas: RunningDelta[];
}

/** A line before all conditions. */
export function startLine(read: ReadLine): RunningLine {
  return { read, running: read.list, ofLine: read.list, goods: ZERO, reserved: ZERO, deltas: [] };
}

/** The sum of a figure of lines. */
export function sumOf(lines: readonly RunningLine[], figure: (line: RunningLine) => Decimal): Decimal {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return figure(only);
  return lines.reduce((sum, line) => plus(sum, figure(line)), ZERO);
}
