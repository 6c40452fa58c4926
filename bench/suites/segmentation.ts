import {
  compileRfm,
  compileSegments,
  compileTiers,
  kMeans,
  presets,
  type RfmRun,
  type SegmentSet,
  summariseOrderColumns,
} from '../../src/segmentation/index.js';
import { seedCentres } from '../../src/segmentation/populations/seedCentres.js';
import { selectRanks } from '../../src/segmentation/quantile/selectRanks.js';
import { seededRandom } from '../../src/core/random.js';
import { dealRules, deals } from '../deals.js';
import { type Contender, race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { lloydLoop } from '../peers/lloydLoop.js';
import { jsonRules } from '../peers/jsonRulesEngine.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';
import { workload } from '../workload.js';

const DAY = 20_543;
const AS_OF = '2026-03-31';
const BASE = 'integer loop, a row';
const SELECT = 'histogram and select over one axis';
const RFM = 'RFM from columns: cuts, scores, cells';
const TYPED_SORT = 'three typed arrays sorted for the cuts';
const OBJECT_SORT = 'objects sorted three times for the cuts';
const SCATTER = 'amounts added up by customer';
const SUMMARIES = 'order log to summaries';
const BY_HAND = 'closures written by hand';
const SEGMENTS = 'compiled segments';
const JSON_RULES = 'json-rules-engine';
const TOTALS = 'totals of calendar years by hand';
const TIERS = 'replay of levels';
const LLOYD = 'bare iterations of Lloyd';
const K_MEANS = 'k-means of one start';

/** Customers in segments, logs in summaries, conditions, levels and groups. */
export async function segmentation(size: Size): Promise<Findings> {
  const parts = [await rfm(size), await orderLog(size), await conditions(size), await levels(size), await groups(size)];
  return { must: parts.flatMap(({ must }) => must), stretch: parts.flatMap(({ stretch = [] }) => stretch) };
}

async function rfm({ rows: n, repetitions }: Size): Promise<Findings> {
  const random = fractions(1);
  const last = Int32Array.from({ length: n }, () => DAY - Math.floor(random() * 1200));
  const orders = Int32Array.from({ length: n }, () => 1 + Math.floor(-Math.log(1 - random()) * 5));
  const spend = Float64Array.from({ length: n }, () => Math.floor(Math.exp(6 + 3 * random()) * 100));
  const columns = {
    asOf: AS_OF,
    customers: Array.from({ length: n }, (_, at) => `c${at}`),
    firstOrder: last,
    lastOrder: last,
    previousOrder: last,
    orders,
    purchaseDays: orders,
    spend: { values: spend, scale: 2 },
  };
  const evaluator = compileRfm(presets.rfm);
  const ranks = [0.2, 0.4, 0.6, 0.8].flatMap((p) => [Math.floor((n - 1) * p), Math.floor((n - 1) * p) + 1]);
  const axes = [Float64Array.from(last, (day) => DAY - day), Float64Array.from(orders), spend];
  const expected = axes.map((axis) => byCuts(axis, axis.toSorted()));
  const objects = Array.from({ length: n }, (_, at) => ({
    recency: axes[0]![at]!,
    orders: axes[1]![at]!,
    spend: axes[2]![at]!,
  }));
  const times = await race('Customers by recency, frequency and money, a customer', n, repetitions, [
    { name: SELECT, run: () => selectRanks(spend, ranks) },
    {
      name: RFM,
      run: () => evaluator.run(columns),
      check: ({ r, f, m }: RfmRun) => {
        for (let at = 0; at < n; at++) {
          const [days, count, money] = expected.map((axis) => axis[at]!);
          if (r[at] !== 5 - days! || f[at] !== count! + 1 || m[at] !== money! + 1) throw new Error(`scores of ${at}`);
        }
      },
    },
    { name: TYPED_SORT, run: () => axes.map((axis) => byCuts(axis, axis.toSorted())) },
    {
      name: OBJECT_SORT,
      run: () =>
        (['recency', 'orders', 'spend'] as const).map((key, axis) =>
          byCuts(
            axes[axis]!,
            Float64Array.from(
              objects.toSorted((a, b) => a[key] - b[key]),
              (each) => each[key],
            ),
          ),
        ),
    },
  ]);
  return {
    must: [atMost(times, RFM, 3, SELECT), atLeast(times, RFM, 10, TYPED_SORT), atLeast(times, RFM, 50, OBJECT_SORT)],
  };
}

/** By value: how many of four quantiles of type 7 it lies above, from a sorted copy. */
function byCuts(values: Float64Array, sorted: ArrayLike<number>): Uint8Array {
  const cuts = [2, 4, 6, 8].map((tenths) => {
    const place = ((sorted.length - 1) * tenths) / 10;
    const low = sorted[Math.floor(place)]!;
    return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
  });
  const passed = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at++) {
    for (const cut of cuts) if (values[at]! > cut) passed[at]!++;
  }
  return passed;
}

async function orderLog({ rows, repetitions }: Size): Promise<Findings> {
  const n = rows * 10;
  const buyers = Math.ceil(n / 10);
  const random = fractions(2);
  const codes = Int32Array.from({ length: n }, () => Math.floor(random() * buyers));
  const values = Float64Array.from({ length: n }, () => 1 + Math.floor(random() * 1e5));
  const orders = {
    customer: { dictionary: Array.from({ length: buyers }, (_, at) => `c${String(at).padStart(8, '0')}`), codes },
    day: Int32Array.from({ length: n }, (_, row) => DAY - 1000 + Math.floor((row * 1000) / n)),
    amount: { values, scale: 2 },
  };
  const add = (): Float64Array => {
    const sums = new Float64Array(buyers);
    for (let row = 0; row < n; row++) sums[codes[row]!]! += values[row]!;
    return sums;
  };
  const expected = add().reduce((sum, value) => sum + value, 0);
  const times = await race('Order log in the order of its days, a row', n, repetitions, [
    { name: SCATTER, run: add },
    {
      name: SUMMARIES,
      run: () => summariseOrderColumns(orders, { asOf: AS_OF }),
      check: ({ totals }: ReturnType<typeof summariseOrderColumns>) => {
        if (Number(totals.spend) !== expected / 100) throw new Error(`${totals.spend}, not ${expected / 100}`);
      },
    },
  ]);
  return { must: [atMost(times, SUMMARIES, 4, SCATTER)] };
}

