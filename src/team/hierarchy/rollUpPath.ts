import type { PlainDate } from '../../core/date.js';
import { fail } from '../fail.js';
import type { Hierarchy } from './hierarchy.js';

/** How far up a figure of a person counts. */
export interface RollUpPathOptions {
  /** The relation; default `reportsTo`. */
  readonly kind?: string;
  /** Levels up, a whole number from 1; default all. A vacant place that is passed over is none. */
  readonly levels?: number;
  /** The last id that it counts for. */
  readonly until?: string;
  /** Ids that nobody holds on that day: they are passed over. */
  readonly skipVacant?: readonly string[];
}

/** Whom a figure of a person counts for. */
export interface RollUpPath {
  /** Nearest first. */
  readonly path: readonly string[];
  /** Vacant ids that were passed over, nearest first. */
  readonly vacant: readonly string[];
  /** Why it goes no further: all `levels` are there, `until` is reached, the `top` is, or the person is `absent` that day. */
  readonly end: 'levels' | 'until' | 'top' | 'absent';
}

/**
 * Returns whom a figure of a person counts for on the day it is of: the ids above that day, whatever was changed later.
 *
 * @param hierarchy reporting lines
 * @param person whose figure
 * @param date its day
 * @param options how far up, which places are vacant
 * @throws SalesModelError `hierarchy.span`, `date.invalid`
 * @example
 * import { compileHierarchy, rollUpPath } from 'salesmodel/team';
 *
 * const hierarchy = compileHierarchy([
 *   { child: 'rep', parent: 'teamLead', from: '2026-01-01' },
 *   { child: 'teamLead', parent: 'manager', from: '2026-01-01' },
 *   { child: 'manager', parent: 'director', from: '2026-01-01' },
 * ]);
 * rollUpPath(hierarchy, 'rep', '2026-03-31', { levels: 1, skipVacant: ['teamLead'] });
 * // => { path: [ 'manager' ], vacant: [ 'teamLead' ], end: 'levels' }
 */
export function rollUpPath(
  hierarchy: Hierarchy,
  person: string,
  date: PlainDate,
  { kind, levels = Infinity, until, skipVacant = [] }: RollUpPathOptions = {},
): RollUpPath {
  if (levels !== Infinity && (!Number.isSafeInteger(levels) || levels < 1)) {
    fail('hierarchy.span', ['options', 'levels'], { value: String(levels) });
  }
  if (hierarchy.levelAt(person, date, kind) === null) return { path: [], vacant: [], end: 'absent' };
  const [path, vacant]: [string[], string[]] = [[], []];
  for (const id of hierarchy.ancestorsAt(person, date, { kind })) {
    if (skipVacant.includes(id)) vacant.push(id);
    else path.push(id);
    if (id === until) return { path, vacant, end: 'until' };
    if (path.length === levels) return { path, vacant, end: 'levels' };
  }
  return { path, vacant, end: 'top' };
}
