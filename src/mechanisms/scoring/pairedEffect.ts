import { compareText } from '../../core/compareText.js';
import { type DecimalString, Decimal } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from './fail.js';
import { sampleSd } from './spread.js';
import { readValues, type ValueEntry } from './valueEntry.js';

/** One member before and after. */
export interface Pair {
  readonly id: string;
  readonly pre: DecimalString;
  readonly post: DecimalString;
  /** post − pre */
  readonly difference: DecimalString;
}

/** What changed between two measurements of the same members. */
export type PairedEffect = {
  readonly n: number;
  /** By id. */
  readonly pairs: readonly Pair[];
  /** Mean difference; without a value when there is no pair. */
  readonly mean: Ratio;
  /** Ids with a value on one side only, ascending. */
  readonly unpaired: { readonly pre: readonly string[]; readonly post: readonly string[] };
} & (
  | {
      /** Standard deviation of the differences, with n − 1. */
      readonly sd: Estimate;
    }
  | { readonly sd: null; readonly reason: 'fewerThanTwoPairs' }
);

/**
 * Returns the differences between two measurements of the same members, paired by id: each difference post − pre, the
 * exact mean, and their sample standard deviation as an estimate. Who has one value only is listed, not counted.
 *
 * @param pre one entry for each id
 * @param post one entry for each id
 * @throws SalesModelError `pair.duplicate`, `estimate.overflow`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { pairedEffect } from 'salesmodel/mechanisms/scoring';
 *
 * const before = [{ id: 'Ana', value: '60' }, { id: 'Bo', value: '75' }, { id: 'Cy', value: '50' }];
 * const after = [{ id: 'Ana', value: '72' }, { id: 'Bo', value: '79' }, { id: 'Di', value: '90' }];
 * const { n, mean, sd, unpaired } = pairedEffect(before, after);
 * n; // => 2
 * mean.value; // => '8'
 * sd?.toFixed(6); // => '5.656854'
 * unpaired; // => { pre: ['Cy'], post: ['Di'] }
 */
export function pairedEffect(pre: readonly ValueEntry[], post: readonly ValueEntry[]): PairedEffect {
  const before = valuesById(pre, 'pre');
  const after = valuesById(post, 'post');
  const ids = [...before.keys()].filter((id) => after.has(id)).toSorted(compareText);
  const texts = ids.flatMap((id) => [before.get(id)!, after.get(id)!]);
  const column = fixedColumn(texts);
  const { scale } = column;
  const units = bigintsOf(column);
  const differences = ids.map((_, at) => units[2 * at + 1]! - units[2 * at]!);
  const n = ids.length;
  const base = {
    n,
    pairs: ids.map((id, at) => ({
      id,
      pre: scaledText(units[2 * at]!, scale),
      post: scaledText(units[2 * at + 1]!, scale),
      difference: scaledText(differences[at]!, scale),
    })),
    mean: ratioOf(
      scaledDecimal(
        differences.reduce((sum, each) => sum + each, 0n),
        scale,
      ),
      new Decimal(n),
      'noPairs',
    ),
    unpaired: { pre: onlyIn(before, after), post: onlyIn(after, before) },
  };
  return n < 2 ? { ...base, sd: null, reason: 'fewerThanTwoPairs' } : { ...base, sd: sampleSd(differences, scale) };
}

function valuesById(entries: readonly ValueEntry[], side: 'pre' | 'post'): Map<string, DecimalString> {
  const { texts, present } = readValues(
    entries.map(({ value }) => value),
    [side],
    ['value'],
  );
  const seen = new Set<string>();
  const values = new Map<string, DecimalString>();
  entries.forEach(({ id }, at) => {
    if (seen.has(id)) fail('pair.duplicate', [side, at, 'id'], { id });
    seen.add(id);
    if (present[at] === 1) values.set(id, texts[at]!);
  });
  return values;
}

function onlyIn(side: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...side.keys()].filter((id) => !other.has(id)).toSorted(compareText);
}
