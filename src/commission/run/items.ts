import type { Decimal } from '../../core/decimal.js';
import type { Credits } from '../credit/credits.js';
import type { Rows } from './rows.js';

/** Credits as a component counts them, by column: one item a credit, or one a collection of its row. */
export interface ItemList {
  readonly credit: ArrayLike<number>;
  /** Credit date, which decides the span. */
  readonly day: ArrayLike<number>;
  /** For a measure of collections: position among all collections of the rows, else −1. */
  readonly collection: ArrayLike<number>;
  /** The reversing row's credit that takes the credit back in attainment alone, else −1; absent = −1 for all. */
  readonly back?: ArrayLike<number>;
  /** What an item stands for where that is not the whole credit. */
  readonly partOf?: (item: number) => CreditPart | null;
}

/** The credit that an item's line is of: that of the reversing row where it takes from attainment alone. */
export function creditOfLine({ credit, back }: ItemList, item: number): number {
  const taking = back?.[item] ?? -1;
  return taking < 0 ? credit[item]! : taking;
}

/** Part of a credit, as a quotient: what is left after reversals, or (negative) what one of them takes back. */
export interface CreditPart {
  readonly part: Decimal;
  readonly of: Decimal;
  /** The same for what is counted: a credit is there or not. */
  readonly count: Decimal;
}

/** Items grouped by slot (payee × span), in canonical order within each: date, row id, kind, level, split position. */
export interface Items extends ItemList {
  readonly n: number;
  /** Items of slot `s` stand at `offset[s] … offset[s + 1] − 1`. */
  readonly offset: Int32Array;
  /** Position of each item among all items of the component, where some are left out. */
  readonly origin?: Int32Array;
}

/** Items as they are found, before they are grouped. */
export class ItemCollector implements ItemList {
  readonly credit: number[] = [];
  readonly day: number[] = [];
  readonly collection: number[] = [];
  readonly back: number[] = [];
  private readonly slot: number[] = [];

  /** Takes an item and returns its position. */
  push(credit: number, day: number, collection: number, slot: number, back = -1): number {
    this.back.push(back);
    this.credit.push(credit);
    this.day.push(day);
    this.collection.push(collection);
    return this.slot.push(slot) - 1;
  }

  /** Takes the last item back. */
  pop(): void {
    this.credit.pop();
    this.day.pop();
    this.collection.pop();
    this.back.pop();
    this.slot.pop();
  }

  /** Groups by slot with a counting sort, then orders each slot. */
  group(slots: number, credits: Credits, rows: Rows): Items {
    const n = this.credit.length;
    const offset = new Int32Array(slots + 1);
    for (const slot of this.slot) offset[slot + 1]! += 1;
    for (let slot = 0; slot < slots; slot += 1) offset[slot + 1]! += offset[slot]!;
    const next = offset.slice(0, slots);
    const order = new Int32Array(n);
    this.slot.forEach((slot, item) => {
      order[next[slot]!++] = item;
    });
    const rank = (item: number): number => {
      const row = credits.row[this.back[item]! >= 0 ? this.back[item]! : this.credit[item]!]!;
      return rows.seq === null ? row : rows.seq[row]!;
    };
    // Credits of one row stand together in canonical order, so their own positions break the last tie.
    const compare = (a: number, b: number): number =>
      this.day[a]! - this.day[b]! ||
      rank(a) - rank(b) ||
      this.credit[a]! - this.credit[b]! ||
      this.collection[a]! - this.collection[b]! ||
      this.back[a]! - this.back[b]!;
    for (let slot = 0; slot < slots; slot += 1) {
      const items = order.subarray(offset[slot], offset[slot + 1]);
      if (!isOrdered(items, compare)) items.sort(compare);
    }
    const take = (column: readonly number[]): Int32Array => Int32Array.from(order, (item) => column[item]!);
    return {
      n,
      offset,
      credit: take(this.credit),
      day: take(this.day),
      collection: take(this.collection),
      back: take(this.back),
    };
  }
}

function isOrdered(items: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < items.length; i += 1) if (compare(items[i - 1]!, items[i]!) > 0) return false;
  return true;
}
