import { renderExplanation } from 'salesmodel/core';
import { cascadeTarget, type CascadeInput, explainTarget } from 'salesmodel/kpi';
import { expect, test } from 'vitest';

const input: CascadeInput = {
  total: '100',
  tree: {
    id: 'all',
    kind: 'company',
    children: [
      {
        id: 'north',
        kind: 'region',
        weight: '5',
        max: '31',
        children: ['a', 'b', 'c'].map((id) => ({ id, kind: 'person', history: '1', potential: '2' })),
      },
      { id: 'south', kind: 'region', weight: '1', min: '40' },
      { id: 'west', kind: 'region', weight: '2' },
    ],
  },
  method: 'weight',
  levels: {
    person: {
      method: {
        kind: 'blend',
        parts: [
          { method: 'history', weight: '1' },
          { method: 'potential', weight: '1' },
        ],
      },
      overAssign: '1.1',
    },
  },
};

test('a node says by what rule and from what inputs it got its target', () => {
  const cascade = cascadeTarget(input);
  if (!cascade.ok) throw new Error('the bounds hold it');
  const text = (id: string, locale: 'en' | 'zh-CN'): string[] =>
    renderExplanation(cascade.nodes.find((node) => node.id === id)!.explanation, locale).split('\n');
  expect(text('all', 'en')).toEqual(['target of all = 100']);
  expect(text('a', 'en')).toEqual([
    'a: 0.333333333333 of 1 below north = 12',
    '  north: held by a bound, weight 5 of 8 below all = 31',
    '    target of all = 100',
    '    weight of north, 8 together = 5',
    '      tree.children[0].weight = 5',
    '    by what the level is shared = weight',
    '    greatest amount = 31',
    '  weight of a, 1 together = 0.333333333333',
    '    tree.children[0].children[0].history = 1',
    '    tree.children[0].children[0].potential = 2',
    '  by what the level is shared = blend',
    '  children get the target times = 1.1',
    '  a unit more by the largest remainder = largestRemainder',
  ]);
  expect(text('south', 'en').at(-1)).toBe('  least amount = 40');
  expect(text('a', 'zh-CN')).toHaveLength(13);
  expect(text('a', 'zh-CN').join()).not.toMatch(/[a-z]{3} [a-z]{2}/);
  expect(JSON.parse(JSON.stringify(cascade))).toEqual(cascade);
});

test('a cascade that its bounds can not hold explains no target, and has every reason', () => {
  const [north, south] = input.tree.children!;
  const tight: CascadeInput = {
    ...input,
    tree: {
      ...input.tree,
      children: [
        { ...north!, children: [] },
        { ...south!, min: '70', max: '70' },
      ],
    },
    total: '120',
  };
  expect(cascadeTarget(tight)).toEqual({
    ok: false,
    reasons: [{ code: 'infeasibleTarget', params: { parent: 'all', total: '120', minSum: '70', maxSum: '101' } }],
  });
  expect(explainTarget(tight, 'north')).toMatchObject({ code: 'target.none', value: null });
});
