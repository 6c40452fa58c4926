import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { QualificationDefinition, QualificationGate, RatingValue } from '../schema/prospects.js';

/** What somebody found of an element. */
export interface QualificationRating {
  readonly rating: RatingValue;
  readonly evidence?: string;
  /** The day on which it was found. */
  readonly date?: PlainDate;
}

/** What a prospect's ratings come to. */
export interface Qualification {
  readonly status: 'disqualified' | 'insufficient' | 'qualified' | 'notQualified';
  /** 0 to 100, over what is known; `null` where nothing is. */
  readonly score: DecimalString | null;
  /** Before gates. */
  readonly beforeGates: DecimalString | null;
  /** Share of the weight that is known. */
  readonly coverage: Ratio;
  /** Elements that are not `yes`, the heaviest first. */
  readonly gaps: readonly { readonly element: string; readonly rating: RatingValue; readonly weight: DecimalString }[];
  /** Gates that hold, in the order of the definition. */
  readonly gates: readonly QualificationGate[];
  /** The score if all that is not known were `yes`, and `no`. */
  readonly bestCase: DecimalString;
  readonly worstCase: DecimalString;
  readonly asOf: PlainDate;
  readonly policyVersion: string;
}

const RATINGS = ['yes', 'partial', 'no', 'unknown'] as const;

/**
 * Returns whether a prospect is worth the effort: the score over what is known, how much is known, the gates that limit it,
 * and how good or bad it can still turn out. Not known is not no.
 *
 * @param definition elements, gates and limits, such as the preset `meddic`
 * @param ratings by element; one that is absent is unknown
 * @param asOf the day on which ratings may be stale
 * @throws SalesModelError `date.invalid`, `segmentation.qualification.weights`, `segmentation.qualification.unknownElement`,
 *   `segmentation.qualification.range`, `segmentation.qualification.days`, `segmentation.segment.duplicate`,
 *   `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { presets, qualify } from 'salesmodel/segmentation';
 *
 * const ratings = {
 *   metrics: { rating: 'yes' },
 *   decisionCriteria: { rating: 'yes' },
 *   decisionProcess: { rating: 'yes' },
 *   identifyPain: { rating: 'yes' },
 *   champion: { rating: 'partial' },
 * } as const;
 * const { status, beforeGates, score, coverage, bestCase } = qualify(presets.meddic, ratings, '2026-03-31');
 * [status, beforeGates, score, coverage.value, bestCase]; // => ['notQualified', '90', '50', '0.833333333333', '91.666666666667']
 */
export function qualify(
  definition: QualificationDefinition,
  ratings: Readonly<Record<string, QualificationRating>>,
  asOf: PlainDate,
): Qualification {
  const today = dayNumber(asOf, ['asOf']);
  const read = readQualification(definition);
  const codes = read.elements.map(({ code }) => code);
  for (const element of Object.keys(ratings)) {
    if (!codes.includes(element)) fail('segmentation.qualification.unknownElement', ['ratings', element], { element });
  }
  const known = new Map(codes.map((code) => [code, ratingOf(ratings, code, today, read.staleAfterDays)]));
  const as = (guess: RatingValue): ReadonlyMap<string, RatingValue> =>
    new Map([...known].map(([code, rating]) => [code, rating === 'unknown' ? guess : rating]));
  const result = evaluate(read, known);
  const coverage = ratioOf(result.known, read.weight);
  const enough = result.known.gte(times(read.minCoverage, read.weight));
  const status = result.out
    ? 'disqualified'
    : !enough || result.limited === null
      ? 'insufficient'
      : result.limited.numerator.gte(times(read.pass, result.limited.denominator))
        ? 'qualified'
        : 'notQualified';
  const gaps = read.elements
    .map(({ code, weight }) => ({ element: code, rating: known.get(code)!, weight }))
    .filter(({ rating }) => rating !== 'yes')
    .sort((a, b) => b.weight.cmp(a.weight))
    .map((gap) => ({ ...gap, weight: toText(gap.weight) }));
  return {
    status,
    score: shown(result.limited),
    beforeGates: shown(result.sum),
    coverage,
    gaps,
    gates: result.gates,
    bestCase: shown(evaluate(read, as('yes')).limited)!,
    worstCase: shown(evaluate(read, as('no')).limited)!,
    asOf,
    policyVersion: `${definition.id}@${definition.version}`,
  };
}

/** A definition with its defaults, checked. */
export interface ReadQualification {
  readonly elements: readonly { readonly code: string; readonly weight: Decimal }[];
  readonly weight: Decimal;
  readonly values: Readonly<Record<'yes' | 'partial' | 'no', Decimal>>;
  readonly gates: readonly QualificationGate[];
  readonly minCoverage: Decimal;
  readonly pass: Decimal;
  readonly staleAfterDays: number;
}

