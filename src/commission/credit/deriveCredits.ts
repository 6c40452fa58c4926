import type { Params, Path } from '../../core/errors.js';
import type { PlanGrid } from '../run/grid.js';
import type { RunSetup } from '../run/runSetup.js';
import { rowState, type Rows } from '../run/rows.js';
import type { Credits } from './credits.js';

/** What crediting needs beside the rows. */
export interface CreditContext {
  readonly setup: RunSetup;
  readonly asOf: number;
  readonly grids: readonly PlanGrid[];
}

/** A row that is lost, or lost to one payee. */
export interface CreditFault {
  readonly row: number;
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
  readonly payeeId?: string;
}

/** Derives the credits of all accepted rows, in canonical order within a row. */
export function deriveCredits(
  rows: Rows,
  _context: CreditContext,
): { credits: Credits; rejected: readonly CreditFault[] } {
  const row: number[] = [];
  for (let i = 0; i < rows.n; i += 1) if (rows.state === null || rows.state[i] === rowState.accepted) row.push(i);
  const n = row.length;
  const amounts = row.map((i) => BigInt(rows.amount.values[i]!));
  return {
    credits: {
      n,
      row: Int32Array.from(row),
      payee: Int32Array.from(row, (i) => rows.payee[i]!),
      kind: new Uint8Array(n),
      level: new Uint16Array(n),
      amount: { values: amounts, scale: rows.amount.scale },
      share: null,
      payoutShare: null,
      dealRole: () => undefined,
      explain: () => ({ code: '', params: {}, value: null, from: [] }),
    },
    rejected: [],
  };
}
