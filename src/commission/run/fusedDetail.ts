import { compareText } from '../../core/compareText.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { creditKinds } from '../credit/credits.js';
import type { Line, Payee } from '../schema.js';
import type { FusedPlan } from './fusedPlan.js';
import type { FusedSource } from './fusedSource.js';
import type { PlanPeriod } from './grid.js';
import type { Rows } from './rows.js';

/** The lines of a component, and where they go. */
interface DetailPart {
  readonly planId: string;
  readonly componentId: string;
  readonly periods: readonly PlanPeriod[];
  readonly source: FusedSource;
  readonly column: FixedColumn;
  /** Span slot of each line. */
  readonly slots: Int32Array;
  /** By span slot: the place of its next line, −1 where it has none to show. */
  readonly next: Int32Array;
}

/**
 * Lines as objects, by payee, plan, component and canonical order.
 *
 * @param only positions of the payees to make them for; `null` = all
 */
export function fusedDetail(
  plans: readonly { plan: FusedPlan; sources: readonly FusedSource[] }[],
  rows: Rows,
  payees: readonly Payee[],
  only: ReadonlySet<number> | null,
): Line[] {
  const parts = plans
    .flatMap(({ plan, sources }) =>
      sources.map((source): DetailPart => {
        const { grid, spanSlots } = source.component;
        return {
          planId: plan.grid.plan.plan.id,
          componentId: grid.component.id,
          periods: plan.grid.periods,
          source,
          column: source.lines(),
          slots: source.lineSlots(),
          next: new Int32Array(spanSlots).fill(-1),
        };
      }),
    )
    .sort((a, b) => compareText(a.planId, b.planId) || compareText(a.componentId, b.componentId));
  const members = [...new Set(plans.flatMap(({ plan }) => plan.membership.payees))]
    .filter((payee) => only === null || only.has(payee))
    .sort((a, b) => compareText(payees[a]?.id ?? '', payees[b]?.id ?? ''));
  const lines = new Array<Line>(places(parts, members));
  for (const part of parts) addLines(lines, part, rows, payees);
  return lines;
}

/** Gives every slot its place among all lines, and returns how many there are. */
function places(parts: readonly DetailPart[], members: readonly number[]): number {
  const counts = parts.map(({ slots, next }) => {
    const count = new Int32Array(next.length);
    for (const slot of slots) if (slot >= 0) count[slot]! += 1;
    return count;
  });
  let place = 0;
  for (const payee of members) {
    parts.forEach(({ source, periods, next }, part) => {
      source.component.grid.spans.forEach((span, index) => {
        const slot = source.slot(payee, index);
        if (slot < 0 || !span.governed || periods[span.earnedIn]?.inRun !== true) return;
        next[slot] = place;
        place += counts[part]![slot]!;
      });
    });
  }
  return place;
}

/** Goes through the lines as they come: rows are read from the first to the last, and each slot fills from its start. */
function addLines(
  lines: Line[],
  { planId, componentId, periods, source, column, slots, next }: DetailPart,
  rows: Rows,
  payees: readonly Payee[],
): void {
  const { spans } = source.component.grid;
  const starts = spans.map(({ earnedIn }) => periods[earnedIn]?.period.start ?? '');
  const { values, scale } = column;
  const rowOf = source.lineRows();
  // Lines are put into their places when all are made: the collector follows them in the order in which they lie in memory.
  const made = new Array<Line>(slots.length);
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!;
    if (slot < 0 || next[slot]! < 0) continue;
    const row = rowOf[at]!;
    const measure = rows.amountText(row);
    const earned = scaledText(values[at]!, scale, scale);
    made[at] = {
      transactionId: rows.id(row),
      payeeId: payees[rows.payee[row]!]!.id,
      planId,
      componentId,
      period: starts[slot % spans.length]!,
      kind: creditKinds[0],
      level: 0,
      measure,
      base: measure,
      earned,
      released: earned,
    };
  }
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!;
    if (slot >= 0 && next[slot]! >= 0) lines[next[slot]!++] = made[at]!;
  }
}
