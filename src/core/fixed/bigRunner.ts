import type { Piece, SlotRule } from './piece.js';
import type { PieceTable } from './pieceTable.js';
import { type Quotient, bigQuotient, quotient } from './quotient.js';
import type { Runner, SlotTotals } from './runner.js';
import { type RowKeys, type SlotMap, slotsOf } from './slots.js';

/** A column of bigints. Lines go into 64 bits only where a bound says that they fit: a longer one would be cut there. */
export type BigColumn = BigInt64Array | bigint[];

/** Runs any table, of any size of numbers. */
export function bigRunner(table: PieceTable): Runner<bigint, BigColumn> {
  const totals: bigint[] = table.rules.map(() => 0n);
  const earnings: bigint[] = table.rules.map(() => 0n);
  const quotients = quotientsOf(table);

  const add = (slot: number, amount: bigint): bigint => {
    const x = totals[slot]! + amount;
    totals[slot] = x;
    const rule = table.rules[slot]!;
    const size = x < 0n ? -x : x;
    const { slope, offset } = pieceAt(rule, size);
    const value = size * slope - offset;
    let earned = bigQuotient(x < 0n ? -value : value, quotients[slot]!);
    if (rule.cap !== undefined && earned > rule.cap) earned = rule.cap;
    const line = earned - earnings[slot]!;
    earnings[slot] = earned;
    return line;
  };

  const items = (slotOfItem: Int32Array, amounts: BigColumn, lines: BigColumn): number => {
    let without = 0;
    for (let item = 0; item < amounts.length; item++) {
      const slot = slotOfItem[item]!;
      if (slot < 0) without++;
      lines[item] = slot < 0 ? 0n : add(slot, amounts[item]!);
    }
    return without;
  };

  const earned = (slot: number): bigint => {
    // A cap may lie below nothing.
    add(slot, 0n);
    return earnings[slot]!;
  };
  return {
    kernel: 'bigint',
    rows: (map, keys, amounts, lines) => items(slotsOf(map, keys), amounts, lines),
    items,
    add,
    reset: (slot) => {
      totals[slot] = 0n;
      earnings[slot] = 0n;
    },
    total: (slot) => totals[slot]!,
    earned,
    earnings: () => totals.map((_, slot) => earned(slot)),
  };
}

/** Adds up amounts by slot, in any order, and evaluates each slot once. */
export function bigTotals(table: PieceTable, map: SlotMap, keys: RowKeys, amounts: BigColumn): SlotTotals<bigint[]> {
  const totals = table.rules.map(() => 0n);
  let without = 0;
  slotsOf(map, keys).forEach((slot, row) => {
    if (slot < 0) without += 1;
    else totals[slot]! += amounts[row]!;
  });
  const runner = bigRunner(table);
  return { totals, earned: totals.map((total, slot) => runner.add(slot, total)), without };
}

function pieceAt({ pieces }: SlotRule, size: bigint): Piece {
  let at = 0;
  for (let last = pieces[0]!.last; last !== null && size > last; last = pieces[at]!.last) at++;
  return pieces[at]!;
}

/** By slot; rules of one divisor share a quotient. */
function quotientsOf(table: PieceTable): Quotient[] {
  const known = new Map<bigint, Quotient>([[table.quotient.exact, table.quotient]]);
  return table.rules.map(({ divisor = table.quotient.exact }) => {
    let by = known.get(divisor);
    if (by === undefined) known.set(divisor, (by = quotient(divisor, table.quotient.mode)));
    return by;
  });
}
