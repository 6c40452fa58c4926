import { apportion } from '../../core/apportion.js';
import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, minus, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { hash32 } from '../../core/hash.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { roundQuotient } from '../../core/rounding.js';
import { seededFirst } from '../../core/seededFirst.js';
import { fail } from '../fail.js';

const METHODS = ['simple', 'stratified', 'monetaryUnit'] as const;

/** Something that can be audited. */
export interface AuditItem {
  readonly id: string;
  /** For `stratified`. */
  readonly stratum?: string;
  /** For `monetaryUnit`. */
  readonly amount?: DecimalLike;
}

/** How a sample is drawn. */
export interface SampleOptions {
  /** Integer from 0 to 2³² − 1: the same seed draws the same sample. */
  readonly seed: number;
  readonly size: number;
  /**
   * `simple` (default): the first ids of the seeded order; `stratified`: seats by the sizes of the strata, then simple
   * inside; `monetaryUnit`: every so many units of money, so that an item is hit in proportion to its amount.
   */
  readonly method?: (typeof METHODS)[number];
  /** Of `stratified`: at least one of each stratum, as far as the size allows. Default false. */
  readonly coverAll?: boolean;
  /** Of `monetaryUnit`: where the first mark lies in its interval, from 0 up to but without 1. Default: by the seed. */
  readonly start?: DecimalLike;
}

/** The items to be looked at. */
export interface AuditSample {
  /** By id; `hits` is above 1 only for money. */
  readonly items: readonly { readonly id: string; readonly hits: number }[];
  /** The sample is the whole population because it is no larger than the size. */
  readonly isAll: boolean;
  /** Money between two marks; `null` for the other methods. */
  readonly interval: Ratio | null;
}

/**
 * Returns a sample that depends on the ids and the seed alone: the order of the items changes nothing, a larger simple sample
 * contains the smaller one, and simple samples of parts can be merged.
 *
 * @param items one entry for each id
 * @param options seed, size, method
 * @throws SalesModelError `sample.duplicateId`, `sample.negativeAmount`, `sample.missing`, `sample.start`, `sample.count`,
 *   `seed.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { auditSample } from 'salesmodel/team';
 *
 * const items = Array.from({ length: 20 }, (_, at) => ({ id: `A${String(at + 1).padStart(2, '0')}` }));
 * auditSample(items, { seed: 42, size: 5 }).items.map(({ id }) => id); // => [ 'A02', 'A05', 'A08', 'A11', 'A15' ]
 */
export function auditSample(items: readonly AuditItem[], options: SampleOptions): AuditSample {
  const method = oneOf(options.method ?? 'simple', METHODS, ['method']);
  const { seed, size, coverAll = false } = options;
  if (!Number.isSafeInteger(size) || size < 0) fail('sample.count', ['size'], { value: String(size) });
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) fail('sample.duplicateId', ['items', index, 'id'], { id });
    seen.add(id);
  });
  if (method === 'monetaryUnit') return byMoney(items, options);
  if (size >= items.length) return sampleOf([...seen], true);
  if (method === 'simple') return sampleOf(seededFirst(seen, seed, size), false);

  const strata = new Map<string, string[]>();
  items.forEach(({ id, stratum }, index) => {
    if (stratum === undefined) fail('sample.missing', ['items', index, 'stratum'], { id });
    const members = strata.get(stratum);
    if (members === undefined) strata.set(stratum, [id]);
    else members.push(id);
  });
  const sorted = [...strata].sort(([a], [b]) => compareText(a, b)).map(([, members]) => members);
  const own = coverAll && size >= sorted.length ? 1 : 0;
  const seats = apportion(
    size - own * sorted.length,
    sorted.map((members) => members.length - own),
    'hamilton',
  );
  return sampleOf(
    sorted.flatMap((members, at) => seededFirst(members, seed, own + seats[at]!)),
    false,
  );
}

function sampleOf(ids: readonly string[], isAll: boolean): AuditSample {
  return { items: ids.toSorted(compareText).map((id) => ({ id, hits: 1 })), isAll, interval: null };
}

/** Marks lie at (start + k) · total ÷ size; an item has those from what comes before it up to but without what is behind it. */
function byMoney(items: readonly AuditItem[], { seed, size, start }: SampleOptions): AuditSample {
  const first = toDecimal(start ?? hash32('', seed) / 2 ** 32, ['start']);
  if (first.lt(0) || first.gte(1)) fail('sample.start', ['start'], { value: toText(first) });
  const sorted = items
    .map(({ id, amount }, index) => ({ id, amount: amountOf(amount, id, index) }))
    .sort((a, b) => compareText(a.id, b.id));
  const total = sorted.reduce((sum, { amount }) => plus(sum, amount), ZERO);
  const interval = ratioOf(total, toDecimal(size), 'noSample');
  if (total.isZero()) return { items: [], isAll: false, interval };
  let before = ZERO;
  /** Marks below an amount. */
  const marksBelow = (amount: Decimal): Decimal =>
    roundQuotient(minus(times(amount, toDecimal(size)), times(first, total)), total, 'ceiling');
  const hit: { id: string; hits: number }[] = [];
  for (const { id, amount } of sorted) {
    const after = plus(before, amount);
    const hits = minus(marksBelow(after), marksBelow(before)).toNumber();
    if (hits > 0) hit.push({ id, hits });
    before = after;
  }
  return { items: hit, isAll: false, interval };
}

function amountOf(amount: DecimalLike | undefined, id: string, index: number): Decimal {
  const path = ['items', index, 'amount'];
  if (amount === undefined) fail('sample.missing', path, { id });
  const read = toDecimal(amount, path);
  if (read.lt(0)) fail('sample.negativeAmount', path, { id, value: toText(read) });
  return read;
}
