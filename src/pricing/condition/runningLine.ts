import { type Decimal, ZERO } from '../../core/decimal.js';
import type { CapReason } from '../quote/quote.js';
import type { ReadLine } from '../quote/readLine.js';
import type { Amounts } from './amounts.js';
import type { Figure } from './figure.js';

/**
 * What conditions changed on a line, in the order of the steps. Codes and sizes stand side by side: an object for each
 * change would be most of what the run of a quote makes.
 */
class Changes<N> {
  private length = 0;
  private readonly conditions: string[];
  private readonly deltas: N[];
  private caps: Map<number, CapReason> | null = null;

  constructor(most: number) {
    this.conditions = new Array<string>(most);
    this.deltas = new Array<N>(most);
  }

  /** @param delta of the line's size; reductions are negative */
  add(condition: string, delta: N, cappedBy: CapReason | undefined): void {
    this.conditions[this.length] = condition;
    this.deltas[this.length] = delta;
    if (cappedBy !== undefined) (this.caps ??= new Map()).set(this.length, cappedBy);
    this.length++;
  }

  map<T>(each: (condition: string, delta: N, cappedBy: CapReason | undefined) => T): T[] {
    const { conditions, deltas, caps, length } = this;
    const results = new Array<T>(length);
    for (let at = 0; at < length; at++) results[at] = each(conditions[at]!, deltas[at]!, caps?.get(at));
    return results;
  }
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
  readonly changes: Changes<N>;
  readonly lines = 1;

  /** @param steps the most that may change it */
  constructor(
    readonly read: ReadLine,
    readonly list: N,
    steps: number,
  ) {
    this.running = list;
    this.ofLine = list;
    this.changes = new Changes(steps);
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
