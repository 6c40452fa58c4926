import { compareText } from '../../core/compareText.js';
import { oneOf } from '../../core/oneOf.js';
import { compose } from './columnFacts.js';
import { distinct } from './distinct.js';
import type { FactTable } from './factTable.js';

export const KPI_KEYS = ['member', 'period', 'group'] as const;

/**
 * What facts are grouped by.
 *
 * @useDeclaredType
 */
export type KpiKey = (typeof KPI_KEYS)[number];

/** How facts are grouped. */
export interface KpiGrouping {
  /** What makes a group. Default: nothing, so all facts are one group. */
  readonly by?: readonly KpiKey[];
  /** The group of each member, such as the region of a person, for `by: ['group']`. A member without one has the key `null`. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** The keys of a group in the order of `by`. */
export type GroupKey = readonly (string | null)[];

/** The groups in the order of their keys, and the group of each row; that of a rejected one is after the last. */
export interface RowGroups {
  readonly keys: readonly GroupKey[];
  readonly groupOf: Int32Array;
}

/**
 * Groups the rows of a table.
 *
 * @throws SalesModelError `option.unknown`
 */
export function rowGroups(table: FactTable, { by = [], groups = {} }: KpiGrouping): RowGroups {
  const axes = by.map((key, index) => axisOf(oneOf(key, KPI_KEYS, ['options', 'by', index]), table, groups));
  const codes = new Float64Array(table.n);
  for (const { labels, places } of axes) compose(codes, places, labels.length);
  const size = axes.reduce((product, { labels }) => product * labels.length, 1);
  const { found, placeOf } = distinct(codes, size, table.dropped);
  // All facts together are a group even where there is none.
  if (by.length === 0 && found.length === 0) return { keys: [[]], groupOf: placeOf.fill(1) };
  const keys = found.map((code) => {
    let rest = code;
    const key: (string | null)[] = [];
    for (let at = axes.length - 1; at >= 0; at--) {
      const { labels } = axes[at]!;
      key[at] = labels[rest % labels.length]!;
      rest = Math.floor(rest / labels.length);
    }
    return key;
  });
  return { keys, groupOf: placeOf };
}

/** Names in the order in which groups come, and which of them a row has. */
interface GroupAxis {
  readonly labels: GroupKey;
  readonly places: Int32Array;
}

function axisOf(
  key: KpiKey,
  { members, member, periods, period }: FactTable,
  groups: Readonly<Record<string, string>>,
): GroupAxis {
  if (key === 'member') return { labels: members, places: member };
  if (key === 'period') return { labels: periods, places: period };
  const own = members.map((name) => (Object.hasOwn(groups, name) ? groups[name]! : null));
  const labels = [...new Set(own)].toSorted(nullLast);
  const places = new Map(labels.map((label, place) => [label, place]));
  const placeOf = Int32Array.from(own, (label) => places.get(label)!);
  return { labels, places: placesOf(member, placeOf) };
}

function placesOf(member: Int32Array, placeOf: Int32Array): Int32Array {
  const places = new Int32Array(member.length);
  for (let row = 0; row < member.length; row++) places[row] = placeOf[member[row]!]!;
  return places;
}

/** Orders keys by their parts, `null` after every text. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  for (let at = 0; at < a.length; at++) {
    const order = nullLast(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return 0;
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareText(a, b);
}
