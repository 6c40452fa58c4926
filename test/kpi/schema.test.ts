import {
  cascadeTarget,
  Incentive,
  IncentivePlan,
  rebaseTarget,
  SalesPlan,
  TargetNode,
  TargetRevision,
  TargetTree,
} from 'salesmodel/kpi';
import { expect, test } from 'vitest';
import type * as z from 'zod';

const tree: TargetNode = {
  id: 'all',
  kind: 'company',
  owner: 'Di',
  span: { from: '2026-01-01', to: '2027-01-01' },
  children: [
    { id: 'Ana', kind: 'person', weight: '2', min: '10', serviceMonths: [3] },
    { id: 'Bo', kind: 'person', weight: '1', history: '5', potential: '9', max: '80' },
  ],
};

test('what a cascade reads and makes, and what changes it, is what the schemas say', () => {
  expect(TargetNode.parse(tree)).toEqual(tree);
  const cascade = cascadeTarget({ total: '90', tree, method: 'weight' });
  if (!cascade.ok) throw new Error('the bounds hold it');
  expect(TargetTree.parse(cascade.tree)).toEqual(cascade.tree);
  const rebased = rebaseTarget(cascade.tree, { node: 'all', to: '99', reason: 'r', by: 'Di', on: '2026-02-01' });
  if (!rebased.ok) throw new Error('nothing is locked');
  expect(TargetRevision.parse(rebased.revision)).toEqual(rebased.revision);
});

const plan: SalesPlan = {
  id: 'p',
  span: { from: '2026-01-01', to: '2027-01-01' },
  targets: tree,
  actions: [{ code: 'fair', owner: 'Ana', due: '2026-05-01', target: 'Ana', needs: [{ kind: 'EUR', amount: '5' }] }],
  resources: [{ kind: 'EUR', amount: '5' }],
  productStrategy: 'the new line first',
};
const incentives: IncentivePlan = {
  id: 'i',
  commissionPlans: ['c'],
  outcomes: {
    inputs: [{ field: 'grade' }],
    rows: [{ when: { grade: 'A' }, output: { kind: 'payFactor', factor: '1.2' } }],
    hit: 'all',
  },
  review: { every: 'half', lastOn: '2026-01-01' },
};

test.each([
  [SalesPlan, plan],
  [IncentivePlan, incentives],
  [Incentive, { kind: 'care', code: 'call' }],
] as const)('plans are taken as they are %#', (schema, value) => {
  expect((schema as z.ZodType).parse(value)).toEqual(value);
});

test.each([
  [TargetNode, { ...tree, children: [{ id: '', kind: 'person' }] }, ['children', 0, 'id']],
  [TargetTree, { version: 0, unit: '1', root: { id: 'a', kind: 'b', amount: '1' } }, ['version']],
  [IncentivePlan, { ...incentives, review: { every: 'week', lastOn: '2026-01-01' } }, ['review', 'every']],
  [SalesPlan, { ...plan, span: { from: '2026-02-30' } }, ['span', 'from']],
] as const)('are refused %#', (schema, value, path) => {
  const { error } = (schema as z.ZodType).safeParse(value);
  expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
});
