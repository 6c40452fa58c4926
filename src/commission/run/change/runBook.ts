import type { Finding } from '../../../core/errors.js';
import { assembleRun, type RunPiece } from '../batch/runPiece.js';
import { computePart, type RowFate, rowFates } from '../batch/rowFates.js';
import type { ComputedRun } from '../executeRun.js';
import type { LedgerEntry, Line, RejectedRow, RunResult, Statement } from '../../schema.js';
import type { RowStore } from './rowStore.js';

/** What a run says of one payee. */
interface PayeeEntries {
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerEntry[];
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
}

/**
 * The results of a run by payee, and what became of each row: the payees and rows that a change touches are computed again
 * and entered, the others stay as they are.
 */
export class RunBook {
  private readonly payees = new Map<string, PayeeEntries>();
  private readonly general: readonly Finding[];
  private readonly undecided: readonly { readonly componentId: string; readonly rows: Set<number> }[];
  /** Rows that were entered again; `null` where one is gone. */
  private readonly fates = new Map<number, RowFate | null>();
  private readonly rejected = new Map<number, readonly RejectedRow[]>();
  private readonly baseFate: (place: number) => RowFate;
  private readonly counts: Record<RowFate, number>;
  /** Magnitudes of the accepted amounts of rows that were entered again. */
  private readonly sizes = new Map<number, number>();
  private bound: number;
  private made: RunResult | null = null;

  constructor(
    private readonly base: ComputedRun,
    private readonly store: RowStore,
  ) {
    const { result } = base;
    for (const [payeeId, entries] of byPayee(result)) this.payees.set(payeeId, entries);
    this.general = result.findings.filter(({ code, params }) => code !== 'where.unknown' && !('payeeId' in params));
    this.undecided = base.findings.undecided.map(({ componentId, rows }) => ({ componentId, rows: new Set(rows) }));
    const fates = rowFates(base);
    this.baseFate = (place) => fates.of(place);
    for (const entry of result.rejected) this.rejected.set(entry.index, fates.entries(entry.index));
    const { credited, rejected, duplicates, outside } = result.totals;
    this.counts = { credited, rejected, duplicate: duplicates, outside };
    this.bound = base.rows.amountBound;
  }

  statementsOf(payeeId: string): readonly Statement[] {
    return this.payees.get(payeeId)?.statements ?? [];
  }

  /**
   * Computes payees again and enters what becomes of rows.
   *
   * @param payees positions of the payees
   * @param places rows that concern them, ascending
   * @param changed rows whose fate may be another one, with those that are gone
   */
  enter(payees: ReadonlySet<number>, places: readonly number[], changed: ReadonlySet<number>): void {
    const { base, store } = this;
    const { setup } = base;
    const part = computePart(
      setup,
      base.options,
      places.map((place) => store.at(place)),
      { frame: base.rowFrame, payees },
    );
    const entries = byPayee(part.result);
    for (const payee of payees) {
      const { id } = setup.definition.payees[payee]!;
      this.payees.set(id, entries.get(id) ?? NOTHING);
    }
    const rowOf = new Map(places.map((place, row) => [place, row]));
    const fates = rowFates(part);
    for (const place of changed) {
      const row = rowOf.get(place);
      this.settle(place, row === undefined ? null : fates.of(row));
      const own = row === undefined ? [] : fates.entries(row);
      if (own.length === 0) this.rejected.delete(place);
      else this.rejected.set(place, own);
      this.undecided.forEach(({ rows }, component) => {
        if (row !== undefined && part.findings.undecided[component]!.rows.has(row)) rows.add(place);
        else rows.delete(place);
      });
      this.resize(place, row === undefined ? 0 : sizeOf(part, row));
    }
    this.made = null;
  }

  /** Whether the sum of all amounts is still known exactly. */
  get isBounded(): boolean {
    return !(this.bound > Number.MAX_SAFE_INTEGER);
  }

  result(): RunResult {
    return (this.made ??= this.assemble());
  }

  private assemble(): RunResult {
    const { base, store } = this;
    const { order, detail } = base.options;
    const all = [...this.payees.values()];
    const piece: RunPiece = {
      statements: all.flatMap(({ statements }) => statements),
      ledger: all.flatMap(({ ledger }) => ledger),
      ...(detail === 'lines' ? { lines: all.flatMap(({ lines }) => lines) } : {}),
      findings: [...this.general, ...all.flatMap(({ findings }) => findings)],
      undecided: this.undecided.map(({ componentId, rows }) => ({ componentId, rows: rows.size })),
      rejected: [...this.rejected].flatMap(([place, entries]) =>
        entries.map((entry) => ({ ...entry, index: store.index(place) })),
      ),
      counts: {
        credited: this.counts.credited,
        duplicates: this.counts.duplicate,
        outside: this.counts.outside,
      },
      shared: [],
    };
    return assembleRun({ kernel: base.parts.kernelFor(this.bound), ...(order === 'given' ? { order } : {}) }, [piece]);
  }

  private settle(place: number, fate: RowFate | null): void {
    let known = this.fates.get(place);
    if (known === undefined) known = place < this.base.rows.n ? this.baseFate(place) : null;
    if (known !== null) this.counts[known] -= 1;
    if (fate !== null) this.counts[fate] += 1;
    this.fates.set(place, fate);
  }

  private resize(place: number, size: number): void {
    const known = this.sizes.get(place) ?? (place < this.base.rows.n ? sizeOf(this.base, place) : 0);
    this.bound += size - known;
    this.sizes.set(place, size);
  }
}

const NOTHING: PayeeEntries = { statements: [], ledger: [], lines: [], findings: [] };

/** The magnitude of a row's amount in units of the columns, 0 where it is not accepted. */
function sizeOf({ rows }: ComputedRun, row: number): number {
  return Math.abs(Number(rows.amount.values[row]!));
}

function byPayee({ statements, ledger, lines = [], findings }: RunResult): Map<string, PayeeEntries> {
  const payees = new Map<string, { [List in keyof PayeeEntries]: PayeeEntries[List][number][] }>();
  const of = (payeeId: string) => {
    let entries = payees.get(payeeId);
    if (entries === undefined) payees.set(payeeId, (entries = { statements: [], ledger: [], lines: [], findings: [] }));
    return entries;
  };
  for (const each of statements) of(each.payeeId).statements.push(each);
  for (const each of ledger) of(each.payeeId).ledger.push(each);
  for (const each of lines) of(each.payeeId).lines.push(each);
  for (const each of findings) {
    const { payeeId } = each.params;
    if (typeof payeeId === 'string') of(payeeId).findings.push(each);
  }
  return payees;
}
