import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import type { Program } from './blocks.js';
import { codeOf, placeOf } from './program.js';

/**
 * Type-checks all programs as a user's own files, in one TypeScript program.
 *
 * @returns a readable line for each fault, with the place in the page
 */
export function typeErrors(programs: readonly Program[]): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    process.cwd(),
  );
  Object.assign(options, {
    noUnusedLocals: false,
    noUnusedParameters: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  });

  const byFile = new Map(programs.map((program, index) => [resolve(`.docs-${index}.ts`), program]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const text = (file: string): string | undefined => {
    const program = byFile.get(file);
    return program && codeOf(program);
  };
  host.fileExists = (file) => byFile.has(file) || fileExists(file);
  host.readFile = (file) => text(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const code = text(file);
    return code === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, code, ...(rest.slice(0, 1) as [never]));
  };

  const program = ts.createProgram([...byFile.keys()], options, host);
  return [...byFile].flatMap(([file, blocks]) => {
    const source = program.getSourceFile(file)!;
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [
      ...diagnostics.map(({ start = 0, messageText }) => {
        const line = source.getLineAndCharacterOfPosition(start).line;
        return `${placeOf(blocks, line)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
      ...importFaults(source, blocks),
    ];
  });
}

/** A reader's project has packages only, and of this one only what it exports. */
function importFaults(source: ts.SourceFile, blocks: Program): string[] {
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    if (isPublic(specifier)) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
    return [`${placeOf(blocks, line)}: ${specifier} is not what a user can import`];
  });
}

function isPublic(specifier: string): boolean {
  if (!/^salesmodel(\/|$)/.test(specifier)) return !specifier.startsWith('.');
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
  const subpath = specifier.replace(/^salesmodel/, '.');
  return subpath in exports || /^\.\/cases\/.+\.json$/.test(subpath);
}
