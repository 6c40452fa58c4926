import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guidesOf } from '../../scripts/coverage/guides.js';
import { findOffer } from '../../scripts/coverage/offers.js';
import { coveragePage } from '../../scripts/coverage/page.js';
import { modules } from '../../src/conformance/modules.js';

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

  it('has every row ready', () => {
    const states = [...readFileSync('docs/coverage.md', 'utf8').matchAll(/^\| (S\d{3}-\d{2}) \|[^|]*\| ([^|]+) \|/gm)];
    expect(states).toHaveLength(127);
    expect(states.filter(([, , state]) => state !== 'ready').map(([, id, state]) => `${id} ${state}`)).toEqual([]);
  });

  it('links to nothing dead', async () => {
    const links = [...readFileSync('docs/coverage.md', 'utf8').matchAll(/\]\(\.([^)]+)\)/g)].map(
      ([, link = '']) => link,
    );
    const dead: string[] = [];
    for (const link of new Set(links)) if (!(await isThere(link))) dead.push(link);
    expect(links.length).toBeGreaterThan(127 * 3);
    expect(dead).toEqual([]);
  });
});

/** API pages are generated: one is there when its module exports the name, as a function or as a variable. */
async function isThere(link: string): Promise<boolean> {
  const [, folder = '', kind, name = ''] = /^\/api\/(.+)\/(functions|variables)\/(\w+)\.md$/.exec(link) ?? [];
  if (kind === undefined) {
    const files = link.startsWith('/guide/') ? [`docs${link}`, `docs/zh-CN${link}`] : [link.slice(2)];
    return files.every((file) => existsSync(file));
  }
  const exports = await modules[folder.split('/').at(-1)!]?.();
  const value = exports?.[name];
  return value !== undefined && (typeof value === 'function') === (kind === 'functions');
}

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

describe('guidesOf', () => {
  it('names first the guide that teaches most, and another only for what it does not', () => {
    expect(guidesOf(['team.visitSchedule', 'team.careWorkload'])).toEqual(['visits-and-meetings']);
    expect(guidesOf(['orders.orderChain', 'team.meetingCadence'])).toHaveLength(2);
  });

  it('takes a preset from a page that has the presets of its module and names this one', () => {
    expect(guidesOf(['preset segmentation:care-abcd'])).toContain('care-and-loyalty');
    expect(guidesOf(['preset pipeline:care-abcd'])).toEqual([]);
  });

  it('names no guide for what none teaches, and none that is not there', () => {
    expect(guidesOf(['core.noSuchThing', 'guide no-such-guide'])).toEqual([]);
    expect(guidesOf(['guide getting-started'])).toEqual(['getting-started']);
  });
});
