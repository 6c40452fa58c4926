import type { Decimal } from '../../../core/decimal.js';
import type { CompiledBound } from './compileLimits.js';

/** What has bounds: a row, or rows that count together. */
interface Bounded {
  readonly bounds: readonly CompiledBound[];
}

/** Whether a value lies on the wrong side of a bound. */
export function isBeyond(value: Decimal, { bound, allowed }: CompiledBound): boolean {
  return bound === 'max' ? value.gt(allowed) : value.lt(allowed);
}

/** The bound on the same end of the same measure. */
export function sameBound(
  { bounds }: Bounded,
  { measure, bound }: Pick<CompiledBound, 'measure' | 'bound'>,
): CompiledBound | undefined {
  return bounds.find((other) => other.measure === measure && other.bound === bound);
}

/** Whether all that one allows is allowed by the other. */
export function isWithin(inner: Bounded, outer: Bounded): boolean {
  return outer.bounds.every((bound) => {
    const own = sameBound(inner, bound);
    return own !== undefined && !isBeyond(own.allowed, bound);
  });
}
