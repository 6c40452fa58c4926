import { type Decimal, decimalOf } from '../../core/decimal.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import type { ItemList } from '../run/items.js';

/** Running sums of the amounts of rows where each credit is a whole row: no object a credit. */
export class AmountSums {
  private readonly sums: number[] | bigint[];
  private readonly known = new Map<number, Decimal>();

  /**
   * @param first item of the first credit
   * @param isSafe whether no sum of amounts leaves the safe integers
   */
  constructor(
    private readonly amounts: FixedColumn,
    private readonly credits: ItemList['credit'],
    private readonly first: number,
    isSafe: boolean,
  ) {
    this.sums = isSafe ? [0] : [0n];
  }

  /** The sum of the first credits. */
  at(position: number): Decimal {
    let sum = this.known.get(position);
    if (sum === undefined) {
      this.addUpTo(position);
      this.known.set(position, (sum = decimalOf(this.sums[position]!, this.amounts.scale)));
    }
    return sum;
  }

  private addUpTo(position: number): void {
    const { sums, credits, first } = this;
    const { values } = this.amounts;
    if (isDouble(sums)) {
      for (let at = sums.length; at <= position; at += 1)
        sums.push(sums[at - 1]! + Number(values[credits[first + at - 1]!]!));
    } else {
      for (let at = sums.length; at <= position; at += 1)
        sums.push(sums[at - 1]! + BigInt(values[credits[first + at - 1]!]!));
    }
  }
}

function isDouble(sums: number[] | bigint[]): sums is number[] {
  return typeof sums[0] === 'number';
}
