import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { Target, TargetTree } from './targetNode.js';
import { type UnitScale, unitScale } from './unit.js';

/** The amounts of a tree in whole units, by node, with the nodes above each. */
export interface TargetUnits {
  readonly scale: UnitScale;
  readonly units: Map<string, bigint>;
  readonly nodes: ReadonlyMap<string, Target>;
  readonly parents: ReadonlyMap<string, Target>;
}

/**
 * Reads a tree of targets of which the children of every node add up to it.
 *
 * @throws SalesModelError `target.untied`, `target.duplicateNode`, `target.unit`
 */
export function targetUnits({ unit, root }: TargetTree): TargetUnits {
  const scale = unitScale({ unit });
  const units = new Map<string, bigint>();
  const nodes = new Map<string, Target>();
  const parents = new Map<string, Target>();
  const visit = (node: Target, path: Path): bigint => {
    if (nodes.has(node.id)) fail('target.duplicateNode', [...path, 'id'], { node: node.id });
    const own = scale.read(node.amount, [...path, 'amount']);
    nodes.set(node.id, node);
    units.set(node.id, own);
    const { children = [] } = node;
    const below = children.reduce((sum, child, at) => {
      parents.set(child.id, node);
      return sum + visit(child, [...path, 'children', at]);
    }, 0n);
    if (children.length > 0 && below !== own) {
      fail('target.untied', path, { node: node.id, amount: scale.text(own), children: scale.text(below) });
    }
    return own;
  };
  visit(root, ['tree', 'root']);
  return { scale, units, nodes, parents };
}

/** The tree with other amounts. */
export function withUnits(node: Target, units: ReadonlyMap<string, bigint>, scale: UnitScale): Target {
  const { children } = node;
  return {
    ...node,
    amount: scale.text(units.get(node.id)!),
    ...(children === undefined ? {} : { children: children.map((child) => withUnits(child, units, scale)) }),
  };
}
