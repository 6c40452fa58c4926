import { compareText } from '../../core/compareText.js';
import type { Decimal, DecimalLike, DecimalString } from '../../core/decimal.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { Territory } from '../schema/territory.js';
import { readTerritories } from './readTerritories.js';

/** A region that would better belong to a neighbour. */
export interface TerritoryMove {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  /** The greatest load of a territory before and after this move. */
  readonly maxBefore: DecimalString;
  readonly maxAfter: DecimalString;
}

/**
 * Returns moves of single regions, each of which lowers the greatest load of a territory as much as one move can: of moves
 * that do the same, the first by region, then by receiving territory. Regions move only to a territory that has a neighbour
 * of theirs. What to do with neighbours that are cut off is for the reader to see.
 *
 * @param territories sets of regions without overlap
 * @param loads of regions, 0 or more; those not named have none
 * @param adjacency pairs of neighbouring regions
 * @param options `maxMoves`, default as many as help
 * @throws SalesModelError `territory.overlap`, `territory.load`, `territory.moves`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { proposeMoves } from 'salesmodel/channel';
 *
 * const territories = [{ id: 'T1', regions: ['a', 'b', 'c'] }, { id: 'T2', regions: ['d'] }];
 * const loads = { a: '50', b: '30', c: '40', d: '20' };
 * proposeMoves(territories, loads, [['c', 'd'], ['b', 'c'], ['a', 'b']]); // => [{ region: 'c', from: 'T1', to: 'T2', maxBefore: '120', maxAfter: '80' }]
 */
export function proposeMoves(
  territories: readonly Territory[],
  loads: Readonly<Record<string, DecimalLike>>,
  adjacency: readonly (readonly [string, string])[],
  { maxMoves }: { readonly maxMoves?: number } = {},
): readonly TerritoryMove[] {
  if (maxMoves !== undefined && (!Number.isSafeInteger(maxMoves) || maxMoves < 0)) {
    fail('territory.moves', ['options', 'maxMoves'], { value: String(maxMoves) });
  }
  const loadOf = new Map<string, Decimal>();
  const owner = new Map<string, string>();
  const sums = new Map<string, Decimal>();
  for (const [id, regions] of readTerritories(territories)) {
    sums.set(id, ZERO);
    for (const region of regions) {
      if (owner.has(region))
        fail('territory.overlap', ['territories'], { region, territory: owner.get(region), other: id });
      const load = Object.hasOwn(loads, region) ? toDecimal(loads[region]!, ['loads', region]) : ZERO;
      if (load.lt(0)) fail('territory.load', ['loads', region], { value: String(loads[region]) });
      owner.set(region, id);
      loadOf.set(region, load);
      sums.set(id, plus(sums.get(id)!, load));
    }
  }
  const moves: TerritoryMove[] = [];
  while (moves.length < (maxMoves ?? Infinity)) {
    const move = bestMove(owner, loadOf, sums, adjacency);
    if (move === null) break;
    const load = loadOf.get(move.region)!;
    owner.set(move.region, move.to);
    sums.set(move.from, minus(sums.get(move.from)!, load));
    sums.set(move.to, plus(sums.get(move.to)!, load));
    moves.push(move);
  }
  return moves;
}

function bestMove(
  owner: ReadonlyMap<string, string>,
  loadOf: ReadonlyMap<string, Decimal>,
  sums: ReadonlyMap<string, Decimal>,
  adjacency: readonly (readonly [string, string])[],
): TerritoryMove | null {
  const before = greatest([...sums.values()]);
  let best: { move: TerritoryMove; after: Decimal } | null = null;
  for (const [a, b] of adjacency.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])) {
    const [from, to] = [owner.get(a), owner.get(b)];
    // Only what leaves a territory with the greatest load can lower it.
    if (from === undefined || to === undefined || from === to || !sums.get(from)!.eq(before)) continue;
    const load = loadOf.get(a)!;
    const after = greatest(
      [...sums].map(([id, sum]) => (id === from ? minus(sum, load) : id === to ? plus(sum, load) : sum)),
    );
    if (after.gte(before)) continue;
    const move = { region: a, from, to, maxBefore: toText(before), maxAfter: toText(after) };
    const order =
      best === null ? -1 : after.cmp(best.after) || compareText(a, best.move.region) || compareText(to, best.move.to);
    if (order < 0) best = { move, after };
  }
  return best?.move ?? null;
}

function greatest(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (a.gt(b) ? a : b), ZERO);
}
