import { compareText } from '../../core/compareText.js';
import type { AuditFinding } from '../schema/audit.js';

/** What became of the findings of an audit. */
export interface AuditLoop {
  /** Ids of the audit before: closed, and not found again. */
  readonly closed: readonly string[];
  /** Ids of the audit before: neither closed nor found again. */
  readonly stillOpen: readonly string[];
  /** Found again; closing one did not help. */
  readonly repeated: readonly { readonly before: string; readonly now: string }[];
  /** Ids of the present audit that repeat nothing. */
  readonly fresh: readonly string[];
}

/**
 * Returns what became of the findings of one audit by the next. A finding repeats an earlier one that it names, or one with the
 * same text in the same unit. All lists are by id.
 *
 * @param previous findings of the audit before
 * @param current findings of the present one
 * @example
 * import { auditLoop } from 'salesmodel/team';
 *
 * const finding = { severity: 'minor', owner: 'Ana', due: '2026-05-31', unit: 'east' } as const;
 * auditLoop(
 *   [{ ...finding, id: 'F1', text: 'late-report', closedOn: '2026-05-20' }, { ...finding, id: 'F2', text: 'no-brief' }],
 *   [{ ...finding, id: 'G1', text: 'late-report' }],
 * ); // => { closed: [], stillOpen: [ 'F2' ], repeated: [ { before: 'F1', now: 'G1' } ], fresh: [] }
 */
export function auditLoop(previous: readonly AuditFinding[], current: readonly AuditFinding[]): AuditLoop {
  const ids = new Set(previous.map(({ id }) => id));
  const byPlace = new Map(previous.map(({ id, unit, text }) => [JSON.stringify([unit, text]), id]));
  const links = current.map(({ id, unit, text, repeatOf }) => {
    const named = repeatOf !== undefined && ids.has(repeatOf) ? repeatOf : undefined;
    return { now: id, before: named ?? byPlace.get(JSON.stringify([unit, text])) };
  });
  const again = new Set(links.map(({ before }) => before));
  const rest = previous.filter(({ id }) => !again.has(id)).toSorted((a, b) => compareText(a.id, b.id));
  return {
    closed: rest.filter(({ closedOn }) => closedOn !== undefined).map(({ id }) => id),
    stillOpen: rest.filter(({ closedOn }) => closedOn === undefined).map(({ id }) => id),
    repeated: links
      .flatMap(({ now, before }) => (before === undefined ? [] : [{ before, now }]))
      .sort((a, b) => compareText(a.before, b.before) || compareText(a.now, b.now)),
    fresh: links.flatMap(({ now, before }) => (before === undefined ? [now] : [])).toSorted(compareText),
  };
}
