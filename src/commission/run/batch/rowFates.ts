import type { RejectedRow, Transaction } from '../../schema.js';
import { type ComputedRun, executeRun } from '../executeRun.js';
import { readObjects } from '../readObjects.js';
import type { PartOfRun } from '../rowFrame.js';
import { rowState } from '../rows.js';
import type { RunOptions } from '../runOptions.js';
import type { RunSetup } from '../runSetup.js';

/** How a row ended. */
export type RowFate = 'credited' | 'rejected' | 'duplicate' | 'outside';

/** Computes some payees of a run over the rows that concern them. */
export function computePart(
  setup: RunSetup,
  options: RunOptions,
  rows: readonly Transaction[],
  part: PartOfRun,
): ComputedRun {
  return executeRun(setup, options, (context) => readObjects(rows, context), part);
}

/** How each row of a run ended; asked after the statements are made, which may still reject one. */
export function rowFates(run: ComputedRun): { of(row: number): RowFate; entries(row: number): readonly RejectedRow[] } {
  const entries = new Map<number, RejectedRow[]>();
  for (const entry of run.result.rejected) {
    const known = entries.get(entry.index);
    if (known === undefined) entries.set(entry.index, [entry]);
    else known.push(entry);
  }
  const { state } = run.rows;
  return {
    entries: (row) => entries.get(row) ?? [],
    of: (row) => {
      if (entries.has(row)) return 'rejected';
      if (state !== null && state[row] === rowState.duplicate) return 'duplicate';
      return run.parts.account.isCredited(row) ? 'credited' : 'outside';
    },
  };
}
