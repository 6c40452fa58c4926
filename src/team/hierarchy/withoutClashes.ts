import { compareText } from '../../core/compareText.js';
import { fromDayNumber } from '../../core/date.js';
import type { Finding } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import type { HierarchyLink } from '../schema.js';

/** Links that make a tree of each day, apart from circles, and what was said of the others. */
export interface SoundLinks {
  /** Positions in the caller's list, ascending. */
  readonly entries: readonly number[];
  /** `linkOverlap` and `selfParent`, by day and child. */
  readonly findings: readonly Finding[];
}

/**
 * Leaves out links of a child to itself, and links that give a child a second parent on some day: of two, the one that
 * begins later, or else stands later in the list.
 *
 * @throws SalesModelError `period.order`, `date.invalid`
 */
export function withoutClashes(kind: string, links: readonly HierarchyLink[], given: readonly number[]): SoundLinks {
  const spans = new Map(given.map((entry) => [entry, dayRange(links[entry]!, [entry])]));
  const kept = new Map<string, { entry: number; parent: string | null; end: number }>();
  const entries: number[] = [];
  const findings: Finding[] = [];
  const inTime = (a: number, b: number): number =>
    spans.get(a)!.start - spans.get(b)!.start || compareText(links[a]!.child, links[b]!.child) || a - b;
  for (const entry of [...given].sort(inTime)) {
    const { child, parent } = links[entry]!;
    const { start, end } = spans.get(entry)!;
    if (child === parent) {
      findings.push({ code: 'selfParent', severity: 'error', path: [entry, 'parent'], params: { kind, child } });
      continue;
    }
    const last = kept.get(child);
    if (last !== undefined && start < last.end && parent !== last.parent) {
      const params = { kind, child, other: last.entry, on: fromDayNumber(start) };
      findings.push({ code: 'linkOverlap', severity: 'error', path: [entry], params });
      continue;
    }
    entries.push(entry);
    if (last === undefined || end > last.end) kept.set(child, { entry, parent, end });
  }
  return { entries: entries.sort((a, b) => a - b), findings };
}
