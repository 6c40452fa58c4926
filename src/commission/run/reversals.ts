import { type Decimal, ONE, plus, ZERO } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { CompiledClawback } from '../clawback/compileClawback.js';
import type { CreditTable } from './creditFields.js';
import type { CreditPart } from './items.js';

/** A row that takes a credit back, wholly or in part. */
export interface CreditReversal {
  readonly row: number;
  readonly day: number;
  /** The credit of that row which goes to the same payee in the same role. */
  readonly credit: number;
}

/** Which rows take which credits back. */
export class Reversals {
  private readonly byCredit = new Map<number, CreditReversal[]>();

  constructor(private readonly table: CreditTable) {
    const { rows, credits } = table;
    const firstOf = new Map<number, number>();
    for (let credit = 0; credit < credits.n; credit += 1) {
      const row = credits.row[credit]!;
      if (!firstOf.has(row)) firstOf.set(row, credit);
    }
    for (let credit = 0; credit < credits.n; credit += 1) {
      const row = credits.row[credit]!;
      const original = rows.reverses?.[row] ?? -1;
      if (original < 0) continue;
      // The credits of a reversing row are those of its original, one for one.
      const taken = (firstOf.get(original) ?? 0) + credit - (firstOf.get(row) ?? 0);
      const reversal = { row, day: rows.day[row]!, credit };
      const others = this.byCredit.get(taken);
      if (others === undefined) this.byCredit.set(taken, [reversal]);
      else others.push(reversal);
    }
    const rank = (row: number): number => rows.seq?.[row] ?? row;
    for (const list of this.byCredit.values()) list.sort((a, b) => a.day - b.day || rank(a.row) - rank(b.row));
  }

  /** Credits that are taken back. */
  get credits(): Iterable<number> {
    return this.byCredit.keys();
  }

  /** In order of day, then id. */
  of(credit: number): readonly CreditReversal[] {
    return this.byCredit.get(credit) ?? NONE;
  }

  /** Those that come in time to take something back. */
  inTime(credit: number, clawback: CompiledClawback): readonly CreditReversal[] {
    const all = this.of(credit);
    if (all.length === 0) return all;
    const original = this.table.rows.day[this.table.credits.row[credit]!]!;
    return all.filter(({ day }) => !clawback.isLate(original, day));
  }

  /** What is left of a credit after the reversals before a day; `null` where there are none. */
  left(credit: number, before: number, clawback: CompiledClawback): CreditPart | null {
    const until = this.inTime(credit, clawback).filter(({ day }) => day < before);
    return until.length === 0 ? null : { ...this.rest(credit, until), count: ONE };
  }

  /** What one of the reversals takes back; as a number of credits only the one that leaves nothing takes one. */
  takenBy(back: number, credit: number, clawback: CompiledClawback): CreditPart {
    const { rows, credits } = this.table;
    const all = this.inTime(credit, clawback);
    const until = all.slice(0, all.findIndex((each) => each.credit === back) + 1);
    const { part, of } = this.rest(credit, until);
    return { part: decimalAt(rows.amount, credits.row[back]!), of, count: part.isZero() ? ONE.neg() : ZERO };
  }

  private rest(credit: number, until: readonly CreditReversal[]): { readonly part: Decimal; readonly of: Decimal } {
    const { rows, credits } = this.table;
    const of = decimalAt(rows.amount, credits.row[credit]!);
    return { part: until.reduce((sum, { row }) => plus(sum, decimalAt(rows.amount, row)), of), of };
  }
}

const NONE: readonly CreditReversal[] = [];
