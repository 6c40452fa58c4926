import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../../core/decimal.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import type { Rule } from '../../rules/rule.js';
import { leavesOf } from '../../rules/leaves.js';
import { fail } from '../fail.js';
import {
  ceilingOf,
  compareFractions,
  divideFractions,
  floorOf,
  type Fraction,
  fractionOf,
  minusFractions,
  plusFractions,
  ZERO_FRACTION,
} from '../../../core/fraction.js';
import type { Cells } from './cells.js';
import type { FactTable } from './factTable.js';
import { ITEM_PREFIX } from './readGates.js';
import type { CheckedCard } from './readScorecard.js';
import { type ScoredTable, scoreTable } from './scoreTable.js';
import { greatestIn, leastIn, type Stretch, stretchesOf } from './searchNeeded.js';
import type { Segment } from './shape.js';
import { shareOver } from './shareOver.js';

/** In which steps and between which values is searched. */
export interface NeededOptions {
  /** The value is a multiple of this positive decimal. */
  readonly increment: DecimalLike;
  /** The least value there is. Default 0. */
  readonly least?: DecimalLike;
  /** The greatest value there is. Default: none. */
  readonly most?: DecimalLike;
}

/** A value that is needed, and the row scored with it. */
export type Found =
  | { readonly value: DecimalString | 'any'; readonly bound: 'atLeast' | 'atMost'; readonly scored: ScoredTable }
  | { readonly value: null; readonly best: ScoredTable | null };

/**
 * Searches the raw value of one item that the row needs. Between the places where its shape or a gate turns, score and
 * total only rise or only fall, so each stretch is searched by halving.
 *
 * @param better whether a scored row is better than another
 */
export function neededValue(
  card: CheckedCard,
  item: number,
  table: FactTable,
  group: FactTable,
  options: NeededOptions,
  reaches: (scored: ScoredTable) => boolean,
  better: (a: ScoredTable, b: ScoredTable) => boolean,
): Found {
  const increment = toDecimal(options.increment, ['options', 'increment']);
  if (increment.lte(0)) fail('scorecard.increment', ['options', 'increment'], { value: toText(increment) });
  const unit = fractionOf(increment);
  const read = (field: 'least' | 'most', value: DecimalLike): Fraction =>
    divideFractions(fractionOf(toDecimal(value, ['options', field])), unit);
  const first = ceilingOf(read('least', options.least ?? 0));
  const last = options.most === undefined ? null : floorOf(read('most', options.most));
  const { metric } = card.items[item]!;
  const digits = unit.d.toString().length - 1;

  const seen = new Map<bigint, ScoredTable | null>();
  /** The row with so many steps, `null` where it has no score. */
  const at = (steps: bigint): ScoredTable | null => {
    let scored = seen.get(steps);
    if (scored === undefined) {
      const all = scoreTable(card, withMetric(table, metric, steps * unit.n, digits), group, () => new Uint8Array(1));
      scored = all.status[0] === 0 ? all : null;
      seen.set(steps, scored);
    }
    return scored;
  };
  const holds = (steps: bigint): boolean => {
    const scored = at(steps);
    return scored !== null && reaches(scored);
  };
  const scoreAt = (steps: bigint): number => at(steps)?.items[item]!.score[0] ?? NaN;
  const segments = shareOver(card.items[item]!.source, table);
  const ends = [...segments.flatMap(({ to }) => to ?? []), ...gateValues(card, metric)];
  const turns = ends.flatMap((end) => around(divideFractions(end, unit)));
  const plain = last !== null && last < first ? [] : stretchesOf(turns, first, last);
  const stretches = plain.flatMap((stretch) => {
    const bounds = gateValues(card, ITEM_PREFIX + card.items[item]!.id);
    const inner = bounds.flatMap((bound) =>
      crossings(scoreAt, Number(ceilingOf(timesScale(bound, card.itemScale))), stretch),
    );
    return stretchesOf(inner, stretch.first, stretch.last);
  });
  const found = (steps: bigint | 'any', bound: 'atLeast' | 'atMost'): Found => ({
    value: steps === 'any' ? 'any' : toText(toDecimal(scaledText(steps * unit.n, digits))),
    bound,
    scored: at(steps === 'any' ? first : steps)!,
  });

  if (falls(segments)) {
    for (const stretch of stretches.toReversed()) {
      if (stretch.last === null && holds(far(stretch.first))) return found('any', 'atMost');
      const steps = greatestIn(holds, stretch);
      if (steps !== null) return found(steps, 'atMost');
    }
  } else {
    for (const stretch of stretches) {
      const steps = leastIn(holds, stretch);
      if (steps !== null) return found(steps, 'atLeast');
    }
  }
  const tried = stretches.flatMap((stretch) => [at(stretch.first), at(stretch.last ?? far(stretch.first))]);
  const best = tried.reduce<ScoredTable | null>((a, b) => (b !== null && (a === null || better(b, a)) ? b : a), null);
  return { value: null, best };
}

