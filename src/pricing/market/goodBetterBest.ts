import { compareText } from '../../core/compareText.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { distinct } from '../priceBook/checkPriceBook.js';

/** Customers who value offers alike. */
export interface OfferSegment {
  readonly code: string;
  /** How many they are. */
  readonly size: DecimalLike;
  /** What each offer is worth to one of them, by its code; an offer without a value is not looked at. */
  readonly values: Readonly<Record<string, DecimalLike>>;
}

/** One of the offers side by side. */
export interface PricedOffer {
  readonly code: string;
  readonly price: DecimalLike;
  readonly cost: DecimalLike;
}

/** Who takes which offer, and what it brings. */
export interface OfferChoice {
  /** By segment. */
  readonly segments: readonly {
    readonly segment: string;
    /** `null` where no offer is worth its price. */
    readonly offer: string | null;
    readonly surplus: DecimalString | null;
  }[];
  /** By offer. */
  readonly offers: readonly {
    readonly code: string;
    readonly takers: DecimalString;
    readonly revenue: DecimalString;
    readonly margin: DecimalString;
  }[];
  readonly revenue: DecimalString;
  readonly margin: DecimalString;
  /** Offers that no segment prefers to a certain other one, and some like less; sorted. */
  readonly dominated: readonly string[];
}

interface ReadOffer {
  readonly code: string;
  readonly price: Decimal;
  readonly cost: Decimal;
}

/**
 * Returns which of several offers each segment takes: the one with the largest surplus of value over price that is not
 * negative, of equal ones the dearer or the cheaper, then by code; with takers, revenue and margin of each.
 *
 * @param choice segments with their values, and offers; `tie`: default `dearer`
 * @throws SalesModelError `pricing.duplicateCode`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { goodBetterBest, presets } from 'salesmodel/pricing';
 *
 * const segments = [
 *   { code: 'small', size: 100, values: { silver: 60, gold: 90, platinum: 100 } },
 *   { code: 'large', size: 20, values: { silver: 70, gold: 150, platinum: 260 } },
 * ];
 * const choice = goodBetterBest({ segments, offers: presets.silverGoldPlatinum });
 * choice.segments.map(({ segment, offer, surplus }) => [segment, offer, surplus]);
 * // => [['large', 'platinum', '61'], ['small', 'silver', '11']]
 * [choice.revenue, choice.margin]; // => ['8880', '5380']
 */
export function goodBetterBest(choice: {
  readonly segments: readonly OfferSegment[];
  readonly offers: readonly PricedOffer[];
  readonly tie?: 'dearer' | 'cheaper';
}): OfferChoice {
  const tie = oneOf(choice.tie ?? 'dearer', ['dearer', 'cheaper'], ['choice', 'tie']);
  for (const name of ['segments', 'offers'] as const) {
    distinct(
      choice[name].map(({ code }) => code),
      (index) => ['choice', name, index, 'code'],
    );
  }
  const offers = choice.offers
    .map((offer, index) => ({
      code: offer.code,
      price: toDecimal(offer.price, ['choice', 'offers', index, 'price']),
      cost: toDecimal(offer.cost, ['choice', 'offers', index, 'cost']),
    }))
    .toSorted(
      (a, b) => (tie === 'dearer' ? b.price.cmp(a.price) : a.price.cmp(b.price)) || compareText(a.code, b.code),
    );
  const segments = choice.segments.map(({ code, size, values }, index) => ({
    code,
    size: toDecimal(size, ['choice', 'segments', index, 'size']),
    surpluses: surplusesOf(values, offers, index),
  }));
  const taken = segments
    .map(({ code, size, surpluses }) => ({ segment: code, size, best: bestOf(offers, surpluses) }))
    .toSorted((a, b) => compareText(a.segment, b.segment));
  const results = offers
    .map(({ code, price, cost }) => {
      const takers = taken.reduce((sum, { best, size }) => (best?.code === code ? plus(sum, size) : sum), ZERO);
      return { code, takers, revenue: times(takers, price), margin: times(takers, minus(price, cost)) };
    })
    .toSorted((a, b) => compareText(a.code, b.code));
  const total = (figure: 'revenue' | 'margin'): string =>
    toText(results.reduce((sum, result) => plus(sum, result[figure]), ZERO));
  return {
    segments: taken.map(({ segment, best }) => ({
      segment,
      offer: best?.code ?? null,
      surplus: best && toText(best.surplus),
    })),
    offers: results.map(({ code, takers, revenue, margin }) => ({
      code,
      takers: toText(takers),
      revenue: toText(revenue),
      margin: toText(margin),
    })),
    revenue: total('revenue'),
    margin: total('margin'),
    dominated: results
      .map(({ code }) => code)
      .filter((code) =>
        offers.some(
          (other) =>
            other.code !== code &&
            isBetter(
              other.code,
              code,
              segments.map(({ surpluses }) => surpluses),
            ),
        ),
      ),
  };
}

type Surpluses = ReadonlyMap<string, Decimal>;

function surplusesOf(values: OfferSegment['values'], offers: readonly ReadOffer[], index: number): Surpluses {
  return new Map(
    offers.flatMap(({ code, price }): [string, Decimal][] => {
      const value = Object.hasOwn(values, code) ? values[code] : undefined;
      if (value === undefined) return [];
      return [[code, minus(toDecimal(value, ['choice', 'segments', index, 'values', code]), price)]];
    }),
  );
}

/** The first offer with the largest surplus that is not negative. */
function bestOf(offers: readonly ReadOffer[], surpluses: Surpluses): { code: string; surplus: Decimal } | null {
  let best: { code: string; surplus: Decimal } | null = null;
  for (const { code } of offers) {
    const surplus = surpluses.get(code);
    if (surplus === undefined || surplus.lt(0) || (best !== null && surplus.lte(best.surplus))) continue;
    best = { code, surplus };
  }
  return best;
}

/** Whether an offer is never worse than another and once better. */
function isBetter(one: string, other: string, segments: readonly Surpluses[]): boolean {
  const orders = segments.map((surpluses) => {
    const [a, b] = [surpluses.get(one), surpluses.get(other)];
    if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
    return a.cmp(b);
  });
  return orders.every((order) => order >= 0) && orders.some((order) => order > 0);
}
