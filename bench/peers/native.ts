import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Timed } from '../harness.js';
import type { Workload } from '../workload.js';
import { converse } from './conversation.js';
import type { Tables } from './integerLoop.js';

/** The integer loop in C, in a process of its own that times itself. */
export interface Native {
  /** The answer is the sum of the payouts. */
  run(): Promise<Timed>;
  rightSum(payouts: Float64Array): (sum: number) => void;
  close(): void;
}

/** Compiles and starts the C loop over a workload; undefined where there is no compiler. */
export function native(work: Workload, { bound, offset, cap }: Tables): Native | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'loop-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const binary = path.join(folder, 'loop');
  const source = path.resolve('bench/peers/loop.c');
  try {
    execFileSync('cc', ['-O3', '-march=native', '-o', binary, source, '-lm'], { stdio: 'pipe' });
  } catch {
    remove();
    return undefined;
  }
  const data = path.join(folder, 'columns');
  const sizes = Int32Array.of(work.rows, work.slots, work.monthOfDay.length, work.firstDay);
  const columns = [sizes, work.payee, work.day, work.monthOfDay, work.amount, ...bound, ...offset, cap];
  writeFileSync(data, Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))));
  const child = converse(binary, [data]);
  return {
    async run() {
      const [ns, sum] = await child.ask('');
      return new Timed(Number(ns) / 1e6, Number(sum));
    },
    rightSum: (payouts) => (sum) => {
      const expected = payouts.reduce((total, payout) => total + payout, 0);
      if (sum !== expected) throw new Error(`expected payouts of ${expected}, got ${sum}`);
    },
    close() {
      child.close();
      remove();
    },
  };
}
