import { compileCurve, type CurvePiece } from '../../../core/curvePieces.js';
import { type Decimal, minus, plus, times, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../fail.js';
import {
  divideFractions,
  type Fraction,
  fractionOf,
  minusFractions,
  timesFractions,
  ZERO_FRACTION,
} from '../../../core/fraction.js';
import {
  BINARY_OPERATORS,
  type BinaryOperator,
  type CurveNormaliser,
  type Normaliser,
  type StepNormaliser,
} from './normaliser.js';
import { constant, type Line, type Segment, type Shape } from './shape.js';

const HUNDRED: Fraction = { n: 100n, d: 1n };
const NOTHING: Line = constant(ZERO_FRACTION);
const ALL: Line = constant(HUNDRED);
/** 100 points for the whole of a share. */
export const PERCENT: Line = { slope: HUNDRED, offset: ZERO_FRACTION };
const BOUNDARIES = ['lower', 'upper'] as const;

/**
 * Score points over what a normaliser looks at: the value, or for `attainment`, `progress`, `minMax`, `rank` and a curve
 * of attainment the share that it comes to.
 *
 * @throws SalesModelError `scorecard.bound`, `scorecard.step`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 *   and those of `evaluateCurve`
 */
export function shapeOf(normaliser: Exclude<Normaliser, { kind: 'grid' }>, path: Path): Shape {
  const read = (field: string, value: string | undefined): Decimal | null =>
    value === undefined ? null : toDecimal(value, [...path, field]);
  switch (normaliser.kind) {
    case 'attainment': {
      const floorAt = notNegative(read('floorAt', normaliser.floorAt), [...path, 'floorAt']);
      const capAt = notNegative(read('capAt', normaliser.capAt), [...path, 'capAt']);
      const below = floorAt ? [until(floorAt, false, NOTHING)] : [];
      return { segments: [...below, last(PERCENT)], least: ZERO_FRACTION, most: capAt && percent(capAt) };
    }
    case 'progress': {
      const capAt = notNegative(toDecimal(normaliser.capAt ?? '1', [...path, 'capAt']), [...path, 'capAt']);
      return { segments: [last(PERCENT)], least: ZERO_FRACTION, most: percent(capAt!) };
    }
    case 'minMax':
      return { segments: [last(PERCENT)], least: ZERO_FRACTION, most: HUNDRED };
    case 'rank':
      return unbounded([last(PERCENT)]);
    case 'curve':
      return unbounded(curveSegments(normaliser, path));
    case 'step':
      return unbounded(stepSegments(normaliser, path));
    case 'deduct': {
      const slope = fractionOf(toDecimal(normaliser.per, [...path, 'per']));
      const offset = fractionOf(toDecimal(normaliser.base ?? '100', [...path, 'base']));
      const line = { slope: minusFractions(ZERO_FRACTION, slope), offset };
      return { segments: [last(line)], least: ZERO_FRACTION, most: null };
    }
    case 'add': {
      const slope = fractionOf(toDecimal(normaliser.per, [...path, 'per']));
      const offset = fractionOf(toDecimal(normaliser.base ?? '0', [...path, 'base']));
      const cap = read('cap', normaliser.cap);
      return { segments: [last({ slope, offset })], least: null, most: cap && fractionOf(cap) };
    }
    case 'binary': {
      const op = oneOf(normaliser.op, BINARY_OPERATORS, [...path, 'op']);
      return unbounded(binarySegments(op, toDecimal(normaliser.value, [...path, 'value'])));
    }
    case 'range': {
      const low = toDecimal(normaliser.low, [...path, 'low']);
      const high = toDecimal(normaliser.high, [...path, 'high']);
      const tolerance = notNegative(toDecimal(normaliser.tolerance, [...path, 'tolerance']), [...path, 'tolerance'])!;
      if (high.lt(low)) fail('scorecard.bound', [...path, 'high'], { least: toText(low), value: toText(high) });
      return unbounded(rangeSegments(low, high, tolerance));
    }
    case 'direct': {
      const max = notNegative(toDecimal(normaliser.max ?? '100', [...path, 'max']), [...path, 'max'])!;
      const itself: Line = { slope: { n: 1n, d: 1n }, offset: ZERO_FRACTION };
      return unbounded([until(ZERO, false, 'fault'), until(max, true, itself), last('fault')]);
    }
  }
}

/** All or nothing: what a target of 0 comes to where meeting it is enough. */
export function binarySegments(op: BinaryOperator, value: Decimal): Segment[] {
  const parts = (below: Line, at: Line, above: Line): Segment[] => [
    until(value, false, below),
    until(value, true, at),
    last(above),
  ];
  switch (op) {
    case 'eq':
      return parts(NOTHING, ALL, NOTHING);
    case 'ne':
      return parts(ALL, NOTHING, ALL);
    case 'lt':
      return parts(ALL, NOTHING, NOTHING);
    case 'le':
      return parts(ALL, ALL, NOTHING);
    case 'gt':
      return parts(NOTHING, NOTHING, ALL);
    case 'ge':
      return parts(NOTHING, ALL, ALL);
  }
}

/** Bands that ascend to an open one, each with its place as points. */
export function axisShape(bounds: readonly (string | null)[], boundary: string | undefined, path: Path): Shape {
  const bands = bounds.map((upTo, place) => ({ upTo, score: String(place) }));
  return unbounded(stepSegments({ kind: 'step', bands, ...(boundary ? { boundary: boundary as 'lower' } : {}) }, path));
}

function stepSegments({ bands, boundary = 'lower' }: StepNormaliser, path: Path): Segment[] {
  oneOf(boundary, BOUNDARIES, [...path, 'boundary']);
  if (bands.length === 0) fail('scorecard.step', [...path, 'bands'], { value: null });
  let before: Decimal | null = null;
  return bands.map(({ upTo, score }, at) => {
    const place = [...path, 'bands', at];
    const points = constant(fractionOf(toDecimal(score, [...place, 'score'])));
    if ((upTo === null) !== (at === bands.length - 1)) fail('scorecard.step', [...place, 'upTo'], { value: upTo });
    if (upTo === null) return last(points);
    const bound = toDecimal(upTo, [...place, 'upTo']);
    if (before !== null && bound.lte(before)) fail('scorecard.step', [...place, 'upTo'], { value: upTo });
    before = bound;
    return until(bound, boundary === 'lower', points);
  });
}

function curveSegments({ curve }: CurveNormaliser, path: Path): Segment[] {
  const { knots, pieces } = compileCurve(curve, [...path, 'curve']);
  const lineOf = (piece: CurvePiece | null | undefined): Line | 'na' => {
    if (!piece) return 'na';
    const slope = divideFractions(fractionOf(piece.rise), fractionOf(piece.run));
    return { slope, offset: minusFractions(fractionOf(piece.y), timesFractions(slope, fractionOf(piece.x))) };
  };
  const segments = knots.flatMap(({ x, at }, index) => [
    until(x, false, lineOf(pieces[index])),
    until(x, true, constant(fractionOf(at))),
  ]);
  return [...segments, last(lineOf(pieces[knots.length]))];
}

function rangeSegments(low: Decimal, high: Decimal, tolerance: Decimal): Segment[] {
  if (tolerance.isZero()) return [until(low, false, NOTHING), until(high, true, ALL), last(NOTHING)];
  const slope = divideFractions(HUNDRED, fractionOf(tolerance));
  const from = minus(low, tolerance);
  const to = plus(high, tolerance);
  const rising = { slope, offset: minusFractions(ZERO_FRACTION, timesFractions(slope, fractionOf(from))) };
  const falling = { slope: minusFractions(ZERO_FRACTION, slope), offset: timesFractions(slope, fractionOf(to)) };
  return [
    until(from, false, NOTHING),
    until(low, false, rising),
    until(high, true, ALL),
    until(to, false, falling),
    last(NOTHING),
  ];
}

function notNegative(value: Decimal | null, path: Path): Decimal | null {
  if (value?.lt(0)) fail('scorecard.bound', path, { least: '0', value: toText(value) });
  return value;
}

function percent(share: Decimal): Fraction {
  return fractionOf(times(share, toDecimal(100)));
}

function unbounded(segments: readonly Segment[]): Shape {
  return { segments, least: null, most: null };
}

function until(to: Decimal, inclusive: boolean, line: Segment['line']): Segment {
  return { to: fractionOf(to), inclusive, line };
}

/** The segment that nothing ends. */
export function last(line: Segment['line']): Segment {
  return { to: null, inclusive: false, line };
}
