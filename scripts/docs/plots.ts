import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Locale } from 'salesmodel/core';

/** A file of `scripts/plots`: draws one plot with its words in a language. */
interface PlotModule {
  readonly draw: (locale: Locale) => Promise<string>;
}

/** Where the pages find their plots. */
export const PLOTS = 'docs/public/plots';

/** All plots of the pages by file name; a plot without words is the same in both languages and has one file. */
export async function drawPlots(): Promise<ReadonlyMap<string, string>> {
  const plots = new Map<string, string>();
  for (const file of readdirSync('scripts/plots').toSorted()) {
    const name = file.replace(/\.ts$/, '');
    const { draw } = (await import(pathToFileURL(resolve('scripts/plots', file)).href)) as PlotModule;
    const [english, chinese] = [await draw('en'), await draw('zh-CN')];
    plots.set(`${name}.svg`, english);
    if (chinese !== english) plots.set(`${name}.zh-CN.svg`, chinese);
  }
  return plots;
}
