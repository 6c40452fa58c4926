import { DuckDBInstance } from '@duckdb/node-api';
import { RATES, RATE_TEXTS, type Sale, type Workload, money } from '../workload.js';
import type { Engine } from './engine.js';
import { graduated, linesQuery, totalsQuery } from './sql.js';

/** DuckDB with the sales of a workload in memory: whole minor units and decimals side by side. */
export interface Duck {
  readonly engines: readonly Engine[];
  /** From objects to ids and exact commissions in JavaScript; returns the commissions in the order of the ids. */
  fromObjects(sales: readonly Sale[]): Promise<Float64Array>;
  close(): void;
}

const minor = graduated((percent) => `(quota.minor * ${percent} // 100)`, RATES);
const decimal = graduated(
  (percent) => `(quota.money * ${percent / 100}::decimal(3,2))`,
  RATE_TEXTS.map((rate) => `${rate}::decimal(7,6)`),
);

export async function duckdb(work: Workload): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('create table quota_text (slot integer, minor bigint, money varchar)');
  await connection.run('create table sale_text (id integer, slot integer, minor bigint, money varchar)');
  const quotas = await connection.createAppender('quota_text');
  for (let slot = 0; slot < work.slots; slot++) {
    quotas.appendInteger(slot);
    quotas.appendBigInt(BigInt(work.quota[slot]!));
    quotas.appendVarchar(money(work.quota[slot]!));
    quotas.endRow();
  }
  quotas.closeSync();
  const sales = await connection.createAppender('sale_text');
  for (let row = 0; row < work.rows; row++) {
    sales.appendInteger(row);
    sales.appendInteger(work.slot[row]!);
    sales.appendBigInt(BigInt(work.amount[row]!));
    sales.appendVarchar(money(work.amount[row]!));
    sales.endRow();
  }
  sales.closeSync();
  for (const table of ['quota', 'sale']) {
    await connection.run(
      `create table ${table} as select * replace (money::decimal(18,2) as money) from ${table}_text; drop table ${table}_text`,
    );
  }

  const bySlot = async (query: string): Promise<Float64Array> => {
    const [slots, values] = (await connection.runAndReadAll(query)).getColumns();
    const result = new Float64Array(work.slots);
    slots!.forEach((slot, i) => (result[Number(slot)] = Number(values![i])));
    return result;
  };
  const engine = (name: string, column: string, type: string, value: string, unit: string): Engine => {
    const totals = totalsQuery(`(${value}) * ${unit}`, `sum(${column})::${type}`);
    const lines = `create or replace table line as ${linesQuery(value, (over) => `(sum(${column}) ${over})::${type}`)}`;
    return {
      name,
      totals: () => bySlot(`select slot, value::double from (${totals})`),
      lines: () => connection.run(lines),
      lineSums: () => bySlot(`select slot, (sum(earned) * ${unit})::double from line group by slot`),
    };
  };
  return {
    engines: [
      engine('DuckDB BIGINT', 'minor', 'bigint', minor, '1'),
      engine('DuckDB DECIMAL', 'money', 'decimal(18,2)', decimal, '100000000'),
    ],
    async fromObjects(objects) {
      await connection.run('create or replace table text (id varchar, payee varchar, money varchar, day varchar)');
      const appender = await connection.createAppender('text');
      for (const sale of objects) {
        appender.appendVarchar(sale.id);
        appender.appendVarchar(sale.payeeId);
        appender.appendVarchar(sale.amount);
        appender.appendVarchar(sale.date);
        appender.endRow();
      }
      appender.closeSync();
      await connection.run(`create or replace table loaded as select id, (money::decimal(18,2) * 100)::bigint as minor,
        substr(payee, 2)::integer * 12 + month(day::date) - 1 as slot from text`);
      const lines = linesQuery(minor, (over) => `(sum(minor) ${over})::bigint`, 'loaded');
      const query = `select id, earned::double from (${lines}) order by id`;
      const [, earned] = (await connection.runAndReadAll(query)).getColumns();
      return Float64Array.from(earned as number[]);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
