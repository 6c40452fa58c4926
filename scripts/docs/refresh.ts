import type { Program } from './blocks.js';
import { lineIn } from './program.js';
import type { Run } from './run.js';

interface Edit {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly remove: number;
  readonly insert: readonly string[];
}

/** The text of a file with the results that the runs of its programs gave in the place of the wrong ones. */
export function refreshed(text: string, runs: readonly { program: Program; run: Run }[]): string {
  const lines = text.split('\n');
  const edits = runs.flatMap(({ program, run }) => [...resultEdits(lines, program, run), ...outputEdits(program, run)]);
  for (const { line, remove, insert } of edits.toSorted((a, b) => b.line - a.line))
    lines.splice(line - 1, remove, ...insert);
  return lines.join('\n');
}

function resultEdits(lines: readonly string[], program: Program, { outcomes }: Run): Edit[] {
  return outcomes
    .filter((outcome) => !outcome.ok)
    .map(({ shown, actual }) => {
      const { block, line } = lineIn(program, shown.line);
      const before = lines[line - 1]!.slice(0, block.prefix.length + shown.column);
      const [first, ...more] = actual.split('\n');
      const mark = shown.kind === 'thrown' ? 'throws' : '=>';
      return {
        line,
        remove: shown.lines,
        insert: [`${before}// ${mark} ${first}`, ...more.map((rest) => `${block.prefix}// ${rest}`)],
      };
    });
}

function outputEdits(program: Program, { printed }: Run): Edit[] {
  return program.flatMap(({ output, prefix }, index) => {
    const actual = printed[index] ?? '';
    if (!output || output.text.trimEnd() === actual) return [];
    const insert = actual.split('\n').map((line) => (prefix + line).trimEnd());
    return [{ line: output.line, remove: output.text.split('\n').length, insert }];
  });
}
