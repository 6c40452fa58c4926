import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Timed } from '../harness.js';
import type { Workload } from '../workload.js';
import type { Tables } from './integerLoop.js';

/** The integer loop in C, in a process of its own that times itself. */
export interface Native {
  run(): Promise<Timed>;
  close(): void;
}

/** Compiles and starts the C loop over a workload; undefined where there is no compiler. */
export function native(work: Workload, { bound, offset, cap }: Tables): Native | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'loop-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const binary = path.join(folder, 'loop');
  const source = fileURLToPath(new URL('loop.c', import.meta.url));
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
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(binary, [data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async run() {
      child.stdin.write('\n');
      const answer = await answers.next();
      if (answer.done === true) throw new Error('the C loop ended');
      const [ns, sum] = answer.value.split(' ');
      return new Timed(Number(ns) / 1e6, Number(sum));
    },
    close() {
      child.stdin.end();
      remove();
    },
  };
}
