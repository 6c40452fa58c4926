import {
  cascadeTarget,
  compileKpis,
  type Kpi,
  type KpiColumns,
  type KpiMeasure,
  type TargetNode,
} from '../../src/kpi/index.js';
import { race } from '../harness.js';
import type { Size } from '../sizes.js';
import { type Findings, atMost } from '../targets.js';

const LOOP = 'hand-written loop in doubles';
const COLUMNS = 'twenty KPIs by region, columns';
const SHARES = 'hand-written largest remainders in doubles';
const CASCADE = 'cascadeTarget, persons and months';

const KPIS = 20;
const PERIODS = 12;
const REGIONS = 20;
const MONTHS = 12;

/** A million facts in twenty ratios by region, and a target down to the months of many people. */
export async function kpi(size: Size): Promise<Findings> {
  const aggregation = await reaggregation(size);
  const cascade = await cascading(size);
  return {
    must: [atMost(aggregation, COLUMNS, 4, LOOP), atMost(cascade, CASCADE, 40, SHARES)],
  };
}

/** Rows are members by months; a fact is one cell. */
async function reaggregation({ rows, repetitions }: Size): ReturnType<typeof race> {
  const measures = Array.from({ length: KPIS + 1 }, (_, at) => `m${at}`);
  const n = Math.ceil(rows / measures.length / PERIODS) * PERIODS;
  const members = n / PERIODS;
  const names = Array.from({ length: members }, (_, at) => `P${String(at).padStart(6, '0')}`);
  const values = measures.map((_, at) =>
    Float64Array.from({ length: n }, (__, row) => 1 + ((row * 7919 + at * 104_729) % 70_001)),
  );
  const columns: KpiColumns = {
    n,
    member: { dictionary: names, codes: Int32Array.from({ length: n }, (_, row) => Math.floor(row / PERIODS)) },
    period: {
      dictionary: Array.from({ length: PERIODS }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
      codes: Int32Array.from({ length: n }, (_, row) => row % PERIODS),
    },
    measures: Object.fromEntries(measures.map((id, at) => [id, { values: values[at]!, scale: 2 }])),
  };
  const groups = Object.fromEntries(names.map((name, at) => [name, `R${String(at % REGIONS).padStart(2, '0')}`]));
  const definitions = Object.fromEntries(
    measures.map((id): [string, KpiMeasure] => [id, { id, unit: 'money', overTime: 'sum', overMembers: 'sum' }]),
  );
  const kpis = measures.slice(1).map((field): Kpi => {
    const label = { en: field, 'zh-CN': field };
    return { id: field, label, numerator: { field }, denominator: { field: 'm0' }, unit: 'share', direction: 'higher' };
  });
  const evaluator = compileKpis(kpis, definitions);
  const loop = (): Float64Array[] => {
    const sums = measures.map(() => new Float64Array(REGIONS));
    for (let row = 0; row < n; row++) {
      const region = columns.member.codes[row]! % REGIONS;
      for (let at = 0; at < sums.length; at++) sums[at]![region]! += values[at]![row]!;
    }
    return sums.slice(1).map((sum) => sum.map((value, region) => value / sums[0]![region]!));
  };
  const expected = loop();
  return race('Twenty KPIs by region, a fact', n * measures.length, repetitions, [
    { name: LOOP, run: loop },
    {
      name: COLUMNS,
      run: () => evaluator.columns(columns, { by: ['group'], groups }),
      check(found: ReturnType<typeof evaluator.columns>) {
        found.rows.forEach(({ kpis: figures }, region) => {
          for (const one of figures) {
            const own = expected[Number(one.kpi.slice(1)) - 1]![region]!;
            if (!one.ok || Math.abs(Number(one.value) - own) > 1e-9) throw new Error(`${one.kpi} of region ${region}`);
          }
        });
      },
    },
  ]);
}

async function cascading({ rows, repetitions }: Size): ReturnType<typeof race> {
  const people = Math.ceil(rows / 100);
  const weights = Array.from({ length: people }, (_, at) => 1 + ((at * 48_271) % 997));
  const season = [71, 64, 82, 80, 83, 90, 77, 75, 91, 88, 94, 105];
  const total = people * 100_000;
  const tree: TargetNode = {
    id: 'all',
    kind: 'company',
    children: weights.map((weight, at) => {
      const id = `P${String(at).padStart(6, '0')}`;
      const months = season.map((share, month) => ({
        id: `${id}-${String(month + 1).padStart(2, '0')}`,
        kind: 'month',
        weight: String(share),
      }));
      return { id, kind: 'person', weight: String(weight), children: months };
    }),
  };
  const loop = (): number[][] => shareOut(total, weights).map((part) => shareOut(part, season));
  const expected = loop().flat();
  return race('A target down to months, a month', people * MONTHS, repetitions, [
    { name: SHARES, run: loop },
    {
      name: CASCADE,
      run: () => cascadeTarget({ total, tree, method: 'weight' }),
      check(cascade: ReturnType<typeof cascadeTarget>) {
        if (!cascade.ok) throw new Error('no bounds');
        const months = cascade.nodes.filter(({ id }) => id.length > 7);
        months.forEach(({ amount }, at) => {
          if (Number(amount) !== expected[at]) throw new Error(`month ${at}: ${amount}, not ${expected[at]}`);
        });
      },
    },
  ]);
}

/** Whole parts that add up to a total: cut, and the rest to the largest cuts. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const cuts = weights.map((weight) => (total * weight) % sum);
  let left = parts.reduce((rest, part) => rest - part, total);
  for (const at of cuts.map((_, index) => index).sort((a, b) => cuts[b]! - cuts[a]! || a - b)) {
    if (left-- <= 0) break;
    parts[at]!++;
  }
  return parts;
}
