import { safeQuotient } from '../../../core/fixed/safeQuotient.js';
import { shareOut } from '../shareOut.js';
import type { CheckedCard } from './readScorecard.js';
import type { MissingPolicy } from './scorecard.js';
import { ITEM_STATE, type ItemColumn } from './scoreValues.js';

/** What became of a row, by its number in the columns of a result. */
export const ROW_STATUS = ['scored', 'missing', 'coverage', 'noWeight', 'rejected'] as const;

/** What became of a row. */
export type RowStatus = (typeof ROW_STATUS)[number];

/** Rows weighed: what counts in each and what it comes to before gates. */
export interface WeighedRows {
  /** Place in {@link ROW_STATUS}. */
  readonly status: Uint8Array;
  /** Weight that has a value of its own, in weight units; 0 of a row that is rejected. */
  readonly covered: Float64Array;
  /** Units of the scale; 0 where nothing was scored. */
  readonly beforeGates: Float64Array;
  /** By item: units of the scale. */
  readonly contributions: readonly Float64Array[];
}

const SCORED = 0;
const MISSING = 1;
const COVERAGE = 2;
const NO_WEIGHT = 3;
const REJECTED = 4;

const POLICY: Readonly<Record<MissingPolicy, number>> = { reweight: 0, zero: 1, neutral: 2, carryForward: 3, void: 4 };

/** With at most this much everything below is exact in doubles. */
const MOST = 2 ** 52;

/**
 * Applies the policies of missing items, which writes their scores into the columns, and weighs every row.
 *
 * @param last by item: last known scores in units, NaN for none
 * @param isFaulty by row: 1 where something else is wrong
 */
export function weighRows(
  card: CheckedCard,
  columns: readonly ItemColumn[],
  last: readonly (Float64Array | null)[],
  isFaulty: Uint8Array,
): WeighedRows {
  const { items, itemScale, scale } = card;
  const n = isFaulty.length;
  const count = items.length;
  const contributions = items.map(() => new Float64Array(n));
  const status = new Uint8Array(n);
  const covered = new Float64Array(n);
  const beforeGates = new Float64Array(n);
  const weights = Float64Array.from(items, ({ units }) => Number(units));
  const neutral = Float64Array.from(items, (item) => Number(item.neutral));
  const policies = Uint8Array.from(items, ({ policy }) => POLICY[policy]);
  const all = items.reduce((sum, { units }) => sum + Number(units), 0);
  const leastCovered = Number(card.leastCovered);
  const points = new Float64Array(count);
  const rest = new Float64Array(count);
  const step = 10 ** (itemScale - scale);

  const weigh = (row: number): number => {
    let sum = 0;
    let size = 0;
    let weight = 0;
    let own = 0;
    let counted = 0;
    let isVoid = false;
    for (let item = 0; item < count; item++) {
      const { score, state, counts } = columns[item]!;
      let units = score[row]!;
      points[item] = 0;
      rest[item] = -1;
      const found = state[row]!;
      if (found === ITEM_STATE.fault) return REJECTED;
      if (found === ITEM_STATE.ok) own += weights[item]!;
      else {
        const policy = policies[item]!;
        if (policy === POLICY.void) isVoid = true;
        units =
          policy === POLICY.zero
            ? 0
            : policy === POLICY.neutral
              ? neutral[item]!
              : policy === POLICY.carryForward
                ? (last[item]?.[row] ?? NaN)
                : NaN;
        if (units !== units) continue;
        score[row] = units;
      }
      counts[row] = 1;
      counted++;
      const value = weights[item]! * units;
      points[item] = value;
      rest[item] = 0;
      sum += value;
      size += Math.abs(value);
      weight += weights[item]!;
    }
    covered[row] = own;
    if (all === 0) return NO_WEIGHT;
    if (isVoid) return MISSING;
    if (own < leastCovered) return COVERAGE;
    if (weight === 0) return counted === 0 ? MISSING : NO_WEIGHT;
    const divisor = weight * step;
    if (!(size + divisor <= MOST && size <= (MOST / 4) * divisor)) {
      exactRow(row);
      return SCORED;
    }
    const inverse = 1 / divisor;
    const low = Math.floor(divisor / 2);
    const highest = divisor - 1 - low;
    const tie = divisor % 2 === 0 ? -low : highest + 1;
    const total = safeQuotient(sum, divisor, inverse, -low, highest, tie);
    let left = total;
    for (let item = 0; item < count; item++) {
      if (rest[item] !== 0) continue;
      const value = points[item]!;
      let part = Math.floor(value * inverse);
      let cut = value - part * divisor;
      if (cut < 0) {
        part--;
        cut += divisor;
      } else if (cut >= divisor) {
        part++;
        cut -= divisor;
      }
      contributions[item]![row] = part;
      rest[item] = cut;
      left -= part;
    }
    for (; left > 0; left--) {
      let largest = 0;
      for (let item = 1; item < count; item++) if (rest[item]! > rest[largest]!) largest = item;
      contributions[largest]![row]!++;
      rest[largest] = -1;
    }
    beforeGates[row] = total;
    return SCORED;
  };

  /** The same in integers of any size. */
  const exactRow = (row: number): void => {
    const { total, parts } = shareOut(...exactPoints(card, columns, row));
    beforeGates[row] = Number(total);
    parts.forEach((part, item) => (contributions[item]![row] = Number(part)));
  };

  for (let row = 0; row < n; row++) status[row] = isFaulty[row] === 1 ? REJECTED : weigh(row);
  return { status, covered, beforeGates, contributions };
}

/**
 * Weight times score of each item that counts, and what their sum is divided by for units of the scale.
 *
 * @param zeroed items whose score is taken as 0
 */
export function exactPoints(
  { items, itemScale, scale }: CheckedCard,
  columns: readonly ItemColumn[],
  row: number,
  zeroed: ReadonlySet<number> = new Set(),
): [points: bigint[], divisor: bigint] {
  const counts = (item: number): boolean => columns[item]!.counts[row] === 1;
  const points = items.map(({ units }, item) =>
    counts(item) && !zeroed.has(item) ? units * BigInt(columns[item]!.score[row]!) : 0n,
  );
  const weight = items.reduce((sum, { units }, item) => (counts(item) ? sum + units : sum), 0n);
  return [points, weight * 10n ** BigInt(itemScale - scale)];
}
