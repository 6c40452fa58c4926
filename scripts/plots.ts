import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { drawPlots, PLOTS } from './docs/plots.js';

/** Draws the plots of the pages anew: each file of `scripts/plots` from figures that the library computes. */
const plots = await drawPlots();
rmSync(PLOTS, { recursive: true, force: true });
mkdirSync(PLOTS, { recursive: true });
for (const [name, svg] of plots) writeFileSync(`${PLOTS}/${name}`, svg);
console.log(`${plots.size} plots in ${PLOTS}`);
