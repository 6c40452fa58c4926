import { compare, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { fail } from '../fail.js';
import type { Component, MatrixDimension, MatrixRate, Measure, Rate, RateAxis, TiersRate } from '../schema.js';

/**
 * Checks that a rate fits its component.
 *
 * @param of where the component stands
 * @param path where the rate stands: the component's own or that of a hurdle
 * @throws SalesModelError `plan.quotaMissing`, `plan.axisMode`, `plan.baseMode`, `plan.ratioBase`, `plan.cells`,
 * `plan.dimension`, `tiers.notAscending`, `tiers.lastClosed`, `decimal.invalid`, `decimal.tooLong`
 */
export function checkRate(rate: Rate, component: Component, of: Path, path: Path): void {
  switch (rate.kind) {
    case 'tiers':
      checkAxis(rate.axis ?? 'measure', component, of, path);
      return checkTiersRate(rate, component, path);
    case 'curve':
      return checkAxis(rate.axis ?? 'attainment', component, of, path);
    case 'matrix':
      if ((rate.yields ?? 'rate') === 'rate') checkBase(component, path);
      return checkMatrix(rate, component, of, path);
    case 'table':
      return checkBase(component, path);
    case 'flat':
  }
}

/** Whoever looks at attainment needs a quota; `user` is where it looks. */
export function checkAxis(axis: RateAxis, component: Component, of: Path, user: Path): void {
  if (axis === 'attainment') needQuota(component, of, user.slice(of.length).join('.'));
}

/** @throws SalesModelError `plan.quotaMissing` where the component names no quota */
export function needQuota(component: Component, of: Path, user: string): void {
  if (component.quota === undefined) fail('plan.quotaMissing', [...of, 'quota'], { user });
}

function checkTiersRate(
  { axis = 'measure', tiers, yields = 'rate' }: TiersRate,
  component: Component,
  path: Path,
): void {
  const looked = typeof axis === 'string' ? component.measure : axis;
  const third = !sameMeasure(looked, component.measure);
  const apart = !sameMeasure(looked, component.base ?? component.measure);
  // A marginal rate is earned step by step along its axis: what has no steps a credit must be looked up whole.
  const stepless = yields === 'rate' && (isRatio(looked) || (looked.kind === 'score' && apart));
  if (tiers.mode !== 'whole' && (third || stepless)) {
    fail('plan.axisMode', [...path, 'tiers', 'mode'], { expected: 'whole', value: tiers.mode });
  }
  if (yields !== 'rate' || !apart) return;
  if (tiers.mode !== 'whole') checkBase(component, path);
  const withFlat = tiers.tiers.some(({ flat }) => flat !== undefined && !toDecimal(flat).isZero());
  if (withFlat || tiers.mode === 'anchored' || tiers.mode === 'interpolated') fail('plan.baseMode', [...path, 'tiers']);
}

function checkMatrix({ dimensions, cells, split }: MatrixRate, component: Component, of: Path, path: Path): void {
  const ids = new Set<string>();
  let size = 1;
  dimensions.forEach((dimension, index) => {
    const at = [...path, 'dimensions', index];
    if (ids.has(dimension.id)) {
      fail('plan.dimension', [...at, 'id'], { expected: 'given once', value: dimension.id });
    }
    ids.add(dimension.id);
    if ('keys' in dimension) {
      dimension.keys.forEach((key, k) => {
        if (dimension.keys.indexOf(key) < k)
          fail('plan.dimension', [...at, 'keys', k], { expected: 'given once', value: key });
      });
      size *= dimension.keys.length;
    } else {
      checkAxis(dimension.axis, component, of, at);
      checkBounds(dimension.upTo, [...at, 'upTo']);
      size *= dimension.upTo.length;
    }
  });
  if (cells.length !== size) fail('plan.cells', [...path, 'cells'], { expected: size, value: cells.length });
  if (split !== undefined) checkSplit(dimensions, split, component, path);
}

/** Credits can be cut along a quantity that they add up to. */
function checkSplit(dimensions: readonly MatrixDimension[], split: string, component: Component, path: Path): void {
  const cut = dimensions.find(({ id }) => id === split);
  if (cut === undefined || 'keys' in cut) {
    return fail('plan.dimension', [...path, 'split'], { expected: 'the id of a numeric dimension', value: split });
  }
  const looked = typeof cut.axis === 'string' ? component.measure : cut.axis;
  if (isRatio(looked) || looked.kind === 'score') {
    fail('plan.axisMode', [...path, 'split'], { expected: 'along a quantity that adds up', value: looked.kind });
  }
}

function checkBounds(bounds: readonly (string | null)[], path: Path): void {
  let before = null;
  for (const [index, bound] of bounds.entries()) {
    if ((bound === null) !== (index === bounds.length - 1)) {
      failCore('tiers.lastClosed', [...path, index], { value: bound });
    }
    if (bound === null) continue;
    const value = toDecimal(bound, [...path, index]);
    if (before !== null && compare(value, before) <= 0) {
      failCore('tiers.notAscending', [...path, index], { bound: bounds[index - 1], value: bound });
    }
    before = value;
  }
}

/** What each credit earns by itself is a part of a sum: a ratio has none. */
function checkBase({ measure, base = measure }: Component, path: Path): void {
  if (isRatio(base)) fail('plan.ratioBase', path, { value: base.kind });
}

/** Whether a measure is a ratio of sums, which has no part a credit. */
function isRatio({ kind }: Measure): boolean {
  return kind === 'marginRate' || kind === 'markup';
}

function sameMeasure(a: Measure, b: Measure): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
