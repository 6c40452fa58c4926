import { parseScaled } from '../../../core/fixed/parseScaled.js';
import { NO_DAY, parseDay } from '../../../core/parseDay.js';

/** What a plain row comes to. A reader returns the same one each time, so that reading makes no object. */
export interface PlainRow {
  id: string;
  payee: number;
  day: number;
  /** In units of the run's scale. */
  amount: number;
}

/** What a run takes plain rows by. */
export interface PlainFrame {
  readonly payees: ReadonlyMap<string, number>;
  readonly currency: string;
  readonly scale: number;
}

const FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set(['id', 'date', 'amount', 'currency', 'payeeId']);

/**
 * A reader of rows that have the five fields a row must have, each of them right, and no other; `null` for another one.
 * What it takes, a reader of whole runs takes too.
 */
export function plainRowReader({ payees, currency, scale }: PlainFrame): (row: unknown) => PlainRow | null {
  const read: PlainRow = { id: '', payee: -1, day: NO_DAY, amount: 0 };
  return (row) => {
    if (typeof row !== 'object' || row === null) return null;
    for (const field in row) if (!FIELDS.has(field)) return null;
    const { id, date, amount, payeeId, currency: code } = row as Readonly<Partial<Record<string, unknown>>>;
    if (typeof id !== 'string' || id === '' || code !== currency) return null;
    if (typeof date !== 'string' || typeof amount !== 'string' || typeof payeeId !== 'string') return null;
    const payee = payees.get(payeeId);
    const day = parseDay(date);
    const value = parseScaled(amount, scale);
    if (payee === undefined || day === NO_DAY || value !== value) return null;
    read.id = id;
    read.payee = payee;
    read.day = day;
    read.amount = value;
    return read;
  };
}
