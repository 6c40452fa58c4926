import { parseScaled } from '../../core/fixed/parseScaled.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { Transaction } from '../schema/transaction.js';
import { CurrencyCodes } from './read/currencyCodes.js';
import { dayRange } from './read/dayRange.js';
import { DecimalCells } from './read/decimalCells.js';
import { FurtherFields } from './read/furtherFields.js';
import { idRanks } from '../../core/fixed/idRanks.js';
import { objectField } from './read/objectField.js';
import type { ReadContext, ReadRows } from './read/readContext.js';
import type { RowFault } from './read/rowFault.js';
import { RowIds } from './read/rowIds.js';
import { RowVerdicts } from './read/rowVerdicts.js';
import { sameContent } from './read/sameContent.js';
import { settleRows } from './read/settleRows.js';
import { TextIndex } from './read/textIndex.js';
import { transactionCheck } from './read/transactionCheck.js';
import { type Rows, rowState } from './rows.js';

/** Stands for a payee that nobody knows. */
const NOBODY = -2;

/**
 * Reads transactions into columns: every field is checked as the schema does, and what rows must be to each other.
 *
 * One pass reads each row's fields in the order it has them, whatever that is: naming them would be dear where rows
 * come in many shapes. It only says which rows are sound; why another one is refused is found out once it is.
 */
export function readObjects(transactions: readonly Transaction[], context: ReadContext): ReadRows {
  const n = transactions.length;
  const payees = n > context.payees.size ? new TextIndex(context.payees) : context.payees;
  const check = transactionCheck(payees, context.currencies);
  const day = new Int32Array(n);
  const payee = new Int32Array(n);
  const amounts = new DecimalCells(n, finestExponent(context));
  const { values } = amounts;
  const currencies = new CurrencyCodes(n, context.currencies);
  const ids = new RowIds(n, (row) => idOf(transactions[row]));
  const further = new FurtherFields(check.further);
  const faulty: number[] = [];

  let ordered = true;
  let lastDay = NO_DAY;
  let lastId = '';
  let lastDate: unknown;
  let on = NO_DAY;
  let lastCurrency: unknown;
  let place = -1;
  let home = -1;
  for (let row = 0; row < n; row++) {
    const transaction: unknown = transactions[row];
    let id: unknown;
    let date: unknown;
    let amount: unknown;
    let currency: unknown;
    let payeeId: unknown;
    let sound = true;
    let plain = true;
    if (typeof transaction === 'object') {
      for (const field in transaction) {
        const value: unknown = (transaction as Record<string, unknown>)[field];
        switch (field) {
          case 'id':
            id = value;
            break;
          case 'date':
            date = value;
            break;
          case 'amount':
            amount = value;
            break;
          case 'currency':
            currency = value;
            break;
          case 'payeeId':
            // A field that is there must have a value.
            payeeId = value ?? null;
            break;
          default:
            if (plain) further.begin();
            plain = false;
            sound = sound && further.read(field, value);
        }
      }
    }
    const name = typeof id === 'string' && id !== '' ? id : undefined;
    ids.add(row, name);
    // In rows by day a date mostly comes again; in others the compare is in vain.
    if (!ordered || date !== lastDate) on = typeof date === 'string' ? parseDay(date) : NO_DAY;
    lastDate = date;
    const who = payeeId === undefined ? -1 : typeof payeeId === 'string' ? (payees.get(payeeId) ?? NOBODY) : NOBODY;
    if (currency !== lastCurrency) place = currencies.place(currency);
    lastCurrency = currency;
    if (
      !(sound && on !== NO_DAY && place >= 0 && typeof amount === 'string') ||
      name === undefined ||
      who === NOBODY ||
      who >= 0 === (!plain && further.hasSplits)
    ) {
      faulty.push(row);
      continue;
    }
    const value = parseScaled(amount, amounts.scale);
    if (value === value) {
      values[row] = value;
    } else if (!amounts.setLate(row, amount)) {
      faulty.push(row);
      continue;
    }
    if (ordered && on <= lastDay && (on < lastDay || (!ids.ascending && name < lastId))) ordered = false;
    lastDay = on;
    lastId = name;
    day[row] = on;
    payee[row] = who;
    if (place !== home) home = currencies.set(row, place);
    if (!plain) further.keep(row);
  }
  // A row that says no day stands on the day before it, so that the spread of days tells something.
  for (const row of faulty) day[row] = row === 0 ? Math.max(lastDay, 0) : day[row - 1]!;

  const unread = new Set(faulty);
  const amount = amounts.finish((row) => (unread.has(row) ? null : transactions[row]!.amount));
  const currency = currencies.finish();
  const collections = further.collections.finish(n);
  const field: Rows['field'] = (name) => objectField(transactions, name);
  const reversing = [...further.reversing, ...reversingOf(transactions, faulty)];
  const originals = ids.find(new Set(reversing.map(({ name }) => name)));
  const verdicts = new RowVerdicts(n, (row) => idOf(transactions[row]));
  const { reverses, from } = settleRows(
    {
      n,
      day,
      days: dayRange(day),
      amount,
      currency,
      faulty,
      faults: (row) => {
        const faults: RowFault[] = [];
        check.row(transactions[row], faults);
        return faults;
      },
      repeated: ids.repeated(),
      same: (a, b) => sameContent(transactions[a], transactions[b]),
      reversals: reversing.map(({ row, name }) => ({ row, original: originals.get(name) ?? -1, name })),
      compareIds: (a, b) => (transactions[a]!.id < transactions[b]!.id ? -1 : 1),
      fields: { field, collections },
    },
    verdicts,
    context,
  );
  verdicts.mask(payee, amount.values);
  let seq: Int32Array | null = null;
  const rows: Rows = {
    n,
    state: verdicts.state,
    day,
    amount,
    amountText: (row) => shortText(transactions[row]!.amount) ?? scaledText(amount.values[row]!, amount.scale),
    amountBound: amount.values instanceof Float64Array ? sumAbs(amount.values) : NaN,
    slotSums: null,
    currency,
    payee,
    get seq() {
      if (!ids.ascending) seq ??= idRanks(transactions.map((transaction) => idOf(transaction) ?? ''));
      return seq;
    },
    ordered,
    splits: further.splits.finish(n, payees),
    reverses,
    collections,
    id: (row) => transactions[row]!.id,
    field,
  };
  return {
    rows,
    from,
    rejected: verdicts.rejected(),
    duplicates: verdicts.count(rowState.duplicate),
    outside: verdicts.count(rowState.outside),
  };
}

/** The most decimals that a minor unit of the plans' currencies has, or that rows of the whole run have. */
function finestExponent({ currencies, planCurrencies, scale = 0 }: ReadContext): number {
  return Math.max(scale, ...planCurrencies.map((code) => currencies[code]?.exponent ?? 0));
}

/** The text of a decimal itself, where it has no zeros at the end of its decimals. */
function shortText(amount: string): string | null {
  return amount.charCodeAt(amount.length - 1) !== 48 || !amount.includes('.') ? amount : null;
}

/** Rows that name a row they take back, out of rows that may be wrong in any way. */
function reversingOf(transactions: readonly unknown[], rows: readonly number[]): { row: number; name: string }[] {
  return rows.flatMap((row) => {
    const name = (transactions[row] as { readonly reverses?: unknown } | null | undefined)?.reverses;
    return typeof name === 'string' ? [{ row, name }] : [];
  });
}

function idOf(transaction: unknown): string | undefined {
  const id = (transaction as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
