import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import {
  Decimal,
  type DecimalLike,
  divide,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal } from '../../core/rounding.js';
import { dayRange } from '../../core/span.js';
import { compileTiers, type Piece, pieceAt, totalAt } from '../../core/tierPieces.js';
import { fail } from '../fail.js';
import { NEGATIVE_DUES, PAY_ON, type RebateAgreement, TIER_ON } from './rebateAgreement.js';

/** Figures of a period as a caller gives them. */
export interface RebateFigures {
  /** What was bought. */
  readonly amount: DecimalLike;
  /** For tiers on the quantity. */
  readonly quantity?: DecimalLike;
  /** What was bought in the period that is compared with, for growth and increase. */
  readonly base?: DecimalLike;
}

/** What figures earn, exactly, and the tier that they reach. */
export interface EarnedRebate {
  readonly exact: Decimal;
  readonly tier: number;
  /** The next tier: what is missing of its measure, growth in amounts, and what crossing its bound adds. */
  readonly next: { readonly missing: Decimal; readonly gain: Decimal } | null;
}

/** An agreement that is checked and ready. */
export interface CompiledRebate {
  readonly earn: (figures: RebateFigures, path: Path) => EarnedRebate | readonly Reason[];
  /** To the currency's minor unit, halves away from zero. */
  readonly round: (amount: Decimal) => Decimal;
  readonly text: (amount: Decimal) => string;
}

/** Checks an agreement and makes it ready. */
export function compileRebate(agreement: RebateAgreement, path: Path): CompiledRebate {
  const { tierOn, payOn, negative, tiers, period } = agreement;
  oneOf(tierOn, TIER_ON, [...path, 'tierOn']);
  oneOf(payOn, PAY_ON, [...path, 'payOn']);
  oneOf(negative, NEGATIVE_DUES, [...path, 'negative']);
  dayRange(period, [...path, 'period']);
  const currency = findCurrency(agreement.currency, isoCurrencies, [...path, 'currency']);
  const compiled = compileTiers(tiers, [...path, 'tiers']);
  const isLookup = tierOn !== 'amount' || payOn !== 'amount';
  if (isLookup && compiled.mode !== 'whole') {
    fail('pricing.rebateMode', [...path, 'tiers', 'mode'], { tierOn, payOn, mode: compiled.mode });
  }
  const unit = minorUnit(currency);

  const paidOn = (amount: Decimal, base: Decimal | null): Decimal =>
    atLeastZero(payOn === 'amount' ? amount : minus(amount, base!));
  const bySlope = ({ slope, flat }: Piece, amount: Decimal, base: Decimal | null): Decimal =>
    plus(times(slope, paidOn(amount, base)), flat);

  return {
    round: (amount) => roundDecimal(amount, toDecimal(unit), 'halfUp'),
    text: (amount) => (amount.isZero() ? ZERO : amount).toFixed(currency.exponent),
    earn(figures, at) {
      const read = (name: keyof RebateFigures): Decimal | null =>
        figures[name] === undefined ? null : toDecimal(figures[name], [...at, name]);
      const amount = toDecimal(figures.amount, [...at, 'amount']);
      const [quantity, base] = [read('quantity'), read('base')];
      const reasons = missingFigures(agreement, quantity, base);
      if (reasons.length > 0) return reasons;
      const measure = atLeastZero(
        tierOn === 'amount' ? amount : tierOn === 'quantity' ? quantity! : minus(divide(amount, base!), ONE),
      );
      const piece = pieceAt(compiled, measure);
      // At nothing only a flat that is due without it is earned.
      const exact = !isLookup
        ? totalAt(compiled, measure)
        : measure.isZero() && !compiled.flatWhenZero
          ? times(piece.slope, paidOn(amount, base))
          : bySlope(piece, amount, base);
      const next = compiled.pieces[piece.tier + 1];
      if (next === undefined) return { exact, tier: piece.tier, next: null };
      const there = tierOn === 'amount' ? next.from : tierOn === 'growth' ? times(base!, plus(ONE, next.from)) : amount;
      return {
        exact,
        tier: piece.tier,
        next: {
          missing: tierOn === 'quantity' ? minus(next.from, quantity!) : minus(there, amount),
          gain: minus(isLookup ? bySlope(next, there, base) : next.start, exact),
        },
      };
    },
  };
}

function missingFigures({ tierOn, payOn }: RebateAgreement, quantity: Decimal | null, base: Decimal | null): Reason[] {
  const needsBase = tierOn === 'growth' || payOn === 'increase';
  return [
    ...(tierOn === 'quantity' && quantity === null ? [{ code: 'noQuantity', params: {} }] : []),
    ...((needsBase && base === null) || (tierOn === 'growth' && base !== null && base.lte(0))
      ? [{ code: 'noBase', params: { base: base && toText(base) } }]
      : []),
  ];
}

function atLeastZero(value: Decimal): Decimal {
  return Decimal.max(ZERO, value);
}
