import type { Curve, CurvePoint } from './curve.js';
import { toDecimal, toText, type DecimalLike } from './decimal.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';
import type { TierBoundary } from './tiers.js';

/** A band with one value: from the `upTo` of the step before to its own. */
export interface CurveStep {
  /** Upper bound, greater than the one before; `null` in the last step and only there. */
  readonly upTo: DecimalLike | null;
  readonly y: DecimalLike;
}

/**
 * Returns the curve that is constant on each step and jumps between them.
 *
 * @param steps bands, ascending; the last is open, the first begins without end
 * @param boundary which step owns its bound: `lower` (default) or `upper`
 * @throws SalesModelError `tiers.lastClosed`, `tiers.notAscending`, `option.unknown`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { curveFromSteps, evaluateCurve } from 'salesmodel/core';
 *
 * const bonus = curveFromSteps([{ upTo: '80', y: '0' }, { upTo: '100', y: '500' }, { upTo: null, y: '900' }]);
 * evaluateCurve(bonus, '80'); // => '0'
 * evaluateCurve(bonus, '80.01'); // => '500'
 */
export function curveFromSteps(steps: readonly CurveStep[], boundary: TierBoundary = 'lower'): Curve {
  oneOf(boundary, ['lower', 'upper'], ['boundary']);
  if (steps.length === 0) fail('tiers.lastClosed', ['steps'], { value: steps });
  const side = boundary === 'lower' ? 'left' : 'right';
  const points: CurvePoint[] = [];
  let bound: string | null = null;
  steps.forEach(({ upTo, y }, index) => {
    const path = ['steps', index, 'upTo'];
    const value = toText(toDecimal(y, ['steps', index, 'y']));
    if ((upTo === null) !== (index === steps.length - 1)) fail('tiers.lastClosed', path, { value: upTo });
    if (bound !== null) points.push({ x: bound, y: value, side });
    if (upTo === null) return;
    const next = toDecimal(upTo, path);
    if (bound !== null && next.lte(bound)) fail('tiers.notAscending', path, { bound, value: upTo });
    bound = toText(next);
    points.push({ x: bound, y: value, side });
  });
  // A single open step has no bound of its own; any x serves.
  return { points: points.length > 0 ? points : [{ x: '0', y: toText(toDecimal(steps[0]?.y ?? 0)) }] };
}
