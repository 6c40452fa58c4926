import { isoCurrencies } from '../../../core/currency.js';
import type { Statement, Transaction } from '../../schema.js';
import type { RowFamilies } from '../batch/rowFamilies.js';
import type { ComputedRun } from '../executeRun.js';
import { type PlainRow, plainRowReader } from './plainRow.js';
import { PlainStatements } from '../../statement/plainStatements.js';

/** A change of rows as sums see it. */
interface SumChange {
  readonly removed: readonly Transaction[];
  readonly put: Transaction | null;
  /** Whether no other row is judged together with these. */
  readonly isAlone: boolean;
  /** Positions of the payees whom it concerns. */
  readonly payees: ReadonlySet<number>;
}

/** Statements under changes of plain rows, one at a time; payees with other changes are left to those who look at all rows. */
export class PlainChanges {
  private readonly odd = new Set<number>();

  private constructor(
    private readonly read: (row: unknown) => PlainRow | null,
    private readonly statements: PlainStatements,
  ) {}

  /** The statements of a run, or `null` where they depend on more than plain rows. */
  static of(run: ComputedRun): PlainChanges | null {
    const { setup, rowFrame } = run;
    const statements = PlainStatements.of(run);
    const currency = setup.plans[0]?.currency ?? '';
    // Rows with more decimals than the currency may decide about the arithmetic of all.
    const scale = isoCurrencies[currency]?.exponent;
    if (statements === null || scale !== rowFrame.scale) return null;
    return new PlainChanges(plainRowReader({ payees: setup.payees, currency, scale }), statements);
  }

  /** Takes a new row of which nothing needs to be looked up but its sums; `null` where it is none. */
  append(row: Transaction, families: RowFamilies): PlainRow | null {
    const read = this.read(row);
    if (read === null || families.has(read.id) || this.odd.has(read.payee)) return null;
    return this.statements.change(read, 1) ? read : null;
  }

  /** Takes any change: what is not plain makes its payees odd. */
  take({ removed, put, isAlone, payees }: SumChange): void {
    const change = (row: Transaction, sign: 1 | -1): boolean => {
      const read = this.read(row);
      return read !== null && this.statements.change(read, sign);
    };
    const isTaken = isAlone && removed.every((row) => change(row, -1)) && (put === null || change(put, 1));
    // Their sums may be half changed: they are not asked again.
    if (!isTaken) for (const payee of payees) this.odd.add(payee);
  }

  /** The statements of a payee, or `null` where they depend on more. */
  statementsOf(payee: number): readonly Statement[] | null {
    return this.odd.has(payee) ? null : (this.statements.of(payee)?.map(({ statement }) => statement) ?? null);
  }
}
