import type { Expr } from '../../mechanisms/rules/expr.js';
import type { Kpi, KpiDirection, KpiUnit } from './kpi.js';

const of = (field: string): Expr => ({ field });
const add = (...args: readonly string[]): Expr => ({ op: 'add', args: args.map(of) });
const times = (...args: readonly (string | number)[]): Expr => ({
  op: 'mul',
  args: args.map((each) => (typeof each === 'number' ? each : of(each))),
});

/** The first less all others. */
const less = (first: Expr, ...others: readonly string[]): Expr => ({
  op: 'sub',
  args: [first, others.length === 1 ? of(others[0]!) : add(...others)],
});

type Side = string | Expr;

function kpi(
  id: string,
  [en, zh]: readonly [string, string],
  [numerator, denominator]: readonly [Side, Side | null],
  unit: KpiUnit,
  direction: KpiDirection | null,
): Kpi {
  const side = (expr: Side): Expr => (typeof expr === 'string' ? of(expr) : expr);
  return {
    id,
    label: { en, 'zh-CN': zh },
    numerator: side(numerator),
    denominator: denominator === null ? null : side(denominator),
    unit,
    direction,
  };
}

const market = (): readonly Kpi[] => [
  {
    ...kpi(
      'attainment',
      ['Attainment: actual ÷ target', '目标完成率：实际 ÷ 目标'],
      ['actual', 'target'],
      'share',
      'higher',
    ),
    definedWhen: { field: 'target', op: 'gt', value: '0' },
  },
  kpi('gap', ['Gap: target − actual', '目标缺口：目标 − 实际'], [less(of('target'), 'actual'), null], 'money', null),
  {
    ...kpi(
      'growth',
      ['Growth: (current − previous) ÷ previous', '增长率：（本期 − 上期）÷ 上期'],
      [less(of('current'), 'previous'), 'previous'],
      'share',
      'higher',
    ),
    definedWhen: { field: 'previous', op: 'gt', value: '0' },
  },
  kpi(
    'marketShare',
    ['Market share: own sales ÷ market', '市场份额：自身销售额 ÷ 市场总额'],
    ['own', 'market'],
    'share',
    'higher',
  ),
  kpi(
    'relativeShare',
    ['Relative share: own sales ÷ those of the largest rival', '相对份额：自身销售额 ÷ 最大竞争者销售额'],
    ['own', 'largestRival'],
    'times',
    'higher',
  ),
];

const margin = (): readonly Kpi[] => [
  kpi(
    'grossMargin',
    ['Gross margin: (revenue − cost of goods) ÷ revenue', '毛利率：（收入 − 销货成本）÷ 收入'],
    [less(of('revenue'), 'cogs'), 'revenue'],
    'share',
    'higher',
  ),
  kpi(
    'markUp',
    ['Mark-up: (revenue − cost of goods) ÷ cost of goods', '加成率：（收入 − 销货成本）÷ 销货成本'],
    [less(of('revenue'), 'cogs'), 'cogs'],
    'share',
    'higher',
  ),
  kpi(
    'averagePrice',
    ['Average price: revenue ÷ units', '平均价格：收入 ÷ 数量'],
    ['revenue', 'units'],
    'money',
    'higher',
  ),
  kpi(
    'revenuePerHead',
    ['Revenue per head: revenue ÷ average number of people', '人均收入：收入 ÷ 平均人数'],
    ['revenue', 'heads'],
    'money',
    'higher',
  ),
];

const collection = (): readonly Kpi[] => [
  kpi(
    'collectionRate',
    ['Collection rate: collected of what fell due ÷ due in the period', '回款率：到期款中已收回 ÷ 当期到期款'],
    ['collectedOfDue', 'due'],
    'share',
    'higher',
  ),
  kpi(
    'collectionOfSales',
    ['Collection of sales: collected ÷ sales', '销售回款率：已收款 ÷ 销售额'],
    ['collected', 'sales'],
    'share',
    'higher',
  ),
  kpi(
    'collectionOfOpenAndSales',
    [
      'Collection of open items and sales: collected ÷ (opening receivables + sales)',
      '综合回款率：已收款 ÷（期初应收 + 销售额）',
    ],
    ['collected', add('openingAR', 'sales')],
    'share',
    'higher',
  ),
  kpi(
    'dso',
    ['Days sales outstanding: closing receivables ÷ credit sales × days', '应收账款周转天数：期末应收 ÷ 赊销额 × 天数'],
    [times('closingAR', 'days'), 'creditSales'],
    'days',
    'lower',
  ),
  kpi(
    'bestPossibleDso',
    ['Best possible DSO: receivables not yet due ÷ credit sales × days', '最佳应收天数：未到期应收 ÷ 赊销额 × 天数'],
    [times('closingCurrentAR', 'days'), 'creditSales'],
    'days',
    'lower',
  ),
  kpi(
    'cei',
    [
      'Collection effectiveness: (opening receivables + sales − closing receivables) ÷ (opening receivables + sales − closing receivables not yet due)',
      '收款效率指数：（期初应收 + 销售额 − 期末应收）÷（期初应收 + 销售额 − 期末未到期应收）',
    ],
    [less(add('openingAR', 'sales'), 'closingAR'), less(add('openingAR', 'sales'), 'closingCurrentAR')],
    'share',
    'higher',
  ),
];

