import { fromDayNumber } from '../../core/date.js';
import { compareText } from '../../core/compareText.js';
import type { Finding } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { HierarchyLink } from '../schema.js';
import { findCycles } from './findCycles.js';
import { DEFAULT_KIND } from './hierarchy.js';
import { type Relation, toRelation, versionAt } from './relation.js';
import { type Stretch, stretchesWhere } from './stretchesWhere.js';
import { IMPLIED, OPEN, ROOT } from './version.js';
import { withoutClashes } from './withoutClashes.js';

/** What the linter of a hierarchy is asked to mind. */
export interface LintHierarchyOptions {
  /** How many direct reports whoever has any should have, both ends included. Default: any number. */
  readonly span?: { readonly min?: number; readonly max?: number };
}

/**
 * Returns what is wrong or questionable in reporting lines on any day, by kind, then code, then day, then id:
 *
 * - `cycle`: people who report to each other in a circle on these days;
 * - `linkGap`: days without a link between two links of a child;
 * - `orphan`: days on which somebody is a parent without a link of their own, so that the line ends there;
 * - `linkOverlap`: a link that gives a child a second parent; the other findings leave it out;
 * - `selfParent`: a link from a child to itself, which the other findings leave out;
 * - `severalRoots`: days on which the tree has more than one top, and who they are;
 * - `spanNarrow`, `spanWide`: days on which somebody has fewer or more direct reports than asked for.
 *
 * With a `cycle`, a `linkOverlap` or a `selfParent`, `compileHierarchy` throws; the rest are warnings.
 *
 * @param links in any order; spans are half-open
 * @param options bounds of the number of direct reports, whole numbers from 1
 * @throws SalesModelError `hierarchy.span`, `period.order`, `date.invalid`
 * @example
 * ```ts
 * import { lintHierarchy } from 'salesmodel/team';
 * const findings = lintHierarchy([
 *   { child: 'director', parent: null, from: '2026-01-01' },
 *   { child: 'rep', parent: 'director', from: '2026-01-01', to: '2026-03-01' },
 *   { child: 'rep', parent: 'manager', from: '2026-04-01' },
 * ]);
 * findings.map(({ code, path }) => `${code} ${path.join()}`); // => ['linkGap 2', 'orphan 2', 'severalRoots ']
 * findings[0]?.params; // => { kind: 'reportsTo', child: 'rep', from: '2026-03-01', to: '2026-04-01' }
 * ```
 */
export function lintHierarchy(links: readonly HierarchyLink[], options: LintHierarchyOptions = {}): Finding[] {
  const { min = 1, max = Infinity } = options.span ?? {};
  for (const [end, value] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (!(value >= 1 && (Number.isInteger(value) || value === Infinity)))
      fail('hierarchy.span', ['span', end], { value });
  }
  const byKind = new Map<string, number[]>();
  for (const [entry, { kind = DEFAULT_KIND }] of links.entries()) {
    const entries = byKind.get(kind);
    if (entries === undefined) byKind.set(kind, [entry]);
    else entries.push(entry);
  }
  return [...byKind.keys()].toSorted().flatMap((kind) => {
    const { entries, findings } = withoutClashes(kind, links, byKind.get(kind)!);
    const relation = toRelation(kind, links, entries, []);
    return [
      ...cycles(relation),
      ...gaps(relation),
      ...orphans(relation, links, entries),
      ...findings.filter(({ code }) => code === 'linkOverlap'),
      ...findings.filter(({ code }) => code === 'selfParent'),
      ...severalRoots(relation),
      ...spans(relation, 'spanNarrow', (count) => count > 0 && count < min, min),
      ...spans(relation, 'spanWide', (count) => count > max, max),
    ];
  });
}

function cycles(relation: Relation): Finding[] {
  return findCycles(relation).map(({ members, from, to }) => ({
    code: 'cycle',
    severity: 'error',
    path: [relation.entry[versionAt(relation, members[0]!, from)]!],
    params: { kind: relation.kind, members: members.map((node) => relation.ids[node]!), ...days({ from, to }) },
  }));
}

