import { dayNumber } from '../../core/date.js';
import { type DecimalString, ONE, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { idOrder } from '../../core/fixed/idRanks.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { AbcPolicy, ClassOptions } from '../schema/classes.js';
import { abcDistance } from './abcDistance.js';
import { classLetters, readCuts, readIncrement } from './shareCuts.js';

/** What is cut into classes. */
export interface AbcItem {
  readonly id: string;
  readonly value: DecimalString;
}

/** A class of a list, with its part of the items and of the total. */
export interface AbcClass {
  readonly segment: string;
  readonly items: number;
  readonly value: DecimalString;
  readonly share: Ratio;
}

/** A list in classes by its share in the total. */
export interface AbcResult {
  /** From the best to the last, those without an item too. */
  readonly classes: readonly AbcClass[];
  /** By id. */
  readonly assignments: readonly SegmentAssignment[];
  /** Of the values above 0. */
  readonly total: DecimalString;
}

const abcPolicy: AbcPolicy = { id: 'abc', version: '1' };

/**
 * Returns the class of each item by the share that the items before it, from the greatest value down, have in the total.
 * Shares are compared exactly.
 *
 * @param items values with their ids
 * @param options as-of day, cuts and conventions
 * @throws SalesModelError `date.invalid`, `key.invalid`, `ids.duplicate`, `segmentation.classes.cuts`,
 *   `segmentation.classes.cutRange`, `segmentation.cuts.notAscending`, `segmentation.classes.nonPositive`,
 *   `segmentation.classes.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { abc } from 'salesmodel/segmentation';
 *
 * const items = [['p', '850'], ['q', '50'], ['r', '40'], ['s', '30'], ['t', '20'], ['u', '10']] as const;
 * const { classes, assignments } = abc(
 *   items.map(([id, value]) => ({ id, value })),
 *   { asOf: '2026-03-31' },
 * );
 * classes.map(({ segment, items, share }) => `${segment} ${items} ${share.value}`); // => ['A 1 0.85', 'B 3 0.12', 'C 2 0.03']
 * assignments[1]?.distanceToNext; // => [ { segment: 'A', input: 'value', delta: '62.51', unit: 'money' } ]
 */
export function abc(items: readonly AbcItem[], options: ClassOptions<AbcPolicy>): AbcResult {
  const { asOf, policy = abcPolicy } = options;
  dayNumber(asOf, ['asOf']);
  const read = readAbcPolicy(policy);
  const ids = items.map(({ id }, at) => {
    if (typeof id !== 'string' || id === '') failCore('key.invalid', ['items', at, 'id'], { value: id });
    return id;
  });
  const byId = idOrder(ids);
  byId.forEach((row, at) => {
    if (at > 0 && ids[row] === ids[byId[at - 1]!]) failCore('ids.duplicate', ['items', row, 'id'], { id: ids[row] });
  });
  const column = fixedColumn(
    items.map(({ value }) => value),
    ['items'],
    ['value'],
  );
  const scale = Math.max(column.scale, read.increment.dp());
  const all = bigintsOf(column, scale);
  const values = Array.from(byId, (row) => all[row]!);
  values.forEach((value, at) => {
    if (value <= 0n && read.nonPositive === 'error') {
      fail('segmentation.classes.nonPositive', ['items', byId[at]!, 'value'], { value: scaledText(value, scale) });
    }
  });
  const order = values.map((_, at) => at).filter((at) => values[at]! > 0n);
  order.sort((a, b) => (values[a]! > values[b]! ? -1 : values[a]! < values[b]! ? 1 : a - b));
  const total = order.reduce((sum, at) => sum + values[at]!, 0n);
  const decided = deciding(order, values, read);
  const { letters, cuts } = read;
  const last = letters.length - 1;
  const isBeyond = (share: bigint, cut: number): boolean => {
    const bound = cuts[cut]! * total;
    return read.included ? share * read.one >= bound : share * read.one > bound;
  };
  const classOf = (share: bigint): number => {
    let at = 0;
    while (at < last && isBeyond(share, at)) at++;
    return at;
  };
  const place = values.map((_, at) => (decided.has(at) ? classOf(decided.get(at)!) : last));
  const sorted = order.map((at) => values[at]!);
  const sums = [0n];
  for (const value of sorted) sums.push(sums.at(-1)! + value);
  const assignments = values.map((value, at): SegmentAssignment => {
    const share = decided.get(at);
    const found = place[at]!;
    const [ge, lt] = read.included ? (['ge', 'lt'] as const) : (['gt', 'le'] as const);
    const bounds = [
      ...(found > 0 ? [{ input: 'share', op: ge, value: read.cutTexts[found - 1]! }] : []),
      ...(found < last ? [{ input: 'share', op: lt, value: read.cutTexts[found]! }] : []),
    ];
    return {
      customer: ids[byId[at]!]!,
      scheme: 'abc',
      segment: letters[found]!,
      rule: share === undefined ? 'nonPositive' : read.included ? 'shareBefore' : 'shareWith',
      inputs: {
        value: scaledText(value, scale),
        share: share === undefined ? null : ratioOf(scaledDecimal(share, scale), scaledDecimal(total, scale)).value,
      },
      thresholds: share === undefined ? [] : bounds,
      distanceToNext: read.measures ? abcDistance({ value, sorted, sums, scale, found, read }) : [],
      missing: [],
      asOf,
      policyVersion: read.policyVersion,
    };
  });
  const classes = letters.map((segment, letter): AbcClass => {
    const members = values.filter((_, at) => place[at] === letter);
    const positive = members.reduce((sum, value) => sum + (value > 0n ? value : 0n), 0n);
    const share = ratioOf(scaledDecimal(positive, scale), scaledDecimal(total, scale));
    const sum = members.reduce((part, value) => part + value, 0n);
    return { segment, items: members.length, value: scaledText(sum, scale), share };
  });
  return { classes, assignments, total: scaledText(total, scale) };
}

/** A policy with its defaults; cuts are integers over `one`. */
export type ReadAbc = ReturnType<typeof readAbcPolicy>;

function readAbcPolicy(policy: AbcPolicy) {
  const cutTexts = policy.cuts ?? ['0.8', '0.95'];
  const cuts = readCuts(cutTexts, ONE, ['policy', 'cuts']);
  const digits = Math.max(...cuts.map((cut) => cut.dp()));
  const included =
    oneOf(
      policy.convention ?? 'crossingIncluded',
      ['crossingIncluded', 'crossingExcluded'],
      ['policy', 'convention'],
    ) === 'crossingIncluded';
  const ties = oneOf(policy.ties ?? 'promote', ['promote', 'demote', 'byKey'], ['policy', 'ties']);
  const increment = readIncrement(policy.increment, ['policy', 'increment']);
  return {
    policyVersion: `${policy.id}@${policy.version}`,
    cuts: cuts.map((cut) => toScaled(cut, digits)),
    cutTexts: cuts.map(toText),
    one: 10n ** BigInt(digits),
    letters: classLetters('A', cuts.length + 1),
    included,
    ties,
    increment,
    nonPositive: oneOf(policy.nonPositive ?? 'lowest', ['lowest', 'error'], ['policy', 'nonPositive']),
    /** Elsewhere more of one value may lead to a worse class, so no single distance is right. */
    measures: included && ties === 'promote',
  };
}

/** By place: the sum that decides its class, before the item or with it; equal values share that of the first or last. */
function deciding(
  order: readonly number[],
  values: readonly bigint[],
  { included, ties }: ReadAbc,
): Map<number, bigint> {
  const decided = new Map<number, bigint>();
  let before = 0n;
  for (let start = 0; start < order.length;) {
    const value = values[order[start]!]!;
    let end = start;
    while (end < order.length && values[order[end]!] === value) end++;
    for (let at = start; at < end; at++) {
      const ahead = ties === 'byKey' ? at - start : ties === 'promote' ? 0 : end - start - 1;
      decided.set(order[at]!, before + value * BigInt(included ? ahead : ahead + 1));
    }
    before += value * BigInt(end - start);
    start = end;
  }
  return decided;
}
