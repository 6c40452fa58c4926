import { hash32 } from './hash.js';
import { checkSeed } from './random.js';

/** An id with the words that place it; the second is asked for where the first ones are equal. */
interface Candidate {
  readonly id: string;
  readonly first: number;
}

/**
 * The first ids of the seeded order, in that order, without sorting the rest: a heap holds the candidates, the last of them
 * on top.
 *
 * @param ids distinct texts
 * @param seed integer from 0 to 2³² − 1
 * @param size how many, 0 or more
 */
export function seededFirst(ids: Iterable<string>, seed: number, size: number): string[] {
  const second = (checkSeed(seed, ['seed']) ^ 0x9e3779b9) >>> 0;
  const isBefore = (a: Candidate, b: Candidate): boolean => {
    if (a.first !== b.first) return a.first < b.first;
    const [left, right] = [hash32(a.id, second), hash32(b.id, second)];
    return left === right ? a.id < b.id : left < right;
  };
  const heap: Candidate[] = [];
  if (size === 0) return [];
  for (const id of ids) {
    const first = hash32(id, seed);
    if (heap.length < size) {
      let at = heap.length;
      const candidate = { id, first };
      heap.push(candidate);
      for (; at > 0 && isBefore(heap[(at - 1) >> 1]!, candidate); at = (at - 1) >> 1) heap[at] = heap[(at - 1) >> 1]!;
      heap[at] = candidate;
    } else if (first <= heap[0]!.first) {
      const candidate = { id, first };
      if (isBefore(candidate, heap[0]!)) replaceTop(heap, candidate, isBefore);
    }
  }
  return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ id }) => id);
}

/** Takes the last candidate out for another one. */
function replaceTop(heap: Candidate[], candidate: Candidate, isBefore: (a: Candidate, b: Candidate) => boolean): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child]!, heap[child + 1]!)) child++;
    if (isBefore(heap[child]!, candidate)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = candidate;
}
