import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { divide, ONE, times, toDecimal, toText } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { Ask } from './ask.js';
import type { BookEngine } from './bookEngine.js';
import { unknownUnit } from './compileFormula.js';
import type { PriceRequest } from './priceBook.js';

/**
 * Reads a request, or says what of it the book does not know.
 *
 * @throws SalesModelError `pricing.negativeQuantity`, `date.invalid`, `currency.unknown`, `decimal.invalid`
 */
export function readRequest({ book, items }: BookEngine, request: PriceRequest, path: Path): Ask | Reason {
  const asked = toDecimal(request.quantity, [...path, 'quantity']);
  if (asked.lt(0)) fail('pricing.negativeQuantity', [...path, 'quantity'], { value: toText(asked) });
  const day = dayNumber(request.on, [...path, 'on']);
  const { currency = book.currency, context = {}, sku, on } = request;
  findCurrency(currency, isoCurrencies, [...path, 'currency']);
  const item = items.get(sku);
  if (item === undefined) return { code: 'unknownItem', params: { sku } };
  const { unit = item.item.unit } = request;
  const size = item.units.get(unit);
  if (size === undefined) return unknownUnit(sku, unit);
  const units = times(asked, size.factor);
  const quantity = size.per.eq(ONE) ? units : divide(units, size.per);
  return { item, unit, size, quantity, on, day, currency, context };
}
