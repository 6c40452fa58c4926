import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { HierarchyLink } from '../../src/team/index.js';

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
