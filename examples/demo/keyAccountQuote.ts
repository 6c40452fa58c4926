import { money, subtractMoney } from 'salesmodel/core';
import {
  agreementList,
  checkQuotePolicy,
  type Condition,
  compilePriceBook,
  type KeyAccountAgreement,
  presets,
  type PriceGuard,
  priceWaterfall,
  type QuoteInput,
  type QuotePolicyCheck,
  rebateDue,
  type Waterfall,
  type WaterfallDefinition,
} from 'salesmodel/pricing';
import { textTable } from './textTable.js';

/** A quote for a key account: what was agreed, what was asked, who has to sign, and what stays in the pocket. */
export interface KeyAccountQuote {
  readonly agreement: KeyAccountAgreement;
  readonly check: Extract<QuotePolicyCheck, { status: 'checked' }>;
  readonly waterfall: Waterfall;
  readonly text: string;
}

const agreement: KeyAccountAgreement = {
  code: 'KA-2026',
  customer: 'acme',
  currency: 'CNY',
  from: '2026-01-01',
  to: '2027-01-01',
  prices: [{ sku: 'pump', price: '4600', minQty: '10' }],
  conditions: [],
  rebates: [
    {
      code: 'volume',
      party: 'acme',
      period: { kind: 'year', start: '2026-01-01', end: '2027-01-01' },
      currency: 'CNY',
      tierOn: 'amount',
      payOn: 'amount',
      negative: 'carry',
      tiers: {
        mode: 'marginal',
        tiers: [
          { upTo: '100000', rate: '0.01' },
          { upTo: null, rate: '0.02' },
        ],
      },
    },
  ],
};

const promotion: Condition = {
  code: 'spring',
  kind: 'discount',
  scope: 'line',
  class: 'product',
  source: 'promotion',
  items: { field: 'sku', op: 'eq', value: 'valve' },
  reward: { type: 'buyXGetY', buy: '10', get: '1' },
  from: '2026-03-01',
  to: '2026-05-01',
};

const manual: Condition = {
  code: 'manual',
  kind: 'discount',
  scope: 'quote',
  class: 'order',
  source: 'manual',
  reward: { type: 'rate', rate: '0.08' },
};

const quote: QuoteInput = {
  code: 'Q-2026-031',
  currency: 'CNY',
  on: '2026-03-16',
  priceTax: 'exclusive',
  rounding: 'standard',
  context: { customer: 'acme' },
  lines: [
    { id: '1', sku: 'pump', quantity: '12', cost: '37800', taxes: [{ code: 'VAT', rate: '0.13' }] },
    { id: '2', sku: 'valve', quantity: '30', cost: '6600', taxes: [{ code: 'VAT', rate: '0.13' }] },
  ],
  conditions: [promotion, manual],
};

const guards: readonly PriceGuard[] = [
  { code: 'pump-floor', kind: 'floor', amount: '4200', keys: { sku: 'pump' } },
  { code: 'cost', kind: 'floor', cost: { minMargin: '0.1' } },
];

const book = compilePriceBook({
  code: 'standard',
  currency: 'CNY',
  items: [
    { sku: 'pump', unit: 'piece', list: '5000' },
    { sku: 'valve', unit: 'piece', list: '420' },
  ],
  lists: [agreementList(agreement)],
});

/** Contract price, promotion and a discount by hand on one quote, checked, routed, and taken down to the pocket margin. */
export function keyAccountQuote(): KeyAccountQuote {
  const check = checkQuotePolicy(quote, guards, presets.cnSalesAuthority, { book, requester: 'representative' });
  if (check.status !== 'checked') throw new Error('a line has no price');
  const waterfall = priceWaterfall(steps(check), { list: LIST });
  return { agreement, check, waterfall, text: [priceTable(check), signers(check), bars(waterfall)].join('\n\n') };
}

/** 12 pumps and 30 valves at list prices. */
const LIST = '72600';

/** From the list price over contract, promotion and discount to the invoice, then over rebate and credit to the margin. */
function steps({ quote: priced }: KeyAccountQuote['check']): WaterfallDefinition {
  const of = (code: string): string => {
    const exact = priced.applied.find(({ condition }) => condition === code)?.exact ?? '0';
    return exact.replace(/^-/, '');
  };
  const contract = subtractMoney(money(LIST, 'CNY'), money(priced.list, 'CNY')).amount;
  const rebate = rebateDue(agreement.rebates[0]!, { amount: priced.net });
  return {
    code: 'key-account',
    steps: [
      { code: 'contract price', stage: 'onInvoice', amount: contract },
      { code: 'spring promotion', stage: 'onInvoice', amount: of('spring') },
      { code: 'manual discount', stage: 'onInvoice', amount: of('manual') },
      { code: 'volume rebate', stage: 'offInvoice', amount: rebate.ok ? rebate.earned : '0' },
      { code: 'credit, 60 days', stage: 'offInvoice', rate: '0.05', days: '60' },
      { code: 'goods', stage: 'cogs', amount: '44400' },
      { code: 'delivery', stage: 'costToServe', amount: '900' },
    ],
  };
}

function priceTable({ quote: { lines, list, net, tax, payable } }: KeyAccountQuote['check']): string {
  const rows = lines.map((line) => [line.id, line.list, line.net, line.tax, line.gross]);
  return textTable(['line', 'price', 'net', 'tax', 'gross'], [...rows, ['all', list, net, tax, payable]]);
}

function signers({ approvals, violations }: KeyAccountQuote['check']): string {
  if (approvals.status !== 'needsApproval') return approvals.status;
  const [approver] = approvals.approvers;
  const reasons = approver!.because.map(
    ({ params }) =>
      `  ${String(params['scope'])}: ${String(params['limit'])} allows ${String(params['allowed'])}, asked ${shortened(params['actual'])}`,
  );
  return [`${violations.length} guards violated; to be signed by: ${approver!.role}, since below`, ...reasons].join(
    '\n',
  );
}

function bars({ bars: each, list, invoice, pocket, pocketMargin, pocketMarginRate }: Waterfall): string {
  const rows = each.map(({ code, amount, running }) => [code, shortened(amount), shortened(running)]);
  const table = textTable(['step', 'takes', 'leaves'], [['list', '', list], ...rows]);
  const rate = shortened(pocketMarginRate.value);
  return `${table}\ninvoice ${invoice}, pocket ${shortened(pocket)}, margin ${shortened(pocketMargin)}, ${rate} of the pocket`;
}

/** For reading: at most four decimals. */
function shortened(figure: unknown): string {
  return String(figure).replace(/(\.\d{4})\d+$/, '$1');
}