function gaps({ kind, ids, start, from, to, entry }: Relation): Finding[] {
  return byDay(
    ids.flatMap((child, node) => {
      const found: Finding[] = [];
      let end = OPEN;
      for (let version = start[node]!; version < start[node + 1]!; version += 1) {
        if (entry[version] === IMPLIED) continue;
        if (end < from[version]!) {
          const params = { kind, child, ...days({ from: end, to: from[version]! }) };
          found.push({ code: 'linkGap', severity: 'warning', path: [entry[version]!], params });
        }
        end = to[version]!;
      }
      return found;
    }),
  );
}

function orphans(relation: Relation, links: readonly HierarchyLink[], entries: readonly number[]): Finding[] {
  const { kind, ids, nodes, start, from, to, entry } = relation;
  const children = new Map<number, number[]>();
  for (const each of entries) {
    const parent = nodes.get(links[each]!.parent ?? '');
    if (links[each]!.parent === null || parent === undefined) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [each]);
    else list.push(each);
  }
  return byDay(
    ids.flatMap((parent, node) => {
      const found: Finding[] = [];
      for (let version = start[node]!; version < start[node + 1]!; version += 1) {
        if (entry[version] !== IMPLIED) continue;
        const span = { from: from[version]!, to: to[version]! };
        const first = fromDayNumber(span.from);
        // Who hangs on it on the first day, the least id; days of the format sort as texts do.
        const link = children
          .get(node)!
          .filter((each) => links[each]!.from <= first && first < (links[each]!.to ?? '9'))
          .reduce((least, each) => (links[each]!.child < links[least]!.child ? each : least));
        const params = { kind, parent, child: links[link]!.child, ...days(span) };
        found.push({ code: 'orphan', severity: 'warning', path: [link], params });
      }
      return found;
    }),
  );
}

function severalRoots(relation: Relation): Finding[] {
  const { kind, ids, start, from, to, parent } = relation;
  const roots = ids.flatMap((id, node) =>
    range(start[node]!, start[node + 1]!)
      .filter((version) => parent[version] === ROOT)
      .map((version) => ({ id, from: from[version]!, to: to[version]! })),
  );
  return stretchesWhere(roots, (count) => count > 1).map((stretch): Finding => {
    const names = [...new Set(stretch.members.map((root) => roots[root]!.id))];
    const params = { kind, roots: names, ...days(stretch) };
    return { code: 'severalRoots', severity: 'warning', path: [], params };
  });
}

function spans(relation: Relation, code: string, asked: (count: number) => boolean, bound: number): Finding[] {
  const { kind, ids, from, to, parent } = relation;
  if (bound === Infinity || (code === 'spanNarrow' && bound === 1)) return [];
  const reports = new Map<number, { from: number; to: number }[]>();
  for (const [version, above] of parent.entries()) {
    if (above === ROOT) continue;
    const list = reports.get(above);
    const span = { from: from[version]!, to: to[version]! };
    if (list === undefined) reports.set(above, [span]);
    else list.push(span);
  }
  const found = (id: string, stretch: Stretch): Finding => {
    const count = code === 'spanWide' ? stretch.most : stretch.least;
    const params = { kind, id, reports: count, bound, ...days(stretch) };
    return { code, severity: 'warning', path: [], params };
  };
  return byDay(
    [...reports.keys()]
      .sort((a, b) => a - b)
      .flatMap((node) => stretchesWhere(reports.get(node)!, asked).map((stretch) => found(ids[node]!, stretch))),
  );
}

function days({ from, to }: { readonly from: number; readonly to: number }): { from: string; to: string | null } {
  return { from: fromDayNumber(from), to: to === OPEN ? null : fromDayNumber(to) };
}

/** By day; those of one day stay by id. */
function byDay(found: Finding[]): Finding[] {
  return found.sort((a, b) => compareText(String(a.params['from']), String(b.params['from'])));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
