import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Timed } from '../harness.js';
import type { Workload } from '../workload.js';
import { converse } from './conversation.js';
import type { Engine, Skipped } from './engine.js';

/** pandas with the sales of a workload in memory, in a Python process that times itself: that of PYTHON, or python3. */
export function pandas(work: Workload): Engine | Skipped {
  const name = 'pandas';
  const python = process.env['PYTHON'] ?? 'python3';
  try {
    execFileSync(python, ['-c', 'import pandas'], { stdio: 'pipe' });
  } catch {
    return { name, skipped: `${python} has no pandas` };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'pandas-'));
  const data = path.join(folder, 'columns');
  const big = (column: Float64Array): BigInt64Array => BigInt64Array.from(column, BigInt);
  const columns = [Int32Array.of(work.rows, work.slots), work.slot, big(work.amount), big(work.quota)];
  writeFileSync(data, Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))));
  const child = converse(python, [path.resolve('bench/peers/dataFrame.py'), data]);
  const timed = async (request: string): Promise<Timed> => {
    const [ns, ...values] = await child.ask(request);
    return new Timed(Number(ns) / 1e6, Float64Array.from(values, Number));
  };
  return {
    name,
    totals: () => timed('totals'),
    lines: () => timed('lines'),
    lineSums: async () => (await timed('sums')).answer as Float64Array,
    close() {
      child.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
