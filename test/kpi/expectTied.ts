import type { Cascade, Target } from 'salesmodel/kpi';
import { expect } from 'vitest';
import { toScaled } from '../core/decimalText.arb.js';

/** Decimals enough for every unit that a test cascades in. */
const SCALE = 6;

/** What holds of every tree of targets: the children of a node add up to it, or to what was assigned instead of it. */
export function expectTied(root: Target, assigned: ReadonlyMap<string, string> = new Map()): void {
  const { id, amount, children = [] } = root;
  if (children.length === 0) return;
  const sum = children.reduce((all, child) => all + toScaled(child.amount, SCALE), 0n);
  expect([id, sum]).toEqual([id, toScaled(assigned.get(id) ?? amount, SCALE)]);
  for (const child of children) expectTied(child, assigned);
}

/** The same of a cascade that its bounds can hold; returns it. */
export function tied(cascade: Cascade): Cascade {
  if (!cascade.ok) return cascade;
  const assigned = new Map(cascade.overAssigned.map((each) => [each.parent, each.assigned]));
  for (const { parent, amount, assigned: given, over } of cascade.overAssigned) {
    expect([parent, toScaled(amount, SCALE) + toScaled(over, SCALE)]).toEqual([parent, toScaled(given, SCALE)]);
  }
  expectTied(cascade.tree.root, assigned);
  const nodes: [string, string][] = [];
  const visit = ({ id, amount, children = [] }: Target): void => {
    nodes.push([id, amount]);
    children.forEach(visit);
  };
  visit(cascade.tree.root);
  expect(cascade.nodes.map(({ id, amount }) => [id, amount])).toEqual(nodes);
  return cascade;
}
