import { type Decimal, minus, times, toDecimal, toText } from '../../core/decimal.js';
import { measureRounding } from '../plan/compileComponent.js';
import { applyRate } from '../rate/applyRate.js';
import type { Component, ComponentStatement, Line, Payee, Rate, Transaction } from '../schema.js';

/** The last of what was sold, small enough to lie in one tier. */
const LAST = /* @__PURE__ */ toDecimal('0.000000000001');

/**
 * What a line earns at the rate of the last unit of its span, before modifiers; `null` where the plan states no rate for
 * it, but money, or looks at another quantity than what is sold.
 */
export function payAtLastRate(
  line: Line,
  component: Component,
  { measure, quota }: ComponentStatement,
  deal: Transaction,
  payee: Payee | undefined,
): Decimal | null {
  const { rate, accumulate } = component;
  const [base, own] = [toDecimal(line.base), toDecimal(line.measure)];
  if (rate.kind === 'flat' && rate.per !== 'credit') return times(base, toDecimal(rate.rate));
  if (!isRateOfSales(rate, component) || (asksAttainment(rate) && !toDecimal(quota ?? '0').gt(0))) return null;
  const sold = accumulate === 'perTransaction' ? own : toDecimal(measure ?? line.measure);
  const round = asksAttainment(rate) && accumulate !== 'perTransaction' ? measureRounding(component, []) : null;
  const position = round === null ? sold : round(sold, toDecimal(quota ?? '0'));
  const last = position.isNegative() ? LAST.neg() : LAST;
  const { earned } = applyRate(rate, {
    measure: toText(last),
    base: line.base,
    before: toText(minus(position, last)),
    ...(quota === undefined ? {} : { quota }),
    facts: factsOf(line, deal, payee),
  });
  return toDecimal(earned);
}

/** Whether a rate states rates of what is sold or of attainment. */
function isRateOfSales(rate: Rate, { measure }: Component): boolean {
  if (measure.kind === 'marginRate' || measure.kind === 'markup') return false;
  switch (rate.kind) {
    case 'tiers':
      return (rate.yields ?? 'rate') === 'rate' && typeof rate.axis !== 'object';
    case 'curve':
      return rate.yields === 'rate' && typeof rate.axis !== 'object';
    case 'matrix':
      return (
        (rate.yields ?? 'rate') === 'rate' &&
        rate.dimensions.every((dimension) => 'keys' in dimension || typeof dimension.axis === 'string')
      );
    default:
      return false;
  }
}

function asksAttainment(rate: Rate): boolean {
  if (rate.kind === 'tiers') return rate.axis === 'attainment';
  if (rate.kind === 'curve') return rate.axis === undefined || rate.axis === 'attainment';
  return rate.kind === 'matrix' && rate.dimensions.some(({ axis }) => axis === 'attainment');
}

/** Fields of the deal as keys of a matrix name them. */
function factsOf(line: Line, deal: Transaction, payee: Payee | undefined): Readonly<Record<string, unknown>> {
  const under = (name: string, fields: object = {}) =>
    Object.entries(fields).map(([key, value]): [string, unknown] => [`${name}.${key}`, value]);
  return Object.fromEntries([
    ...Object.entries(deal),
    ...under('attributes', deal.attributes),
    ...under('measures', deal.measures),
    ...under('dates', deal.dates),
    ...under('payee', payee?.attributes),
    ['payee.id', line.payeeId],
    ['credit.kind', line.kind],
    ['credit.level', String(line.level)],
  ]);
}
