import { minus, toDecimal, toText } from '../../core/decimal.js';
import { dayRange } from '../../core/span.js';
import type { ConflictData, SeenPrice } from './conflictData.js';
import type { ConflictRule } from './conflictRules.js';
import { type FactSink, UNKNOWN_DAY } from './factSink.js';
import { priceEvent } from './priceEvent.js';

/** Looks at one price of a partner: is it outside the bound? */
export function priceBound(
  rule: string,
  { code, bound, product, priceKind = 'transaction' }: Extract<ConflictRule, { readonly bound: string }>,
  data: ConflictData,
  sink: FactSink,
): (seen: SeenPrice, day: number) => void {
  const { undetermined } = sink;
  const limit = toDecimal(bound);
  const partners = new Set(data.partners?.map(({ id }) => id));
  return (seen, day) => {
    if (!partners.has(seen.seller) || seen.kind !== priceKind) return;
    if (product !== undefined && product !== seen.product) return;
    if (seen.price == null) {
      undetermined.push({ rule, code, evidence: seen.id, missing: 'price' });
      return;
    }
    const price = toDecimal(seen.price);
    if (code === 'belowFloor' ? price.gte(limit) : price.lte(limit)) return;
    if (day === UNKNOWN_DAY) undetermined.push({ rule, code, evidence: seen.id, missing: 'on' });
    else {
      const facts = { actual: toText(price), allowed: bound, by: toText(minus(price, limit).abs()) };
      priceEvent(sink, { rule, code }, seen, data.maker ?? 'maker', facts);
    }
  };
}

/** Looks at one price: was its promotion on? */
export function promotionBreach(
  rule: string,
  data: ConflictData,
  sink: FactSink,
): (seen: SeenPrice, day: number) => void {
  const { undetermined } = sink;
  const code = 'promotionBreach';
  const windows = (data.promotions ?? []).map((promotion, at) => ({
    promotion,
    ...dayRange(promotion, ['promotions', at]),
  }));
  return (seen, day) => {
    if (seen.promotion === undefined || seen.kind === 'buy') return;
    const known = windows.filter(({ promotion }) => promotion.code === seen.promotion);
    const own = known.filter(({ promotion }) => (promotion.product ?? seen.product) === seen.product);
    if (known.length === 0) undetermined.push({ rule, code, evidence: seen.id, missing: 'promotion' });
    else if (day === UNKNOWN_DAY) undetermined.push({ rule, code, evidence: seen.id, missing: 'on' });
    else if (!own.some(({ start, end }) => start <= day && day < end)) {
      priceEvent(sink, { rule, code }, seen, data.maker ?? 'maker', { promotion: seen.promotion });
    }
  };
}
