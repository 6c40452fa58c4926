import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect, isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import type { Program } from './blocks.js';
import { shownOf, valueOf, type Shown } from './shown.js';
import { codeOf, placeOf } from './program.js';

/** A result as the page shows it and as the code gives it, in lines of the program, from 0. */
export interface Outcome {
  readonly shown: Shown;
  readonly actual: string;
  readonly ok: boolean;
}

export interface Run {
  readonly outcomes: readonly Outcome[];
  /** What each block of the program printed. */
  readonly printed: readonly string[];
}

export type Importer = (specifier: string) => Promise<unknown>;

/**
 * Runs a program and collects the results that its page shows.
 *
 * @param load imports a module by its public specifier
 */
export async function runProgram(program: Program, load: Importer): Promise<Run> {
  const code = codeOf(program);
  const source = ts.createSourceFile('program.ts', code, ts.ScriptTarget.ES2022, true);
  const all = shownOf(source);
  const outcomes: Outcome[] = [];
  let output = '';
  const printed: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output += chunk.toString();
      done();
    },
  });
  const takeOutput = (): string => {
    const text = output.trimEnd();
    output = '';
    return text;
  };
  const scope = {
    console: new Console({ stdout: stream, stderr: stream, colorMode: false }),
    __value: (index: number, value: unknown) => outcomes.push(compareValue(all[index]!, value)),
    __printed: async (index: number, call: () => Promise<unknown>) => {
      const before = output;
      output = '';
      await call();
      outcomes.push(compareText(all[index]!, takeOutput()));
      output = before;
    },
    __thrown: async (index: number, call: () => Promise<unknown>) => {
      try {
        const value = await call();
        outcomes.push({ shown: all[index]!, actual: `${inspect(value)}, not an error`, ok: false });
      } catch (error) {
        outcomes.push(compareText(all[index]!, String(error)));
      }
    },
    __end: () => printed.push(takeOutput()),
  };
  const modules = new Map<string, unknown>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    modules.set(specifier, { ...((await load(specifier)) as object), __esModule: true });
  }
  await execute(instrument(program, source, all), {
    ...scope,
    exports: {},
    require: (name: string) => modules.get(name),
  });
  return { outcomes, printed };
}

/** What the page shows and the run did not give, a readable line each. */
export function runFaults(program: Program, run: Run): string[] {
  const wrong = run.outcomes
    .filter((outcome) => !outcome.ok)
    .map(({ shown, actual }) => `${placeOf(program, shown.line)}: shows ${shown.text}, is ${actual}`);
  program.forEach(({ file, output }, index) => {
    const printed = run.printed[index] ?? '';
    if (output && output.text.trimEnd() !== printed)
      wrong.push(`${file}:${output.line}: shows\n${output.text}\nis\n${printed}`);
  });
  return wrong;
}

function compareValue(shown: Shown, value: unknown): Outcome {
  const actual = inspect(value, {
    depth: null,
    maxArrayLength: null,
    maxStringLength: null,
    breakLength: 100,
    compact: 4,
  });
  if (shown.text === actual) return { shown, actual, ok: true };
  const wanted = valueOf(shown.text);
  return { shown, actual, ok: wanted !== undefined && isDeepStrictEqual(plain(wanted.value), plain(value)) };
}

/** Without prototypes, which a literal in a page cannot show. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? structuredClone(value) : value;
}

function compareText(shown: Shown, actual: string): Outcome {
  return { shown, actual, ok: shown.text === actual };
}

/** The program with a call around each statement whose result is shown, and one at the end of each block. */
function instrument(program: Program, source: ts.SourceFile, all: readonly Shown[]): string {
  const code = source.text;
  const edits: { at: number; text: string }[] = [];
  all.forEach(({ statement, kind }, index) => {
    if (ts.isExpressionStatement(statement)) {
      const { expression } = statement;
      const call = kind === 'value' ? `;__value(${index}, (` : `;await __${kind}(${index}, async () => (`;
      edits.push({ at: expression.getStart(source), text: call }, { at: expression.end, text: '))' });
    } else {
      const { name } = statement.declarationList.declarations[0]!;
      edits.push({ at: statement.end, text: `;__value(${index}, ${name.getText(source)});` });
    }
  });
  let end = -1;
  for (const block of program) {
    end += block.code.length + 1;
    edits.push({ at: end, text: '\n;__end();' });
  }
  return edits
    .map((edit, index) => ({ ...edit, index }))
    .toSorted((a, b) => b.at - a.at || b.index - a.index)
    .reduce((text, { at, text: inserted }) => text.slice(0, at) + inserted + text.slice(at), code);
}

async function execute(code: string, scope: Readonly<Record<string, unknown>>): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction(...Object.keys(scope), outputText)(...Object.values(scope));
}
