import { compareText } from '../../core/compareText.js';
import { fromDayNumber } from '../../core/date.js';
import { type Decimal, minus, ONE, plus, times, toDecimal, toText } from '../../core/decimal.js';
import { checkPrice } from '../../pricing/guard/checkPrice.js';
import { findArbitrage } from '../../pricing/guard/findArbitrage.js';
import type { SeenPrice } from './conflictData.js';
import type { ConflictRule } from './conflictRules.js';
import { type FactSink, UNKNOWN_DAY } from './factSink.js';
import { priceEvent } from './priceEvent.js';
import type { KnownPrice, PriceHistory } from './priceHistory.js';

type RuleOf<Code> = Extract<ConflictRule, { readonly code: Code }>;

/** Looks at one online price: is it below what a dealer paid and has to earn? */
export function onlineUndercut(
  rule: string,
  { online, minMargin = '0' }: RuleOf<'onlineUndercut'>,
  at: PriceHistory,
  sink: FactSink,
): (seen: SeenPrice, day: number) => void {
  const { undetermined } = sink;
  const code = 'onlineUndercut';
  const factor = plus(ONE, toDecimal(minMargin));
  return (seen, day) => {
    if (seen.kind === 'buy' || !online.includes(seen.channel)) return;
    if (seen.price == null || day === UNKNOWN_DAY) {
      undetermined.push({ rule, code, evidence: seen.id, missing: seen.price == null ? 'price' : 'on' });
      return;
    }
    const price = toDecimal(seen.price);
    const bought = at(seen.product, day).filter(
      (known) => known.seen.kind === 'buy' && !online.includes(known.seen.channel),
    );
    if (bought.length === 0) undetermined.push({ rule, code, evidence: seen.id, missing: 'buyPrice' });
    for (const known of bought) {
      const least = times(known.price, factor);
      if (price.gte(least)) continue;
      const facts = { actual: toText(price), allowed: toText(least), by: toText(minus(least, price)) };
      priceEvent(sink, { rule, code }, seen, known.seen.seller, facts, known.seen);
    }
  };
}

/** Looks at one price: how does it stand to those of other channels? The last asked one of a channel counts, by id on one day. */
export function corridor(
  rule: string,
  { guards }: RuleOf<'corridor'>,
  at: PriceHistory,
  sink: FactSink,
): (seen: SeenPrice, day: number) => void {
  const { undetermined } = sink;
  const code = 'corridor';
  return (seen, day) => {
    if (seen.kind !== 'transaction') return;
    if (seen.price == null || day === UNKNOWN_DAY) {
      undetermined.push({ rule, code, evidence: seen.id, missing: seen.price == null ? 'price' : 'on' });
      return;
    }
    const others = new Map<string, KnownPrice>();
    for (const known of at(seen.product, day).toSorted((a, b) => a.day - b.day || compareText(a.seen.id, b.seen.id))) {
      const { kind, channel } = known.seen;
      if (kind === 'transaction' && channel !== seen.channel) others.set(channel, known);
    }
    const { product: sku, channel, price, on } = seen;
    const references = Object.fromEntries([...others].map(([name, known]) => [name, known.price]));
    const check = checkPrice(guards, { sku, channel, price, on: on!, references });
    const reasons = check.ok ? [] : check.reasons;
    // What is too far from one channel is a conflict, whatever is not known of others.
    const found = reasons.filter((reason) => reason.code !== 'unknownReference');
    if (found.length === 0 && reasons.length > 0) {
      undetermined.push({ rule, code, evidence: seen.id, missing: 'reference' });
    }
    for (const { params, code: side } of found) {
      const other = others.get(String(params['channel']))!.seen;
      priceEvent(sink, { rule, code }, seen, other.seller, { side, ...params }, other);
    }
  };
}

/** Looks at the prices of each day on which one changed: would goods move the wrong way? The parties are channels. */
export function arbitrage(
  rule: string,
  { moveCost = '0', minGain = '0' }: RuleOf<'arbitrage'>,
  { at, days }: { readonly at: PriceHistory; readonly days: readonly { product: string; day: number }[] },
  { events }: FactSink,
): void {
  for (const { product, day } of days) {
    const channels = new Map<string, { buy?: KnownPrice; sell?: KnownPrice }>();
    for (const known of at(product, day)) {
      const { kind, channel } = known.seen;
      if (kind === 'advertised') continue;
      const side = kind === 'buy' ? 'buy' : 'sell';
      const own = channels.get(channel) ?? {};
      channels.set(channel, own);
      if (own[side] === undefined || cheaper(known, own[side])) own[side] = known;
    }
    const prices = [...channels].map(([code, { buy, sell }]) => ({ code, ...sides(buy?.price, sell?.price) }));
    for (const { from, to, kind, gain } of findArbitrage(prices, { moveCost, minGain })) {
      const [a, b] = [channels.get(from)!, channels.get(to)!];
      const evidence = kind === 'arbitrage' ? [a.buy!, b.sell!] : [a.sell!, b.buy!];
      events.push({
        rule,
        code: 'arbitrage',
        parties: [from, to],
        territory: null,
        on: fromDayNumber(day),
        evidence: evidence.map(({ seen }) => seen.id),
        value: null,
        facts: { product, move: kind, gain },
      });
    }
  }
}

function cheaper(a: KnownPrice, b: KnownPrice): boolean {
  return (a.price.cmp(b.price) || compareText(a.seen.id, b.seen.id)) < 0;
}

function sides(buy: Decimal | undefined, sell: Decimal | undefined) {
  return { ...(buy && { buyPrice: buy }), ...(sell && { sellPrice: sell, sellFloor: sell }) };
}
