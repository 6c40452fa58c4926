import { runCases, type ConformanceCase } from 'salesmodel/conformance';
import { describe, expect, it } from 'vitest';

async function diffOf(part: Pick<ConformanceCase, 'call' | 'args'> & Partial<ConformanceCase>): Promise<unknown> {
  const [result] = await runCases([{ id: 'a', title: 'a case', ...part }]);
  expect(result?.ok).toBe(result?.diff.length === 0);
  return result?.diff;
}

describe('runCases', () => {
  it('passes a case whose result is as expected, and keeps the order of the cases', async () => {
    const one = { title: 'x', call: 'core.pathText', args: [['a', 1]], expect: 'a[1]' };
    expect(
      await runCases([
        { ...one, id: '2' },
        { ...one, id: '1', expect: 'b' },
      ]),
    ).toEqual([
      { id: '2', title: 'x', call: 'core.pathText', ok: true, diff: [] },
      { id: '1', title: 'x', call: 'core.pathText', ok: false, diff: ['result: expected "b", got "a[1]"'] },
    ]);
  });

  it('compares decimals by value', async () => {
    expect(await diffOf({ call: 'core.pathText', args: [['1.50']], expect: '1.5' })).toEqual([]);
    expect(await diffOf({ call: 'core.pathText', args: [['1.50']], expect: '1.51' })).toEqual([
      'result: expected "1.51", got "1.50"',
    ]);
  });

  it('passes a case that throws the expected code and shows any other outcome', async () => {
    expect(await diffOf({ call: 'core.decimalString', args: ['1,000'], throws: 'decimal.invalid' })).toEqual([]);
    expect(await diffOf({ call: 'core.decimalString', args: ['1,000'], throws: 'decimal.scale' })).toEqual([
      'error: expected decimal.scale, got decimal.invalid (x: must be a decimal such as "1234.50", got 1,000)',
    ]);
    expect(await diffOf({ call: 'core.pathText', args: [[]], throws: 'decimal.scale' })).toEqual([
      'error: expected decimal.scale, got result ""',
    ]);
    expect(await diffOf({ call: 'core.decimalString', args: ['1,000'], expect: '1000' })).toEqual([
      'result: expected a result, got error decimal.invalid (x: must be a decimal such as "1234.50", got 1,000)',
    ]);
    expect(await diffOf({ call: 'core.pathText', args: [null], expect: '' })).toEqual([
      expect.stringMatching(/^result: expected a result, got error TypeError: /),
    ]);
  });

  it.each(['core.noSuchThing', 'core.toString', 'core', 'core.'])(
    'does not take %s for a public function',
    async (call) => {
      expect(await diffOf({ call, args: [], expect: '' })).toEqual([`call: ${call} is not a public function`]);
    },
  );

  it.each(['nothing.pathText', 'toString.call', ''])('knows no module of the call "%s"', async (call) => {
    expect(await diffOf({ call, args: [], expect: '' })).toEqual([`call: there is no module ${call.split('.')[0]}`]);
  });
});