async function conditions({ rows, payees, slowestRows, repetitions }: Size): Promise<Findings> {
  const facts = deals(100_000);
  const wanted = dealRules(20);
  const set: SegmentSet = {
    id: 'bench',
    version: '1',
    hit: 'first',
    segments: wanted.map(({ segment, region, amount, units }, at) => ({
      code: `s${at}`,
      when: {
        all: [
          { field: 'attributes.segment', op: 'eq', value: segment },
          { field: 'attributes.region', op: 'eq', value: region },
          { field: 'attributes.amount', op: 'ge', value: amount },
          { field: 'attributes.units', op: 'ge', value: units },
        ],
      },
    })),
  };
  const customers = facts.map((attributes, at) => ({
    id: `c${String(at).padStart(6, '0')}`,
    attributes: { ...attributes },
  }));
  const first = (): Int32Array =>
    Int32Array.from(facts, (fact) =>
      wanted.findIndex(
        (rule) =>
          rule.segment === fact.segment &&
          rule.region === fact.region &&
          fact.amount >= rule.amount &&
          fact.units >= rule.units,
      ),
    );
  const expected = first();
  const evaluator = compileSegments(set);
  const few = Math.min(5000, slowestRows / 10);
  const times = await race('First of 20 segments that holds, a customer', facts.length, repetitions, [
    base(rows, payees),
    { name: BY_HAND, run: first },
    {
      name: SEGMENTS,
      run: () => evaluator.run(customers, AS_OF),
      check: ({ segment }: ReturnType<typeof evaluator.run>) =>
        segment.forEach((found, at) => {
          if (found !== (expected[at]! < 0 ? 20 : expected[at])) throw new Error(`segment of ${at}`);
        }),
    },
    { name: JSON_RULES, rows: few, run: jsonRules(wanted, facts.slice(0, few)) },
  ]);
  const must = [atLeast(times, SEGMENTS, 50, JSON_RULES), atMost(times, SEGMENTS, 12, BASE)];
  return { must, stretch: [atMost(times, SEGMENTS, 10, BY_HAND)] };
}

async function levels({ rows, payees, repetitions }: Size): Promise<Findings> {
  const customers = Math.ceil(rows / 12);
  const n = customers * 12;
  const random = fractions(3);
  const columns = {
    customer: {
      dictionary: Array.from({ length: customers }, (_, at) => `c${String(at).padStart(8, '0')}`),
      codes: Int32Array.from({ length: n }, (_, row) => row % customers),
    },
    day: Int32Array.from({ length: n }, (_, row) => DAY - 1095 + Math.floor((row * 1095) / n)),
    amount: { values: Float64Array.from({ length: n }, () => Math.floor(random() * 1200)), scale: 0 },
  };
  const evaluator = compileTiers(presets['silver-gold-platinum']);
  const byYear = (): Float64Array => {
    const totals = new Float64Array(customers * 4);
    for (let row = 0; row < n; row++) {
      const year = Math.floor((columns.day[row]! - 19_358) / 365.25);
      totals[columns.customer.codes[row]! * 4 + Math.max(year, 0)]! += columns.amount.values[row]!;
    }
    return totals;
  };
  const times = await race('Levels of customers with 12 amounts in three years, an amount', n, repetitions, [
    base(rows, payees),
    { name: TOTALS, run: byYear },
    { name: TIERS, run: () => evaluator.run(columns, AS_OF) },
  ]);
  return { must: [atMost(times, TIERS, 16, BASE)], stretch: [atMost(times, TIERS, 20, TOTALS)] };
}

async function groups({ rows, repetitions }: Size): Promise<Findings> {
  const n = Math.ceil(rows / 10);
  const width = 8;
  const random = fractions(4);
  const list = Array.from({ length: n }, (_, at) => Array.from({ length: width }, () => (at % 5) * 3 + random()));
  const order = list.toSorted(compareRows);
  const values = Float64Array.from(order.flat());
  const options = { k: 5, seed: 1, restarts: 1, scale: 'none', silhouette: false } as const;
  const start = seedCentres(values, n, width, 5, seededRandom(1, 0)).centres;
  const bare = lloydLoop(values, n, width, start);
  const times = await race('Groups of rows of eight columns, a row', n, repetitions, [
    { name: LLOYD, run: () => lloydLoop(values, n, width, start) },
    {
      name: K_MEANS,
      run: () => kMeans(list, options),
      check: ({ inertia, iterations }: ReturnType<typeof kMeans>) => {
        if (iterations !== bare.iterations) throw new Error(`${iterations} iterations, not ${bare.iterations}`);
        if (inertia !== bare.inertia) throw new Error(`inertia ${inertia}, not ${bare.inertia}`);
      },
    },
  ]);
  return { must: [atMost(times, K_MEANS, 2, LLOYD)] };
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, column) => value !== b[column]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The loop by whose rows times are told on every machine. */
function base(rows: number, payees: number): Contender {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  return { name: BASE, rows, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) };
}

/** Fractions from 0 to 1 of a seed. */
function fractions(seed: number): () => number {
  return seededRandom(seed).fraction;
}
