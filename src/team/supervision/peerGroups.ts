import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import type { ValueEntry } from '../../mechanisms/scoring/valueEntry.js';
import type { Hierarchy } from '../hierarchy/hierarchy.js';
import type { RoleAssignment } from '../schema/organisation.js';

export const PEERS = ['managerSpan', 'role', 'unit'] as const;

/** Who is compared with whom. */
export interface PeerOptions {
  /** The day of the hierarchy and the assignments. */
  readonly on: PlainDate;
  /** Those under the same manager (default), with the same role, or in the same unit. */
  readonly peers?: (typeof PEERS)[number];
  /** For `role` and `unit`; of several on a day the one with the least id of unit and role counts. */
  readonly assignments?: readonly RoleAssignment[];
}

/** Values by group of peers, by name of the group, and the ids that have no place that day. */
export function peerGroups(
  values: readonly ValueEntry[],
  hierarchy: Hierarchy,
  { on, peers, assignments = [] }: PeerOptions,
): { readonly groups: readonly (readonly [string, readonly ValueEntry[]])[]; readonly absent: readonly string[] } {
  const kind = oneOf(peers ?? 'managerSpan', PEERS, ['peers']);
  const placeOf =
    kind === 'managerSpan' ? (id: string) => managerOf(hierarchy, id, on) : assignedTo(kind, assignments, on);
  const groups = new Map<string, ValueEntry[]>();
  const absent: string[] = [];
  for (const entry of values) {
    const group = placeOf(entry.id);
    if (group === null) {
      absent.push(entry.id);
      continue;
    }
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [entry]);
    else members.push(entry);
  }
  return { groups: [...groups].sort(([a], [b]) => compareText(a, b)), absent: absent.toSorted(compareText) };
}

/** The id above on a day; `null` at the top and outside of the tree. */
export function managerOf(hierarchy: Hierarchy, id: string, on: PlainDate): string | null {
  const above = hierarchy.parentAt(id, on);
  return above.status === 'child' ? above.parent : null;
}

function assignedTo(
  field: 'role' | 'unit',
  assignments: readonly RoleAssignment[],
  on: PlainDate,
): (id: string) => string | null {
  const places = new Map<string, RoleAssignment>();
  const key = ({ unit, role }: RoleAssignment): string => JSON.stringify([unit, role]);
  for (const each of assignments) {
    if (each.from > on || (each.to ?? '9999-99-99') <= on) continue;
    const known = places.get(each.person);
    if (known === undefined || key(each) < key(known)) places.set(each.person, each);
  }
  return (id) => places.get(id)?.[field] ?? null;
}
