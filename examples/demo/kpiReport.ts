import { addMoney, type Money, money, round, sumMoney } from 'salesmodel/core';
import { compileKpis, decisionReport, evaluateKpi, type KpiFact, type KpiRow, priceVolumeMix } from 'salesmodel/kpi';
import { plot } from '../plot.js';
import { percent } from './percent.js';
import { report } from './report.js';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** The average prices of a bridge have 12 decimals. */
const CENT = { increment: '0.01' };

const YEARS = ['2014', '2015', '2016', '2017'];

/** Figures of four years, and the report that shows them. */
export interface KpiReport {
  readonly facts: readonly KpiFact[];
  readonly rows: readonly KpiRow[];
  readonly bridge: Extract<ReturnType<typeof priceVolumeMix>, { ok: true }>;
  readonly text: string;
  readonly html: string;
}

/** Key figures of the Superstore by region and year, from its real order lines. */
export async function kpiReport(): Promise<KpiReport> {
  const facts = regionFacts();
  const rows = compileKpis(['averagePrice', 'grossMargin', 'markUp']).objects(facts, { by: ['member', 'period'] }).rows;
  const whole = evaluateKpi('grossMargin', facts);
  if (!whole.ok) throw new Error('every line has sales and cost');
  const bridge = categoryBridge();
  const table = textTable(
    ['gross margin', ...YEARS],
    [...new Set(rows.map(({ keys }) => keys.member ?? ''))].map((region) => [
      region,
      ...YEARS.map((year) => percent(valueOf(rows, region, year, 'grossMargin'))),
    ]),
  );
  const bars = [
    ['price', bridge.price],
    ['volume', bridge.volume],
    ['mix', bridge.mix],
  ] as const;
  const decisions = decide(rows);
  const text = [
    table,
    `All regions and years together: ${percent(whole.value)}, the ratio of the sums.`,
    textTable(
      ['sales 2016 to 2017, in USD', ''],
      [['2016', round(bridge.before, CENT)], ...bars.map((bar) => [...bar]), ['2017', bridge.after]],
    ),
    decisions,
  ].join('\n\n');
  const html = report('Key figures of the Superstore', [
    {
      title: 'Gross margin',
      intro: 'Revenue less cost of goods, over revenue: the sums of a region and year, then one quotient.',
      plots: [await marginPlot(rows)],
      texts: [table],
    },
    {
      title: 'From 2016 to 2017',
      intro:
        'What prices, quantities and the mix of categories did to sales. The bars add up to the change, to the cent.',
      plots: [await bridgePlot(bars)],
      texts: [],
    },
    { title: 'What to do', intro: 'Gaps to a margin of 15 percent, the largest first.', plots: [], texts: [decisions] },
  ]);
  return { facts, rows, bridge, text, html };
}

/** Sales, cost and units by region and year. */
function regionFacts(): KpiFact[] {
  const sums = new Map<
    string,
    { region: string; year: string; sales: Money<'USD'>; cost: Money<'USD'>; units: number }
  >();
  for (const { date, payeeId = '', amount, cost, units } of superstoreLines()) {
    const year = date.slice(0, 4);
    const key = `${payeeId} ${year}`;
    const held = sums.get(key) ?? {
      region: payeeId,
      year,
      sales: money('0', 'USD'),
      cost: money('0', 'USD'),
      units: 0,
    };
    sums.set(key, {
      ...held,
      sales: addMoney(held.sales, money(amount, 'USD')),
      cost: addMoney(held.cost, money(cost ?? '0', 'USD')),
      units: held.units + Number(units),
    });
  }
  return [...sums.values()].flatMap(({ region, year, sales, cost, units }) =>
    [
      { measure: 'revenue', value: sales.amount, currency: 'USD' },
      { measure: 'cogs', value: cost.amount, currency: 'USD' },
      { measure: 'units', value: units },
    ].map((fact) => ({ member: region, period: year, ...fact })),
  );
}

