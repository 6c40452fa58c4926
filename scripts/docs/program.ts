import type { Block, Program } from './blocks.js';

/** The code of a program; a block that continues follows on the next line. */
export function codeOf(program: Program): string {
  return program.map((block) => block.code).join('\n');
}

/** The block of a line of a program, from 0, and its line in the file, from 1. */
export function lineIn(program: Program, line: number): { block: Block; line: number } {
  let start = 0;
  for (const block of program) {
    const lines = block.code.split('\n').length;
    if (line < start + lines) return { block, line: block.line + line - start };
    start += lines;
  }
  return { block: program[0], line: program[0].line };
}

/** `file:line` of a line of a program, from 0. */
export function placeOf(program: Program, line: number): string {
  const place = lineIn(program, line);
  return `${place.block.file}:${place.line}`;
}
