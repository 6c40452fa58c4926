import { pathText } from '../../../core/errors.js';
import type { FixedColumn } from '../../../core/fixed/column.js';
import type { RejectedRow } from '../../schema/runResult.js';
import { rowState } from '../rows.js';
import type { RowFault } from './rowFault.js';

type RowState = (typeof rowState)[keyof typeof rowState];

/** What is decided about the rows of a run. */
export class RowVerdicts {
  private states: Uint8Array | null = null;
  private readonly entries: RejectedRow[] = [];

  constructor(
    private readonly n: number,
    /** The id of a row, `undefined` for a row without one. */
    private readonly id: (row: number) => string | undefined,
  ) {}

  /** The state of each row, `null` if all are accepted. */
  get state(): Uint8Array | null {
    return this.states?.some((state) => state !== rowState.accepted) === true ? this.states : null;
  }

  of(row: number): RowState {
    return (this.states === null ? rowState.accepted : this.states[row]!) as RowState;
  }

  mark(row: number, state: RowState): void {
    this.states ??= new Uint8Array(this.n);
    this.states[row] = state;
  }

  /** Rejects a row for a fault of it. */
  reject(row: number, fault: RowFault): void {
    this.mark(row, rowState.rejected);
    const id = this.id(row);
    this.entries.push(id === undefined ? { index: row, ...fault } : { index: row, id, ...fault });
  }

  count(state: RowState): number {
    let count = 0;
    if (this.states !== null) for (const each of this.states) if (each === state) count++;
    return count;
  }

  /** Takes the rows that are not accepted out of what loops add up: they have payee −1 and amount 0. */
  mask(payee: Int32Array, amount: FixedColumn['values']): void {
    if (this.states === null) return;
    const zero = amount instanceof Float64Array ? 0 : 0n;
    for (let row = 0; row < this.n; row++) {
      if (this.states[row] === rowState.accepted) continue;
      payee[row] = -1;
      (amount as (number | bigint)[])[row] = zero;
    }
  }

  /** Entries by id, code, path, params and then row: permuted rows give the same list but for `index`. */
  rejected(): RejectedRow[] {
    return this.entries.sort(
      (a, b) =>
        order(a.id ?? '', b.id ?? '') ||
        order(a.code, b.code) ||
        order(pathText(a.path), pathText(b.path)) ||
        order(JSON.stringify(a.params), JSON.stringify(b.params)) ||
        a.index - b.index,
    );
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
