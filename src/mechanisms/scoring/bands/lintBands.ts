import { type DecimalLike, toDecimal, toText } from '../../../core/decimal.js';
import type { Finding, Path } from '../../../core/errors.js';
import { quotientText } from '../../../core/quotientText.js';
import { compareFractions, type Fraction, fractionOf } from '../../../core/fraction.js';
import type { GradeBands } from './gradeBands.js';
import { type CheckedBands, readBands } from './readBands.js';

/** What totals there can be. */
export interface LintBandsOptions {
  /** The least total. Default 0. */
  readonly least?: DecimalLike;
  /** The greatest total. Default 100. */
  readonly most?: DecimalLike;
}

/**
 * Returns what is odd about grade bands that are valid, by band: `bandGap`, totals below the lowest band have no grade;
 * `duplicateBand`, a grade that nothing has because the one before it begins at the same total; `unreachableBand`, a
 * grade that begins above the greatest total, or lies below a band that all totals reach.
 *
 * @param bands grades, the best first
 * @param options the least and the greatest total
 * @throws SalesModelError `bands.order`, `bands.minMissing`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintBands } from 'salesmodel/mechanisms/scoring';
 *
 * const bands = { bands: [{ id: 'A', min: '110' }, { id: 'B', min: '80' }, { id: 'C', min: '80' }, { id: 'D' }] };
 * lintBands(bands).map(({ code, path }) => `${code} ${path.join('.')}`);
 * // => ['unreachableBand bands.0', 'duplicateBand bands.2']
 */
export function lintBands(bands: GradeBands, options: LintBandsOptions = {}): Finding[] {
  const range = {
    least: fractionOf(toDecimal(options.least ?? 0, ['least'])),
    most: fractionOf(toDecimal(options.most ?? 100, ['most'])),
  };
  return lintRange(readBands(bands, []), range, ['bands']);
}

/** The same of bands that were read; an end that is `null` is open. */
export function lintRange(
  bands: CheckedBands,
  { least, most }: { readonly least: Fraction | null; readonly most: Fraction | null },
  path: Path,
): Finding[] {
  const text = (end: Fraction | null): string | null => end && quotientText(end.n, end.d);
  return bands.flatMap(({ id, min }, at): Finding[] => {
    const above = bands[at - 1]?.min;
    const found = (code: string, params: Finding['params']): Finding[] => [
      { code, severity: 'warning', path: [...path, at], params },
    ];
    if (above && min?.eq(above)) return found('duplicateBand', { grade: id, other: bands[at - 1]!.id });
    const isAbove = min !== null && most !== null && compareFractions(fractionOf(min), most) > 0;
    const isBelow = above && least !== null && compareFractions(fractionOf(above), least) <= 0;
    if (isAbove || isBelow) return found('unreachableBand', { grade: id, least: text(least), most: text(most) });
    const isGap = at === bands.length - 1 && min && (least === null || compareFractions(fractionOf(min), least) > 0);
    return isGap ? found('bandGap', { grade: id, min: toText(min) }) : [];
  });
}
