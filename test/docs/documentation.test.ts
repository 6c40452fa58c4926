import { describe, expect, it } from 'vitest';
import { runFaults, runProgram } from '../../scripts/docs/run.js';
import { documentation } from '../../scripts/docs/sources.js';
import { shownOf } from '../../scripts/docs/shown.js';
import { typeErrors } from '../../scripts/docs/typecheck.js';
import { codeOf } from '../../scripts/docs/program.js';
import ts from 'typescript';

const files = documentation();

it('has no type error in the code of any page or example', { timeout: 60_000 }, () => {
  expect(typeErrors(files.flatMap(({ programs }) => programs))).toEqual([]);
});

describe.each(files)('$file', ({ file, programs }) => {
  const run = programs.filter((program) => program.every((block) => block.noRun === undefined));

  it.each(run.map((program) => ({ line: program[0].line, program })))(
    'gives what line $line shows',
    async ({ program }) => {
      expect(runFaults(program, await runProgram(program, (specifier) => import(specifier)))).toEqual([]);
    },
  );

  if (!file.startsWith('src/')) return;

  it('shows a result in every example', () => {
    const silent = run.filter((program) => {
      const source = ts.createSourceFile('example.ts', codeOf(program), ts.ScriptTarget.ES2022, true);
      return shownOf(source).length === 0 && program.every((block) => block.output === undefined);
    });
    expect(silent.map(([first]) => `${file}:${first.line}`)).toEqual([]);
  });
});
