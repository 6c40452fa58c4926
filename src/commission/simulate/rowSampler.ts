import { compareText } from '../../core/compareText.js';
import { seededRandom } from '../../core/random.js';
import type { RunInput, Transaction } from '../schema.js';

/** A deal with everything that is said of it: its row, the same row sent again, and the rows that reverse it. */
interface Deal {
  readonly id: string;
  readonly date: string;
  readonly rows: readonly Transaction[];
}

/**
 * Draws rows again: each owner, or team of owners, has as many deals as before, taken from their own of the run's days
 * with replacement. Reversals go with what they reverse; rows of other days stay. Draw k is the same whatever the order
 * of the rows.
 */
export function rowSampler(
  { transactions, periods }: RunInput,
  seed: number,
): (draw: number) => readonly Transaction[] {
  const ids = new Set(transactions.map(({ id }) => id));
  const isDrawn = ({ date }: Transaction): boolean => periods.from <= date && date < periods.to;
  const deals = dealsOf(transactions);
  const kept = deals.filter(({ rows: [row] }) => !isDrawn(row!)).flatMap(({ rows }) => rows);
  const byOwner = new Map<string, Deal[]>();
  for (const deal of deals) {
    if (!isDrawn(deal.rows[0]!)) continue;
    const owner = ownerOf(deal.rows[0]!);
    const known = byOwner.get(owner);
    if (known === undefined) byOwner.set(owner, [deal]);
    else known.push(deal);
  }
  const owners = [...byOwner].sort(([a], [b]) => compareText(a, b)).map(([, own]) => own);
  for (const own of owners) own.sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id));

  return (draw) => {
    const random = seededRandom(seed, draw);
    const rows = [...kept];
    for (const own of owners) {
      const times = own.map(() => 0);
      for (let pick = 0; pick < own.length; pick++) {
        const at = random.below(own.length);
        times[at]! += 1;
      }
      own.forEach((deal, at) => {
        for (let copy = 1; copy <= times[at]!; copy++) rows.push(...copyOf(deal, copy, ids));
      });
    }
    return rows;
  };
}

function dealsOf(transactions: readonly Transaction[]): readonly Deal[] {
  const ids = new Set(transactions.map(({ id }) => id));
  const byId = new Map<string, Transaction[]>();
  const add = (id: string, row: Transaction): void => {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [row]);
    else known.push(row);
  };
  const isReversal = ({ id, reverses }: Transaction): boolean =>
    reverses !== undefined && reverses !== id && ids.has(reverses);
  for (const row of transactions) if (!isReversal(row)) add(row.id, row);
  for (const row of transactions) if (isReversal(row)) add(row.reverses!, row);
  return [...byId].map(([id, rows]) => ({ id, date: rows[0]!.date, rows }));
}

function ownerOf({ payeeId, splits }: Transaction): string {
  return JSON.stringify(payeeId ?? (splits ?? []).map((split) => split.payeeId).toSorted(compareText));
}

/** The second copy of a deal and later ones have ids that no row has. */
function copyOf({ rows }: Deal, copy: number, ids: ReadonlySet<string>): readonly Transaction[] {
  if (copy === 1) return rows;
  const renamed = (id: string): string => {
    let name = `${id}#${copy}`;
    while (ids.has(name)) name += '#';
    return name;
  };
  return rows.map((row) => ({
    ...row,
    id: renamed(row.id),
    ...(row.reverses !== undefined && { reverses: renamed(row.reverses) }),
  }));
}
