import { type Decimal, ONE, times } from '../../core/decimal.js';
import type { PieceTable } from '../../core/fixed/pieceTable.js';
import type { SlotMap } from '../../core/fixed/slots.js';
import { type SlotFunction, slotTable } from '../../core/fixed/slotTable.js';
import type { ComponentRun } from './componentRun.js';
import type { ComponentGrid } from './grid.js';
import type { PlanRun } from './planRun.js';
import type { SlotQuota } from './slotQuota.js';

/**
 * A component made ready for the kernels: where rows go, and what they earn there. What it is made of, an object or more
 * for each payee and span, is not kept: the collector would go through all of it again and again.
 */
export interface FusedComponent {
  readonly grid: ComponentGrid;
  /** Slots of lines: spans, or windows for `toDate`. */
  readonly map: SlotMap;
  readonly table: PieceTable;
  /** Slots of totals: spans. */
  readonly spanMap: SlotMap;
  readonly slots: number;
  readonly spanSlots: number;
  /** By slot of totals: its quota, once it was asked for. */
  readonly quotas: (SlotQuota | undefined)[];
}

/**
 * Makes a component ready for the kernels.
 *
 * @param days payees whose assignments do not cover the run have no slot outside of them; `null` where all do
 * @returns `null` where a quota of 0 loses credits or a function has fractions without end
 */
export function fuseComponent(
  planRun: PlanRun,
  run: ComponentRun,
  payees: number,
  scale: number,
): FusedComponent | null {
  const { grid } = run;
  const { component, spans } = grid;
  const { payees: members } = planRun.membership;
  const toDate = component.accumulate === 'toDate';
  const windowOf = spans.map(({ windowFirst }) => windowFirst);
  const starts = [...new Set(windowOf)];
  const width = toDate ? starts.length : spans.length;
  const functions: (SlotFunction | null)[] = [];
  for (const payee of members) {
    for (let slot = 0; slot < width; slot += 1) {
      const span = toDate ? (starts[slot] ?? 0) : slot;
      const slotFunction = functionOf(run, payee, span);
      if (slotFunction === 'rejects') return null;
      functions.push(slotFunction);
    }
  }
  const table = slotTable(functions, scale, planRun.plan.rounding);
  if (table === null) return null;
  const spanBase = new Int32Array(payees).fill(-1);
  const base = new Int32Array(payees).fill(-1);
  members.forEach((payee, rank) => {
    spanBase[payee] = rank * spans.length;
    base[payee] = rank * width;
  });
  const governed = grid.spanOfDay.map((span) => (spans[span]?.governed === true ? span : -1));
  const periodOfDay = toDate
    ? governed.map((span) => (span < 0 ? -1 : starts.indexOf(windowOf[span] ?? -1)))
    : governed;
  return {
    grid,
    map: { slotBase: base, periodOfDay, firstDay: grid.firstDay },
    table,
    spanMap: { slotBase: spanBase, periodOfDay: governed, firstDay: grid.firstDay },
    slots: members.length * width,
    spanSlots: members.length * spans.length,
    quotas: [],
  };
}

/** The function of a slot; multipliers before a cap scale it, later ones scale its limit too. */
function functionOf(run: ComponentRun, payee: number, span: number): SlotFunction | null | 'rejects' {
  const slotSpan = run.slotSpan(payee, span);
  const { component } = run.grid;
  if (!run.isAssigned(payee, span)) return null;
  if (component.component.quota !== undefined && slotSpan.quota().isZero()) {
    if ((component.component.zeroQuota ?? 'reject') === 'reject') return 'rejects';
  }
  const { pure } = component.rate(slotSpan);
  if (pure?.tiers === null || pure === null) return 'rejects';
  let factor: Decimal = ONE;
  let limit: Decimal | null = null;
  for (const [position, modifier] of component.modifiers.list.entries()) {
    if (modifier.kind === 'multiplier') {
      const by: Decimal = run.constantFactor(position);
      if (by.lt(0)) return 'rejects';
      factor = times(factor, by);
      if (limit !== null) limit = times(limit, by);
    } else if (!modifier.defers) {
      const cap: Decimal = run.limit(position, payee, span);
      limit = limit === null || cap.lt(limit) ? cap : limit;
    }
  }
  return { ...pure.tiers, factor, limit };
}
