import { type Decimal, minus, ONE, times, toDecimal, toText } from '../decimal.js';
import { scaledInteger } from './decimalColumn.js';
import type { Piece, SlotRule } from './piece.js';
import { type PieceTable, pieceTable } from './pieceTable.js';
import { roundDecimal, type RoundingMode } from '../rounding.js';
import type { CompiledTiers } from '../tierPieces.js';

/** What a slot earns on its running sum: tiers, times a factor, at most a limit. */
export interface SlotFunction {
  readonly tiers: CompiledTiers;
  readonly factor: Decimal;
  readonly limit: Decimal | null;
}

/**
 * Turns the functions of slots into integers for the kernels.
 *
 * @param functions by slot; `null` for a slot that nobody can earn in
 * @param scale decimals of the amounts
 * @returns `null` where some function has fractions without end
 */
export function slotTable(
  functions: readonly (SlotFunction | null)[],
  scale: number,
  { mode, increment }: { readonly mode: RoundingMode; readonly increment: Decimal },
): PieceTable | null {
  const known = new Map<string, SlotRule>();
  const lines = functions.map((slot) => (slot === null ? null : linesOf(slot)));
  if (lines.some((slot) => slot?.some(({ isWhole }) => !isWhole) === true)) return null;
  // One number of decimals for all slots, so that they share a divisor.
  let decimals = Math.max(0, increment.decimalPlaces() - scale);
  for (const slot of lines) {
    for (const { slope, offset } of slot ?? []) {
      decimals = Math.max(decimals, slope.decimalPlaces(), offset.decimalPlaces() - scale);
    }
  }
  const rules = lines.map((slot, index): SlotRule => {
    if (slot === null) return NOTHING;
    const limit = functions[index]?.limit ?? null;
    const key = JSON.stringify([slot.map(({ key: own }) => own), limit === null ? null : toText(limit)]);
    let rule = known.get(key);
    if (rule === undefined) {
      const pieces = piecesOf(slot, scale, decimals);
      rule =
        limit === null
          ? { pieces }
          : { pieces, cap: BigInt(roundDecimal(limit, increment, mode).div(increment).toFixed(0)) };
      known.set(key, rule);
    }
    return rule;
  });
  const divisor = scaledInteger(times(increment, toDecimal(10n ** BigInt(scale + decimals))), 0);
  return pieceTable(divisor, mode, rules);
}

const NOTHING: SlotRule = { pieces: [{ last: null, slope: 0n, offset: 0n }] };

/** A piece of a slot's function as a line: value = slope × x − offset. */
interface SlotLine {
  readonly upTo: Decimal | null;
  readonly isLower: boolean;
  readonly slope: Decimal;
  readonly offset: Decimal;
  /** Whether the line has no division in it. */
  readonly isWhole: boolean;
  readonly key: string;
}

function linesOf({ tiers, factor }: SlotFunction): SlotLine[] {
  const isLower = tiers.boundary === 'lower';
  return tiers.pieces.map(({ from, upTo, start, slope, per }) => {
    const scaled = times(slope, factor);
    const offset = minus(times(scaled, from), times(start, factor));
    return {
      upTo,
      isLower,
      slope: scaled,
      offset,
      isWhole: per.eq(ONE) && !(tiers.flatWhenZero && !start.isZero()),
      key: `${upTo === null ? '' : toText(upTo)} ${isLower} ${toText(scaled)} ${toText(offset)}`,
    };
  });
}

function piecesOf(lines: readonly SlotLine[], scale: number, decimals: number): Piece[] {
  const unit = toDecimal(10n ** BigInt(scale));
  const pieces: Piece[] = [];
  // Nothing sold earns nothing, also where the first tier begins with a flat.
  let last = -1n;
  if (lines[0] !== undefined && !lines[0].offset.isZero()) {
    pieces.push({ last: 0n, slope: 0n, offset: 0n });
    last = 0n;
  }
  for (const { upTo, isLower, slope, offset } of lines) {
    const bound = upTo === null ? null : lastUnit(times(upTo, unit), isLower);
    if (bound !== null && bound <= last) continue;
    pieces.push({
      last: bound,
      slope: scaledInteger(slope, decimals),
      offset: scaledInteger(offset, decimals + scale),
    });
    if (bound !== null) last = bound;
  }
  return pieces;
}

/** The last whole unit that a tier owns. */
function lastUnit(bound: Decimal, isLower: boolean): bigint {
  const floor = BigInt(bound.floor().toFixed(0));
  return isLower || !bound.isInteger() ? floor : floor - 1n;
}
