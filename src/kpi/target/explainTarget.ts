import { toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { type Explanation, explainConstant, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { fail } from '../fail.js';
import { type CascadeInput, type CascadeNode, cascadeTarget, childrenOf } from './cascadeTarget.js';
import { type CascadeMethod, type TargetNode, WEIGHT_FIELDS } from './targetNode.js';

/**
 * Returns the steps that led to the target of a node: its weight among its siblings and what the weight was read from,
 * the bound that holds it, the unit that rounding gave it, and above it the target of its parent up to the total. The
 * root's value is the target, `null` where there is none.
 *
 * @param input total, tree, method
 * @param id of the node
 * @throws SalesModelError `target.unknownNode` and those of `cascadeTarget`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainTarget } from 'salesmodel/kpi';
 *
 * const region = (id: string, weight: string) => ({ id, kind: 'region', weight });
 * const tree = { id: 'all', kind: 'company', children: [region('A', '2'), region('B', '1')] };
 * renderExplanation(explainTarget({ total: '100', tree, method: 'weight' }, 'A'), 'en').split('\n'); // => [
 * //   'A: 2 of 3 below all = 67',
 * //   '  target of all = 100',
 * //   '  weight of A, 3 together = 2',
 * //   '    tree.children[0].weight = 2',
 * //   '  by what the level is shared = weight',
 * //   '  a unit more by the largest remainder = largestRemainder'
 * // ]
 */
export function explainTarget(input: CascadeInput, id: string): Explanation {
  const chain = pathTo(input.tree, ['tree'], id);
  if (chain === null) return fail('target.unknownNode', ['id'], { node: id });
  const cascade = cascadeTarget(input);
  if (!cascade.ok) return explainStep('target.none', { node: id }, null, [explainInput(['total'], shown(input))]);
  const byId = new Map(cascade.nodes.map((node) => [node.id, node]));
  let explained = explainInput(['total'], byId.get(input.tree.id)!.amount, 'target.total');
  chain.slice(1).forEach(({ node, path }, level) => {
    const parent = chain[level]!;
    const siblings = childrenOf(parent.node, parent.path).map((each) => byId.get(each.node.id)!);
    explained = explainNode(input, node, path, byId.get(node.id)!, siblings, explained);
  });
  return explained;
}

function explainNode(
  input: CascadeInput,
  node: TargetNode,
  path: Path,
  { parent, amount, weight, bound, residue }: CascadeNode,
  siblings: readonly CascadeNode[],
  above: Explanation,
): Explanation {
  const level = Object.hasOwn(input.levels ?? {}, node.kind) ? input.levels![node.kind]! : {};
  const method = level.method ?? input.method;
  const weights = siblings.reduce((sum, each) => sum.plus(toDecimal(each.weight!)), toDecimal(0));
  const from: Explanation[] = [
    above,
    explainStep('target.weight', { node: node.id, of: toText(weights) }, weight, weightFacts(node, method, path)),
    explainPolicy('method', typeof method === 'string' ? method : method.kind, 'target.method'),
  ];
  const factor = level.overAssign ?? input.overAssign;
  if (factor !== undefined) {
    const place = level.overAssign === undefined ? ['overAssign'] : ['levels', node.kind, 'overAssign'];
    from.push(explainConstant(place, toText(toDecimal(factor)), 'target.overAssign'));
  }
  if (bound !== null) from.push(explainInput([...path, bound], node[bound] ?? null, `target.${bound}`));
  if (residue) from.push(explainPolicy('residue', 'largestRemainder', 'target.residue'));
  const code = bound === null ? 'target.proportion' : 'target.bounded';
  return explainStep(code, { node: node.id, parent, weight, weights: toText(weights) }, amount, from);
}

function weightFacts(node: TargetNode, method: CascadeMethod, path: Path): Explanation[] {
  if (method === 'equal') return [];
  if (typeof method === 'string') return [explainInput([...path, method], node[method] ?? null)];
  if (method.kind === 'capacity') {
    return (node.serviceMonths ?? []).map((months, at) => explainInput([...path, 'serviceMonths', at], months));
  }
  const fields = new Set(method.parts.flatMap((part) => (typeof part.method === 'string' ? [part.method] : [])));
  return WEIGHT_FIELDS.filter((field) => fields.has(field)).map((field) =>
    explainInput([...path, field], node[field] ?? null),
  );
}

function pathTo(node: TargetNode, path: Path, id: string): { readonly node: TargetNode; readonly path: Path }[] | null {
  if (node.id === id) return [{ node, path }];
  for (const [at, child] of (node.children ?? []).entries()) {
    const below = pathTo(child, [...path, 'children', at], id);
    if (below !== null) return [{ node, path }, ...below];
  }
  return null;
}

function shown({ total }: CascadeInput): string {
  return toText(toDecimal(total));
}
