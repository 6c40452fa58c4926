import { compare, type Decimal, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Component, Modifier, Rate } from '../schema.js';

/** Measures that are the amount of the row, or the part of it that came in. */
const OF_AMOUNT: ReadonlySet<string> = /* @__PURE__ */ new Set(['amount', 'tcv', 'collected']);

/** The highest rate that a component can pay on a credited amount, constant factors included; 0 where it pays on something else. */
export function highestRate({ measure, base = measure, rate, modifiers = [] }: Component): Decimal {
  if (!OF_AMOUNT.has(base.kind)) return ZERO;
  return modifiers.reduce((highest, modifier) => times(highest, highestFactor(modifier)), highest(ratesOf(rate)));
}

function ratesOf(rate: Rate): readonly string[] {
  switch (rate.kind) {
    case 'flat':
      return rate.per === 'credit' ? [] : [rate.rate];
    case 'tiers':
      return (rate.yields ?? 'rate') === 'rate' ? rate.tiers.tiers.flatMap((tier) => tier.rate ?? []) : [];
    case 'curve':
      return rate.yields === 'rate' ? rate.curve.points.map(({ y }) => String(y)) : [];
    case 'matrix':
      return (rate.yields ?? 'rate') === 'rate' ? rate.cells : [];
    case 'table':
      return rate.table.rows.flatMap(({ output }) => ('rate' in output ? output.rate : []));
  }
}

function highestFactor(modifier: Modifier): Decimal {
  if (modifier.kind !== 'multiplier') return ONE;
  const { by } = modifier;
  if (typeof by === 'string') return toDecimal(by);
  return highest('tiers' in by ? by.tiers.tiers.flatMap(({ rate }) => rate ?? []) : by.curve.points.map(({ y }) => y));
}

function highest(rates: readonly string[]): Decimal {
  return (
    rates
      .map((rate) => toDecimal(rate))
      .toSorted(compare)
      .at(-1) ?? ZERO
  );
}
