import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findOffer } from '../../scripts/coverage/offers.js';
import { coveragePage } from '../../scripts/coverage/page.js';

describe('docs/coverage.md', () => {
  it('claims what is there and nothing else; npm run docs:coverage brings it up to date', async () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(await coveragePage());
  });

  it('has a row for each concept of the five documents', () => {
    const ids = [...readFileSync('docs/coverage.md', 'utf8').matchAll(/^\| (S\d{3}-\d{2}) /gm)].map(([, id]) =>
      String(id),
    );
    expect(ids).toHaveLength(127);
    expect(new Set(ids).size).toBe(127);
    expect(ids).toEqual(ids.toSorted());
  });
});

describe('findOffer', () => {
  it('finds exports with their page and test', async () => {
    expect(await findOffer('core.sharesBy')).toEqual({
      text: '`core.sharesBy`',
      page: 'api/core/functions/sharesBy.md',
      test: 'test/core/sharesBy.test.ts',
    });
    expect(await findOffer('team.HierarchyLink')).toMatchObject({ page: 'api/team/variables/HierarchyLink.md' });
    expect(await findOffer('rules.compileRule')).toMatchObject({
      page: 'api/mechanisms/rules/functions/compileRule.md',
    });
  });

  it.each(['core.noSuchThing', 'nowhere.sharesBy', 'preset team:x', 'catalogue core:toString', 'guide no-such-guide'])(
    'does not find %s',
    async (offer) => {
      expect(await findOffer(offer)).toEqual({ text: expect.any(String) as string });
    },
  );

  it('finds a guide that exists in both languages', async () => {
    expect(await findOffer('guide getting-started')).toMatchObject({ page: 'guide/getting-started.md' });
  });
});
