import { compareText } from '../../../core/compareText.js';
import { NO_DAY } from '../../../core/parseDay.js';
import { fail } from '../../fail.js';
import type { RunResult, Statement, Transaction } from '../../schema.js';
import { computePart } from '../batch/rowFates.js';
import type { ComputedRun } from '../executeRun.js';
import type { Earnings, Lines } from '../lines.js';
import { addCreditedPayees } from './creditedPayees.js';
import { FrameGuard } from './frameGuard.js';
import type { Run } from '../run.js';
import { PayeeRows } from './payeeRows.js';
import { PlainChanges } from './plainChanges.js';
import { RunBook } from './runBook.js';
import { RowStore } from './rowStore.js';
import { firstDayOf, type StatementKey, StatementReach } from './statementReach.js';

/** A change of one row: what leaves its place, and what comes to which. */
interface PlaceChange {
  readonly cleared: readonly number[];
  readonly put: { readonly place: number; readonly row: Transaction } | null;
}

/** Where the rows of a run come from. */
export interface LiveSource {
  /** The rows as transactions. */
  readonly rows: () => readonly Transaction[];
  /** Whether the run was computed from these; one of columns is computed again as a whole when it first changes. */
  readonly isOfRows: boolean;
  readonly compute: (rows: readonly Transaction[]) => ComputedRun;
}

/**
 * A run whose rows may change. A change computes nothing: it says which statements it can reach. These are made when they
 * are read, from the rows of their payees alone; only where all rows together decide otherwise than before, such as about
 * the arithmetic, is the run computed as a whole.
 */
export class LiveRun implements Run {
  private store: RowStore | null = null;
  private guard: FrameGuard | null = null;
  private book: RunBook | null = null;
  private payeeRows: PayeeRows | null = null;
  private reach: StatementReach | null = null;
  /** Whether the base is the run as a whole, but for the rows that changed. */
  private isBased = true;
  /** By payee, rows that changed since the base. */
  private readonly changed = new Map<number, Set<number>>();
  private readonly stalePayees = new Set<number>();
  private readonly stalePlaces = new Set<number>();
  /** Statements of stale payees that were read before all were asked for. */
  private readonly read = new Map<number, readonly Statement[]>();

  /** `undefined` until a row changes, `null` where statements depend on more than plain rows. */
  private plain: PlainChanges | null | undefined;
  /** Plain changes that are in no set yet: payee and place in turn. */
  private late: number[] = [];

  private isOfRows: boolean;

  /** @param base the run over the rows as they are */
  constructor(
    private base: ComputedRun,
    private readonly source: LiveSource,
  ) {
    this.isOfRows = source.isOfRows;
  }

  get result(): RunResult {
    if (this.isBased && this.isChanged && this.enter().isBounded) return this.enter().result();
    return this.whole().result;
  }

  get lines(): Lines {
    return this.whole().lines;
  }

  get earnings(): Earnings {
    return this.whole().earnings;
  }

  /** The run over all rows as they are now. */
  whole(): ComputedRun {
    if (this.isBased && !this.isChanged) return this.base;
    const rows = this.opened().list();
    if (rows.length < this.opened().end) this.store = new RowStore(rows);
    this.base = this.source.compute(rows);
    this.isBased = this.isOfRows = true;
    this.guard = this.book = this.payeeRows = null;
    this.plain = undefined;
    this.late = [];
    this.changed.clear();
    this.stalePayees.clear();
    this.stalePlaces.clear();
    this.read.clear();
    return this.base;
  }

  append(rows: readonly Transaction[]): readonly StatementKey[] {
    const [only] = rows;
    const known = rows.length === 1 ? this.appendPlain(only!) : null;
    if (known !== null) return known;
    const keys = new Set<StatementKey>();
    for (const row of rows) this.change({ cleared: [], put: { place: this.opened().end, row } }, keys);
    return sortedKeys(keys);
  }

  replace(id: string, row: Transaction): readonly StatementKey[] {
    const cleared = this.placesOf(id);
    const keys = new Set<StatementKey>();
    this.change({ cleared, put: { place: Math.min(...cleared), row } }, keys);
    return sortedKeys(keys);
  }

  remove(id: string): readonly StatementKey[] {
    const keys = new Set<StatementKey>();
    this.change({ cleared: this.placesOf(id), put: null }, keys);
    return sortedKeys(keys);
  }

  statementsOf(payeeId: string): readonly Statement[] {
    const payee = this.base.setup.payees.get(payeeId);
    if (payee === undefined) return fail('run.payee', ['payeeId'], { payeeId });
    if (!this.isBased) this.whole();
    const plain = this.plain?.statementsOf(payee) ?? null;
    if (plain !== null) return plain;
    this.enterLate();
    if (this.book !== null && !this.stalePayees.has(payee)) return this.book.statementsOf(payeeId);
    let statements = this.read.get(payee);
    if (statements === undefined) {
      const { setup, options, rowFrame } = this.base;
      const store = this.opened();
      const payees = new Set([payee]);
      const rows = this.placesFor(payees).map((place) => store.at(place));
      statements = computePart(setup, options, rows, { frame: rowFrame, payees }).result.statements;
      this.read.set(payee, statements);
    }
    return statements;
  }

