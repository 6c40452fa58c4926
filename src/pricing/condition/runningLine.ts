import { type Decimal, ZERO } from '../../core/decimal.js';
import type { CapReason } from '../quote/quote.js';
import type { ReadLine } from '../quote/readLine.js';
import type { Amounts } from './amounts.js';
import type { Condition } from './condition.js';
import type { Figure } from './figure.js';

/** What a condition changes on a line: a size of at least 0. */
export interface DrawnPart<N> {
  readonly condition: Condition;
  readonly line: RunningLine<N>;
  readonly size: N;
  readonly cappedBy: CapReason | undefined;
  /** Units used by buying and getting. */
  readonly used: Decimal | undefined;
}

/** What a part changes in a figure of its line's sign; reductions of a line above zero are negative. */
export function deltaOf<N>({ condition, line, size }: DrawnPart<N>, amounts: Amounts<N>): N {
  const isLess = (condition.kind === 'discount') === line.read.sign > 0;
  return isLess ? amounts.minus(amounts.zero, size) : size;
}

/** What a reward is measured by: a line, or the sum of lines. */
export interface Measured {
  readonly quantity: Figure;
  readonly baseQuantity: Figure;
  readonly lines: number;
}

/** A line while conditions run over it. */
export class RunningLine<N> implements Measured {
  running: N;
  /** The list amount with the deltas of the line's own conditions, without those shared out over the quote. */
  ofLine: N;
  /** What buying and getting has taken off. */
  goods: Decimal = ZERO;
  /** Units that a promotion has used. */
  reserved: Decimal = ZERO;
  /** What changed it, in the order of the steps. */
  readonly changes: DrawnPart<N>[] = [];
  readonly lines = 1;

  constructor(
    readonly read: ReadLine,
    readonly list: N,
  ) {
    this.running = list;
    this.ofLine = list;
  }

  get quantity(): Figure {
    return this.read.quantity;
  }

  get baseQuantity(): Figure {
    return this.read.baseQuantity;
  }
}

/** The sum of a figure of lines. */
export function sumOf<N>(
  amounts: Amounts<N>,
  lines: readonly RunningLine<N>[],
  figure: (line: RunningLine<N>) => N,
): N {
  let sum = amounts.zero;
  for (const line of lines) sum = amounts.plus(sum, figure(line));
  return sum;
}
