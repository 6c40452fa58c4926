import { match } from 'ts-pattern';
import { compileCurve } from '../../core/curvePieces.js';
import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { compileTiers } from '../../core/tierPieces.js';
import type { Measure, Rate } from '../schema.js';
import { curveRate } from './curveRate.js';
import { amountPerCredit, flatRate } from './flatRate.js';
import { matrixRate, type RateMatrix } from './matrixRate.js';
import type { RateBuilder, RateComponent } from './rateFunction.js';
import { tableRate } from './tableRate.js';
import { type Axis, tiersRate } from './tiersRate.js';

/** Reads a rate once; what it returns builds the function of each span. */
export function compileRate(rate: Rate, component: RateComponent, path: Path): RateBuilder {
  const axisOf = (axis: 'measure' | 'attainment' | Measure): Axis =>
    axis === 'attainment'
      ? { kind: 'attainment' }
      : { kind: 'quantity', quantity: axis === 'measure' ? 0 : component.quantityOf(axis) };
  return match(rate)
    .returnType<RateBuilder>()
    .with({ kind: 'flat' }, ({ rate: value, per = 'base' }) =>
      per === 'credit'
        ? amountPerCredit(toDecimal(value, [...path, 'rate']))
        : flatRate(
            compileTiers({ mode: 'marginal', tiers: [{ upTo: null, rate: value }] }, [...path, 'rate']),
            component,
          ),
    )
    .with({ kind: 'tiers' }, ({ axis = 'measure', tiers, yields = 'rate' }) =>
      tiersRate(compileTiers(tiers, [...path, 'tiers']), axisOf(axis), yields, component),
    )
    .with({ kind: 'curve' }, ({ axis = 'attainment', curve, yields = 'targetPay' }) =>
      curveRate(compileCurve(curve, [...path, 'curve']), axisOf(axis), yields, component),
    )
    .with({ kind: 'matrix' }, (matrix) =>
      matrixRate(readMatrix(matrix, axisOf, path), matrix.yields ?? 'rate', component),
    )
    .with({ kind: 'table' }, ({ table }) => tableRate(table, component, [...path, 'table']))
    .exhaustive();
}

function readMatrix(
  { dimensions, cells, split }: Extract<Rate, { kind: 'matrix' }>,
  axisOf: (axis: 'measure' | 'attainment' | Measure) => Axis,
  path: Path,
): RateMatrix {
  return {
    dimensions: dimensions.map((dimension, d) =>
      'keys' in dimension
        ? { kind: 'key', field: dimension.axis.field, keys: dimension.keys, size: dimension.keys.length }
        : {
            kind: 'numeric',
            axis: axisOf(dimension.axis),
            upTo: dimension.upTo.map((bound, i) =>
              bound === null ? null : toDecimal(bound, [...path, 'dimensions', d, 'upTo', i]),
            ),
            boundary: dimension.boundary ?? 'lower',
            size: dimension.upTo.length,
          },
    ),
    cells: cells.map((cell, i) => toDecimal(cell, [...path, 'cells', i])),
    split: dimensions.findIndex(({ id }) => id === split),
  };
}
