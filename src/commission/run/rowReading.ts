import type { Rejected } from '../../core/errors.js';
import type { Rows } from './rows.js';

/** What readers of rows need to know of a run. */
export interface RowContext {
  /** Position of each payee by id. */
  readonly payees: ReadonlyMap<string, number>;
  /** Last day whose rows are known. */
  readonly asOf: number;
  /** Days `[from, to)` outside of which no row is needed; `null` where other dates than the booking date decide. */
  readonly horizon: { readonly from: number; readonly to: number } | null;
}

/** Rows as they were read. */
export interface RowReading {
  readonly rows: Rows;
  readonly rejected: readonly (Rejected & { readonly payeeId?: string })[];
}
