import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { bigintsOf, type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundQuotient, toIncrement } from '../../core/rounding.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { INNER_RULES, SHORTAGE_RULES, type ShortageInput, type ShortageRequest } from './shortage.js';

/** A request as the rules read it; quantities in whole increments. */
export interface Claim {
  readonly partner: string;
  readonly asked: DecimalString;
  readonly order: bigint;
  /** The order is no multiple of the increment. */
  readonly isCut: boolean;
  readonly minimum: bigint;
  /** What the rule shares by: prior sales, plan or rate, in units of the weights; 1 where it needs none. */
  readonly weight: bigint;
  /** In units of the stocks. */
  readonly stock: bigint;
  readonly priority: number;
}

/** A supply and its claims by partner. */
export interface Claims {
  readonly rule: (typeof INNER_RULES)[number];
  readonly increment: Decimal;
  readonly supply: Decimal;
  /** Whole increments of it. */
  readonly available: bigint;
  readonly claims: readonly Claim[];
  /** Decimals of the unit of the weights. */
  readonly weightScale: number;
  /** Decimals of the unit of the stocks, at least those of the increment. */
  readonly stockScale: number;
}

/** Reads and checks a supply and the requests for it, field by field: columns of integers need no Decimal for each. */
export function readClaims(input: ShortageInput): Claims {
  const { requests } = input;
  const named = oneOf(input.rule ?? 'uniform', SHORTAGE_RULES, ['rule']);
  const inner = oneOf(input.inner ?? 'uniform', INNER_RULES, ['inner']);
  const rule = named === 'priority' ? inner : named;
  const increment = toIncrement(input.increment ?? '0.000001', ['increment']);
  const supply = toDecimal(input.available, ['available']);
  if (supply.lt(0)) fail('shortage.negative', ['available'], { value: toText(supply) });
  const seen = new Set<string>();
  requests.forEach(({ partner }, index) => {
    if (seen.has(partner)) fail('shortage.duplicate', ['requests', index, 'partner'], { partner });
    seen.add(partner);
  });

  const orders = quantities(requests, 'order');
  const scale = Math.max(orders.scale, increment.dp());
  const step = toScaled(increment, scale);
  const asked = bigintsOf(orders, scale);
  const minima = requests.some(({ minimum }) => minimum !== undefined) ? quantities(requests, 'minimum', '0') : null;
  const leastScale = Math.max(minima?.scale ?? 0, increment.dp());
  const leastStep = toScaled(increment, leastScale);
  const least = minima === null ? null : bigintsOf(minima, leastScale);
  const weights = weightsOf(rule, requests);
  const stocks = rule === 'equalCover' ? quantities(requests, 'stock') : null;
  const stockScale = Math.max(stocks?.scale ?? 0, increment.dp());
  const stock = stocks === null ? null : bigintsOf(stocks, stockScale);

  const claims = requests.map((request, index): Claim => {
    const order = asked[index]! / step;
    const minimum = least === null ? 0n : (least[index]! + leastStep - 1n) / leastStep;
    return {
      partner: request.partner,
      asked: scaledText(orders.values[index]!, orders.scale),
      order,
      isCut: order * step !== asked[index]!,
      minimum: minimum < order ? minimum : order,
      weight: weights === null ? 1n : weights.units[index]!,
      stock: stock === null ? 0n : stock[index]!,
      priority: named === 'priority' ? given(request, 'priority', ['requests', index]) : 0,
    };
  });
  return {
    rule,
    increment,
    supply,
    available: toScaled(roundQuotient(supply, increment, 'floor'), 0),
    claims: claims.sort((a, b) => compareText(a.partner, b.partner)),
    weightScale: weights?.scale ?? 0,
    stockScale,
  };
}

/** Writes numbers of increments as quantities. */
export function quantityIn(increment: Decimal): (units: bigint) => DecimalString {
  const places = increment.dp();
  const step = toScaled(increment, places);
  return (units) => scaledText(units * step, places);
}

/** @param otherwise what an absent one counts as; without it all have to be there */
function quantities(
  requests: readonly ShortageRequest[],
  field: 'order' | 'minimum' | 'plan' | 'prior' | 'rate' | 'stock',
  otherwise?: DecimalString,
): FixedColumn {
  const texts = requests.map((request, index): DecimalString => {
    const value: DecimalLike = request[field] ?? otherwise ?? given(request, field, ['requests', index]);
    return typeof value === 'string' ? value : toText(toDecimal(value, ['requests', index, field]));
  });
  const column = fixedColumn(texts, ['requests'], [field]);
  const below = column.values.findIndex((value) => value < 0);
  if (below >= 0) fail('shortage.negative', ['requests', below, field], { value: texts[below]! });
  return column;
}

const WEIGHTS = { plan: 'plan', priorSales: 'prior', equalCover: 'rate' } as const;

function weightsOf(
  rule: Claims['rule'],
  requests: readonly ShortageRequest[],
): { readonly units: readonly bigint[]; readonly scale: number } | null {
  if (rule !== 'plan' && rule !== 'priorSales' && rule !== 'equalCover') return null;
  const column = quantities(requests, WEIGHTS[rule]);
  return { units: bigintsOf(column), scale: column.scale };
}

function given<Field extends keyof ShortageRequest>(
  request: ShortageRequest,
  field: Field,
  path: Path,
): NonNullable<ShortageRequest[Field]> {
  const value = request[field];
  if (value === undefined || value === null) fail('shortage.missing', [...path, field], { partner: request.partner });
  return value;
}
