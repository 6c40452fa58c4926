import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseFile, runCases } from 'salesmodel/conformance';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../cases');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...CaseFile.parse(JSON.parse(readFileSync(join(root, name), 'utf8'))) }));

describe.each(files)('$name', ({ cases }) => {
  it('gives each case an id of its own', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it.each(cases)('$id $title', async (one) => {
    expect(await runCases([one])).toEqual([expect.objectContaining({ id: one.id, diff: [] })]);
  });
});
