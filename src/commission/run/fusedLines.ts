import { bigintsOf, type FixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { creditKinds } from '../credit/credits.js';
import type { Line } from '../schema.js';
import type { FusedSource } from './fusedSource.js';
import type { Earnings, LineSource } from './lines.js';
import { once } from './once.js';
import type { FusedPlan } from './fusedPlan.js';
import type { CreditTable } from './creditFields.js';

/** The lines of all components as columns; those of a single one are the kernel's own. */
export function fusedLineSource(sources: readonly FusedSource[]): LineSource {
  const [first, ...others] = sources;
  if (first === undefined) throw new RangeError('a run has a component');
  const slots = once(() => sources.map((source) => source.lineSlotNames()));
  if (others.length === 0) {
    const lines = first.lines();
    return {
      ...lines,
      n: lines.values.length,
      get slots() {
        return slots()[0] ?? [];
      },
      row: () => first.lineRows(),
      slot: () => first.lineSlots(),
    };
  }
  const columns = sources.map((source) => source.lines());
  const lines = joined(columns);
  return {
    ...lines,
    n: lines.values.length,
    get slots() {
      return slots().flat();
    },
    row: () => Int32Array.from(sources.flatMap((source) => [...source.lineRows()])),
    slot: () => {
      let base = 0;
      return Int32Array.from(
        sources.flatMap((source, index) => {
          const own = [...source.lineSlots()].map((slot) => (slot < 0 ? -1 : slot + base));
          base += slots()[index]?.length ?? 0;
          return own;
        }),
      );
    },
  };
}

/** Earnings of all components by slot, or `null` where some must be worked out span by span. */
export function fusedEarnings(sources: readonly FusedSource[]): Earnings | null {
  const columns: FixedColumn[] = [];
  for (const source of sources) {
    const column = source.earned();
    if (column === null) return null;
    columns.push(column);
  }
  const slots = once(() => sources.flatMap((source) => source.lineSlotNames()));
  const [first, ...others] = columns;
  const column = first !== undefined && others.length === 0 ? first : joined(columns);
  return {
    ...column,
    get slots() {
      return slots();
    },
  };
}

/** Lines as objects, by payee, plan, component and canonical order. */
export function fusedDetail(
  plans: readonly { plan: FusedPlan; sources: readonly FusedSource[] }[],
  table: CreditTable,
): Line[] {
  const lines: Line[] = [];
  const { rows, payees } = table;
  const parts = plans
    .flatMap(({ plan, sources }) =>
      sources.map((source) => ({
        planId: plan.grid.plan.plan.id,
        componentId: source.component.grid.component.id,
        periods: plan.grid.periods,
        source,
        column: source.lines(),
      })),
    )
    .sort((a, b) => compareText(a.planId, b.planId) || compareText(a.componentId, b.componentId))
    .map((part) => ({ ...part, lineOfRow: part.source.linePlaces() }));
  const members = [...new Set(plans.flatMap(({ plan }) => plan.membership.payees))].sort((a, b) =>
    compareText(payees[a]?.id ?? '', payees[b]?.id ?? ''),
  );
  const moneyScale = rows.amount.scale;
  for (const payee of members) {
    for (const { planId, componentId, periods, source, column, lineOfRow } of parts) {
      const { grid } = source.component;
      const items = source.items();
      grid.spans.forEach((span, index) => {
        const slot = items.slot(payee, index);
        const period = periods[span.earnedIn];
        if (slot < 0 || !span.governed || period?.inRun !== true) return;
        const { offset, credit } = items.items;
        for (let item = offset[slot]!; item < offset[slot + 1]!; item += 1) {
          const row = credit[item]!;
          const measure = scaledText(rows.amount.values[row]!, moneyScale);
          const at = lineOfRow === null ? row : lineOfRow[row]!;
          const earned = scaledText(column.values[at]!, column.scale, column.scale);
          lines.push({
            transactionId: rows.id(row),
            payeeId: payees[payee]!.id,
            planId,
            componentId,
            period: period.period.start,
            kind: creditKinds[0],
            level: 0,
            measure,
            base: measure,
            earned,
            released: earned,
          });
        }
      });
    }
  }
  return lines;
}

/** Columns one after another, at the finest of their scales. */
function joined(columns: readonly FixedColumn[]): FixedColumn {
  const scale = Math.max(...columns.map((column) => column.scale));
  if (columns.every((column) => column.scale === scale && column.values instanceof Float64Array)) {
    const n = columns.reduce((sum, { values }) => sum + values.length, 0);
    const all = new Float64Array(n);
    let at = 0;
    for (const { values } of columns) {
      all.set(values as Float64Array, at);
      at += values.length;
    }
    return { values: all, scale };
  }
  return { values: columns.flatMap((column) => bigintsOf(column, scale)), scale };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
