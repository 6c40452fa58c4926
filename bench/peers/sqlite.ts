import { RATES, type Workload } from '../workload.js';
import { type Engine, optional, type Skipped } from './engine.js';
import { graduated, linesQuery, totalsQuery } from './sql.js';

/** What is used of better-sqlite3, which need not be installed. */
interface BetterSqlite3 {
  readonly default: new (file: string) => Database;
}
interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: number[]): void; raw(): { all(): [slot: number, value: number][] } };
  transaction(work: () => void): () => void;
  close(): void;
}

/** SQLite with the sales of a workload in memory, in whole minor units. */
export async function sqlite(work: Workload): Promise<Engine | Skipped> {
  const name = 'SQLite';
  const module = await optional<BetterSqlite3>('better-sqlite3');
  if (module === undefined) return { name, skipped: 'better-sqlite3 is not installed' };
  const database = new module.default(':memory:');
  database.exec('create table sale (id integer primary key, slot integer, minor integer)');
  database.exec('create table quota (slot integer primary key, minor integer)');
  const sale = database.prepare('insert into sale values (?, ?, ?)');
  const quota = database.prepare('insert into quota values (?, ?)');
  database.transaction(() => {
    for (let row = 0; row < work.rows; row++) sale.run(row, work.slot[row]!, work.amount[row]!);
    for (let slot = 0; slot < work.slots; slot++) quota.run(slot, work.quota[slot]!);
  })();
  const dialect = { least: 'min', greatest: 'max' };
  const value = graduated((percent) => `(quota.minor * ${percent} / 100)`, RATES, dialect);
  const lines = `drop table if exists line; create table line as ${linesQuery(value, (over) => `sum(minor) ${over}`)}`;
  const bySlot = (query: string): Float64Array => {
    const result = new Float64Array(work.slots);
    for (const [slot, earned] of database.prepare(query).raw().all()) result[slot] = earned;
    return result;
  };
  return {
    name,
    totals: () => bySlot(totalsQuery(value, 'sum(minor)')),
    lines: () => database.exec(lines),
    lineSums: () => bySlot('select slot, sum(earned) from line group by slot'),
    close: () => database.close(),
  };
}
