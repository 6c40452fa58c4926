import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import { compileGuard } from './compileGuard.js';
import type { PriceGuard } from './priceGuard.js';

/** A price that is to be checked. */
export interface GuardedPrice {
  readonly sku: string;
  readonly channel?: string;
  /** The price of the transaction. */
  readonly price: DecimalLike;
  /** The price that is advertised; without it none is. */
  readonly advertised?: DecimalLike;
  readonly cost?: DecimalLike;
  readonly on: PlainDate;
  /** The prices of other channels, by channel. */
  readonly references?: Readonly<Record<string, DecimalLike>>;
  /** Further facts for the keys of guards. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether guards allow a price, or every violation. */
export type PriceCheck = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** How a price is checked. */
export interface CheckPriceOptions {
  /** A cost or reference that a guard needs and that is not known: `reject` (default) is a reason, `ignore` is none. */
  readonly missing?: 'reject' | 'ignore';
}

/** Reasons that something is not known. */
const UNKNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(['unknownCost', 'unknownReference']);

/**
 * Returns whether guards allow a price, with every violation, by guard and code: `belowFloor`, `belowMap` (of the advertised
 * price alone), `aboveCeiling`, `belowCorridor`, `aboveCorridor`, `unknownCost`, `unknownReference`. A price that equals a
 * bound is allowed. A guard of a key that is not known does not apply.
 *
 * @param guards bounds of prices, in any order
 * @param asked the price with what guards ask for
 * @param options what becomes of an unknown cost or reference
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.guardWithoutBound`, `pricing.unusedInput`, `pricing.marginRange`,
 * `pricing.emptyRange`, `option.unknown`, `date.invalid`, `period.order`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { checkPrice, type PriceGuard } from 'salesmodel/pricing';
 *
 * const guards: PriceGuard[] = [
 *   { code: 'cost', kind: 'floor', cost: { minMargin: '0.2' } },
 *   { code: 'shop', kind: 'corridor', reference: { channel: 'shop', low: '0.9', high: '1.1' } },
 * ];
 * const asked = { sku: 'desk', channel: 'web', price: '94', cost: '80', references: { shop: '100' }, on: '2026-03-01' };
 * checkPrice(guards, asked); // => { ok: false, reasons: [{ code: 'belowFloor', params: { guard: 'cost', actual: '94', allowed: '100', by: '6' } }] }
 * checkPrice(guards, { ...asked, price: '100' }); // => { ok: true }
 */
export function checkPrice(
  guards: readonly PriceGuard[],
  asked: GuardedPrice,
  options: CheckPriceOptions = {},
): PriceCheck {
  const missing = oneOf(options.missing ?? 'reject', ['reject', 'ignore'], ['options', 'missing']);
  distinct(
    guards.map(({ code }) => code),
    (index) => ['guards', index, 'code'],
  );
  const path: Path = ['asked'];
  const { sku, channel, context, references = {} } = asked;
  const read = (name: 'advertised' | 'cost'): Decimal | null =>
    asked[name] === undefined ? null : toDecimal(asked[name], [...path, name]);
  const price = {
    facts: { ...context, sku, ...(channel === undefined ? {} : { channel }) },
    day: dayNumber(asked.on, [...path, 'on']),
    price: toDecimal(asked.price, [...path, 'price']),
    advertised: read('advertised'),
    cost: read('cost'),
    priceOf: (name: string) =>
      Object.hasOwn(references, name) ? toDecimal(references[name]!, [...path, 'references', name]) : null,
  };
  const reasons = guards
    .map((guard, index) => ({ guard, check: compileGuard(guard, ['guards', index]) }))
    .toSorted((a, b) => compareText(a.guard.code, b.guard.code))
    .flatMap(({ check }) => check(price).toSorted((a, b) => compareText(a.code, b.code)))
    .filter(({ code }) => missing === 'reject' || !UNKNOWN.has(code));
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
