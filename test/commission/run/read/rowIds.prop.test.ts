import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowIds } from '../../../../src/commission/run/read/rowIds.js';
import { TextIndex } from '../../../../src/commission/run/read/textIndex.js';

const id = fc.oneof(
  fc.constantFrom('A', 'B', 'AA', 'é', ''),
  fc.integer({ min: 0, max: 400 }).map((number) => `T${number}`),
);
const idLists = fc
  .tuple(
    fc.array(fc.option(id, { nil: undefined }), { maxLength: 300 }),
    fc.constantFrom('as is', 'sorted', 'distinct'),
  )
  .map(([list, order]) => {
    if (order === 'as is') return list;
    const texts = list.filter((each) => each !== undefined).sort();
    return order === 'sorted' ? texts : [...new Set(texts)];
  });

function read(list: readonly (string | undefined)[]): RowIds {
  const ids = new RowIds(list.length, (row) => list[row]);
  list.forEach((each, row) => ids.add(row, each));
  return ids;
}

test('ids ascend if each is greater than all before it', () => {
  fc.assert(
    fc.property(idLists, (list) => {
      const ascends = list.every(
        (each, row) => each !== undefined && (row === 0 ? each !== '' : each > list[row - 1]!),
      );
      expect(read(list).ascending).toBe(ascends);
    }),
  );
});

test('repeated ids are found with all of their rows', () => {
  fc.assert(
    fc.property(idLists, (list) => {
      const rows = new Map<string, number[]>();
      list.forEach((each, row) => {
        if (each !== undefined) rows.set(each, [...(rows.get(each) ?? []), row]);
      });
      const repeated = [...rows.values()].filter((same) => same.length > 1);
      const byRow = (groups: readonly (readonly number[])[]) => [...groups].sort((a, b) => a[0]! - b[0]!);
      expect(byRow(read(list).repeated())).toEqual(byRow(repeated));
    }),
    { numRuns: 300 },
  );
});

test('an id is found at its first row', () => {
  fc.assert(
    fc.property(idLists, fc.uniqueArray(id, { maxLength: 9 }), (list, wanted) => {
      const expected = wanted.map((each) => [each, list.indexOf(each)] as const).filter(([, row]) => row >= 0);
      expect(read(list).find(new Set(wanted))).toEqual(new Map(expected));
    }),
    { numRuns: 300 },
  );
});

test('a text index knows what a map knows', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 60 }), (texts) => {
      const map = new Map(texts.map((text, at) => [text, at]));
      const index = new TextIndex(map);
      for (const text of [...texts, 'x', '']) expect(index.get(text)).toBe(map.get(text));
    }),
  );
});
