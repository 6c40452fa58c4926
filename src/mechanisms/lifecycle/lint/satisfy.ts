import { compileRule } from '../../rules/compileRule.js';
import { type FieldCatalogue, fieldType } from '../../rules/field.js';
import { leavesOf } from '../../rules/leaves.js';
import type { Rule } from '../../rules/rule.js';
import { cellsOf } from '../../rules/tableCells.js';

/** The most combinations of values that a proof may try. */
const MAX_COMBINATIONS = 20_000;

/** Values by field under which rules hold together. */
export type Example = Readonly<Record<string, unknown>>;

/**
 * Looks for values under which rules hold together, over one of each kind of value that they tell apart: an example,
 * `null` when there is none, or `undefined` when that can not be proved.
 *
 * @param present fields that are known to have a value
 */
export function satisfy(
  rules: readonly Rule[],
  fields: FieldCatalogue | undefined,
  present: readonly string[] = [],
): Example | null | undefined {
  const all: Rule = { all: rules };
  const leaves = Array.from(leavesOf(all), ({ leaf }) => leaf);
  // A pattern or a part of a text cuts values into no finite number of kinds.
  if (leaves.some(({ op }) => op === 'contains' || op === 'matches')) return undefined;
  const names = [...new Set(leaves.map(({ field }) => field))].sort();
  const samples = names.map((field) => {
    const type = fieldType(field, fields, []);
    const own = leaves.filter((leaf) => leaf.field === field);
    const values = cellsOf({ field }, own, type).map(({ sample }) => sample);
    if (type === 'any') values.push(otherThan(values));
    return values.filter((value) => value !== undefined || !present.includes(field));
  });
  if (samples.reduce((product, { length }) => product * length, 1) > MAX_COMBINATIONS) return undefined;

  const options = {
    read: (field: string) => (fact: Example) => fact[field],
    ...(fields === undefined ? {} : { fields }),
  };
  const holds = compileRule<Example>(all, options);
  const at = names.map(() => 0);
  for (;;) {
    const entries = names.map((field, index): [string, unknown] => [field, samples[index]![at[index]!]]);
    const example = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    if (holds(example) === true) return example;
    const place = at.findLastIndex((index, which) => index + 1 < samples[which]!.length);
    if (place < 0) return null;
    at[place]!++;
    at.fill(0, place + 1);
  }
}

/** A text that is none of some values: where the kind of a field is not known, it may hold one. */
function otherThan(values: readonly unknown[]): string {
  let text = '?';
  while (values.includes(text)) text += '?';
  return text;
}
