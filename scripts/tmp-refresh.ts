import { readFileSync, writeFileSync } from 'node:fs';
import { refreshed } from './docs/refresh.js';
import { runProgram, type Run } from './docs/run.js';
import type { Program } from './docs/blocks.js';
import { documentation } from './docs/sources.js';

/** Runs the code of the documentation and writes the results that it gives into the pages and doc comments. */
for (const { file, programs } of documentation()) {
  if (!process.argv.slice(2).some((each) => file.includes(each))) continue;
  const runs: { program: Program; run: Run }[] = [];
  for (const program of programs) {
    if (program.some((block) => block.noRun !== undefined)) continue;
    runs.push({ program, run: await runProgram(program, (specifier) => import(specifier) as Promise<unknown>) });
  }
  const text = readFileSync(file, 'utf8');
  const fresh = refreshed(text, runs);
  if (fresh === text) continue;
  writeFileSync(file, fresh);
  console.log(`refreshed ${file}`);
}
