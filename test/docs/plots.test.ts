import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPlots, PLOTS } from '../../scripts/docs/plots.js';

describe('docs/public/plots', () => {
  let plots: ReadonlyMap<string, string>;

  beforeAll(async () => {
    plots = await drawPlots();
  }, 60_000);

  it('holds what npm run docs:plots draws and nothing else', () => {
    expect(plots.size).toBeGreaterThan(0);
    expect(readdirSync(PLOTS).toSorted()).toEqual([...plots.keys()].toSorted());
    for (const [name, svg] of plots) {
      // The bytes of a drawing say nothing to a reader of a failure; its name does.
      expect([name, readFileSync(`${PLOTS}/${name}`, 'utf8') === svg]).toEqual([name, true]);
    }
  });

  it('shows figures, not what is missing', () => {
    for (const [name, svg] of plots) expect([name, /NaN|undefined|Infinity/.test(svg)]).toEqual([name, false]);
  });

  it.each(['en', 'zh-CN'] as const)('is shown by a page in %s', (locale) => {
    const folder = locale === 'en' ? 'docs/guide' : 'docs/zh-CN/guide';
    const pages = readdirSync(folder).map((page) => readFileSync(`${folder}/${page}`, 'utf8'));
    const chinese = (name: string): string => name.replace(/(\.zh-CN)?\.svg$/, '.zh-CN.svg');
    const names = [...plots.keys()].filter((name) =>
      locale === 'en' ? name !== chinese(name) : name === chinese(name) || !plots.has(chinese(name)),
    );
    const missing = names.filter((name) => !pages.some((page) => page.includes(`](/plots/${name})`)));
    expect(missing).toEqual([]);
  });
});
