import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Held } from '../memoryProbe.js';
import type { Size } from '../sizes.js';
import { type Findings, ratioAtMost } from '../targets.js';

const BYTE = 'one byte a row';

/**
 * What a run holds: by what it grows from as many rows to twice as many, of the same payees, to a byte a row. That
 * leaves out what a plan and its payees take, however few the rows are.
 */
export function memory({ rows, payees }: Size): Findings {
  const some = held(5 * rows, payees);
  const twice = held(10 * rows, payees);
  const grows = (of: (held: Held) => number): number => Math.round((of(twice) - of(some)) / (5 * rows));
  const columns = grows(({ run }) => run);
  const breakdown = grows(({ index, input }) => index - input);
  console.log('\nMemory, bytes a row');
  console.log(`  columns that a run starts from ${grows(({ input }) => input)}, with earnings of each row ${columns},`);
  console.log(`  rows and slots of the lines included ${breakdown} beyond the columns it starts from`);
  return {
    must: [
      ratioAtMost(columns, 'memory of columns and of what each row earned', 24, BYTE),
      ratioAtMost(breakdown, 'memory of lines with their rows and slots', 16, BYTE),
    ],
  };
}

function held(rows: number, payees: number): Held {
  const probe = fileURLToPath(new URL('../memoryProbe.js', import.meta.url));
  const words = ['--expose-gc', probe, String(rows), String(payees)];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Held;
}
