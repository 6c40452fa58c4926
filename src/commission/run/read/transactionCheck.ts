import type { CurrencyTable } from '../../../core/currency.js';
import { NO_DAY, parseDay } from '../../../core/parseDay.js';
import type { Collection, Split, Transaction } from '../../schema/transaction.js';
import { type Check, leaf, listOf, mapOf, strictObject } from './check.js';
import { isDecimal } from './isDecimal.js';

/** A value where an entity is expected: any field may be missing or of any type. */
export type Foreign<T> = { readonly [Field in keyof T]?: unknown };

/** The index of a payee by id. */
export interface PayeeLookup {
  get(payeeId: string): number | undefined;
}

/**
 * The check of a row by itself. It refuses what the schema of transactions refuses, and beyond that unknown payees and
 * currencies, rows without an owner or with two, negative shares and negative collections.
 */
export interface TransactionCheck {
  readonly row: Check;
  /** By field, the checks of what most rows do not have: all but id, date, amount, currency and payeeId. */
  readonly further: ReadonlyMap<string, Check>;
}

const text = /* @__PURE__ */ leaf('row.fieldInvalid', 'text', isText);
const name = /* @__PURE__ */ leaf('row.fieldInvalid', 'text', (value) => isText(value) && value !== '');
const decimal = /* @__PURE__ */ leaf('row.fieldInvalid', 'decimal', isDecimalText);
const amount = /* @__PURE__ */ leaf('row.amountInvalid', 'decimal', isDecimalText);
const date = /* @__PURE__ */ leaf('row.dateInvalid', 'date', isDate);
const attribute = /* @__PURE__ */ leaf(
  'row.fieldInvalid',
  'text, boolean',
  (value) => isText(value) || typeof value === 'boolean',
);
const share: Check = (value, faults) => {
  if (isDecimalText(value) && isNegative(value))
    faults.push({ code: 'row.shareNegative', path: [], params: { value } });
  else decimal(value, faults);
};
const collections = /* @__PURE__ */ listOf(
  /* @__PURE__ */ strictObject<Collection>(
    {
      id: text,
      date,
      amount: /* @__PURE__ */ leaf(
        'row.amountInvalid',
        'decimal ≥ 0',
        (value) => isDecimalText(value) && !isNegative(value),
      ),
      kind: /* @__PURE__ */ oneOf<Collection['kind']>('payment', 'refund', 'creditMemo'),
    },
    ['date', 'amount', 'kind'],
  ),
);

export function transactionCheck(payees: PayeeLookup, currencies: CurrencyTable): TransactionCheck {
  const split = strictObject<Split>(
    {
      payeeId: (value, faults) => {
        if (!isText(value) || value === '') name(value, faults);
        else if (payees.get(value) === undefined) {
          faults.push({ code: 'row.payeeUnknown', path: [], params: { payeeId: value }, payeeId: value });
        }
      },
      kind: oneOf<Split['kind']>('revenue', 'overlay'),
      share,
      payoutShare: share,
      dealRole: text,
    },
    ['payeeId', 'kind', 'share'],
  );
  const further = {
    splits: listOf(split),
    cost: decimal,
    units: decimal,
    mrr: decimal,
    termMonths: decimal,
    measures: mapOf(decimal),
    attributes: mapOf(attribute),
    dates: mapOf(date),
    collections,
    reverses: text,
    reason: text,
  };
  const fields = strictObject<Transaction>(
    {
      ...further,
      id: name,
      date,
      amount,
      currency: leaf('row.currencyUnknown', 'currency', (value) => isText(value) && Object.hasOwn(currencies, value)),
      payeeId: (value, faults) => {
        if (!isText(value)) text(value, faults);
        else if (payees.get(value) === undefined)
          faults.push({ code: 'row.payeeUnknown', path: [], params: { payeeId: value } });
      },
    },
    ['id', 'date', 'amount', 'currency'],
  );
  return {
    row: (row, faults) => {
      fields(row, faults);
      if (typeof row !== 'object' || row === null || Array.isArray(row)) return;
      const { payeeId, splits } = row as Foreign<Transaction>;
      const shared = Array.isArray(splits) ? splits.length > 0 : splits !== undefined;
      if (payeeId !== undefined && shared) faults.push({ code: 'row.twoOwners', path: [], params: {} });
      if (payeeId === undefined && !shared) faults.push({ code: 'row.noOwner', path: [], params: {} });
    },
    further: new Map(Object.entries<Check>(further)),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDecimalText(value: unknown): value is string {
  return typeof value === 'string' && isDecimal(value);
}

function isNegative(value: string): boolean {
  return value.charCodeAt(0) === 45;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && parseDay(value) !== NO_DAY;
}

function oneOf<Word extends string>(...words: readonly Word[]): Check {
  const known: ReadonlySet<unknown> = new Set(words);
  return leaf('row.fieldInvalid', words.join(', '), (value) => known.has(value));
}
