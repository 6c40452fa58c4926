import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

const { scripts, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const readme = readFileSync('README.md', 'utf8');
const programs = readFileSync('examples/README.md', 'utf8');
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

/** What a pattern captures in the rows of a text's tables. */
function inRows(text: string, pattern: RegExp): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => pattern.exec(line)?.[1] ?? []);
}

it.each([
  { folder: '.', page: 'README.md', text: readme },
  { folder: '.', page: 'CONTRIBUTING.md', text: contributing },
  { folder: 'examples', page: 'examples/README.md', text: programs },
])('the links of $page lead somewhere', ({ folder, text }) => {
  const targets = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => String(target));
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((target) => !existsSync(`${folder}/${target}`))).toEqual([]);
});

it('README.md has one row for each part of the package', () => {
  const parts = Object.keys(exports)
    .filter((path) => path !== '.' && !path.includes('.json'))
    .map((path) => `salesmodel${path.slice(1)}`);
  // Told in the row of the part that it belongs to.
  const apart = parts.filter((part) => part !== 'salesmodel/segmentation/clv');
  expect(inRows(readme, /^\| `(salesmodel[^`]*)`/).toSorted()).toEqual(apart.toSorted());
});

it('examples/README.md has one row for each program', () => {
  const names = Object.keys(scripts).filter((name) => name.startsWith('demo:'));
  expect(inRows(programs, /`npm run (demo:\w+)`/).toSorted()).toEqual(names.toSorted());
  const started = inRows(programs, /`npm run (demo:\w+)`\]\(\w+\.ts\)/);
  expect(started.map((name) => scripts[name])).toEqual(
    inRows(programs, /`npm run demo:\w+`\]\((\w+\.ts)\)/).map((file) => `tsx examples/${file}`),
  );
});

it('the commands of README.md and CONTRIBUTING.md are there, each told once', () => {
  for (const text of [readme, contributing]) {
    const named = inRows(text, /^\| `npm (?:run )?([\w:]+)/);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  }
  const named = inRows(readme, /^\| `npm (?:run )?([\w:]+)/);
  const main = ['demo', 'test', 'check', 'build', 'bench', 'conformance', 'docs', 'size', 'package:check'];
  expect(main.filter((name) => !named.includes(name))).toEqual([]);
});
