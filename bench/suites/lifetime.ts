import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import gammaln from '@stdlib/math-base-special-gammaln';
import { logGamma, seededRandom } from '../../src/core/index.js';
import { compileClv, type Fit, type BuyingModel, fitBgNbd, fitParetoNbd } from '../../src/segmentation/clv/index.js';
import { race } from '../harness.js';
import { tableLikelihood } from '../peers/tableLikelihood.js';
import type { Size } from '../sizes.js';
import { atMost, type Findings, type Result } from '../targets.js';

interface History {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
}

/** As many as the published sample that the models are known by. */
const CUSTOMERS = 2357;
const WEEKS = 39;

const TABLES = 'one BG/NBD likelihood by tables';
const BG_FIT = 'BG/NBD fit';
const PARETO = 'one Pareto/NBD likelihood';
const PARETO_FIT = 'Pareto/NBD fit';
const GAMMA = 'log-gamma';
const PEER_GAMMA = '@stdlib log-gamma';

/** Fits, of the published sample where it is there, against single evaluations of a likelihood, and the log-gamma function against a library of special functions. */
export async function lifetime({ repetitions }: Size): Promise<Findings> {
  const base = publishedHistories() ?? histories();
  if (base.length !== CUSTOMERS) throw new Error(`${CUSTOMERS} customers, not ${base.length}`);
  const columns = {
    x: Float64Array.from(base, ({ x }) => x),
    tx: Float64Array.from(base, ({ tx }) => tx),
    T: Float64Array.from(base, ({ T }) => T),
  };
  const fit = fitBgNbd(base);
  if (!fit.ok) throw new Error('the customers come back');
  const { params } = fit.fitted;
  const single = compileClv({ model: 'paretoNbd', params: { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 } });
  const bg = compileClv(fit.fitted);
  const sum = base.reduce((total, history) => total + bg.logLikelihood(history), 0);
  const times = await race(`Fits of ${CUSTOMERS} customers`, 1, repetitions, [
    {
      name: TABLES,
      rows: 50,
      run: () => {
        let last = 0;
        for (let turn = 0; turn < 50; turn++) last = tableLikelihood(columns, params);
        return last;
      },
      check: (value: number) => within(value, sum),
    },
    { name: BG_FIT, run: () => fitBgNbd(base), check: converged },
    { name: PARETO, run: () => base.reduce((total, history) => total + single.logLikelihood(history), 0) },
    { name: PARETO_FIT, run: () => fitParetoNbd(base), check: converged },
  ]);
  const must = [atMost(times, BG_FIT, 400, TABLES), atMost(times, PARETO_FIT, 1000, PARETO)];
  return { must, stretch: await specialFunctions(repetitions) };
}

/** Against a library of special functions. */
async function specialFunctions(repetitions: number): Promise<Result[]> {
  const random = seededRandom(7);
  const places = Array.from({ length: 100_000 }, () => 0.05 + 60 * random.fraction());
  const total = (of: (x: number) => number) => () => places.reduce((sum, x) => sum + of(x), 0);
  const right = total(logGamma)();
  const times = await race('Log-gamma', places.length, repetitions, [
    { name: GAMMA, run: total(logGamma) },
    { name: PEER_GAMMA, run: total(gammaln), check: (value: number) => within(value, right) },
  ]);
  return [atMost(times, GAMMA, 2, PEER_GAMMA)];
}

function converged(fit: Fit<BuyingModel>): void {
  if (!fit.ok || fit.fitted.fit.status !== 'converged') throw new Error('the fit did not converge');
}

function within(value: number, right: number): void {
  if (Math.abs(value / right - 1) > 1e-10) throw new Error(`${value} is not ${right}`);
}

/** The sample by weeks, from a file that is no part of the project. */
function publishedHistories(): History[] | null {
  const folder = process.env['CUSTOMER_DATA'] ?? '../shared/data/customers';
  const file = `${folder}/cdnow_customers_summary.csv`;
  if (!existsSync(file)) {
    console.log(`\nThe fits are of customers who are made up: ${file} is not there`);
    return null;
  }
  const [head, ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const [x, tx, T] = ['frequency', 'recency', 'T'].map((name) => head!.indexOf(name));
  return lines.map((cells) => ({ x: Number(cells[x!]), tx: Number(cells[tx!]), T: Number(cells[T!]) }));
}

/** Customers who buy at their own rates and drop out with their own chances, seen for 27 to 39 weeks by the day. */
function histories(): History[] {
  const random = seededRandom(20_261_129);
  return Array.from({ length: CUSTOMERS }, () => {
    const T = WEEKS - Math.floor(84 * random.fraction()) / 7;
    const rate = 0.12 * Math.log(1 - random.fraction()) ** 2;
    const leaving = random.fraction() ** 2;
    let [x, tx] = [0, 0];
    for (let at = 0; ;) {
      at += Math.ceil((-7 * Math.log(1 - random.fraction())) / rate) / 7;
      if (at > T) break;
      [x, tx] = [x + 1, at];
      if (random.fraction() < leaving) break;
    }
    return { x, tx, T };
  });
}
