import {
  compareFractions,
  divideFractions,
  type Fraction,
  minusFractions,
  plusFractions,
  timesFractions,
} from '../../../core/fraction.js';

/** Score points as a line over x: slope · x + offset. */
export interface Line {
  readonly slope: Fraction;
  readonly offset: Fraction;
}

/** A stretch of x: its line, or that there is no score (`na`), or that no value may lie here (`fault`). */
export interface Segment {
  /** Where the segment ends; `null` in the last. */
  readonly to: Fraction | null;
  /** Whether the end belongs to it. */
  readonly inclusive: boolean;
  readonly line: Line | 'na' | 'fault';
}

/**
 * What every normaliser comes to: score points as a piecewise linear function, kept within bounds. One form serves
 * scoring, its inverse and its linter.
 */
export interface Shape {
  /** Ascending; one more than there are ends. */
  readonly segments: readonly Segment[];
  readonly least: Fraction | null;
  readonly most: Fraction | null;
}

const ZERO: Fraction = { n: 0n, d: 1n };

/** The same points everywhere on a segment. */
export function constant(points: Fraction): Line {
  return { slope: ZERO, offset: points };
}

/** The segment of x. */
export function segmentAt({ segments }: Shape, x: Fraction): Segment {
  return segments.find(({ to, inclusive }) => {
    if (to === null) return true;
    const order = compareFractions(x, to);
    return order < 0 || (order === 0 && inclusive);
  })!;
}

/** Score points at x. */
export function shapeAt(shape: Shape, x: Fraction): Fraction | 'na' | 'fault' {
  const { line } = segmentAt(shape, x);
  if (typeof line === 'string') return line;
  return within(plusFractions(timesFractions(line.slope, x), line.offset), shape);
}

/** Keeps points within bounds; a greatest one goes before a least one. */
export function within(points: Fraction, { least, most }: Pick<Shape, 'least' | 'most'>): Fraction {
  const raised = least !== null && compareFractions(points, least) < 0 ? least : points;
  return most !== null && compareFractions(raised, most) > 0 ? most : raised;
}

/** The shape over x of a shape over factor · x + shift. */
export function overLine(shape: Shape, factor: Fraction, shift: Fraction): Shape {
  const back = (end: Fraction): Fraction => divideFractions(minusFractions(end, shift), factor);
  const lineOver = (line: Segment['line']): Segment['line'] =>
    typeof line === 'string'
      ? line
      : {
          slope: timesFractions(line.slope, factor),
          offset: plusFractions(timesFractions(line.slope, shift), line.offset),
        };
  const { segments } = shape;
  if (factor.n > 0n) {
    const along = segments.map(({ to, inclusive, line }) => ({ to: to && back(to), inclusive, line: lineOver(line) }));
    return { ...shape, segments: along };
  }
  // Read from the other end: a segment ends where the one before it did, and owns that end if the other one did not.
  const mirrored = segments.map(({ line }, at): Segment => {
    const before = segments[at - 1];
    return {
      to: before?.to ? back(before.to) : null,
      inclusive: before ? !before.inclusive : false,
      line: lineOver(line),
    };
  });
  return { ...shape, segments: mirrored.toReversed() };
}
