import { compareText } from '../../core/compareText.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import { fail } from '../fail.js';
import { shownValue } from '../shownValue.js';

/** State of a customer who is not among those of a day. */
export const ABSENT = 'absent';
/** State of a customer whose segment nobody can tell. */
const OPEN = 'open';

/** Where the customers of one state went. */
export interface MigrationRow {
  readonly from: string;
  readonly customers: number;
  /** By state, in the order of the states. */
  readonly counts: readonly number[];
  /** Parts of the row, which add up to 1; `null` without a customer. */
  readonly shares: readonly Ratio[] | null;
}

/** A customer who was elsewhere before. */
export interface Mover {
  readonly customer: string;
  readonly from: string;
  readonly to: string;
  /** `aside`: the order of the states does not say. */
  readonly direction: 'up' | 'down' | 'entered' | 'left' | 'aside';
}

/** How customers moved between segments. */
export interface Migration {
  /** As ordered, the others ascending, then `open` and `absent` where they occur. */
  readonly states: readonly string[];
  readonly rows: readonly MigrationRow[];
  /** By id. */
  readonly movers: readonly Mover[];
  /** Of both days together. */
  readonly customers: number;
}

/**
 * Returns from which segment how many customers went to which between two days, over all who are there on either.
 *
 * @param before assignments of one day, a customer once
 * @param after assignments of another
 * @param options segments from the best to the worst, which gives moves a direction
 * @throws SalesModelError `ids.duplicate`, `segmentation.migration.state`
 * @example
 * import { migration } from 'salesmodel/segmentation';
 *
 * const before = [{ customer: 'a', segment: 'gold' }, { customer: 'b', segment: 'base' }, { customer: 'c', segment: 'base' }];
 * const after = [{ customer: 'b', segment: 'gold' }, { customer: 'c', segment: 'base' }, { customer: 'd', segment: 'base' }];
 * const { states, rows, movers } = migration(before, after, { order: ['gold', 'base'] });
 * states; // => ['gold', 'base', 'absent']
 * rows.map(({ from, counts }) => `${from}: ${counts.join(' ')}`); // => ['gold: 0 0 1', 'base: 1 1 0', 'absent: 0 1 0']
 * movers.map(({ customer, direction }) => `${customer} ${direction}`); // => ['a left', 'b up', 'd entered']
 */
export function migration(
  before: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  after: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  options: { readonly order?: readonly string[] } = {},
): Migration {
  const { order = [] } = options;
  const was = statesOf(before, 'before');
  const is = statesOf(after, 'after');
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  const moves = ids.map((customer) => ({
    customer,
    from: was.get(customer) ?? ABSENT,
    to: is.get(customer) ?? ABSENT,
  }));
  const found = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const others = [...found].filter((state) => !order.includes(state) && state !== OPEN && state !== ABSENT);
  const states = [...order, ...others.sort(compareText), ...[OPEN, ABSENT].filter((state) => found.has(state))];
  const place = new Map(states.map((state, at) => [state, at]));
  const counts = states.map(() => states.map(() => 0));
  for (const { from, to } of moves) counts[place.get(from)!]![place.get(to)!]! += 1;
  const rows = states.map((from, at): MigrationRow => {
    const customers = counts[at]!.reduce((sum, count) => sum + count, 0);
    const shares = customers === 0 ? null : counts[at]!.map((count) => ratio(count, customers));
    return { from, customers, counts: counts[at]!, shares };
  });
  const rank = new Map(order.map((state, at) => [state, at]));
  const movers = moves
    .filter(({ from, to }) => from !== to)
    .map((move): Mover => ({ ...move, direction: directionOf(move.from, move.to, rank) }));
  return { states, rows, movers, customers: ids.length };
}

function directionOf(from: string, to: string, rank: ReadonlyMap<string, number>): Mover['direction'] {
  if (from === ABSENT) return 'entered';
  if (to === ABSENT) return 'left';
  const [before, after] = [rank.get(from), rank.get(to)];
  return before === undefined || after === undefined ? 'aside' : after < before ? 'up' : 'down';
}

function statesOf(
  assignments: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  name: string,
): Map<string, string> {
  const states = new Map<string, string>();
  assignments.forEach(({ customer, segment }, at) => {
    if (states.has(customer)) failCore('ids.duplicate', [name, at, 'customer'], { id: customer });
    if (segment === ABSENT || segment === OPEN) {
      fail('segmentation.migration.state', [name, at, 'segment'], { value: segment });
    }
    states.set(customer, segment ?? OPEN);
  });
  return states;
}

/** Customers by state after each step, or why that cannot be said. */
export type MigrationProjection =
  | {
      readonly ok: true;
      /** Everybody moves as those in their state did, whatever they did before. */
      readonly assumes: 'markov';
      readonly states: readonly string[];
      /** The present counts, then those after each step. */
      readonly steps: readonly (readonly Estimate[])[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how many customers would be in which state after some steps, if each moved as those in its state did.
 *
 * @param matrix what `migration` returned
 * @param steps whole number from 1 to 1,000
 * @throws SalesModelError `segmentation.migration.steps`, `segmentation.migration.counts`
 * @example
 * import { migration, projectMigration } from 'salesmodel/segmentation';
 *
 * const before = [{ customer: 'a', segment: 'x' }, { customer: 'b', segment: 'x' }, { customer: 'c', segment: 'y' }];
 * const after = [{ customer: 'a', segment: 'x' }, { customer: 'b', segment: 'y' }, { customer: 'c', segment: 'y' }];
 * const projection = projectMigration(migration(before, after), 2);
 * projection.ok && projection.steps; // => [[1, 2], [0.5, 2.5], [0.25, 2.75]]
 */
export function projectMigration(matrix: Migration, steps: number): MigrationProjection {
  if (!Number.isInteger(steps) || steps < 1 || steps > 1000)
    fail('segmentation.migration.steps', ['steps'], { value: steps });
  const { states, rows } = matrix;
  checkCounts(matrix);
  const now = states.map((_, at) => rows.reduce((sum, { counts }) => sum + counts[at]!, 0));
  const counted: number[][] = [now];
  for (let step = 0; step < steps; step++) {
    const from = counted.at(-1)!;
    // Nobody is known to have left a state in which nobody was.
    const unknown = rows.filter(({ customers }, at) => customers === 0 && from[at]! > 0);
    if (unknown.length > 0) {
      return { ok: false, reasons: unknown.map(({ from: state }) => ({ code: 'noTransitions', params: { state } })) };
    }
    counted.push(
      states.map((_, to) =>
        rows.reduce(
          (sum, { customers, counts }, at) => (customers === 0 ? sum : sum + (from[at]! * counts[to]!) / customers),
          0,
        ),
      ),
    );
  }
  return { ok: true, assumes: 'markov', states, steps: counted };
}

function checkCounts({ states, rows }: Migration): void {
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  rows.forEach(({ counts, customers }, at) => {
    const sum = counts.reduce((all, count) => all + count, 0);
    if (counts.length !== states.length || !counts.every(isCount) || customers !== sum) {
      fail('segmentation.migration.counts', ['matrix', 'rows', at], {
        states: states.length,
        customers: shownValue(customers),
      });
    }
  });
}
