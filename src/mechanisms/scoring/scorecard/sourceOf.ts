import { toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../fail.js';
import {
  divideFractions,
  type Fraction,
  fractionOf,
  minusFractions,
  plusFractions,
  timesFractions,
  ZERO_FRACTION,
} from '../../../core/fraction.js';
import { DIRECTIONS } from '../tieBreaker.js';
import {
  type AttainmentNormaliser,
  type CurveNormaliser,
  type Figure,
  GROUP_TIES,
  type GridNormaliser,
  LOWER_FORMS,
  type Normaliser,
  TARGET_ZEROS,
} from './normaliser.js';
import { constant, overLine, type Shape, within } from './shape.js';
import { axisShape, binarySegments, last, shapeOf } from './shapeOf.js';
import { type CheckedFigure, SHARE_FORMS, type ShareSource, type Source } from './source.js';

/** The least and the greatest score of an item, in points. */
export interface Limits {
  readonly floor: Fraction | null;
  readonly cap: Fraction | null;
}

/**
 * Checks a normaliser and brings it to the form that is calculated with. Constants are worked into the shape, so that
 * only what differs from row to row is left.
 *
 * @throws SalesModelError those of `compileScorecard` that concern one normaliser
 */
export function sourceOf(normaliser: Normaliser, limits: Limits, path: Path): Source {
  if (normaliser.kind === 'grid') return gridSource(normaliser, limits, path);
  const shape = limited(shapeOf(normaliser, path), limits);
  switch (normaliser.kind) {
    case 'attainment':
      return settled(attainmentSource(normaliser, shape, path), path);
    case 'progress':
      return settled(
        {
          ...shareSource(shape),
          form: 'progress',
          target: figureOf(normaliser.target, [...path, 'target']),
          other: figureOf(normaliser.start, [...path, 'start']),
        },
        path,
      );
    case 'curve':
      return curveSource(normaliser, shape, path);
    case 'minMax': {
      const [min, max] = (['min', 'max'] as const).map((field) => {
        const value = normaliser[field];
        return value === undefined ? null : fractionOf(toDecimal(value, [...path, field]));
      }) as [Fraction | null, Fraction | null];
      const { allEqual = 'error' } = normaliser;
      const points = allEqual === 'error' ? null : fractionOf(toDecimal(allEqual, [...path, 'allEqual']));
      return minMaxOver({ kind: 'minMax', min, max, allEqual: points && limit(points, limits), shape }, min, max, path);
    }
    case 'rank': {
      const { method = 'max', direction = 'higher', alone = 'na' } = normaliser;
      return {
        kind: 'rank',
        method: oneOf(method, GROUP_TIES, [...path, 'method']),
        direction: oneOf(direction, DIRECTIONS, [...path, 'direction']),
        alone: alone === 'na' ? null : limit(fractionOf(toDecimal(alone, [...path, 'alone'])), limits),
        shape,
      };
    }
    default:
      return { kind: 'value', shape };
  }
}

/** A `minMax` as a function of the value, once both ends are known. */
export function minMaxOver(
  source: Extract<Source, { kind: 'minMax' }>,
  min: Fraction | null,
  max: Fraction | null,
  path: Path,
): Source {
  if (min === null || max === null) return source;
  const width = minusFractions(max, min);
  if (width.n === 0n) {
    if (source.allEqual === null) return fail('scorecard.minMaxEqual', path);
    return { kind: 'value', shape: { segments: [last(constant(source.allEqual))], least: null, most: null } };
  }
  const factor = divideFractions({ n: 1n, d: 1n }, width);
  return {
    kind: 'value',
    shape: overLine(source.shape, factor, minusFractions(ZERO_FRACTION, timesFractions(factor, min))),
  };
}

function shareSource(shape: Shape): Omit<ShareSource, 'form' | 'target' | 'other'> {
  return {
    kind: 'share',
    shape,
    targetZero: 'na',
    full: { met: within({ n: 100n, d: 1n }, shape), missed: within(ZERO_FRACTION, shape) },
    higher: true,
    zeroActual: ZERO_FRACTION,
  };
}

function attainmentSource(
  { target, direction = 'higher', lowerForm, worst, targetZero = 'na', capAt }: AttainmentNormaliser,
  shape: Shape,
  path: Path,
): ShareSource {
  const higher = oneOf(direction, DIRECTIONS, [...path, 'direction']) === 'higher';
  if (lowerForm !== undefined && higher) fail('scorecard.notInForm', [...path, 'lowerForm'], { form: 'higher' });
  const form = higher ? 'share' : oneOf(lowerForm ?? 'inverse', LOWER_FORMS, [...path, 'lowerForm']);
  if ((worst !== undefined) !== (form === 'linear')) fail('scorecard.notInForm', [...path, 'worst'], { form });
  return {
    ...shareSource(shape),
    form,
    target: figureOf(target, [...path, 'target']),
    other: worst === undefined ? null : figureOf(worst, [...path, 'worst']),
    targetZero: oneOf(targetZero, TARGET_ZEROS, [...path, 'targetZero']),
    higher,
    zeroActual: within(
      timesFractions({ n: 100n, d: 1n }, capAt === undefined ? ONE : fractionOf(toDecimal(capAt))),
      shape,
    ),
  };
}

function curveSource({ of = 'value', target }: CurveNormaliser, shape: Shape, path: Path): Source {
  oneOf(of, ['value', 'attainment'], [...path, 'of']);
  if ((target !== undefined) !== (of === 'attainment')) fail('scorecard.notInForm', [...path, 'target'], { form: of });
  if (target === undefined) return { kind: 'value', shape };
  const source = { ...shareSource(shape), target: figureOf(target, [...path, 'target']), other: null };
  return settled({ ...source, form: 'share' }, path);
}

function gridSource(normaliser: GridNormaliser, limits: Limits, path: Path): Source {
  const { rows, columns, columnMetric, rowBoundary, columnBoundary, cells } = normaliser;
  const isComplete = cells.length === rows.length && cells.every((row) => row.length === columns.length);
  if (!isComplete) fail('scorecard.gridShape', [...path, 'cells'], { rows: rows.length, columns: columns.length });
  return {
    kind: 'grid',
    rows: axisShape(rows, rowBoundary, [...path, 'rows']),
    columns: axisShape(columns, columnBoundary, [...path, 'columns']),
    columnMetric,
    cells: cells.map((row, r) =>
      row.map((cell, c) => limit(fractionOf(toDecimal(cell, [...path, 'cells', r, c])), limits)),
    ),
  };
}

/** A share of a constant target is a function of the value alone, but where it is divided by the value. */
function settled(source: ShareSource, path: Path): Source {
  const { target, other, form, shape } = source;
  if (!('constant' in target) || (other !== null && !('constant' in other))) return source;
  const [t, o] = [target.constant, other?.constant ?? ZERO_FRACTION];
  const { part, whole } = SHARE_FORMS[form];
  const over = plusFractions(timesFractions(integer(whole[1]), t), timesFractions(integer(whole[2]), o));
  if (form === 'linear' && over.n <= 0n) fail('scorecard.worst', [...path, 'worst']);
  const isZero = form !== 'linear' && (form === 'progress' ? over : t).n === 0n;
  if (isZero && source.targetZero === 'error') fail('scorecard.targetZero', [...path, 'target']);
  if (isZero) return { kind: 'value', shape: zeroShape(source) };
  if (form !== 'linear' && form !== 'progress' && t.n < 0n) fail('scorecard.target', [...path, 'target']);
  if (form === 'inverse') return source;
  const factor = divideFractions(integer(part[0]), over);
  const constant = plusFractions(timesFractions(integer(part[1]), t), timesFractions(integer(part[2]), o));
  return { kind: 'value', shape: overLine(shape, factor, divideFractions(constant, over)) };
}

/** What a target that is always 0 makes of the values. */
function zeroShape({ targetZero, higher, shape }: ShareSource): Shape {
  if (targetZero !== 'full') return { ...shape, segments: [last('na')] };
  return { ...shape, segments: binarySegments(higher ? 'ge' : 'le', ZERO) };
}

/** Figures of a definition. */
function figureOf(figure: Figure, path: Path): CheckedFigure {
  if (typeof figure === 'string') return { constant: fractionOf(toDecimal(figure, path)) };
  return { metric: figure.metric };
}

/** The shape with the item's limits behind its own. */
function limited(shape: Shape, limits: Limits): Shape {
  return {
    segments: shape.segments,
    least: shape.least === null ? limits.floor : limit(shape.least, limits),
    most: shape.most === null ? limits.cap : limit(shape.most, limits),
  };
}

function limit(points: Fraction, { floor, cap }: Limits): Fraction {
  return within(points, { least: floor, most: cap });
}

/** @throws SalesModelError `scorecard.bound`, `decimal.invalid`, `decimal.tooLong` */
export function limitsOf(item: { readonly floor?: string; readonly cap?: string }, path: Path): Limits {
  const [floor, cap] = (['floor', 'cap'] as const).map((field) => {
    const value = item[field];
    return value === undefined ? null : toDecimal(value, [...path, field]);
  });
  if (floor && cap?.lt(floor)) fail('scorecard.bound', [...path, 'cap'], { least: toText(floor), value: toText(cap) });
  return { floor: floor ? fractionOf(floor) : null, cap: cap ? fractionOf(cap) : null };
}

const ONE: Fraction = { n: 1n, d: 1n };

function integer(value: number): Fraction {
  return { n: BigInt(value), d: 1n };
}