const customers = (): readonly Kpi[] => [
  kpi(
    'newCustomers',
    ['New customers: customers with their first order in the period', '新客户数：当期首次下单的客户'],
    ['newCustomers', null],
    'count',
    'higher',
  ),
  kpi(
    'logoRetention',
    [
      'Logo retention: (customers at the end − new ones) ÷ customers at the start',
      '客户留存率：（期末客户 − 新客户）÷ 期初客户',
    ],
    [less(of('customersAtEnd'), 'newCustomers'), 'customersAtStart'],
    'share',
    'higher',
  ),
  kpi(
    'grr',
    ['Gross revenue retention: (start − contraction − churn) ÷ start', '总收入留存率：（期初 − 缩减 − 流失）÷ 期初'],
    [less(of('startRevenue'), 'contraction', 'churn'), 'startRevenue'],
    'share',
    'higher',
  ),
  kpi(
    'nrr',
    [
      'Net revenue retention: (start + expansion − contraction − churn) ÷ start',
      '净收入留存率：（期初 + 扩展 − 缩减 − 流失）÷ 期初',
    ],
    [less(add('startRevenue', 'expansion'), 'contraction', 'churn'), 'startRevenue'],
    'share',
    'higher',
  ),
  kpi(
    'arpa',
    ['Revenue per account: recurring revenue ÷ average number of accounts', '单账户收入：经常性收入 ÷ 平均账户数'],
    ['recurringRevenue', 'accounts'],
    'money',
    'higher',
  ),
  kpi(
    'cac',
    ['Acquisition cost: cost of winning customers ÷ new customers', '获客成本：获客费用 ÷ 新客户数'],
    ['acquisitionCost', 'newCustomers'],
    'money',
    'lower',
  ),
  kpi(
    'ltv',
    [
      'Lifetime value: revenue per account × gross margin ÷ churn rate, both of a month',
      '客户终身价值：单账户收入 × 毛利率 ÷ 流失率（均按月）',
    ],
    [times('arpa', 'grossMarginShare'), 'churnRate'],
    'money',
    'higher',
  ),
  kpi(
    'ltvToCac',
    ['Lifetime value to acquisition cost: lifetime value ÷ acquisition cost', '价值成本比：客户终身价值 ÷ 获客成本'],
    [times('arpa', 'grossMarginShare'), times('churnRate', 'cac')],
    'times',
    'higher',
  ),
  kpi(
    'paybackMonths',
    [
      'Payback in months: acquisition cost ÷ (revenue per account of a month × gross margin)',
      '回本月数：获客成本 ÷（月单账户收入 × 毛利率）',
    ],
    ['cac', times('arpa', 'grossMarginShare')],
    'times',
    'lower',
  ),
  kpi(
    'nps',
    [
      'Net promoter score: 100 × (answers of 9 or 10 − answers of 0 to 6) ÷ answers',
      '净推荐值：100 ×（9–10 分人数 − 0–6 分人数）÷ 答复人数',
    ],
    [{ op: 'mul', args: [100, less(of('promoters'), 'detractors')] }, 'answers'],
    'score',
    'higher',
  ),
  kpi(
    'csat',
    ['Satisfaction: answers of the best two grades ÷ answers', '满意度：最高两档答复 ÷ 全部答复'],
    ['topTwoAnswers', 'answers'],
    'share',
    'higher',
  ),
];

