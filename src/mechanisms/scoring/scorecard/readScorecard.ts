import { compareText } from '../../../core/compareText.js';
import { type Decimal, plus, times, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { checkKey } from '../../../core/checkJson.js';
import { oneOf } from '../../../core/oneOf.js';
import { roundUnits } from '../../../core/rounding.js';
import { toProportions } from '../../../core/scaled.js';
import { type CheckedBands, readBands } from '../bands/readBands.js';
import { fail } from '../fail.js';
import { ceilingOf, type Fraction, fractionOf } from '../../../core/fraction.js';
import { type CheckedGate, readGates } from './readGates.js';
import { MISSING_POLICIES, type MissingPolicy, type Scorecard, type ScoreItem } from './scorecard.js';
import type { Source } from './source.js';
import { limitsOf, sourceOf } from './sourceOf.js';

/** An item that was checked. */
export interface CheckedItem {
  readonly id: string;
  /** Where the item stands in the card. */
  readonly at: number;
  readonly metric: string;
  readonly weight: Decimal;
  /** The weight as an integer, in proportion to the others. */
  readonly units: bigint;
  readonly policy: MissingPolicy;
  /** The neutral score, rounded, in units of the item scale. */
  readonly neutral: bigint;
  readonly source: Source;
}

/** A card that was checked, defaults filled in; items by id. */
export interface CheckedCard {
  readonly card: Scorecard;
  readonly items: readonly CheckedItem[];
  readonly weight: Decimal;
  readonly itemScale: number;
  readonly scale: number;
  /** Least weight with a value of its own, in weight units. */
  readonly leastCovered: bigint;
  readonly gates: readonly CheckedGate[];
  readonly bands: CheckedBands | null;
}

/** Decimals of a score, at most: with them a score of a thousand points is a safe integer. */
const MAX_SCALE = 12;

/** @throws SalesModelError those of `compileScorecard` */
export function readScorecard(card: Scorecard): CheckedCard {
  const itemScale = scaleOf(card.itemScale ?? 6, MAX_SCALE, ['itemScale']);
  const scale = scaleOf(card.scale ?? Math.min(2, itemScale), itemScale, ['scale']);
  const policy = oneOf(card.missing ?? 'reweight', MISSING_POLICIES, ['missing']);
  const weights = card.items.map(({ weight }, at) => weightOf(weight, ['items', at, 'weight']));
  const sum = weights.reduce(plus, ZERO);
  const isFixed = oneOf(card.weights ?? 'normalise', ['normalise', 'mustSumTo100'], ['weights']) === 'mustSumTo100';
  if (isFixed && !sum.eq(100)) fail('scorecard.weights', ['items'], { value: toText(sum) });
  const proportions = toProportions(weights);
  const divisor = proportions.reduce(gcd, 0n) || 1n;
  const whole = proportions.reduce((all, each) => all + each / divisor, 0n);
  if (whole > BigInt(Number.MAX_SAFE_INTEGER)) fail('scorecard.weightDigits', ['items']);
  const neutral = toDecimal(card.neutralScore ?? '50', ['neutralScore']);
  const items = card.items.map((item, at): CheckedItem => {
    const path = ['items', at];
    if (card.items.findIndex(({ id }) => id === item.id) < at) {
      fail('scorecard.duplicateItem', [...path, 'id'], { id: item.id });
    }
    checkMetrics(item, path);
    const own = item.neutralScore === undefined ? neutral : toDecimal(item.neutralScore, [...path, 'neutralScore']);
    return {
      id: item.id,
      at,
      metric: item.metric,
      weight: weights[at]!,
      units: proportions[at]! / divisor,
      policy: item.missing === undefined ? policy : oneOf(item.missing, MISSING_POLICIES, [...path, 'missing']),
      neutral: neutralUnits(own, itemScale, path),
      source: sourceOf(item.normaliser, limitsOf(item, path), [...path, 'normaliser']),
    };
  });
  const bands = card.bands === undefined ? null : readBands(card.bands, ['bands']);
  items.sort((a, b) => compareText(a.id, b.id));
  return {
    card,
    items,
    weight: sum,
    itemScale,
    scale,
    leastCovered: leastCovered(card.minCoverage ?? '0', items),
    gates: readGates(card.gates ?? [], items, bands, scale),
    bands,
  };
}

/** Points, half even, in units of a scale. */
export function unitsOf({ n, d }: Fraction, scale: number): bigint {
  return roundUnits(n * 10n ** BigInt(scale), d, 'halfEven');
}

function neutralUnits(score: Decimal, itemScale: number, path: Path): bigint {
  const units = unitsOf(fractionOf(score), itemScale);
  if (!Number.isSafeInteger(Number(units))) fail('scorecard.tooLarge', [...path, 'neutralScore']);
  return units;
}

function scaleOf(value: number, most: number, path: Path): number {
  if (!Number.isInteger(value) || value < 0 || value > most) fail('scorecard.scale', path, { most, value });
  return value;
}

function weightOf(value: string, path: Path): Decimal {
  const weight = toDecimal(value, path);
  if (weight.lt(0)) fail('scorecard.negativeWeight', path, { value: toText(weight) });
  return weight;
}

/** Metrics become keys of what is read. */
function checkMetrics({ metric, normaliser }: ScoreItem, path: Path): void {
  for (const step of metric.split('.')) checkKey(step, [...path, 'metric']);
  for (const [field, figure] of Object.entries(normaliser)) {
    const other: unknown = field === 'columnMetric' ? figure : (figure as { metric?: unknown } | null)?.metric;
    if (typeof other !== 'string') continue;
    for (const step of other.split('.')) checkKey(step, [...path, 'normaliser', field]);
  }
}

function leastCovered(share: string, items: readonly CheckedItem[]): bigint {
  const least = toDecimal(share, ['minCoverage']);
  if (least.lt(0) || least.gt(1)) fail('scorecard.minCoverage', ['minCoverage'], { value: toText(least) });
  const all = items.reduce((sum, { units }) => sum + units, 0n);
  return ceilingOf(fractionOf(times(least, toDecimal(all))));
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
