import type { Reason } from '../../core/errors.js';
import type { Ratio } from '../../core/ratio.js';

/**
 * A figure with what stands above and below its line, or all reasons why there is none (`missingMeasure`, `notAdditive`,
 * `divideByZero`). A figure without a line has the denominator 1. `value` is `null` where the denominator is 0
 * (`zeroDenominator`) or the figure means nothing (`notDefined`).
 */
export type KpiResult = ({ readonly ok: true } & Ratio) | { readonly ok: false; readonly reasons: readonly Reason[] };
