import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { RATE_TEXTS, type Workload, money } from '../workload.js';
import { converse } from './conversation.js';
import type { Engine, Skipped } from './engine.js';
import { graduated, linesQuery, totalsQuery } from './sql.js';

/** PostgreSQL with the sales of a workload as numeric, in a server of its own that lives as long as the benchmark. */
export async function postgres(work: Workload): Promise<Engine | Skipped> {
  const name = 'PostgreSQL numeric';
  const server = start();
  if (server === undefined) return { name, skipped: 'there is no psql, or no server that it could start' };
  const { folder, stop } = server;
  const psql = converse('psql', [
    ...['-X', '-q', '-A', '-t', '-F', ' ', '-v', 'ON_ERROR_STOP=1'],
    ...['-h', folder, '-U', 'postgres', '-d', 'postgres'],
  ]);
  const ask = (sql: string): Promise<string[]> => psql.ask(`${sql};\n\\echo .`);
  const load = async (table: string, columns: string, rows: readonly string[]): Promise<void> => {
    const file = path.join(folder, `${table}.csv`);
    writeFileSync(file, `${rows.join('\n')}\n`);
    await ask(`create unlogged table ${table} (${columns});\n\\copy ${table} from '${file}' csv\nanalyze ${table}`);
  };
  const sales = Array.from(work.amount, (amount, row) => `${row},${work.slot[row]},${money(amount)}`);
  const quotas = Array.from(work.quota, (quota, slot) => `${slot},${money(quota)}`);
  await load('sale', 'id int, slot int, money numeric(14, 2)', sales);
  await load('quota', 'slot int primary key, money numeric(14, 2)', quotas);

  const value = graduated((percent) => `(quota.money * ${percent / 100})`, RATE_TEXTS);
  const lines = `create unlogged table line as ${linesQuery(value, (over) => `sum(money) ${over}`)}`;
  const bySlot = async (query: string): Promise<Float64Array> => {
    const result = new Float64Array(work.slots);
    for (const line of await ask(query)) {
      const [slot, earned] = line.split(' ');
      result[Number(slot)] = Number(earned);
    }
    return result;
  };
  return {
    name,
    totals: () => bySlot(totalsQuery(`(${value}) * 100000000`, 'sum(money)')),
    lines: () => ask(`drop table if exists line; ${lines}`),
    lineSums: () => bySlot('select slot, sum(earned) * 100000000 from line group by slot'),
    close() {
      psql.close();
      stop();
    },
  };
}

/** Starts a server in a folder for the time being; undefined where PostgreSQL is not there. */
function start(): { readonly folder: string; readonly stop: () => void } | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'postgres-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const run = (command: string, ...words: string[]): string =>
      execFileSync(command, words, { encoding: 'utf8', stdio: 'pipe' }).trim();
    run('psql', '--version');
    const commands = run('pg_config', '--bindir');
    // The server refuses to run as root.
    const root = process.getuid?.() === 0;
    const uid = root ? Number(run('id', '-u', 'postgres')) : undefined;
    if (uid !== undefined) chownSync(folder, uid, -1);
    const serve = (command: string, ...words: string[]): void => {
      const data = path.join(folder, 'data');
      const as = uid === undefined ? {} : { uid };
      execFileSync(path.join(commands, command), ['-D', data, ...words], { stdio: 'ignore', cwd: folder, ...as });
    };
    serve('initdb', '-A', 'trust', '-U', 'postgres');
    serve('pg_ctl', '-w', '-o', `-k ${folder} -c listen_addresses= -c shared_buffers=1GB -c work_mem=1GB`, 'start');
    return {
      folder,
      stop() {
        serve('pg_ctl', '-m', 'immediate', 'stop');
        remove();
      },
    };
  } catch {
    remove();
    return undefined;
  }
}
