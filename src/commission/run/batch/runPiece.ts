import { compareText } from '../../../core/compareText.js';
import type { Finding } from '../../../core/errors.js';
import { moneyTotals } from '../../statement/runTotals.js';
import type { LedgerEntry, Line, RejectedRow, RunResult, Statement } from '../../schema.js';
import { mergeRejected } from '../rowAccount.js';
import { RunFindings } from '../runFindings.js';

/** How many rows ended in which way, those with an entry among the rejected not counted. */
export interface RowCounts {
  readonly credited: number;
  readonly duplicates: number;
  readonly outside: number;
}

/** The results of some of the payees of a run, and what became of some of its rows. */
export interface RunPiece {
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerEntry[];
  readonly lines?: readonly Line[];
  readonly findings: readonly Finding[];
  /** By component, in the order of plans: rows of which it could not tell whether it counts them. */
  readonly undecided: readonly { readonly componentId: string; readonly rows: number }[];
  readonly rejected: readonly RejectedRow[];
  readonly counts: RowCounts;
  /** Rows that this piece counts as credited and another one may reject. */
  readonly shared: readonly number[];
}

/** What all pieces of a run have in common. */
export interface RunHead {
  readonly kernel: RunResult['kernel'];
  readonly order?: 'given';
}

/** Puts the result of a run together from pieces that have every payee and every row once. */
export function assembleRun({ kernel, order }: RunHead, pieces: readonly RunPiece[]): RunResult {
  const statements = byPayee(pieces.map((piece) => piece.statements));
  const rejected = mergeRejected(pieces.flatMap((piece) => piece.rejected));
  const rejectedRows = new Set(rejected.map(({ index }) => index));
  const sum = (count: (piece: RunPiece) => number): number => pieces.reduce((total, piece) => total + count(piece), 0);
  const credited = sum(
    ({ counts, shared }) => counts.credited - shared.filter((index) => rejectedRows.has(index)).length,
  );
  const duplicates = sum(({ counts }) => counts.duplicates);
  const outside = sum(({ counts }) => counts.outside);
  const findings = new RunFindings();
  for (const { code, params, severity } of pieces.flatMap((piece) => piece.findings)) {
    findings.add(code, params, severity);
  }
  const [first] = pieces;
  findings.addUndecided(
    (first?.undecided ?? []).map(({ componentId }, at) => ({
      componentId,
      rows: sum(({ undecided }) => undecided[at]!.rows),
    })),
  );
  return {
    kernel,
    statements,
    ledger: byPayee(pieces.map((piece) => piece.ledger)),
    rejected,
    findings: findings.list(),
    totals: {
      rows: credited + rejectedRows.size + duplicates + outside,
      credited,
      rejected: rejectedRows.size,
      duplicates,
      outside,
      ...moneyTotals(statements),
    },
    ...(order === undefined ? {} : { order }),
    ...(first?.lines === undefined ? {} : { lines: byPayee(pieces.map((piece) => piece.lines ?? [])) }),
  };
}

/** All entries by payee; those of a payee stand in one list and keep their order. */
function byPayee<Entry extends { readonly payeeId: string }>(lists: readonly (readonly Entry[])[]): Entry[] {
  return lists.flat().sort((a, b) => compareText(a.payeeId, b.payeeId));
}
