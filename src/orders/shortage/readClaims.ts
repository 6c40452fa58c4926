import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundQuotient, toIncrement } from '../../core/rounding.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { INNER_RULES, SHORTAGE_RULES, type ShortageInput, type ShortageRequest } from './shortage.js';

/** A request as the rules read it; quantities in whole increments. */
export interface Claim {
  readonly partner: string;
  /** Place in the caller's list. */
  readonly index: number;
  readonly asked: Decimal;
  readonly order: bigint;
  readonly minimum: bigint;
  /** What the rule shares by: prior sales, plan or rate; 1 where it needs none. */
  readonly weight: Decimal;
  readonly stock: Decimal;
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
}

/** Reads and checks a supply and the requests for it. */
export function readClaims(input: ShortageInput): Claims {
  const named = oneOf(input.rule ?? 'uniform', SHORTAGE_RULES, ['rule']);
  const inner = oneOf(input.inner ?? 'uniform', INNER_RULES, ['inner']);
  const rule = named === 'priority' ? inner : named;
  const increment = toIncrement(input.increment ?? '0.000001', ['increment']);
  const supply = quantity(input.available, ['available']);
  const whole = (value: Decimal, mode: 'floor' | 'ceiling'): bigint =>
    toScaled(roundQuotient(value, increment, mode), 0);
  const seen = new Set<string>();

  const claims = input.requests.map((request, index): Claim => {
    const path = ['requests', index];
    const { partner, minimum = '0' } = request;
    if (seen.has(partner)) fail('shortage.duplicate', [...path, 'partner'], { partner });
    seen.add(partner);
    const needed = (field: 'plan' | 'prior' | 'rate' | 'stock'): Decimal =>
      quantity(given(request, field, path), [...path, field]);
    const asked = quantity(request.order, [...path, 'order']);
    const order = whole(asked, 'floor');
    const guaranteed = whole(quantity(minimum, [...path, 'minimum']), 'ceiling');
    return {
      partner,
      index,
      asked,
      order,
      minimum: guaranteed < order ? guaranteed : order,
      weight:
        rule === 'plan'
          ? needed('plan')
          : rule === 'priorSales'
            ? needed('prior')
            : rule === 'equalCover'
              ? needed('rate')
              : ONE_EACH,
      stock: rule === 'equalCover' ? needed('stock') : NO_STOCK,
      priority: named === 'priority' ? given(request, 'priority', path) : 0,
    };
  });
  return {
    rule,
    increment,
    supply,
    available: whole(supply, 'floor'),
    claims: claims.sort((a, b) => compareText(a.partner, b.partner)),
  };
}

/** The quantity that a number of increments is. */
export function quantityOf(units: bigint, increment: Decimal): string {
  const places = increment.dp();
  return scaledText(units * toScaled(increment, places), places);
}

const ONE_EACH = /* @__PURE__ */ toDecimal(1);
const NO_STOCK = /* @__PURE__ */ toDecimal(0);

function given<Field extends keyof ShortageRequest>(
  request: ShortageRequest,
  field: Field,
  path: Path,
): NonNullable<ShortageRequest[Field]> {
  const value = request[field];
  if (value === undefined || value === null) fail('shortage.missing', [...path, field], { partner: request.partner });
  return value;
}

function quantity(value: DecimalLike, path: Path): Decimal {
  const read = toDecimal(value, path);
  if (read.lt(0)) fail('shortage.negative', path, { value: toText(read) });
  return read;
}
