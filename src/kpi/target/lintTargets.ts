import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { checkSmart } from './checkSmart.js';
import { type TargetNode, WEIGHT_FIELDS } from './targetNode.js';

/** What targets are held against. */
export interface LintTargetsOptions {
  /** What was reached before, by node. */
  readonly baselines?: Readonly<Record<string, readonly DecimalLike[]>>;
  /** The amounts of a cascade, by node. */
  readonly amounts?: Readonly<Record<string, DecimalLike>>;
  /** Greatest distance from the mean, in standard deviations. Default 2. */
  readonly maxZ?: DecimalLike;
}

/**
 * Returns what is wrong or doubtful in a tree of targets, by code and then by place: days outside those of the parent,
 * negative weights, leaves without an owner where others have one, and amounts too far above what was reached before.
 *
 * @param tree nodes with their weights and days
 * @param options what was reached before, amounts
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { lintTargets } from 'salesmodel/kpi';
 *
 * const rep = { id: 'Ana', kind: 'person', weight: '-1', span: { from: '2026-12-01', to: '2027-02-01' } };
 * const year = { from: '2026-01-01', to: '2027-01-01' };
 * lintTargets({ id: 'all', kind: 'company', owner: 'Di', span: year, children: [rep] }).map(({ code }) => code);
 * // => ['negativeWeight', 'outsideParent', 'ownerMissing']
 */
export function lintTargets(tree: TargetNode, options: LintTargetsOptions = {}): Finding[] {
  const { baselines = {}, amounts = {}, maxZ } = options;
  const findings: Finding[] = [];
  let hasOwner = false;
  const ownerless: Finding[] = [];
  const visit = (node: TargetNode, path: Path, parent: TargetNode | null): void => {
    const { id, children = [], span } = node;
    hasOwner ||= node.owner !== undefined;
    if (children.length === 0 && node.owner === undefined) {
      ownerless.push({ code: 'ownerMissing', severity: 'warning', path, params: { node: id } });
    }
    for (const field of WEIGHT_FIELDS) {
      const value = node[field];
      if (value !== undefined && toDecimal(value, [...path, field]).isNegative()) {
        findings.push({
          code: 'negativeWeight',
          severity: 'error',
          path: [...path, field],
          params: { node: id, value },
        });
      }
    }
    if (span !== undefined && parent?.span !== undefined && !isWithin(span, parent.span, path)) {
      const place = [...path, 'span'];
      findings.push({ code: 'outsideParent', severity: 'error', path: place, params: { node: id, parent: parent.id } });
    }
    if (Object.hasOwn(baselines, id) && Object.hasOwn(amounts, id)) {
      const baseline = baselines[id]!;
      const { achievable, z } = checkSmart(
        { value: amounts[id]! },
        { baseline, minZ: '-1000000', ...(maxZ === undefined ? {} : { maxZ }) },
      );
      if (achievable.verdict === 'fail') {
        findings.push({ code: 'stretch', severity: 'warning', path, params: { node: id, z: z!.toFixed(2) } });
      }
    }
    children.forEach((child, at) => visit(child, [...path, 'children', at], node));
  };
  visit(tree, ['tree'], null);
  if (hasOwner) findings.push(...ownerless);
  return findings.toSorted(
    (a, b) => compareText(a.code, b.code) || compareText(JSON.stringify(a.path), JSON.stringify(b.path)),
  );
}

interface OpenSpan {
  readonly from: PlainDate;
  readonly to?: PlainDate | null;
}

function isWithin(inner: OpenSpan, outer: OpenSpan, path: Path): boolean {
  const end = ({ to }: OpenSpan): number => (to == null ? Infinity : dayNumber(to, [...path, 'span', 'to']));
  return dayNumber(inner.from, [...path, 'span', 'from']) >= dayNumber(outer.from) && end(inner) <= end(outer);
}