export function readQualification(definition: QualificationDefinition): ReadQualification {
  const { values = { yes: '1', partial: '0.5', no: '0' }, gates = [], staleAfterDays = Infinity } = definition;
  const share = (value: DecimalString, most: Decimal, path: readonly (string | number)[]): Decimal => {
    const read = toDecimal(value, path);
    if (read.lt(0) || read.gt(most)) {
      fail('segmentation.qualification.range', path, { most: toText(most), value: toText(read) });
    }
    return read;
  };
  const elements = definition.elements.map(({ code, weight = '1' }, at) => {
    if (definition.elements.findIndex((other) => other.code === code) < at) {
      fail('segmentation.segment.duplicate', ['definition', 'elements', at, 'code'], { segment: code });
    }
    const read = toDecimal(weight, ['definition', 'elements', at, 'weight']);
    if (read.lt(0))
      fail('segmentation.qualification.weights', ['definition', 'elements', at, 'weight'], { value: toText(read) });
    return { code, weight: read };
  });
  const weight = elements.reduce((sum, element) => plus(sum, element.weight), ZERO);
  if (weight.isZero()) fail('segmentation.qualification.weights', ['definition', 'elements'], { value: '0' });
  const hundred = toDecimal(100);
  gates.forEach(({ element, when, effect }, at) => {
    const path = ['definition', 'gates', at];
    if (!elements.some(({ code }) => code === element)) {
      fail('segmentation.qualification.unknownElement', [...path, 'element'], { element });
    }
    when.forEach((rating, index) => oneOf(rating, RATINGS, [...path, 'when', index]));
    if (effect !== 'disqualify') share(effect.cap, hundred, [...path, 'effect', 'cap']);
  });
  if (staleAfterDays !== Infinity && (!Number.isSafeInteger(staleAfterDays) || staleAfterDays < 0)) {
    fail('segmentation.qualification.days', ['definition', 'staleAfterDays'], { value: staleAfterDays });
  }
  return {
    elements,
    weight,
    values: {
      yes: share(values.yes, ONE, ['definition', 'values', 'yes']),
      partial: share(values.partial, ONE, ['definition', 'values', 'partial']),
      no: share(values.no, ONE, ['definition', 'values', 'no']),
    },
    gates,
    minCoverage: share(definition.minCoverage ?? '0.5', ONE, ['definition', 'minCoverage']),
    pass: share(definition.pass ?? '70', hundred, ['definition', 'pass']),
    staleAfterDays,
  };
}

function ratingOf(
  ratings: Readonly<Record<string, QualificationRating>>,
  code: string,
  today: number,
  staleAfterDays: number,
): RatingValue {
  const found = Object.hasOwn(ratings, code) ? ratings[code] : undefined;
  if (found === undefined) return 'unknown';
  oneOf(found.rating, RATINGS, ['ratings', code, 'rating']);
  if (found.date === undefined) return found.rating;
  const age = today - dayNumber(found.date, ['ratings', code, 'date']);
  return age < 0 || age > staleAfterDays ? 'unknown' : found.rating;
}

/** A score as a fraction. */
interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

function evaluate(
  { elements, values, gates }: ReadQualification,
  ratings: ReadonlyMap<string, RatingValue>,
): {
  readonly known: Decimal;
  readonly sum: Fraction | null;
  readonly limited: Fraction | null;
  readonly gates: readonly QualificationGate[];
  readonly out: boolean;
} {
  let known = ZERO;
  let points = ZERO;
  for (const { code, weight } of elements) {
    const rating = ratings.get(code)!;
    if (rating === 'unknown') continue;
    known = plus(known, weight);
    points = plus(points, times(weight, values[rating]));
  }
  const sum = known.isZero() ? null : { numerator: times(points, toDecimal(100)), denominator: known };
  const held = gates.filter(({ element, when }) => when.includes(ratings.get(element)!));
  let limited: Fraction | null = sum;
  for (const { effect } of held) {
    if (effect === 'disqualify' || limited === null) continue;
    const cap = toDecimal(effect.cap);
    if (limited.numerator.gt(times(cap, limited.denominator))) limited = { numerator: cap, denominator: ONE };
  }
  return { known, sum, limited, gates: held, out: held.some(({ effect }) => effect === 'disqualify') };
}

function shown(score: Fraction | null): DecimalString | null {
  return score && ratioOf(score.numerator, score.denominator).value;
}
