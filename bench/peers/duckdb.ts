import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RATES, RATE_TEXTS, type Sale, type Workload, money } from '../workload.js';

/** A database with the sales of a workload in memory: whole minor units and decimals side by side. */
export interface Duck {
  readonly connection: DuckDBConnection;
  close(): void;
}

export async function duckdb(work: Workload): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('create table raw_quota (slot integer, minor bigint, money varchar)');
  await connection.run('create table raw_sale (id integer, slot integer, minor bigint, money varchar)');
  const quotas = await connection.createAppender('raw_quota');
  for (let slot = 0; slot < work.slots; slot++) {
    quotas.appendInteger(slot);
    quotas.appendBigInt(BigInt(work.quota[slot]!));
    quotas.appendVarchar(money(work.quota[slot]!));
    quotas.endRow();
  }
  quotas.closeSync();
  const sales = await connection.createAppender('raw_sale');
  for (let row = 0; row < work.rows; row++) {
    sales.appendInteger(row);
    sales.appendInteger(work.slot[row]!);
    sales.appendBigInt(BigInt(work.amount[row]!));
    sales.appendVarchar(money(work.amount[row]!));
    sales.endRow();
  }
  sales.closeSync();
  await connection.run('create table quota as select slot, minor, money::decimal(18,2) as money from raw_quota');
  await connection.run('create table sale as select id, slot, minor, money::decimal(18,2) as money from raw_sale');
  await connection.run('drop table raw_quota; drop table raw_sale');
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The graduated commission of a total as SQL; `of` gives a bound as a share of the quota. */
function graduated(total: string, of: (percent: number) => string, rates: readonly string[]): string {
  const slice = (from: string, to: string, rate: string): string =>
    `greatest(least(${total}, ${to}) - ${from}, 0) * ${rate}`;
  return [
    `least(${total}, ${of(50)}) * ${rates[0]}`,
    slice(of(50), of(100), rates[1]!),
    slice(of(100), of(150), rates[2]!),
    `greatest(${total} - ${of(150)}, 0) * ${rates[3]}`,
  ].join(' + ');
}

const minorValue = graduated('total', (percent) => `(quota.minor * ${percent} // 100)`, RATES.map(String));
const decimalValue = graduated(
  'total',
  (percent) => `(quota.money * ${percent / 100}::decimal(3,2))`,
  RATE_TEXTS.map((rate) => `${rate}::decimal(7,6)`),
);

/** Exact commissions by slot, not rounded, in millionths of minor units. */
export const totalsMinor = `select slot, (${minorValue})::double as value from
  (select slot, sum(minor)::bigint as total from sale group by slot) join quota using (slot)`;
export const totalsDecimal = `select slot, ((${decimalValue}) * 100000000)::double as value from
  (select slot, sum(money)::decimal(18,2) as total from sale group by slot) join quota using (slot)`;

/** The commission of every sale, as the growth of the commission on the running total, into a table. */
function lines(column: string, type: string, value: string): string {
  return `create or replace table line as
    select id, slot, value - coalesce(lag(value) over (partition by slot order by id), 0) as earned from
    (select id, slot, ${value} as value from
    (select id, slot, (sum(${column}) over (partition by slot order by id))::${type} as total from sale)
    join quota using (slot))`;
}
export const linesMinor: string = lines('minor', 'bigint', minorValue);
export const linesDecimal: string = lines('money', 'decimal(18,2)', decimalValue);

/** By slot, from the columns of a query that gives slot and value. */
export async function bySlot({ connection }: Duck, work: Workload, query: string): Promise<Float64Array> {
  const [slots, values] = (await connection.runAndReadAll(query)).getColumns();
  const result = new Float64Array(work.slots);
  slots!.forEach((slot, i) => (result[Number(slot)] = Number(values![i])));
  return result;
}

/** From objects to the commission of every sale in JavaScript. */
export async function duckFromObjects({ connection }: Duck, sales: readonly Sale[]): Promise<unknown> {
  await connection.run('create or replace table text (id varchar, payee varchar, money varchar, day varchar)');
  const appender = await connection.createAppender('text');
  for (const sale of sales) {
    appender.appendVarchar(sale.id);
    appender.appendVarchar(sale.payeeId);
    appender.appendVarchar(sale.amount);
    appender.appendVarchar(sale.date);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`create or replace table loaded as select id, money::decimal(18,2) * 100 as cents,
    substr(payee, 2)::integer * 12 + month(day::date) - 1 as slot from text`);
  const query = `select id, (value - coalesce(lag(value) over (partition by slot order by id), 0))::double as earned from
    (select id, slot, ${minorValue} as value from
    (select id, slot, (sum(cents::bigint) over (partition by slot order by id))::bigint as total from loaded)
    join quota using (slot)) order by id`;
  return (await connection.runAndReadAll(query)).getColumns();
}
