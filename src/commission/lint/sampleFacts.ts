import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import { cellsOf } from '../../mechanisms/rules/tableCells.js';

/** The most combinations of values that are tried. */
const MAX_COMBINATIONS = 20_000;

/** Values by field. */
export type SampleFact = ReadonlyMap<string, unknown>;

/**
 * All combinations of values that the comparisons of some rules tell apart.
 *
 * @param given values of fields that are not read from the comparisons
 * @returns undefined where there are too many, or the rules ask for patterns or parts of texts
 */
export function sampleFacts(
  rules: readonly Rule[],
  given: Readonly<Record<string, readonly unknown[]>>,
): Iterable<SampleFact> | undefined {
  const leaves = rules.flatMap((rule) => Array.from(leavesOf(rule), ({ leaf }) => leaf));
  if (leaves.some(({ op }) => op === 'contains' || op === 'matches')) return undefined;
  const fields = [...new Set(leaves.map(({ field }) => field))].toSorted();
  const samples = fields.map((field): readonly unknown[] => {
    const asked = leaves.filter((leaf) => leaf.field === field);
    return given[field] ?? cellsOf({ field }, asked, 'any').map(({ sample }) => sample);
  });
  if (samples.reduce((size, { length }) => size * length, 1) > MAX_COMBINATIONS) return undefined;
  return facts(fields, samples);
}

/** The fields of a fact that have a value. */
export function exampleOf(fact: SampleFact): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...fact].filter(([, value]) => value !== undefined));
}

function* facts(fields: readonly string[], samples: readonly (readonly unknown[])[]): Generator<SampleFact> {
  for (const values of combinations(samples)) yield new Map(fields.map((field, index) => [field, values[index]]));
}

function* combinations(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  for (const value of first ?? []) for (const others of combinations(rest)) yield [value, ...others];
}
