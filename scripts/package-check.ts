import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';

/** Packs the library, has the tarball judged, installs it as a user would and uses it in four kinds of project. */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const project = mkdtempSync(join(tmpdir(), 'salesmodel-consumer-'));
const tarball = join(project, npm('.', 'pack', '--silent', '--ignore-scripts', '--pack-destination', project).trim());
let failed = 0;

const checks: [string, () => void][] = [
  ['publint', () => void bin('publint', tarball, '--strict')],
  ['are the types wrong', () => void bin('attw', tarball, '--profile', 'esm-only', '--format', 'ascii')],
  ['npm install', install],
  ['ESM', () => void run(process.execPath, project, 'esm.mjs')],
  ['CommonJS require', () => void run(process.execPath, project, '--disable-warning=ExperimentalWarning', 'cjs.cjs')],
  [
    'TypeScript nodenext',
    () => void run(process.execPath, project, resolve('node_modules/typescript/bin/tsc'), '-p', '.'),
  ],
  ['browser bundle', browser],
];
for (const [name, check] of checks) {
  try {
    check();
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${textOf(error).replace(/^/gm, '      ')}`);
  }
}
rmSync(project, { recursive: true });
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The library's dependencies come from this project's own, so that no network is needed. */
function install(): void {
  const local = Object.keys(dependencies).map((name) => [name, `file:${resolve('node_modules', name)}`]);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({
      private: true,
      dependencies: { salesmodel: `file:${tarball}`, ...Object.fromEntries(local) },
      overrides: Object.fromEntries(local.map(([name]) => [name, `$${name}`])),
    }),
  );
  const options = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['nodenext.mts'] }));
  cpSync('test/consumers', project, { recursive: true });
  npm(project, 'install', '--offline', '--install-links', '--no-audit', '--no-fund', '--loglevel=error');
  if (!existsSync(join(project, 'node_modules/salesmodel/LICENSE'))) throw new Error('the package has no LICENSE');
}

/** Runs where there is nothing but the language itself. */
function browser(): void {
  const { outputFiles } = buildSync({
    absWorkingDir: project,
    entryPoints: ['browser.mjs'],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const page = createContext({});
  runInContext(outputFiles[0]!.text, page);
  const result: unknown = runInContext('result', page);
  if (result !== '10600') throw new Error(`the bundle calculated ${String(result)}, not 10600`);
}

function npm(cwd: string, ...args: string[]): string {
  return run('npm', cwd, ...args);
}

function bin(name: string, ...args: string[]): string {
  return run(resolve('node_modules/.bin', name), '.', ...args);
}

function run(command: string, cwd: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function textOf(error: unknown): string {
  const { stdout = '', stderr = '', message = '' } = error as { stdout?: string; stderr?: string; message?: string };
  return [stdout, stderr].join('\n').trim() || message;
}
