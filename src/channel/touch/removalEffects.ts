import { compareText } from '../../core/compareText.js';
import type { Estimate } from '../../core/estimate.js';
import { inverseMatrix } from '../../core/inverseMatrix.js';
import type { AttributionPath } from './attributionPath.js';

/** What the first-order chain of the paths says. */
export interface ChainEffects {
  /** Probability that a path ends in a conversion. */
  readonly conversion: Estimate;
  /** By channel, ascending: the part of the conversions that would be lost if the channel led nowhere. */
  readonly effects: ReadonlyMap<string, Estimate>;
}

/**
 * Removal effects of a first-order Markov chain from a start over channels to conversion or nothing, after Anderl and
 * others (2016). Without channel c the conversions are those that never meet it: P − h(c)·u(c), where h is the
 * probability to meet c and u that of a conversion from there on. Both come of one inverse of I − Q, and there is one since
 * every state leads out.
 *
 * @param paths ways of customers, to a purchase or not
 * @example
 * import { removalEffects } from 'salesmodel/channel';
 *
 * const { conversion, effects } = removalEffects([
 *   { touches: [{ channel: 'web' }, { channel: 'store' }], converted: true },
 *   { touches: [{ channel: 'web' }], converted: false },
 * ]);
 * [conversion, [...effects]]; // => [0.5, [['store', 1], ['web', 1]]]
 */
export function removalEffects(paths: readonly AttributionPath[]): ChainEffects {
  const place = placesOf(paths);
  const channels = [...place.keys()];
  const n = channels.length + 1;
  const moves = new Float64Array(n * n);
  const converts = new Float64Array(n);
  const leaves = new Float64Array(n);
  for (const { touches, converted } of paths) {
    if (touches.length === 0) continue;
    let from = 0;
    for (const { channel } of touches) {
      const to = place.get(channel)!;
      moves[from * n + to]! += 1;
      leaves[from]! += 1;
      from = to;
    }
    if (converted) converts[from]! += 1;
    leaves[from]! += 1;
  }
  const inverse = inverseMatrix(
    Array.from(leaves, (left, at) =>
      moves.subarray(at * n, at * n + n).map((count, to) => (at === to ? 1 : 0) - (left === 0 ? 0 : count / left)),
    ),
  );
  const chance = Array.from(converts, (count, at) => (leaves[at] === 0 ? 0 : count / leaves[at]!));
  const reach = inverse.map((row) => row.reduce((sum, visits, at) => sum + visits * chance[at]!, 0));
  const conversion = reach[0] ?? 0;
  const effects = new Map(
    channels.map((channel, at) => {
      const c = at + 1;
      const met = inverse[0]![c]! / inverse[c]![c]!;
      return [channel, conversion > 0 ? Math.min(1, (met * reach[c]!) / conversion) : 0];
    }),
  );
  return { conversion, effects };
}

/** The channels in ascending order, counted from 1: 0 is the start. */
function placesOf(paths: readonly AttributionPath[]): ReadonlyMap<string, number> {
  const channels = new Set<string>();
  for (const { touches } of paths) for (const { channel } of touches) channels.add(channel);
  return new Map([...channels].sort(compareText).map((channel, at) => [channel, at + 1]));
}
