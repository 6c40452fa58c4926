import { holtWinters } from '../../src/mechanisms/forecast/index.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, atMost } from '../targets.js';
import { workload } from '../workload.js';

const BASE = 'integer loop';
const FIT = 'Holt-Winters, all weights fitted';
/** Months of twelve years. */
const MONTHS = 144;
/** 100 ms in rows of the loop, which takes 12.6 ns a row where the bound was set. */
const BOUND = 7_900_000;

/** One fit of a model with three weights. The bound in time is in rows of the loop. */
export async function forecast({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const sales = monthlySales();
  const times = await race('Forecast of 144 months', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    {
      name: FIT,
      rows: 1,
      run: () => holtWinters(sales, { period: 12, seasonal: 'multiplicative' }),
      check: (fit: ReturnType<typeof holtWinters>) => {
        const given = { alpha: 0.3, beta: 0.1, gamma: 0.3 };
        const other = holtWinters(sales, { period: 12, seasonal: 'multiplicative', ...given });
        if (!fit.ok || !other.ok || fit.sse > other.sse) throw new Error('other weights fit better');
      },
    },
  ]);
  return { must: [atMost(times, FIT, BOUND, BASE)] };
}

/** Rising sales with a season and an uneven remainder. */
function monthlySales(): number[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * month) / 12);
    return Math.round((1000 + 12 * month) * season) + ((month * 7919) % 61);
  });
}