const activity = (): readonly Kpi[] => [
  kpi(
    'winRate',
    ['Win rate: deals won ÷ deals closed', '赢单率：赢单数 ÷ 关闭商机数'],
    ['wins', 'closed'],
    'share',
    'higher',
  ),
  kpi(
    'callsPerMeeting',
    ['Calls for a meeting: calls ÷ meetings', '每次会面所需电话：电话数 ÷ 会面数'],
    ['calls', 'meetings'],
    'times',
    'lower',
  ),
  kpi(
    'meetingsPerProposal',
    ['Meetings for a proposal: meetings ÷ proposals', '每份方案所需会面：会面数 ÷ 方案数'],
    ['meetings', 'proposals'],
    'times',
    'lower',
  ),
  kpi(
    'proposalsPerWin',
    ['Proposals for a deal: proposals ÷ deals won', '每次赢单所需方案：方案数 ÷ 赢单数'],
    ['proposals', 'wins'],
    'times',
    'lower',
  ),
  kpi(
    'valueAddingShare',
    ['Value-adding time: time that adds value ÷ all time', '增值时间占比：增值时间 ÷ 全部时间'],
    ['valueAddingTime', 'allTime'],
    'share',
    'higher',
  ),
  kpi(
    'quotaCoverage',
    ['Quota coverage: assigned quotas ÷ plan', '配额覆盖率：已分配配额之和 ÷ 计划'],
    ['assignedQuota', 'plan'],
    'share',
    'range',
  ),
];

const supply = (): readonly Kpi[] => [
  kpi(
    'fillRateUnits',
    ['Fill rate by units: units delivered ÷ units ordered', '满足率（按件）：交付件数 ÷ 订购件数'],
    ['deliveredUnits', 'orderedUnits'],
    'share',
    'higher',
  ),
  kpi(
    'fillRateLines',
    ['Fill rate by lines: lines delivered in full ÷ lines ordered', '满足率（按行）：足量交付行 ÷ 订购行'],
    ['deliveredLines', 'orderedLines'],
    'share',
    'higher',
  ),
  kpi(
    'fillRateOrders',
    ['Fill rate by orders: orders delivered in full ÷ orders', '满足率（按单）：足量交付订单 ÷ 订单'],
    ['deliveredOrders', 'orderedOrders'],
    'share',
    'higher',
  ),
  kpi(
    'otifLines',
    ['On time in full by lines: lines on time and in full ÷ lines', '准时足量率（按行）：准时足量行 ÷ 订购行'],
    ['linesInFullOnTime', 'orderedLines'],
    'share',
    'higher',
  ),
  kpi(
    'otifOrders',
    [
      'On time in full by orders: orders of which all lines are ÷ orders',
      '准时足量率（按单）：各行均准时足量的订单 ÷ 订单',
    ],
    ['ordersInFullOnTime', 'orderedOrders'],
    'share',
    'higher',
  ),
  kpi(
    'inventoryTurnover',
    ['Stock turns: cost of goods of a year ÷ average stock', '库存周转次数：年销货成本 ÷ 平均库存'],
    ['cogs', 'averageStock'],
    'times',
    'higher',
  ),
  kpi(
    'stockDays',
    ['Days of stock: 365 × average stock ÷ cost of goods of a year', '库存天数：365 × 平均库存 ÷ 年销货成本'],
    [times(365, 'averageStock'), 'cogs'],
    'days',
    'lower',
  ),
  kpi('sellThrough', ['Sell-through: sold ÷ received', '售罄率：售出 ÷ 到货'], ['sold', 'received'], 'share', 'higher'),
  kpi(
    'sellThroughOfAvailable',
    ['Sell-through of what was there: sold ÷ (opening stock + received)', '可售售罄率：售出 ÷（期初库存 + 到货）'],
    ['sold', add('openingStock', 'received')],
    'share',
    'higher',
  ),
  kpi(
    'weeksOfSupply',
    ['Weeks of supply: stock ÷ average sell-out of a week', '库存可供周数：库存 ÷ 平均周售出'],
    ['stock', 'weeklySellOut'],
    'times',
    'range',
  ),
];

/**
 * The usual figures of sales by id, each with its formula, unit, direction and the definition in its label. A variant of a
 * formula is a figure of its own. Measures: {@link kpiMeasures}.
 *
 * @example
 * import { catalogue } from 'salesmodel/kpi';
 *
 * catalogue['grossMargin']?.label.en; // => 'Gross margin: (revenue − cost of goods) ÷ revenue'
 * Object.keys(catalogue).length; // => 42
 */
export const catalogue: Readonly<Record<string, Kpi>> = /* @__PURE__ */ byId();

function byId(): Readonly<Record<string, Kpi>> {
  const all = [...market(), ...margin(), ...collection(), ...customers(), ...activity(), ...supply()];
  return Object.fromEntries(all.map((each) => [each.id, each]));
}
