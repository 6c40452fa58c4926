import type { ComputedRun } from '../executeRun.js';

/** The rows of a computed run by payee: those that credit the payee, with the rows that they take back or that take them back. */
export class PayeeRows {
  private readonly start: Int32Array;
  private readonly rows: Int32Array;
  private readonly reversing = new Map<number, number[]>();

  constructor(private readonly run: ComputedRun) {
    const { credits, payees } = run.parts.table;
    const { n, row, payee } = credits;
    const start = new Int32Array(payees.length + 1);
    for (let credit = 0; credit < n; credit += 1) if (payee[credit]! >= 0) start[payee[credit]! + 1]! += 1;
    for (let at = 0; at < payees.length; at += 1) start[at + 1]! += start[at]!;
    const next = start.slice();
    const rows = new Int32Array(start[payees.length]!);
    for (let credit = 0; credit < n; credit += 1) {
      const own = payee[credit]!;
      if (own >= 0) rows[next[own]!++] = row[credit]!;
    }
    this.start = start;
    this.rows = rows;
    run.rows.reverses?.forEach((original, reversal) => {
      if (original < 0) return;
      const known = this.reversing.get(original);
      if (known === undefined) this.reversing.set(original, [reversal]);
      else known.push(reversal);
    });
  }

  /** Adds the rows of a payee. */
  addTo(places: Set<number>, payee: number): void {
    const { reverses } = this.run.rows;
    for (const row of this.rows.subarray(this.start[payee], this.start[payee + 1])) {
      places.add(row);
      if (reverses === null) continue;
      const original = reverses[row]! < 0 ? row : reverses[row]!;
      places.add(original);
      for (const each of this.reversing.get(original) ?? []) places.add(each);
    }
  }
}
