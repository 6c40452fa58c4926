import { type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { canonicalText } from '../../core/fixed/canonicalText.js';
import { bigintsOf, type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { distinctOrder } from '../../core/fixed/idRanks.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { oneOf } from '../../core/oneOf.js';
import { roundQuotient, toIncrement } from '../../core/rounding.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { checkWhole } from '../read.js';
import { type Claims, claimsAt, type Units } from './claims.js';
import { INNER_RULES, SHORTAGE_RULES, type ShortageInput, type ShortageRequest } from './shortage.js';
import { wholeSteps } from './wholeSteps.js';

/** Reads and checks a supply and the requests for it, field by field: columns of integers need no Decimal for each. */
export function readClaims(input: ShortageInput): Claims {
  const { requests } = input;
  const named = oneOf(input.rule ?? 'uniform', SHORTAGE_RULES, ['rule']);
  const inner = oneOf(input.inner ?? 'uniform', INNER_RULES, ['inner']);
  const rule = named === 'priority' ? inner : named;
  const increment = toIncrement(input.increment ?? '0.000001', ['increment']);
  const supply = toDecimal(input.available, ['available']);
  if (supply.lt(0)) fail('shortage.negative', ['available'], { value: toText(supply) });
  const { partners, rows } = partnersOf(requests);

  const orders = quantities(requests, 'order');
  const { units, isCut } = wholeSteps(orders.column, increment, 'down');
  const least = requests.some(({ minimum }) => minimum !== undefined) ? quantities(requests, 'minimum', '0') : null;
  const minima = least && wholeSteps(least.column, increment, 'up').units;
  const weights = rule in WEIGHTS ? quantities(requests, WEIGHTS[rule as keyof typeof WEIGHTS]).column : null;
  const stocks = rule === 'equalCover' ? quantities(requests, 'stock').column : null;
  const stockScale = Math.max(stocks?.scale ?? 0, increment.dp());
  const claims: Claims = {
    rule,
    increment,
    supply,
    available: toScaled(roundQuotient(supply, increment, 'floor'), 0),
    partners,
    asked: orders.texts.map(canonicalText),
    orders: units,
    minima: minima && atMost(minima, units),
    weights: rule === 'proportional' ? units : weights && unitsOf(weights),
    weightScale: weights?.scale ?? 0,
    stocks: stocks && unitsOf(stocks, stockScale),
    stockScale,
    priorities: named === 'priority' ? Float64Array.from(requests, priorityOf) : null,
    isCut,
  };
  return claimsAt(claims, rows);
}

/** Writes numbers of increments as quantities. */
export function quantityIn(increment: Claims['increment']): (units: number | bigint) => DecimalString {
  const places = increment.dp();
  const step = toScaled(increment, places);
  const small = Number(step);
  return (units) => {
    if (typeof units === 'number' && units * small <= Number.MAX_SAFE_INTEGER) return scaledText(units * small, places);
    return scaledText(BigInt(units) * step, places);
  };
}

/** The partners of requests, each of which is there once, and the rows in their order. */
function partnersOf(requests: readonly ShortageRequest[]): { readonly partners: string[]; readonly rows: Int32Array } {
  const partners = new Array<string>(requests.length);
  for (let row = 0; row < partners.length; row++) {
    const { partner } = requests[row]!;
    if (typeof partner !== 'string') failCore('key.invalid', ['requests', row, 'partner'], { value: partner });
    partners[row] = partner;
  }
  const { rows, twice } = distinctOrder(partners);
  if (twice >= 0) fail('shortage.duplicate', ['requests', twice, 'partner'], { partner: partners[twice]! });
  return { partners, rows };
}

/** @param otherwise what an absent one counts as; without it all have to be there */
function quantities(
  requests: readonly ShortageRequest[],
  field: 'order' | 'minimum' | 'plan' | 'prior' | 'rate' | 'stock',
  otherwise?: DecimalString,
): { readonly texts: readonly DecimalString[]; readonly column: FixedColumn } {
  const texts = new Array<DecimalString>(requests.length);
  for (let row = 0; row < requests.length; row++) {
    const value = requests[row]![field] ?? otherwise ?? given(requests[row]!, field, row);
    texts[row] = typeof value === 'string' ? value : toText(toDecimal(value, ['requests', row, field]));
  }
  const column = fixedColumn(texts, ['requests'], [field]);
  const below = firstBelow(column.values);
  if (below >= 0) fail('shortage.negative', ['requests', below, field], { value: texts[below]! });
  return { texts, column };
}

/** Where the first number below 0 is, −1 without one. */
function firstBelow(values: FixedColumn['values']): number {
  for (let at = 0; at < values.length; at++) if (values[at]! < 0) return at;
  return -1;
}

/** What a rule weighs by, beside the orders. */
const WEIGHTS = { plan: 'plan', priorSales: 'prior', equalCover: 'rate' } as const;

function priorityOf(request: ShortageRequest, row: number): number {
  return checkWhole(given(request, 'priority', row), -Number.MAX_SAFE_INTEGER, ['requests', row, 'priority']);
}

/** The integers of a column, at a finer scale where one is given. */
function unitsOf({ values, scale }: FixedColumn, to: number = scale): Units {
  return to === scale && values instanceof Float64Array ? values : bigintsOf({ values, scale }, to);
}

/** Each number, or the bound where that is less. */
function atMost(units: Units, bounds: Units): Units {
  if (units instanceof Float64Array && bounds instanceof Float64Array) {
    return units.map((value, at) => Math.min(value, bounds[at]!));
  }
  return Array.from(units as ArrayLike<number | bigint>, (value, at) => {
    const bound = bounds[at]!;
    return BigInt(value < bound ? value : bound);
  });
}

function given<Field extends keyof ShortageRequest>(
  request: ShortageRequest,
  field: Field,
  row: number,
): NonNullable<ShortageRequest[Field]> {
  const value = request[field];
  if (value === undefined || value === null) {
    fail('shortage.missing', ['requests', row, field], { partner: request.partner });
  }
  return value;
}
