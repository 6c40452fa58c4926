import { readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { CaseFile, runCases } from 'salesmodel/conformance';
import * as z from 'zod';

const CASES = 'test/cases';

/** Runs the case files named on the command line, or all of the project's own, and ends with `N passed, N failed`. */
const named = process.argv.slice(2);
const files = named.length > 0 ? named : ownCases();
let passed = 0;
let failed = 0;
for (const file of files) {
  const failures = await failuresOf(file);
  failed += failures.length;
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'}  ${relative('.', file)}`);
  for (const failure of failures) console.log(failure.replace(/^/gm, '      '));
}
if (files.length === 0) console.log(`no case files in ${CASES}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;

function ownCases(): string[] {
  return readdirSync(CASES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => `${CASES}/${name}`);
}

async function failuresOf(file: string): Promise<string[]> {
  let parsed;
  try {
    parsed = CaseFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const results = await runCases(parsed.data.cases);
  passed += results.filter((result) => result.ok).length;
  return results
    .filter((result) => !result.ok)
    .map((result) => [`${result.id} ${result.title} (${result.call})`, ...result.diff].join('\n  '));
}
