import { toDecimal, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import { fail } from '../fail.js';
import { type CascadeInput, cascadeTarget } from './cascadeTarget.js';
import type { TargetNode } from './targetNode.js';

/**
 * Returns the steps that led to the target of a node, those that it has in `cascadeTarget`: its weight among its siblings and what the weight was read from,
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
  if (!hasNode(input.tree, id)) return fail('target.unknownNode', ['id'], { node: id });
  const cascade = cascadeTarget(input);
  if (cascade.ok) return cascade.nodes.find((node) => node.id === id)!.explanation;
  return explainStep('target.none', { node: id }, null, [explainInput(['total'], toText(toDecimal(input.total)))]);
}

function hasNode(node: TargetNode, id: string): boolean {
  return node.id === id || (node.children ?? []).some((child) => hasNode(child, id));
}
