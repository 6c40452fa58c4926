import { compareText } from '../../core/compareText.js';
import { type Decimal, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { dayNumber } from '../../core/date.js';
import type { Finding, Path } from '../../core/errors.js';
import type { PlanAction, SalesPlan } from './salesPlan.js';
import type { TargetNode } from './targetNode.js';

/**
 * Returns what a sales plan lacks, by code and then by place: goals that no action serves (an action serves all below its
 * target), actions for a target that is not there, without an owner or a date, due after the plan ends, and resources of
 * which more is needed than there is.
 *
 * @param plan goals, actions, resources
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { planGaps } from 'salesmodel/kpi';
 *
 * const gaps = planGaps({
 *   id: 'north',
 *   span: { from: '2026-01-01', to: '2027-01-01' },
 *   targets: { id: 'north', kind: 'region', children: [{ id: 'Ana', kind: 'person' }, { id: 'Bo', kind: 'person' }] },
 *   actions: [{ code: 'fair', target: 'Ana', owner: 'Ana', needs: [{ kind: 'EUR', amount: '800' }] }],
 *   resources: [{ kind: 'EUR', amount: '500' }],
 * });
 * gaps.map(({ code, params }) => [code, params]);
 * // => [
 * //   ['actionWithoutDate', { action: 'fair' }],
 * //   ['goalWithoutAction', { target: 'Bo' }],
 * //   ['needAboveResources', { kind: 'EUR', needed: '800', available: '500', short: '300' }],
 * // ]
 */
export function planGaps(plan: SalesPlan): Finding[] {
  const { actions, targets } = plan;
  const served = new Set(actions.map(({ target }) => target));
  const ids = new Set<string>();
  const findings: Finding[] = [];
  const visit = (node: TargetNode, path: Path): void => {
    ids.add(node.id);
    const { children = [] } = node;
    const isServed = served.has(node.id);
    if (children.length === 0 && !isServed) {
      findings.push({ code: 'goalWithoutAction', severity: 'warning', path, params: { target: node.id } });
    }
    children.forEach((child, at) => {
      const place = [...path, 'children', at];
      if (isServed) collectIds(child, ids);
      else visit(child, place);
    });
  };
  visit(targets, ['targets']);
  actions.forEach((action, at) => findings.push(...actionGaps(action, ['actions', at], ids, plan)));
  findings.push(...resourceGaps(plan));
  return findings.toSorted(
    (a, b) => compareText(a.code, b.code) || compareText(JSON.stringify(a.path), JSON.stringify(b.path)),
  );
}

function collectIds(node: TargetNode, ids: Set<string>): void {
  ids.add(node.id);
  for (const child of node.children ?? []) collectIds(child, ids);
}

function actionGaps(
  { code, owner, due, target }: PlanAction,
  path: Path,
  ids: ReadonlySet<string>,
  { span }: SalesPlan,
): Finding[] {
  const findings: Finding[] = [];
  const params = { action: code };
  if (!ids.has(target)) {
    const place = [...path, 'target'];
    findings.push({ code: 'actionWithoutTarget', severity: 'error', path: place, params: { ...params, target } });
  }
  if (owner === undefined) findings.push({ code: 'actionWithoutOwner', severity: 'warning', path, params });
  if (due === undefined) findings.push({ code: 'actionWithoutDate', severity: 'warning', path, params });
  else if (span.to != null && dayNumber(due, [...path, 'due']) >= dayNumber(span.to, ['span', 'to'])) {
    const place = [...path, 'due'];
    findings.push({
      code: 'actionAfterEnd',
      severity: 'warning',
      path: place,
      params: { ...params, due, end: span.to },
    });
  }
  return findings;
}

function resourceGaps({ actions, resources }: SalesPlan): Finding[] {
  const needed = new Map<string, Decimal>();
  const available = new Map<string, Decimal>();
  const add = (sums: Map<string, Decimal>, kind: string, amount: Decimal): void => {
    sums.set(kind, plus(sums.get(kind) ?? ZERO, amount));
  };
  actions.forEach(({ needs = [] }, at) =>
    needs.forEach(({ kind, amount }, place) =>
      add(needed, kind, toDecimal(amount, ['actions', at, 'needs', place, 'amount'])),
    ),
  );
  resources.forEach(({ kind, amount }, at) => add(available, kind, toDecimal(amount, ['resources', at, 'amount'])));
  return [...needed].flatMap(([kind, need]): Finding[] => {
    const there = available.get(kind) ?? ZERO;
    if (need.lte(there)) return [];
    const params = { kind, needed: toText(need), available: toText(there), short: toText(minus(need, there)) };
    return [{ code: 'needAboveResources', severity: 'warning', path: ['resources'], params }];
  });
}
