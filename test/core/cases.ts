import { expect, test } from 'vitest';
import * as core from '../../src/core/index.js';
import { thrown } from './thrown.js';

interface Case {
  readonly id: string;
  readonly title: string;
  readonly call: string;
  readonly args: readonly unknown[];
  readonly expect?: unknown;
  readonly throws?: string;
}

/** Runs the reference cases of a file as tests. */
export function runCoreCases(file: { readonly cases: readonly Case[] }): void {
  test.each(file.cases)('$id: $title', (example) => {
    const call = core[example.call.replace('core.', '') as keyof typeof core] as (
      ...args: readonly unknown[]
    ) => unknown;
    if (example.throws !== undefined) {
      expect(thrown(() => call(...example.args)).code).toBe(example.throws);
    } else if (typeof example.expect === 'object' && example.expect !== null) {
      expect(call(...example.args)).toMatchObject(example.expect);
    } else {
      expect(call(...example.args)).toBe(example.expect);
    }
  });
}
