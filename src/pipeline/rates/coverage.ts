import {
  type DecimalLike,
  type DecimalString,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { toProbability } from '../definition/checkPipeline.js';

/** What is in the pipeline, and what is to be sold. All amounts are of one currency. */
export interface CoverageInput {
  readonly openPipeline: DecimalLike;
  readonly target: DecimalLike;
  /** What was won already. */
  readonly closedWon: DecimalLike;
  /** Share of the value that is won, 0 to 1; with it the coverage needed is known. */
  readonly winRateByValue?: DecimalLike;
}

/** How often the pipeline holds what is still to be sold; `targetMet` where nothing is. */
export type Coverage =
  | {
      readonly status: 'open';
      /** Open pipeline ÷ (target − won). */
      readonly ratio: Ratio;
      /** 1 ÷ win rate, with a win rate. */
      readonly needed?: Ratio;
      /** What the pipeline lacks to be covered by the win rate, `0` where it is enough; with a win rate above 0. */
      readonly shortfall?: DecimalString;
    }
  | { readonly status: 'targetMet'; readonly surplus: DecimalString };

/**
 * Returns how often the open pipeline holds what is missing to the target, and how often it has to at a win rate.
 *
 * @param input amounts of one currency, and the win rate by value
 * @throws SalesModelError `pipeline.probability`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { coverage } from 'salesmodel/pipeline';
 *
 * const result = coverage({ openPipeline: '600000', target: '500000', closedWon: '260000', winRateByValue: '0.32' });
 * result.status === 'open' && [result.ratio.value, result.needed?.value, result.shortfall]; // => ['2.5', '3.125', '150000']
 * coverage({ openPipeline: '600000', target: '500000', closedWon: '500000' }); // => { status: 'targetMet', surplus: '0' }
 */
export function coverage(input: CoverageInput): Coverage {
  const open = toDecimal(input.openPipeline, ['input', 'openPipeline']);
  const missing = minus(
    toDecimal(input.target, ['input', 'target']),
    toDecimal(input.closedWon, ['input', 'closedWon']),
  );
  if (missing.lte(ZERO)) return { status: 'targetMet', surplus: toText(minus(ZERO, missing)) };
  const result = { status: 'open', ratio: ratioOf(open, missing) } as const;
  if (input.winRateByValue === undefined) return result;
  const rate = toProbability(input.winRateByValue, ['input', 'winRateByValue']);
  const needed = ratioOf(ONE, rate, 'nothingWon');
  if (rate.isZero()) return { ...result, needed };
  // What is missing ÷ rate may not end; the shortfall is rounded up at 2 decimals, so that it covers.
  const short = minus(missing, times(open, rate));
  return {
    ...result,
    needed,
    shortfall: short.lte(ZERO) ? '0' : toText(plus(short.div(rate), ZERO).toDecimalPlaces(2, 2)),
  };
}
