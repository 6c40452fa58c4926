import { bigintsOf, type FixedColumn } from '../../core/fixed/column.js';
import type { FusedSource } from './fusedSource.js';
import type { Earnings, LineSource } from './lines.js';
import { once } from './once.js';

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
