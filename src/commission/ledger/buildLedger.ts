import type { Adjustment, LedgerEntry, Statement } from '../schema.js';
import type { StatementSource } from '../statement/buildStatements.js';
export function buildLedger(
  _s: readonly Statement[],
  _b: readonly StatementSource[],
  _a: readonly Adjustment[],
): LedgerEntry[] {
  return [];
}
