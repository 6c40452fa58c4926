import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';

/** A measure in one of two periods. */
export interface PeriodMeasure {
  readonly measure: string;
  readonly value: DecimalLike;
  /** On how many observations it is based. */
  readonly n?: number;
  readonly direction: 'higher' | 'lower';
}

/** A measure before and after. */
export interface MeasureComparison {
  readonly measure: string;
  readonly before: DecimalString;
  readonly after: DecimalString;
  /** after − before */
  readonly difference: DecimalString;
  /** difference ÷ |before| */
  readonly change: Ratio;
  /** `null` where a side has fewer observations than are needed. */
  readonly verdict: 'better' | 'worse' | 'same' | null;
}

/** The comparisons by measure, and the measures of one side only. */
export interface PeriodComparison {
  readonly measures: readonly MeasureComparison[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/**
 * Returns what changed between two periods, measure by measure, and whether it is better or worse. A measure with too few
 * observations on a side has no verdict.
 *
 * @param before each measure once
 * @param after each measure once
 * @param options `minSample`: least number of observations of a side that says anything, default 0; a side without `n` counts as enough
 * @throws SalesModelError `compare.duplicate`, `compare.direction`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { comparePeriods } from 'salesmodel/kpi';
 *
 * const { measures } = comparePeriods(
 *   [{ measure: 'winRate', value: '0.2', n: 80, direction: 'higher' }, { measure: 'days', value: 30, n: 3, direction: 'lower' }],
 *   [{ measure: 'winRate', value: '0.25', n: 90, direction: 'higher' }, { measure: 'days', value: 24, n: 40, direction: 'lower' }],
 *   { minSample: 10 },
 * );
 * measures.map(({ measure, change, verdict }) => [measure, change.value, verdict]); // => [['days', '-0.2', null], ['winRate', '0.25', 'better']]
 */
export function comparePeriods(
  before: readonly PeriodMeasure[],
  after: readonly PeriodMeasure[],
  options: { readonly minSample?: number } = {},
): PeriodComparison {
  const { minSample = 0 } = options;
  const first = byMeasure(before, 'before');
  const second = byMeasure(after, 'after');
  const isEnough = ({ n }: PeriodMeasure): boolean => n === undefined || n >= minSample;
  const names = [...first.keys()].filter((name) => second.has(name)).toSorted(compareText);
  return {
    measures: names.map((measure) => {
      const [old, now] = [first.get(measure)!, second.get(measure)!];
      if (old.row.direction !== now.row.direction) {
        fail('compare.direction', ['after', now.at, 'direction'], {
          expected: old.row.direction,
          value: now.row.direction,
        });
      }
      const from = toDecimal(old.row.value, ['before', old.at, 'value']);
      const to = toDecimal(now.row.value, ['after', now.at, 'value']);
      const difference = minus(to, from);
      const isGain = old.row.direction === 'higher' ? difference.gt(0) : difference.lt(0);
      const verdict = difference.isZero() ? 'same' : isGain ? 'better' : 'worse';
      return {
        measure,
        before: toText(from),
        after: toText(to),
        difference: toText(difference),
        change: ratioOf(difference, from.abs(), 'zeroBase'),
        verdict: isEnough(old.row) && isEnough(now.row) ? verdict : null,
      };
    }),
    onlyBefore: [...first.keys()].filter((name) => !second.has(name)).toSorted(compareText),
    onlyAfter: [...second.keys()].filter((name) => !first.has(name)).toSorted(compareText),
  };
}

function byMeasure(
  rows: readonly PeriodMeasure[],
  side: 'before' | 'after',
): Map<string, { readonly row: PeriodMeasure; readonly at: number }> {
  const found = new Map<string, { row: PeriodMeasure; at: number }>();
  rows.forEach((row, at) => {
    oneOf(row.direction, ['higher', 'lower'], [side, at, 'direction']);
    if (found.has(row.measure)) fail('compare.duplicate', [side, at, 'measure'], { measure: row.measure });
    found.set(row.measure, { row, at });
  });
  return found;
}