  private get isChanged(): boolean {
    return this.late.length > 0 || this.changed.size > 0 || this.stalePlaces.size > 0 || this.book !== null;
  }

  private opened(): RowStore {
    return (this.store ??= new RowStore(this.source.rows()));
  }

  /** Adds a row that changes sums alone; `null` where it is none. */
  private appendPlain(row: Transaction): readonly StatementKey[] | null {
    const store = this.opened();
    const read = this.openPlain()?.append(row, store.families) ?? null;
    if (read === null) return null;
    const { id, payee, day } = read;
    this.late.push(payee, store.end);
    store.push(id, row);
    this.reach ??= new StatementReach(this.base.setup, this.base.options);
    return this.reach.keysFrom(payee, day);
  }

  private openPlain(): PlainChanges | null {
    if (!this.isBased || !this.isOfRows) return null;
    if (this.plain === undefined) this.plain = PlainChanges.of(this.base);
    return this.plain;
  }

  private placesOf(id: string): readonly number[] {
    const places = this.opened().families.places(id);
    return places.length === 0 ? fail('transaction.unknown', ['id'], { transactionId: id }) : places;
  }

  private change({ cleared, put }: PlaceChange, keys: Set<StatementKey>): void {
    this.enterLate();
    const store = this.opened();
    const { families } = store;
    const around = families.closure([...cleared, ...(put === null ? [] : families.around(put.row))]);
    const before = Array.from(around, (place) => store.at(place));
    const removed = cleared.map((place) => store.at(place));
    for (const place of cleared) {
      store.clear(place);
      if (place !== put?.place) store.leave(place);
    }
    if (put !== null) store.set(put.place, put.row);
    const left = [...around].filter((place) => store.has(place));
    const family = families.closure(put === null ? left : [...left, put.place]);
    const after = Array.from(family, (place) => store.at(place));

    const { setup, options } = this.base;
    const payees = new Set<number>();
    addCreditedPayees(payees, before, setup, options, this.base.rowFrame);
    addCreditedPayees(payees, after, setup, options, this.base.rowFrame);
    this.addKeys(keys, payees, [...before, ...after]);
    if (this.isBased) {
      this.guard ??= new FrameGuard(this.base);
      this.isBased = this.isOfRows && this.guard.keeps({ before, removed, added: put === null ? [] : [put.row] });
    }
    if (!this.isBased) return;
    const isAlone = cleared.length < 2 && around.size === cleared.length && family.size === (put === null ? 0 : 1);
    this.openPlain()?.take({ removed, put: put?.row ?? null, isAlone, payees });
    for (const place of [...cleared, ...family]) this.stalePlaces.add(place);
    for (const payee of payees) this.markStale(payee, family);
  }

  private markStale(payee: number, places: Iterable<number>): void {
    this.stalePayees.add(payee);
    this.read.delete(payee);
    const known = this.changed.get(payee);
    if (known === undefined) this.changed.set(payee, new Set(places));
    else for (const place of places) known.add(place);
  }

  /** Marks what plain changes have reached. */
  private enterLate(): void {
    const { late } = this;
    if (late.length === 0) return;
    this.late = [];
    for (let at = 0; at < late.length; at += 2) {
      this.stalePlaces.add(late[at + 1]!);
      this.markStale(late[at]!, [late[at + 1]!]);
    }
  }

  private addKeys(keys: Set<StatementKey>, payees: ReadonlySet<number>, rows: readonly unknown[]): void {
    this.reach ??= new StatementReach(this.base.setup, this.base.options);
    const day = rows
      .map(firstDayOf)
      .reduce((first, each) => (first === NO_DAY || (each !== NO_DAY && each < first) ? each : first), NO_DAY);
    if (day === NO_DAY) return;
    for (const payee of payees) this.reach.addKeys(keys, payee, day);
  }

  /** Enters what changed since it was last asked for. */
  private enter(): RunBook {
    this.enterLate();
    this.book ??= new RunBook(this.base, this.opened());
    if (this.stalePlaces.size > 0) {
      this.book.enter(this.stalePayees, this.placesFor(this.stalePayees, this.stalePlaces), this.stalePlaces);
      this.stalePayees.clear();
      this.stalePlaces.clear();
      this.read.clear();
    }
    return this.book;
  }

  /** Rows that concern payees, ascending, and some others. */
  private placesFor(payees: ReadonlySet<number>, others: Iterable<number> = []): number[] {
    const store = this.opened();
    this.payeeRows ??= new PayeeRows(this.base);
    const places = new Set<number>();
    const changed = new Set(others);
    for (const payee of payees) {
      this.payeeRows.addTo(places, payee);
      for (const place of this.changed.get(payee) ?? []) changed.add(place);
    }
    const left = [...changed].filter((place) => store.has(place));
    for (const place of store.families.closure(left)) places.add(place);
    return [...places].filter((place) => store.has(place)).sort((a, b) => a - b);
  }
}

function sortedKeys(keys: ReadonlySet<StatementKey>): readonly StatementKey[] {
  return [...keys].sort(
    (a, b) => compareText(a.payeeId, b.payeeId) || compareText(a.planId, b.planId) || compareText(a.period, b.period),
  );
}
