import { type DecimalLike, toDecimal, toText } from '../../../core/decimal.js';
import type { Finding } from '../../../core/errors.js';
import type { GradeBands } from './gradeBands.js';
import { readBands } from './readBands.js';

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
  const checked = readBands(bands, []);
  const least = toDecimal(options.least ?? 0, ['least']);
  const most = toDecimal(options.most ?? 100, ['most']);
  return checked.flatMap(({ id, min }, at): Finding[] => {
    const path = ['bands', at];
    const above = checked[at - 1];
    const found = (code: string, params: Finding['params']): Finding => ({ code, severity: 'warning', path, params });
    if (above?.min && min?.eq(above.min)) return [found('duplicateBand', { grade: id, other: above.id })];
    if (min?.gt(most) || above?.min?.lte(least)) {
      return [found('unreachableBand', { grade: id, least: toText(least), most: toText(most) })];
    }
    const isLast = at === checked.length - 1;
    return isLast && min?.gt(least) ? [found('bandGap', { grade: id, min: toText(min) })] : [];
  });
}
