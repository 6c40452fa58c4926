import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { EightSAssessment, HierarchyLink, RoleAssignment } from '../../src/team/index.js';

describe('HierarchyLink', () => {
  const link: HierarchyLink = { child: 'rep', parent: 'manager', from: '2026-01-01' };

  test.each([link, { ...link, parent: null }, { ...link, kind: 'sponsor', to: '2026-02-01' }, { ...link, to: null }])(
    'takes %o as it is',
    (value) => {
      expect(HierarchyLink.parse(value)).toEqual(value);
    },
  );

  test.each([
    [{ ...link, from: '2026-02-29' }, ['from']],
    [{ ...link, to: '' }, ['to']],
    [{ ...link, child: '' }, ['child']],
    [{ child: 'rep', from: '2026-01-01' }, ['parent']],
    [{ ...link, manager: 'm' }, []],
    [{ ...link, parent: 'rep' }, ['parent']],
    [{ ...link, to: '2026-01-01' }, ['to']],
  ])('refuses %o', (value, path) => {
    const { error } = HierarchyLink.safeParse(value);
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('can be exported as JSON Schema', () => {
    expect(z.toJSONSchema(HierarchyLink).$defs?.['HierarchyLink']).toMatchObject({
      required: ['child', 'parent', 'from'],
      additionalProperties: false,
    });
  });
});

test.each([
  ['1', true],
  ['0.001', true],
  ['0', false],
  ['1.01', false],
  ['half', false],
])('a share of working time of %s', (share, isTaken) => {
  const assignment = { person: 'Ana', unit: 'north', role: 'representative', share, from: '2026-01-01', to: null };
  expect(RoleAssignment.safeParse(assignment).success).toBe(isTaken);
  expect(RoleAssignment.safeParse({ ...assignment, to: '2026-01-01' }).success).toBe(false);
});

test.each([
  ['1', true],
  ['5', true],
  [null, true],
  ['0.9', false],
  ['5.1', false],
  ['good', false],
])('a mark of %s', (mark, isTaken) => {
  const systems = 'productMix benefitDistribution channel brand regionalOperation control team promotionFlow'.split(
    ' ',
  );
  const scores = Object.fromEntries(systems.map((system) => [system, mark]));
  expect(EightSAssessment.safeParse({ on: '2026-03-31', scores }).success).toBe(isTaken);
});
