import { describe, expect, it } from 'vitest';
import { programsOfPage, programsOfSource, type Program } from '../../scripts/docs/blocks.js';
import { refreshed } from '../../scripts/docs/refresh.js';
import { runFaults, runProgram } from '../../scripts/docs/run.js';
import { typeErrors } from '../../scripts/docs/typecheck.js';

const load = (specifier: string): Promise<unknown> => import(specifier);

function page(...lines: string[]): string {
  return lines.join('\n');
}

async function faultsOf(text: string): Promise<string[]> {
  const faults: string[] = [];
  for (const program of programsOfPage('page.md', text))
    faults.push(...runFaults(program, await runProgram(program, load)));
  return faults;
}

async function refresh(text: string, programs: readonly Program[]): Promise<string> {
  const runs = [];
  for (const program of programs) runs.push({ program, run: await runProgram(program, load) });
  return refreshed(text, runs);
}

describe('results shown in comments', () => {
  it('accepts right results behind an expression, a const and below a statement', async () => {
    const text = page(
      '```ts',
      "import { decimalString as text } from 'salesmodel/core';",
      "text('5', 2); // => '5.00'",
      'const a = { b: [1, 2], c: text(1) }; // => { c: "1", b: [1, 2] }',
      'a.b',
      '// => [',
      '//   1,',
      '//   2,',
      '// ]',
      '// A remark of its own.',
      'await Promise.resolve(a.b.length) // => 2',
      '```',
    );
    expect(await faultsOf(text)).toEqual([]);
  });

  it('finds a wrong result, at its line', async () => {
    expect(await faultsOf(page('# A', '', '```ts', '1 + 1; // => 3', "'a'; // => a", '```'))).toEqual([
      'page.md:4: shows 3, is 2',
      "page.md:5: shows a, is 'a'",
    ]);
    expect(await faultsOf(page('```ts', '({ a: 1 }); // => { a: 1, b: undefined }', '```'))).toHaveLength(1);
    expect(await faultsOf(page('```ts', "'1'; // => 1", '```'))).toHaveLength(1);
  });

  it('compares the error that is shown, and minds that there is none', async () => {
    const code = (shown: string): string =>
      page('```ts', "import { decimalString } from 'salesmodel/core';", shown, '```');
    const error = 'SalesModelError: x: must be a decimal such as "1234.50", got 1,000';
    expect(await faultsOf(code(`decimalString('1,000'); // throws ${error}`))).toEqual([]);
    expect(await faultsOf(code("decimalString('1,000'); // throws SalesModelError"))).toEqual([
      `page.md:3: shows SalesModelError, is ${error}`,
    ]);
    expect(await faultsOf(code("decimalString('1'); // throws SalesModelError"))).toEqual([
      "page.md:3: shows SalesModelError, is '1', not an error",
    ]);
  });

  it('does not overlook a result that belongs to nothing', async () => {
    await expect(faultsOf(page('```ts', 'if (true) {', '  1; // => 2', '}', '```'))).rejects.toThrow(
      'line 2: this result belongs to no statement',
    );
    await expect(faultsOf(page('```ts', 'let a = 1, b = 2; // => 1', '```'))).rejects.toThrow(
      'line 1: a result is shown behind an expression or one const',
    );
  });
});

describe('printed output', () => {
  const code = page('```ts', "console.log('a', { b: '1' });", "console.log('c');", '```');

  it('is compared with the block right below', async () => {
    expect(await faultsOf(page(code, '', '```text', "a { b: '1' }", 'c', '```'))).toEqual([]);
    expect(await faultsOf(page(code, '', '```text', "a { b: '2' }", 'c', '```'))).toEqual([
      "page.md:7: shows\na { b: '2' }\nc\nis\na { b: '1' }\nc",
    ]);
    expect(await faultsOf(page(code, '```json', '{}', '```'))).toHaveLength(1);
  });

  it('is compared line by line where a comment shows it', async () => {
    expect(await faultsOf(page('```ts', "console.log('a', 1); // => a 1", "console.log('b'); // => c", '```'))).toEqual(
      ['page.md:3: shows c, is b'],
    );
  });

  it('must stand right below the code that prints it', () => {
    expect(() => programsOfPage('page.md', page(code, 'prints', '```text', 'a', '```'))).toThrow(
      'page.md:6: a text block must stand right below the code that prints it',
    );
  });
});

