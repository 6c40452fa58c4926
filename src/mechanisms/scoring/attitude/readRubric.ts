import { type Decimal, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../fail.js';
import type { AttitudeRubric, Rating } from './rubric.js';

/** A dimension of a rubric that was read. */
export interface Dimension {
  readonly id: string;
  readonly weight: Decimal;
  readonly min: Decimal;
  readonly max: Decimal;
}

/** A rubric that was checked, defaults filled in. */
export interface CheckedRubric {
  readonly dimensions: readonly Dimension[];
  readonly roles: readonly { readonly role: string; readonly weight: Decimal }[];
  readonly aggregate: 'mean' | 'median' | 'trimmedMean';
  readonly trim: Decimal;
  readonly minRaters: number;
  readonly includesSelf: boolean;
}

/** A rating that was read. */
export interface PanelRating {
  readonly role: string;
  readonly isSelf: boolean;
  readonly value: Decimal;
}

export function readRubric(rubric: AttitudeRubric): CheckedRubric {
  const { minRaters = 1, trim } = rubric;
  const aggregate = oneOf(rubric.aggregate ?? 'mean', ['mean', 'median', 'trimmedMean'], ['rubric', 'aggregate']);
  const share = trim === undefined ? ZERO : toDecimal(trim, ['rubric', 'trim']);
  if ((trim !== undefined) !== (aggregate === 'trimmedMean') || share.lt(0) || share.gte('0.5')) {
    fail('rubric.trim', ['rubric', 'trim'], { value: trim ?? null });
  }
  if (!Number.isSafeInteger(minRaters) || minRaters < 1) {
    fail('rubric.minRaters', ['rubric', 'minRaters'], { value: minRaters });
  }
  const dimensions = rubric.dimensions.map(({ id, weight, min, max }, at) => {
    const path = ['rubric', 'dimensions', at];
    const read = {
      id,
      weight: toWeight(weight, [...path, 'weight']),
      min: toDecimal(min, [...path, 'min']),
      max: toDecimal(max, [...path, 'max']),
    };
    if (read.max.lte(read.min))
      fail('rubric.scale', [...path, 'max'], { min: toText(read.min), value: toText(read.max) });
    return read;
  });
  const roles = rubric.roles.map(({ role, weight }, at) => ({
    role,
    weight: toWeight(weight, ['rubric', 'roles', at, 'weight']),
  }));
  checkDistinct(
    dimensions.map(({ id }) => id),
    ['rubric', 'dimensions'],
    'id',
  );
  checkDistinct(
    roles.map(({ role }) => role),
    ['rubric', 'roles'],
    'role',
  );
  return {
    dimensions,
    roles,
    aggregate,
    trim: share,
    minRaters,
    includesSelf: oneOf(rubric.self ?? 'exclude', ['exclude', 'include'], ['rubric', 'self']) === 'include',
  };
}

/** The ratings of each dimension; those of the person have `isSelf`. */
export function readRatings(
  ratings: readonly Rating[],
  { dimensions, roles, includesSelf }: CheckedRubric,
  person: string,
): PanelRating[][] {
  const byId = new Map(
    dimensions.map((dimension, at) => [dimension.id, { at, ...dimension, raters: new Set<string>() }]),
  );
  const known = new Set(roles.map(({ role }) => role));
  const panels = dimensions.map((): PanelRating[] => []);
  ratings.forEach(({ dimension: id, rater, role, value }, row) => {
    const path = ['ratings', row];
    const dimension = byId.get(id) ?? fail('rating.unknownDimension', [...path, 'dimension'], { dimension: id });
    if (dimension.raters.has(rater)) fail('rating.duplicate', [...path, 'rater'], { rater, dimension: id });
    dimension.raters.add(rater);
    const isSelf = rater === person;
    if (!known.has(role) && (includesSelf || !isSelf)) fail('rating.unknownRole', [...path, 'role'], { role });
    const read = toDecimal(value, [...path, 'value']);
    if (read.lt(dimension.min) || read.gt(dimension.max)) {
      const params = { min: toText(dimension.min), max: toText(dimension.max), value: toText(read) };
      fail('rating.range', [...path, 'value'], params);
    }
    panels[dimension.at]!.push({ role, isSelf, value: read });
  });
  return panels;
}

function toWeight(value: string, path: Path): Decimal {
  const weight = toDecimal(value, path);
  if (weight.lt(0)) fail('rubric.weight', path, { value: toText(weight) });
  return weight;
}

function checkDistinct(ids: readonly string[], path: Path, field: string): void {
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) failCore('ids.duplicate', [...path, at, field], { id });
  });
}