/** So far out a stretch without an end is looked at. */
function far(first: bigint): bigint {
  return first + (1n << 40n);
}

/** The facts with another value of one metric. */
function withMetric(table: FactTable, metric: string, value: bigint, scale: number): FactTable {
  const safe = Number.isSafeInteger(Number(value));
  const cells: Cells = { values: safe ? Float64Array.of(Number(value)) : [value], scale };
  return {
    ...table,
    metric: (name) => (name === metric ? cells : table.metric(name)),
    fact: (row, field) => (field === metric ? scaledText(value, scale) : table.fact(row, field)),
  };
}

/** The numbers that the conditions of the gates compare a field with. */
function gateValues({ card }: CheckedCard, field: string): Fraction[] {
  return (card.gates ?? []).flatMap(({ when }) => valuesIn(when, field));
}

function valuesIn(rule: Rule, field: string): Fraction[] {
  return Array.from(leavesOf(rule)).flatMap(({ leaf }) => {
    if (leaf.field !== field || !('value' in leaf)) return [];
    const values: readonly unknown[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    return values.flatMap((value) => {
      try {
        return [fractionOf(toDecimal(value as DecimalLike))];
      } catch {
        // A text or a date: no number turns there.
        return [];
      }
    });
  });
}

/** The first step at or above an end and the first above it: right there a segment may have a value of its own. */
function around(end: Fraction): bigint[] {
  return [ceilingOf(end), floorOf(end) + 1n];
}

/** Where a score that only rises or only falls comes to a bound and leaves it. */
function crossings(score: (steps: bigint) => number, bound: number, stretch: Stretch): bigint[] {
  return [
    leastIn((steps) => score(steps) >= bound, stretch),
    leastIn((steps) => score(steps) > bound, stretch),
    leastIn((steps) => score(steps) < bound, stretch),
    leastIn((steps) => score(steps) <= bound, stretch),
  ].filter((steps) => steps !== null);
}

function timesScale({ n, d }: Fraction, scale: number): Fraction {
  return { n: n * 10n ** BigInt(scale), d };
}

/** Whether less is better: no line rises, no jump goes up, and something falls. */
export function falls(segments: readonly Segment[]): boolean {
  const lines = segments.map(({ line }) => (typeof line === 'string' ? null : line));
  if (lines.some((line) => line !== null && line.slope.n > 0n)) return false;
  let isFalling = lines.some((line) => line !== null && line.slope.n < 0n);
  for (const [at, { to }] of segments.entries()) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (to === null || !line || !next) continue;
    const jump = minusFractions(pointsOn(next, to), pointsOn(line, to));
    if (compareFractions(jump, ZERO_FRACTION) > 0) return false;
    if (jump.n < 0n) isFalling = true;
  }
  return isFalling;
}

function pointsOn({ slope, offset }: { slope: Fraction; offset: Fraction }, x: Fraction): Fraction {
  return plusFractions({ n: slope.n * x.n, d: slope.d * x.d }, offset);
}
