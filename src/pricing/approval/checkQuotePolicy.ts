import { type Decimal, divide, ONE, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { checkPrice, type CheckPriceOptions, type GuardedPrice } from '../guard/checkPrice.js';
import type { PriceGuard } from '../guard/priceGuard.js';
import { priceQuote } from '../quote/priceQuote.js';
import type { LineTax, PricedQuote, QuoteInput, QuoteLine } from '../quote/quote.js';
import type { QuoteOptions } from '../quote/quoteSetup.js';
import type { IncompleteLines } from '../quote/readLines.js';
import type { ApprovalMatrix } from './approvalMatrix.js';
import type { Deal } from './dealScopes.js';
import { type ApprovalRoute, requiredApprovals } from './requiredApprovals.js';

/** What a quote is checked against besides guards and matrix, and the options of its prices. */
export interface QuotePolicyOptions extends QuoteOptions, CheckPriceOptions {
  /** Role of whoever asks. */
  readonly requester?: string;
  readonly channel?: string;
  /** Prices of other channels by sku, then by channel. */
  readonly references?: Readonly<Record<string, GuardedPrice['references'] & {}>>;
  readonly paymentDays?: string;
}

/** A quote under guards and authority. */
export type QuotePolicyCheck =
  | {
      readonly status: 'checked';
      /** Whether no guard is violated and the requester may sign. */
      readonly isWithin: boolean;
      readonly quote: PricedQuote;
      /** By the order of the lines, then by guard and code. */
      readonly violations: readonly { readonly line: string; readonly reasons: readonly Reason[] }[];
      readonly approvals: ApprovalRoute;
    }
  | ({ readonly status: 'incomplete' } & IncompleteLines);

/**
 * Returns a priced quote with every guard that a line violates and with who must sign it.
 *
 * A line's price is its net amount ÷ quantity, without tax; the texts among its attributes are the keys that guards and rows
 * of the matrix ask for, with its sku. The day is that of the quote.
 *
 * @param quote lines with their cost, conditions and the rounding
 * @param guards bounds of prices
 * @param matrix who may sign what
 * @param options requester, channel, prices of other channels, days of payment, price book and rates
 * @throws SalesModelError the errors of `priceQuote`, `checkPrice` and `requiredApprovals`
 * @example
 * import { checkQuotePolicy, presets } from 'salesmodel/pricing';
 *
 * const check = checkQuotePolicy(
 *   {
 *     code: 'Q-1',
 *     currency: 'CNY',
 *     on: '2026-03-01',
 *     priceTax: 'exclusive',
 *     rounding: 'standard',
 *     lines: [{ id: '1', sku: 'desk', quantity: '10', unitPrice: '500', cost: '3000' }],
 *     conditions: [{ code: 'manual', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.08' } }],
 *   },
 *   [{ code: 'floor', kind: 'floor', amount: '470' }],
 *   presets.cnSalesAuthority,
 *   { requester: 'representative' },
 * );
 * check.status === 'checked' && check.violations.map(({ line, reasons }) => [line, reasons[0]?.code]); // => [['1', 'belowFloor']]
 * check.status === 'checked' && check.approvals.status === 'needsApproval' && check.approvals.approvers[0]?.role; // => 'supervisor'
 */
export function checkQuotePolicy(
  quote: QuoteInput,
  guards: readonly PriceGuard[],
  matrix: ApprovalMatrix,
  options: QuotePolicyOptions = {},
): QuotePolicyCheck {
  const priced = priceQuote(quote, options);
  if (priced.status === 'incomplete') return priced;
  const { requester, paymentDays } = options;
  const nets = new Map(priced.lines.map((line) => [line.id, line]));
  const violations = quote.lines.flatMap((line) => {
    const asked = guardedPrice(quote, line, nets.get(line.id)!.net, options);
    const check = asked === null ? null : checkPrice(guards, asked, options);
    return check === null || check.ok ? [] : [{ line: line.id, reasons: check.reasons }];
  });
  const deal: Deal = {
    lines: quote.lines.map((line) => {
      const { list, net } = nets.get(line.id)!;
      const { cost } = line;
      return {
        id: line.id,
        list: withoutTax(quote, line, list),
        net,
        ...(cost === undefined ? {} : { cost }),
        keys: keysOf(line),
      };
    }),
    ...(paymentDays === undefined ? {} : { paymentDays }),
    context: quote.context ?? {},
  };
  const approvals = requiredApprovals(matrix, deal, {
    on: quote.on,
    ...(requester === undefined ? {} : { requester }),
  });
  const isWithin = violations.length === 0 && approvals.status === 'withinAuthority';
  return { status: 'checked', isWithin, quote: priced, violations, approvals };
}

/** The price of one unit of a line; `null` for a line of no units. */
function guardedPrice(
  { on }: QuoteInput,
  line: QuoteLine,
  net: string,
  { channel, references = {} }: QuotePolicyOptions,
): GuardedPrice | null {
  const quantity = toDecimal(line.quantity).abs();
  if (quantity.isZero()) return null;
  const ofOne = (amount: string): string => toText(divide(toDecimal(amount).abs(), quantity));
  const { sku, cost } = line;
  const others = Object.hasOwn(references, sku) ? references[sku] : undefined;
  return {
    sku,
    on,
    price: ofOne(net),
    context: keysOf(line),
    ...(channel === undefined ? {} : { channel }),
    ...(cost === undefined ? {} : { cost: ofOne(cost) }),
    ...(others === undefined ? {} : { references: others }),
  };
}

/** The texts among the attributes of a line, and its sku. */
function keysOf({ sku, attributes = {} }: QuoteLine): Record<string, string> {
  const texts = Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { ...Object.fromEntries(texts), sku };
}

/** A list amount without the tax that it may contain, to compare with a net. */
function withoutTax({ priceTax }: QuoteInput, { taxes = [] }: QuoteLine, list: string): Decimal {
  const amount = toDecimal(list);
  return priceTax === 'exclusive' ? amount : divide(amount, plus(ONE, taxShare(taxes)));
}

/** Taxes as a share of the net. */
function taxShare(taxes: readonly LineTax[]): Decimal {
  return taxes.reduce((sum, { rate, compound = false }) => {
    const share = toDecimal(rate);
    return plus(sum, compound ? share.times(plus(ONE, sum)) : share);
  }, ZERO);
}
