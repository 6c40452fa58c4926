import { type Decimal, ONE, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { DecimalLike } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { FORECAST_CATEGORIES } from './forecastCategory.js';
import type { PipelineDefinition } from './pipelineDefinition.js';

/** Refuses chances outside 0 to 1, closing stages that are not what they mean, and open stages out of their order. */
export function checkPipeline({ states }: PipelineDefinition): void {
  let before = -Infinity;
  for (const [at, { kind, order, probability, category }] of states.entries()) {
    const path = ['states', at];
    const chance = toProbability(probability, [...path, 'probability']);
    oneOf(category, FORECAST_CATEGORIES, [...path, 'category']);
    if (kind === 'open') {
      if (order === undefined || order <= before) fail('pipeline.order', [...path, 'order'], { value: order ?? null });
      before = order;
      continue;
    }
    const expected =
      kind === 'success' ? { probability: ONE, category: 'closed' } : { probability: ZERO, category: 'omitted' };
    if (!chance.eq(expected.probability)) {
      fail('pipeline.closing', [...path, 'probability'], {
        expected: toText(expected.probability),
        value: probability,
      });
    }
    if (category !== expected.category) {
      fail('pipeline.closing', [...path, 'category'], { expected: expected.category, value: category });
    }
  }
}

/** Reads a chance from 0 to 1. */
export function toProbability(value: DecimalLike, path: Path): Decimal {
  const chance = toDecimal(value, path);
  if (chance.lt(ZERO) || chance.gt(ONE)) fail('pipeline.probability', path, { value: toText(chance) });
  return chance;
}
