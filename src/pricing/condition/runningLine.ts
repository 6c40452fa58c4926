import { type Decimal, ZERO } from '../../core/decimal.js';
import type { CapReason } from '../quote/quote.js';
import type { ReadLine } from '../quote/readLine.js';
import type { Amounts } from './amounts.js';
import type { Figure } from './figure.js';

/** A change of a line's size; reductions are negative. */
export interface RunningDelta<N> {
  readonly condition: string;
  readonly exact: N;
  readonly cappedBy: CapReason | undefined;
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
  readonly deltas: RunningDelta<N>[] = [];
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
