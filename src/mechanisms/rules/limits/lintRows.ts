import type { Finding, Path } from '../../../core/errors.js';
import type { CompiledLimits, CompiledRow } from './compileLimits.js';
import { isBeyond, isWithin, sameBound } from './bounds.js';
import type { RoleSituation, Situation } from './situations.js';

/** `dateGap`, `deadRow` and `rowOverlap` of a matrix. */
export function lintRows(limits: CompiledLimits, situations: readonly Situation[], path: Path): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rows of limits.rowsOf.values()) {
    for (const row of rows) {
      if (situations.some(({ roles }) => counts(limits, row, roles.get(row.row.role)!))) continue;
      findings.push({ code: 'deadRow', severity: 'warning', path: [...path, 'limits', row.index], params: {} });
    }
    for (const group of groupsOf(rows)) findings.push(...daysOf(group, path));
  }
  return findings;
}

/** Whether an answer may change in a situation when a row is taken away. */
function counts({ select }: CompiledLimits, row: CompiledRow, { applying, possible }: RoleSituation): boolean {
  if (!applying.includes(row) && !possible.includes(row)) return false;
  const others = applying.filter((other) => other !== row);
  const before = (other: CompiledRow): boolean => other.index < row.index || !applying.includes(row);
  if (select === 'anyRow') {
    return !others.some((other) => isWithin(row, other) && (before(other) || !isWithin(other, row)));
  }
  if (others.some(({ specificity }) => specificity > row.specificity)) return false;
  const equals = others.filter(({ specificity }) => specificity === row.specificity);
  if (equals.length === 0) return true;
  return row.bounds.some((bound) => {
    const rivals = equals.flatMap((other) =>
      sameBound(other, bound) ? [[other, sameBound(other, bound)!] as const] : [],
    );
    return !rivals.some(
      ([other, rival]) => isBeyond(bound.allowed, rival) || (rival.allowed.eq(bound.allowed) && before(other)),
    );
  });
}

/** Rows of a role that ask for the same action, keys and conditions. */
function groupsOf(rows: readonly CompiledRow[]): readonly (readonly CompiledRow[])[] {
  const groups = new Map<string, CompiledRow[]>();
  for (const compiled of rows) {
    const { action, keys = {}, when } = compiled.row;
    const sorted = Object.entries(keys)
      .map(([field, value]): [string, readonly string[]] => [field, [value].flat().toSorted()])
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([action ?? null, sorted, when ?? null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [compiled]);
    else group.push(compiled);
  }
  return [...groups.values()];
}

/** The gaps and overlaps of rows that ask for the same, in the order of their days. */
function daysOf(group: readonly CompiledRow[], path: Path): readonly Finding[] {
  const findings: Finding[] = [];
  const sorted = group.toSorted((a, b) => compareDays(a.row.from ?? '', b.row.from ?? '') || a.index - b.index);
  let last: CompiledRow | undefined;
  for (const [at, next] of sorted.entries()) {
    const from = next.row.from ?? '';
    for (const earlier of sorted.slice(0, at)) {
      if (endOf(earlier) <= from || !earlier.bounds.some((bound) => sameBound(next, bound))) continue;
      const rows = [earlier.index, next.index].toSorted((a, b) => a - b);
      const params = { rows, on: next.row.from ?? null };
      findings.push({ code: 'rowOverlap', severity: 'warning', path: [...path, 'limits', rows[1]!], params });
    }
    if (last !== undefined && endOf(last) < from) {
      const params = { rows: [last.index, next.index], from: endOf(last), to: from };
      findings.push({ code: 'dateGap', severity: 'warning', path: [...path, 'limits', next.index], params });
    }
    if (last === undefined || endOf(last) < endOf(next)) last = next;
  }
  return findings;
}

/** Later than every date where a row has no end. */
function endOf({ row }: CompiledRow): string {
  return row.to ?? '~';
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
