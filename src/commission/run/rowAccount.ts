import type { Params, Path } from '../../core/errors.js';
import type { RejectedRow } from '../schema.js';
import { type Rows, rowState } from './rows.js';

/** Whom a fault loses a row to; without either it is lost to all. */
export interface FaultScope {
  readonly payeeId?: string;
  readonly componentId?: string;
}

/** Keeps the account of rows: every row ends as credited, rejected, duplicate or outside, and nothing is lost. */
export class RowAccount {
  private readonly rejected = new Map<string, RejectedRow>();
  private readonly rejectedRows = new Set<number>();
  private creditedRows: Uint8Array | null = null;
  private settle: (() => void) | null = null;

  constructor(
    private readonly rows: Rows,
    rejected: readonly RejectedRow[],
  ) {
    for (const entry of rejected) this.keep(entry);
  }

  reject(row: number, code: string, path: Path, params: Params, scope: FaultScope = {}): void {
    this.keep({ index: row, id: this.rows.id(row), code, path, params, ...scope });
  }

  credit(row: number): void {
    this.creditedRows ??= new Uint8Array(this.rows.n);
    this.creditedRows[row] = 1;
  }

  /** Puts the settling of rows off until somebody reads the account. */
  settleLater(settle: () => void): void {
    this.settle = settle;
  }

  /** Rejected entries by id, then code, then whom they concern. */
  entries(): RejectedRow[] {
    this.settleNow();
    return sorted([...this.rejected.values()]);
  }

  /** Whether a row is counted by somebody, as far as nothing is wrong with it. */
  isCredited(row: number): boolean {
    this.settleNow();
    return this.creditedRows?.[row] === 1;
  }

  totals(): { rows: number; credited: number; rejected: number; duplicates: number; outside: number } {
    this.settleNow();
    const { n, state } = this.rows;
    let credited = 0;
    let duplicates = 0;
    for (let row = 0; row < n; row += 1) {
      if (this.rejectedRows.size > 0 && this.rejectedRows.has(row)) continue;
      if (state !== null && state[row] === rowState.duplicate) duplicates += 1;
      else if (this.creditedRows?.[row] === 1) credited += 1;
    }
    const rejected = this.rejectedRows.size;
    return { rows: n, credited, rejected, duplicates, outside: n - credited - rejected - duplicates };
  }

  private settleNow(): void {
    const { settle } = this;
    this.settle = null;
    settle?.();
  }

  private keep(entry: RejectedRow): void {
    this.rejected.set(keyOf(entry), entry);
    this.rejectedRows.add(entry.index);
  }
}

/** Entries of several accounts, each once, in the order of {@link RowAccount.entries}. */
export function mergeRejected(entries: readonly RejectedRow[]): RejectedRow[] {
  return sorted([...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]);
}

function keyOf({ index, code, payeeId, componentId, path }: RejectedRow): string {
  return JSON.stringify([index, code, payeeId, componentId, path]);
}

function sorted(entries: RejectedRow[]): RejectedRow[] {
  const key = ({ id = '', code, payeeId = '', componentId = '' }: RejectedRow): string[] => [
    id,
    code,
    payeeId,
    componentId,
  ];
  return entries.sort((a, b) => compareKeys(key(a), key(b)) || a.index - b.index);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
