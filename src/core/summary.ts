import { compareText } from './compareText.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

/** Which part of a batch something is. */
export interface Partition {
  /** Position and number of the partitions, from `1/3` to `3/3`. */
  readonly id: string;
  /** Position, from 0. */
  readonly index: number;
  /** Number of the partitions of the batch. */
  readonly of: number;
}

/** What was computed of some partitions of a batch, in plain JSON. */
export interface Summary<Part> {
  /** Number of the partitions of the batch, 0 while none is known. */
  readonly of: number;
  /** By id of the partition. */
  readonly parts: Readonly<Record<string, Part>>;
}

/** The summary of one partition. */
export function summaryOf<Part>({ id, of }: Partition, part: Part): Summary<Part> {
  return { of, parts: { [id]: part } };
}

/**
 * Returns the summary of no partition, which changes nothing when it is merged.
 *
 * @example
 * import { emptySummary, merge } from 'salesmodel/core';
 *
 * const summary = { of: 2, parts: { '1/2': 70 } };
 * merge(emptySummary(), summary); // => { of: 2, parts: { '1/2': 70 } }
 */
export function emptySummary<Part>(): Summary<Part> {
  return { of: 0, parts: {} };
}

/**
 * Returns the summary of all partitions of two summaries of one batch. The order in which summaries are merged, and how often
 * one of them is, changes no byte.
 *
 * @param a of some partitions
 * @param b of others, or of the same ones again
 * @throws SalesModelError `batch.conflict`: the two are of different batches
 * @example
 * import { merge } from 'salesmodel/core';
 *
 * const first = { of: 3, parts: { '1/3': 70 } };
 * const others = { of: 3, parts: { '3/3': 10, '1/3': 70 } };
 * merge(first, others); // => { of: 3, parts: { '1/3': 70, '3/3': 10 } }
 */
export function merge<Part>(a: Summary<Part>, b: Summary<Part>): Summary<Part> {
  if (a.of !== 0 && b.of !== 0 && a.of !== b.of) fail('batch.conflict', ['of'], { id: String(a.of) });
  const parts: Record<string, Part> = {};
  for (const id of [...new Set([...Object.keys(a.parts), ...Object.keys(b.parts)])].sort(compareText)) {
    const [mine, others] = [a.parts[id], b.parts[id]];
    if (mine !== undefined && others !== undefined && JSON.stringify(mine) !== JSON.stringify(others)) {
      fail('batch.conflict', ['parts', id], { id });
    }
    parts[id] = (mine ?? others)!;
  }
  return { of: Math.max(a.of, b.of), parts };
}

/**
 * The parts of a summary of a whole batch, in the order of its partitions.
 *
 * @throws SalesModelError `batch.incomplete`
 */
export function wholeBatch<Part>({ of, parts }: Summary<Part>, path: Path = ['summary']): Part[] {
  const ids = partitions(of).map(({ id }) => id);
  const missing = ids.filter((id) => !Object.hasOwn(parts, id));
  if (of < 1 || missing.length > 0)
    fail('batch.incomplete', [...path, 'parts'], { missing: missing.join(', ') || '1/1' });
  return ids.map((id) => parts[id]!);
}

/** The partitions of a batch. */
export function partitions(of: number): Partition[] {
  return Array.from({ length: of }, (_, index) => ({ id: `${index + 1}/${of}`, index, of }));
}

/**
 * A number of partitions.
 *
 * @throws SalesModelError `batch.partitions`
 */
export function checkPartitions(count: number, path: Path): number {
  if (!Number.isSafeInteger(count) || count < 1) fail('batch.partitions', path, { value: count });
  return count;
}
