import { expect, test } from 'vitest';
import { sumMoney } from 'salesmodel/core';
import { applyRevisions, type Target } from 'salesmodel/kpi';
import { targetCascade } from '../../examples/demo/targetCascade.js';

const { input, nodes, original, changed, revision, text } = targetCascade();

/** Checks that every node is the sum of its children, and counts the nodes. */
function tied(node: Target): number {
  const { children = [] } = node;
  const sum = sumMoney(
    children.map(({ amount }) => ({ amount, currency: 'USD' as const })),
    'USD',
  ).amount;
  if (children.length > 0) expect([node.id, sum]).toEqual([node.id, node.amount]);
  return children.reduce((count, child) => count + tied(child), 1);
}

test('every level adds up, before the change and after it', () => {
  expect(original.root.amount).toBe(input.total);
  expect(tied(original.root)).toBe(nodes.length);
  expect(tied(changed.root)).toBe(1 + 4 + 10 + 120);
});

test('months that are over stay, and the revision replays the change', () => {
  const over = revision.changes.filter(({ node }) => /2018-0[1-5]/.test(node));
  expect(over).toEqual([]);
  expect(applyRevisions(original, [revision])).toEqual(changed);
});

test('a new head has less than one who is settled', () => {
  const amount = (id: string): number => Number(nodes.find((node) => node.id === id)?.amount);
  expect(amount('South-2')).toBeLessThan(amount('South-1'));
  expect(text).toContain('9.5 of 21.5 below South');
});
