import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CaseFile, runCases } from 'salesmodel/conformance';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../cases');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...CaseFile.parse(JSON.parse(readFileSync(join(root, name), 'utf8'))) }));

describe.each(files)('$name', ({ cases }) => {
  it.each(cases)('$id $title', async (one) => {
    expect(await runCases([one])).toEqual([expect.objectContaining({ id: one.id, diff: [] })]);
  });
});

it('gives each case an id of its own within its folder', () => {
  const ids = files.flatMap(({ name, cases }) => cases.map((one) => `${dirname(name)} ${one.id}`));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
