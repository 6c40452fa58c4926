import { dayNumber } from '../../../src/core/index.js';
import type { Collection, Split, Transaction } from '../../../src/commission/index.js';
import { collectionKinds, splitKinds } from '../../../src/commission/run/rows.js';
import {
  ABSENT_DAY,
  type DecimalColumn,
  type DictionaryColumn,
  type TransactionColumns,
} from '../../../src/commission/run/transactionColumns.js';
import { toScaled } from '../../core/decimalText.arb.js';

const DECIMALS = 3;

/** The same rows by column. Dates must be sound; other wrong values become cells that are as wrong. */
export function toColumns(rows: readonly Transaction[], payees: ReadonlyMap<string, number>): TransactionColumns {
  const codes = [...new Set(rows.map(({ currency }) => currency))];
  const place = (payeeId: string): number => payees.get(payeeId) ?? 99;
  const some = <Field extends keyof Transaction>(field: Field): boolean => rows.some((row) => row[field] !== undefined);
  const amount = decimals(rows.map((row) => row.amount));
  const parts = {
    splits: rows.map(({ splits = [] }) => splits),
    collections: rows.map((row) => row.collections ?? []),
  };
  return {
    n: rows.length,
    payee: Int32Array.from(rows, ({ payeeId }) => (payeeId === undefined ? -1 : place(payeeId))),
    day: Int32Array.from(rows, ({ date }) => dayNumber(date)),
    amount: amount.values,
    scale: DECIMALS,
    currency: { codes, index: Uint8Array.from(rows, ({ currency }) => codes.indexOf(currency)) },
    ids: rows.map(({ id }) => id),
    ...Object.fromEntries(
      (['cost', 'units', 'mrr', 'termMonths'] as const)
        .filter(some)
        .map((field) => [field, decimals(rows.map((row) => row[field]))]),
    ),
    ...(some('reason') ? { reason: words(rows.map(({ reason }) => reason)) } : {}),
    measures: byName(
      rows.map(({ measures }) => measures),
      decimals,
    ),
    attributes: byName(
      rows.map(({ attributes }) => attributes),
      words<string | boolean>,
    ),
    dates: byName(
      rows.map(({ dates }) => dates),
      (dates) => Int32Array.from(dates, (date) => (date === undefined ? ABSENT_DAY : dayNumber(date))),
    ),
    ...(some('reverses')
      ? {
          reverses: Int32Array.from(rows, ({ reverses }) =>
            reverses === undefined
              ? -1
              : (rows.findIndex(({ id }) => id === reverses) + rows.length + 1) % (rows.length + 1),
          ),
        }
      : {}),
    ...(some('splits') ? { splits: splitColumns(parts.splits, place) } : {}),
    ...(some('collections') ? { collections: collectionColumns(parts.collections) } : {}),
  };
}

function splitColumns(rows: readonly (readonly Split[])[], place: (payeeId: string) => number) {
  const splits = rows.flat();
  return {
    offset: offsets(rows),
    payee: Int32Array.from(splits, ({ payeeId }) => place(payeeId)),
    kind: Uint8Array.from(splits, ({ kind }) => splitKinds.indexOf(kind)),
    share: decimals(splits.map(({ share }) => share)),
    payoutShare: decimals(splits.map(({ share, payoutShare = share }) => payoutShare)),
    dealRole: words(splits.map(({ dealRole }) => dealRole)),
  };
}

function collectionColumns(rows: readonly (readonly Collection[])[]) {
  const collections = rows.flat();
  return {
    offset: offsets(rows),
    day: Int32Array.from(collections, ({ date }) => dayNumber(date)),
    amount: decimals(collections.map(({ amount }) => amount)),
    kind: Uint8Array.from(collections, ({ kind }) => collectionKinds.indexOf(kind)),
    id: words(collections.map(({ id }) => id)),
  };
}

function offsets(rows: readonly (readonly unknown[])[]): Int32Array {
  let end = 0;
  return Int32Array.from([0, ...rows.map((parts) => (end += parts.length))]);
}

/** Doubles where all fit, else 64-bit integers. */
function decimals(texts: readonly (string | undefined)[]): DecimalColumn {
  const cells = texts.map((text) => (text === undefined || !/^[-\d]/.test(text) ? NaN : toScaled(text, DECIMALS)));
  const values = cells.every((cell) => Number.isNaN(cell) || Number.isSafeInteger(Number(cell)))
    ? Float64Array.from(cells, Number)
    : BigInt64Array.from(cells, (cell) => (typeof cell === 'bigint' ? cell : 0n));
  return { values, scale: DECIMALS };
}

function words<Value>(values: readonly (Value | undefined)[]): DictionaryColumn<Value> {
  const dictionary = [...new Set(values)].filter((value): value is Value & ({} | null) => value !== undefined);
  return { dictionary, codes: Int32Array.from(values, (value) => (dictionary as unknown[]).indexOf(value)) };
}

function byName<Value, Column>(
  maps: readonly (Readonly<Record<string, Value>> | undefined)[],
  column: (values: readonly (Value | undefined)[]) => Column,
): Record<string, Column> {
  const names = new Set(maps.flatMap((map) => Object.keys(map ?? {})));
  return Object.fromEntries([...names].map((name) => [name, column(maps.map((map) => map?.[name]))]));
}