describe('blocks', () => {
  it('go on where the block before stopped when they say so', async () => {
    const text = page('```ts', 'const a = 1;', '```', 'and', '```ts continued', 'a + 1; // => 3', '```');
    expect(await faultsOf(text)).toEqual(['page.md:6: shows 3, is 2']);
    expect(() => programsOfPage('page.md', page('```ts continued', 'a', '```'))).toThrow(
      'there is no block to continue',
    );
  });

  it('are not run only with a reason, and say nothing else', () => {
    const [program] = programsOfPage('page.md', page('```ts no-run it needs a network', 'a', '```'));
    expect(program?.[0].noRun).toBe('it needs a network');
    expect(() => programsOfPage('page.md', page('```ts no-run', 'a', '```'))).toThrow(
      'page.md:1: no-run needs a reason',
    );
    expect(() => programsOfPage('page.md', page('```ts norun', 'a', '```'))).toThrow('page.md:1: ts norun is not ts');
  });

  it('of other languages are left alone', () => {
    expect(programsOfPage('page.md', page('```sh', 'npm test', '```', '````md', '```ts', 'a', '```', '````'))).toEqual(
      [],
    );
  });

  it('are found in lists and in doc comments, fenced and not', () => {
    const [inList] = programsOfPage('page.md', page('- see', '  ```ts', '  if (a) {', '    b;', '  }', '  ```'));
    expect(inList?.[0]).toMatchObject({ line: 3, code: 'if (a) {\n  b;\n}', prefix: '  ' });
    const programs = programsOfSource(
      'a.ts',
      page(
        '/**',
        ' * @example',
        ' * a;',
        ' *',
        ' * b;',
        ' */',
        '  /**',
        '   * @example A',
        '   * ```ts',
        '   * c;',
        '   * ```',
        '   * @throws x',
        '   */',
      ),
    );
    expect(programs.map(([{ line, code, prefix }]) => ({ line, code, prefix }))).toEqual([
      { line: 3, code: 'a;\n\nb;', prefix: ' * ' },
      { line: 10, code: 'c;', prefix: '   * ' },
    ]);
  });
});

describe('types', () => {
  it('are checked as in a project of the reader', { timeout: 30_000 }, () => {
    const errors = typeErrors(
      programsOfPage(
        'page.md',
        page(
          '```ts',
          "import { decimalString } from 'salesmodel/core';",
          "import { decimal } from '../src/core/decimal.js';",
          "import { parseDay } from 'salesmodel/core/parseDay';",
          'decimalString({});',
          '```',
          '```ts no-run the host knows it',
          'hostOnly();',
          '```',
        ),
      ),
    );
    expect(errors).toEqual([
      expect.stringMatching(/^page\.md:3: Cannot find module/),
      expect.stringMatching(/^page\.md:4: Cannot find module/),
      expect.stringMatching(/^page\.md:5: Argument of type '{}' is not assignable/),
      'page.md:3: ../src/core/decimal.js is not what a user can import',
      'page.md:4: salesmodel/core/parseDay is not what a user can import',
      expect.stringMatching(/^page\.md:8: Cannot find name 'hostOnly'/),
    ]);
  });
});

describe('refreshing', () => {
  it('writes what the code gives into a page and leaves right results as they are written', async () => {
    const long = (quote: string): string =>
      Array.from({ length: 12 }, (_, index) => `${quote}amount ${index}${quote}`).join(', ');
    const text = page(
      '- see',
      '  ```ts',
      '  1 + 1; // => 3',
      '  ({ "b": 1 }); // => {"b":1}',
      `  [${long('"')}] // => [`,
      '  //   1 ]',
      '  throwing() // throws Error: b',
      "  console.log('x\\n\\ny')",
      "  function throwing() { throw new Error('a') }",
      '  ```',
      '  ```text',
      '  z',
      '  ```',
      'end',
    );
    const fresh = await refresh(text, programsOfPage('page.md', text));
    expect(fresh).toBe(
      page(
        '- see',
        '  ```ts',
        '  1 + 1; // => 2',
        '  ({ "b": 1 }); // => {"b":1}',
        `  [${long('"')}] // => [`,
        "  //   'amount 0',  'amount 1',",
        "  //   'amount 2',  'amount 3',",
        "  //   'amount 4',  'amount 5',",
        "  //   'amount 6',  'amount 7',",
        "  //   'amount 8',  'amount 9',",
        "  //   'amount 10', 'amount 11'",
        '  // ]',
        '  throwing() // throws Error: a',
        "  console.log('x\\n\\ny')",
        "  function throwing() { throw new Error('a') }",
        '  ```',
        '  ```text',
        '  x',
        '',
        '  y',
        '  ```',
        'end',
      ),
    );
    expect(await faultsOf(fresh)).toEqual([]);
  });

  it('writes into doc comments', async () => {
    const text = page('/**', ' * @example', ' * ```ts', ' * [1, 2]; // => [1]', ' * ```', ' */');
    expect(await refresh(text, programsOfSource('a.ts', text))).toBe(text.replace('=> [1]', '=> [ 1, 2 ]'));
  });
});