/** Categories as products, at the average price of a unit: to 12 decimals, as every ratio. */
function categoryBridge(): KpiReport['bridge'] {
  const lines = superstoreLines().filter(({ date }) => date >= '2016-01-01');
  const categories = [...new Set(lines.map(({ attributes = {} }) => String(attributes['category'])))].sort();
  const bridge = priceVolumeMix(
    categories.map((category) => {
      const of = (year: string): { readonly units: number; readonly price: string } => {
        const own = lines.filter(
          ({ date, attributes = {} }) => attributes['category'] === category && date.startsWith(year),
        );
        const units = own.reduce((sum, { units: some }) => sum + Number(some), 0);
        const sales = sumMoney(
          own.map(({ amount }) => money(amount, 'USD')),
          'USD',
        );
        const facts = [
          { measure: 'revenue', value: sales.amount },
          { measure: 'units', value: units },
        ].map((fact) => ({ member: category, period: year, ...fact }));
        const price = evaluateKpi('averagePrice', facts);
        return { units, price: price.ok ? (price.value ?? '0') : '0' };
      };
      const [before, after] = [of('2016'), of('2017')];
      return { id: category, q0: before.units, p0: before.price, q1: after.units, p1: after.price };
    }),
  );
  if (!bridge.ok) throw new Error('every category has a price');
  return bridge;
}

function decide(rows: readonly KpiRow[]): string {
  const { rows: advised } = decisionReport(
    [...new Set(rows.map(({ keys }) => keys.member ?? ''))].map((region) => ({
      metric: `margin ${region}`,
      actual: valueOf(rows, region, '2017', 'grossMargin') ?? '0',
      target: '0.15',
    })),
    {
      inputs: [{ field: 'relativeGap' }],
      rows: [
        { id: 'deep', when: { relativeGap: { op: 'ge', value: '0.3' } }, output: 'review discounts deal by deal' },
        { id: 'small', when: {}, output: 'watch the next quarter' },
      ],
      hit: 'first',
    },
  );
  const lines = advised.map(({ metric, weightedGap, advice: [first] }) => [
    metric,
    percent(weightedGap.value),
    String(first?.action),
    first?.rule ?? '',
  ]);
  return textTable(['short of 15%', 'gap', 'advice', 'rule'], lines);
}

function valueOf(rows: readonly KpiRow[], region: string, year: string, kpi: string): string | null {
  const row = rows.find(({ keys }) => keys.member === region && keys.period === year);
  const found = row?.kpis.find((each) => each.kpi === kpi);
  return found?.ok === true ? found.value : null;
}

function marginPlot(rows: readonly KpiRow[]): Promise<string> {
  const values = rows.map(({ keys }) => ({
    region: keys.member,
    year: keys.period,
    margin: Number(valueOf(rows, keys.member ?? '', keys.period ?? '', 'grossMargin')),
  }));
  return plot({
    title: { text: 'Gross margin by region and year' },
    width: 620,
    height: 280,
    data: { values },
    mark: { type: 'line', point: true, strokeWidth: 2 },
    encoding: {
      x: { field: 'year', type: 'ordinal', title: null, axis: { labelAngle: 0 } },
      y: { field: 'margin', type: 'quantitative', title: 'gross margin', axis: { format: '.0%' } },
      color: { field: 'region', type: 'nominal' },
    },
  });
}

function bridgePlot(bars: readonly (readonly [string, string])[]): Promise<string> {
  const values = bars.map(([bar, amount]) => ({ bar, amount: Number(amount) }));
  return plot({
    title: { text: 'Change of sales from 2016 to 2017' },
    width: 620,
    height: 240,
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'bar', type: 'nominal', sort: null, title: null, axis: { labelAngle: 0 } },
      y: { field: 'amount', type: 'quantitative', title: 'USD', axis: { format: '$,.0f' } },
      color: { condition: { test: 'datum.amount < 0', value: '#a23b55' }, value: '#2458a6' },
    },
  });
}
