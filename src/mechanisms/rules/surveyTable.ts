import type { Path } from '../../core/errors.js';
import type { DecisionTable } from './decisionTable.js';
import { fail } from './fail.js';

/** The most combinations of cells that a proof may visit; combinations in which the same rows are left count once. */
const MAX_STATES = 20_000;

/** Cells of each input from one on, by index; null stands for all of them. */
export type Box = readonly (readonly number[] | null)[];

/** What happens over all combinations of the cells of a table's inputs; sets of rows are bits. */
export interface Survey {
  /** Where no row holds. */
  readonly gaps: readonly Box[];
  /** Sets of rows of which one must decide alone, each with the first place where all of them hold. */
  readonly conflicts: ReadonlyMap<bigint, readonly number[]>;
  /** By row: the rows that decide where it holds. */
  readonly deciding: readonly bigint[];
}

/** @param holding by input and cell: the rows whose conditions on the input hold there */
export function surveyTable(table: DecisionTable, holding: readonly (readonly bigint[])[], path: Path): Survey {
  const { rows, hit } = table;
  const deciding = rows.map(() => 0n);
  const conflicts = new Map<bigint, readonly number[]>();
  const settled = new Set<bigint>();
  const known = new Map<string, readonly Box[]>();
  const at: number[] = [];
  const ranks = rowsByRank(table);

  const settle = (left: bigint): void => {
    if (settled.has(left)) return;
    settled.add(left);
    const highest = left & ranks.find((rank) => (left & rank) !== 0n)!;
    const winners = hit === 'first' ? highest & -highest : highest;
    for (const row of indicesOf(left)) deciding[row]! |= winners;
    if (hit !== 'all' && (winners & (winners - 1n)) !== 0n) conflicts.set(winners, [...at]);
  };
  const gapsBelow = (input: number, left: bigint): readonly Box[] => {
    if (left === 0n) return [holding.slice(input).map(() => null)];
    if (input === holding.length) {
      settle(left);
      return [];
    }
    const key = `${input}:${left}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, []);
    if (known.size > MAX_STATES) fail('rule.limit', path, { max: MAX_STATES, what: 'cells' });
    const merged = new Map<string, { cells: number[]; rest: Box }>();
    for (const [cell, bits] of holding[input]!.entries()) {
      at.push(cell);
      for (const rest of gapsBelow(input + 1, left & bits)) {
        const text = JSON.stringify(rest);
        const same = merged.get(text);
        if (same === undefined) merged.set(text, { cells: [cell], rest });
        else same.cells.push(cell);
      }
      at.pop();
    }
    const gaps = Array.from(merged.values(), ({ cells, rest }): Box => {
      return [cells.length === holding[input]!.length ? null : cells, ...rest];
    });
    known.set(key, gaps);
    return gaps;
  };

  return { gaps: gapsBelow(0, allRows(rows.length)), conflicts, deciding };
}

/** Rows of equal rank, the highest first: by priority where that decides, else all alike. */
function rowsByRank({ rows, hit }: DecisionTable): readonly bigint[] {
  if (hit !== 'priority') return [allRows(rows.length)];
  const ranks = new Map<number, bigint>();
  for (const [row, { priority = 0 }] of rows.entries()) {
    ranks.set(priority, (ranks.get(priority) ?? 0n) | (1n << BigInt(row)));
  }
  return [...ranks].toSorted(([a], [b]) => b - a).map(([, bits]) => bits);
}

function allRows(count: number): bigint {
  return (1n << BigInt(count)) - 1n;
}

/** The places of the bits that are set, ascending. */
export function indicesOf(bits: bigint): readonly number[] {
  return [...bits.toString(2)].reverse().flatMap((bit, index) => (bit === '1' ? [index] : []));
}
