import type { Finding } from '../../core/errors.js';
import type { DecisionRow, DecisionTest } from '../../mechanisms/rules/decisionTable.js';
import { lintTable } from '../../mechanisms/rules/lintTable.js';
import type { Rule, RuleLeaf } from '../../mechanisms/rules/rule.js';
import type { SegmentSet } from '../schema/classes.js';
import { compileSegments, SEGMENT_FIELDS } from './compileSegments.js';

/** So many ways in which a condition may hold are looked at. */
const MOST_WAYS = 64;

/**
 * Returns what is odd about a set of segments, proved over all values that its conditions tell apart: `deadSegment`, one
 * that others always go before; `uncovered`, values for which nothing holds, in a set without a fallback;
 * `overlappingSegments`, two that hold at once where one must decide; `notLinted`, conditions that are no combination of
 * comparisons of single fields, so that nothing could be proved.
 *
 * @param set segments with their conditions
 * @throws SalesModelError those of `compileSegments`, and `rule.limit` for more than 20,000 combinations
 * @example
 * import { lintSegments } from 'salesmodel/segmentation';
 *
 * const findings = lintSegments({
 *   id: 'size',
 *   version: '1',
 *   segments: [
 *     { code: 'any', when: { field: 'summary.orders', op: 'ge', value: 1 } },
 *     { code: 'many', when: { field: 'summary.orders', op: 'ge', value: 10 } },
 *   ],
 *   hit: 'first',
 * });
 * findings.map(({ code, path }) => `${code} ${path.join('.')}`); // => ['deadSegment segments.1', 'uncovered segments']
 */
export function lintSegments(set: SegmentSet): Finding[] {
  compileSegments(set);
  const rows: DecisionRow<number>[] = [];
  const open: Finding[] = [];
  set.segments.forEach(({ code, when }, at) => {
    const ways = waysOf(when);
    const cells = ways?.map(rowOf);
    if (cells === undefined || cells.includes(null) || cells.length > MOST_WAYS) {
      open.push({ code: 'notLinted', severity: 'info', path: ['segments', at], params: { segment: code } });
    } else {
      for (const cell of cells) rows.push({ when: cell!, output: at });
    }
  });
  if (open.length > 0) return open;
  const inputs = [...new Set(rows.flatMap((row) => Object.keys(row.when)))].sort().map((field) => ({ field }));
  const found = lintTable({ inputs, rows, hit: set.hit }, { fields: SEGMENT_FIELDS });
  const segmentOf = (row: number): number => rows[row]!.output;
  const findings: Finding[] = [];
  set.segments.forEach(({ code }, at) => {
    const own = rows.filter((row) => row.output === at).length;
    const dead = found.filter(
      (finding) => finding.code === 'deadRow' && segmentOf(finding.path.at(-1) as number) === at,
    );
    if (own > 0 && dead.length === own) {
      findings.push({ code: 'deadSegment', severity: 'warning', path: ['segments', at], params: { segment: code } });
    }
  });
  if (set.fallback === undefined) {
    for (const { code, params } of found) {
      if (code === 'gap') findings.push({ code: 'uncovered', severity: 'warning', path: ['segments'], params });
    }
  }
  const pairs = new Set<string>();
  for (const { code, params } of found) {
    if (code !== 'overlap') continue;
    const [a, b] = (params['rows'] as [number, number]).map(segmentOf) as [number, number];
    if (a === b || pairs.has(`${a} ${b}`)) continue;
    pairs.add(`${a} ${b}`);
    const names = { segment: set.segments[b]!.code, other: set.segments[a]!.code };
    findings.push({
      code: 'overlappingSegments',
      severity: 'error',
      path: ['segments', b],
      params: { ...names, example: params['example'] },
    });
  }
  return findings;
}

/** The ways in which a condition may hold, each a list of comparisons; `undefined` where a part is denied. */
function waysOf(rule: Rule): RuleLeaf[][] | undefined {
  if ('not' in rule) return undefined;
  if ('any' in rule) {
    const parts = rule.any.map(waysOf);
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
  }
  if (!('all' in rule)) return [[rule]];
  let ways: RuleLeaf[][] = [[]];
  for (const part of rule.all) {
    const others = waysOf(part);
    if (others === undefined || ways.length * others.length > MOST_WAYS) return undefined;
    ways = ways.flatMap((way) => others.map((other) => [...way, ...other]));
  }
  return ways;
}

/** Comparisons as a row of a table, `null` where two are of one field or one has no finite cells. */
function rowOf(leaves: readonly RuleLeaf[]): Record<string, DecisionTest> | null {
  const row: Record<string, DecisionTest> = {};
  for (const { field, ...test } of leaves) {
    if (Object.hasOwn(row, field) || test.op === 'contains' || test.op === 'matches') return null;
    row[field] = test;
  }
  return row;
}
