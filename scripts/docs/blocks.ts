/** A fenced TypeScript block of a page, or the code of an `@example`. */
export interface Block {
  /** Page or source file, from the root of the project. */
  readonly file: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** What stands before the code on each of its lines: ` * ` in a doc comment, the indent of a list item in a page. */
  readonly prefix: string;
  /** The code goes on where the block before it stopped. */
  readonly continued: boolean;
  /** Why the code is only type-checked, where it is. */
  readonly noRun?: string;
  /** What the code prints, as shown in the output block right below it. */
  readonly output?: Output;
}

export interface Output {
  readonly line: number;
  readonly text: string;
}

/** Blocks that make one program: a block and those that continue it. */
export type Program = readonly [Block, ...Block[]];

export class DocsError extends Error {
  constructor(file: string, line: number, text: string) {
    super(`${file}:${line}: ${text}`);
  }
}

interface Fence {
  readonly info: string;
  readonly prefix: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** The programs of a Markdown page: its `ts` blocks, each with the `text` or `json` block right below it as its output. */
export function programsOfPage(file: string, text: string): Program[] {
  return programsOfFences(file, text.split('\n'), fencesOf(text.split('\n'), 0, '( *)'));
}

/** The programs of the doc comments of a source file: one for each `@example`, fenced or not. */
export function programsOfSource(file: string, text: string): Program[] {
  const lines = text.split('\n');
  const programs: Program[] = [];
  for (const { start, end } of exampleRanges(lines)) {
    const body = lines.slice(start, end);
    const fences = fencesOf(body, start, String.raw`(\s*\* ?)`);
    if (fences.length > 0) programs.push(...programsOfFences(file, lines, fences));
    else programs.push([{ ...unfenced(body, start), file, continued: false }]);
  }
  return programs;
}

function fencesOf(lines: readonly string[], offset: number, prefix: string): Fence[] {
  const open = new RegExp(`^${prefix}(\`{3,})([^\`]*)$`);
  const fences: Fence[] = [];
  for (let at = 0; at < lines.length; at++) {
    const match = open.exec(lines[at]!);
    if (!match) continue;
    const [, indent = '', ticks = '', info = ''] = match;
    const start = at + 1;
    do at++;
    while (at < lines.length && strip(lines[at]!, indent).trimEnd() !== ticks);
    const text = lines.slice(start, at).map((line) => strip(line, indent));
    fences.push({
      info: info.trim(),
      prefix: indent,
      line: offset + start,
      endLine: offset + at + 1,
      text: text.join('\n'),
    });
  }
  return fences;
}

/** Lines of the examples of doc comments: after `@example`, up to the next tag or the end of the comment. */
function exampleRanges(lines: readonly string[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start: number | undefined;
  lines.forEach((line, index) => {
    if (start !== undefined && /^\s*(\*\/|\* @\w)/.test(line)) {
      ranges.push({ start, end: index });
      start = undefined;
    }
    if (/^\s*\* @example\b/.test(line)) start = index + 1;
  });
  return ranges;
}

function unfenced(body: readonly string[], offset: number): Pick<Block, 'line' | 'code' | 'prefix'> {
  const prefix = /^\s*\* ?/.exec(body[0] ?? '')?.[0] ?? '';
  const code = body.map((line) => strip(line, prefix)).join('\n');
  return { line: offset + 1, code, prefix };
}

/** A blank line of a comment or a list has lost the spaces at the end of its prefix. */
function strip(line: string, prefix: string): string {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  return line.trimEnd() === prefix.trimEnd() ? '' : line.trimStart();
}

function programsOfFences(file: string, lines: readonly string[], fences: readonly Fence[]): Program[] {
  const programs: [Block, ...Block[]][] = [];
  fences.forEach((fence, index) => {
    const [language = '', ...words] = fence.info.split(/\s+/);
    const before = fences[index - 1];
    const below = before !== undefined && isTs(before) && lines.slice(before.endLine, fence.line - 1).every(isBlank);
    if (language === 'text' && !below) {
      throw new DocsError(file, fence.line, 'a text block must stand right below the code that prints it');
    }
    if (!isTs(fence)) return;

    const continued = words[0] === 'continued';
    const noRun = words[0] === 'no-run' ? words.slice(1).join(' ') : undefined;
    if (noRun === '')
      throw new DocsError(file, fence.line, 'no-run needs a reason: ```ts no-run opens a network connection');
    if (words.length > 0 && !continued && noRun === undefined) {
      throw new DocsError(file, fence.line, `${fence.info} is not ts, ts continued or ts no-run with a reason`);
    }
    const next = fences[index + 1];
    const shown = next && /^(text|json)$/.test(next.info) && lines.slice(fence.endLine, next.line - 1).every(isBlank);
    const block: Block = {
      file,
      line: fence.line + 1,
      code: fence.text,
      prefix: fence.prefix,
      continued,
      ...(noRun === undefined ? {} : { noRun }),
      ...(shown ? { output: { line: next.line + 1, text: next.text } } : {}),
    };
    const last = programs.at(-1);
    if (!continued) programs.push([block]);
    else if (last) last.push(block);
    else throw new DocsError(file, fence.line, 'there is no block to continue');
  });
  return programs;

  function isTs(fence: Fence): boolean {
    return /^(ts|typescript)(\s|$)/.test(fence.info);
  }
  function isBlank(line: string): boolean {
    return /^[\s*]*$/.test(line);
  }
}
