import { type Rejected, SalesModelError } from '../../core/errors.js';
import { explainInput, explainStep } from '../../core/explanation.js';
import { bookEngine, type PriceBookOptions } from './bookEngine.js';
import { type ExplainedPrice, explainPrice } from './explainPrice.js';
import { presentPrice } from './presentPrice.js';
import type { PriceBook, PriceItem, PriceRequest, PriceResult } from './priceBook.js';
import { type PriceColumns, type PricedColumns, runPriceColumns } from './priceColumns.js';
import { readRequest } from './readRequest.js';

/** Prices of many requests; a malformed one is rejected and its place in `results` is `null`. */
export interface PriceBatch {
  /** In the order of the requests. */
  readonly results: readonly (PriceResult | null)[];
  readonly rejected: readonly Rejected[];
}

/** A book that answers many requests. */
export interface CompiledPriceBook {
  /** The item of a sku. */
  readonly itemOf: (sku: string) => PriceItem | undefined;
  /** The price of one request. */
  readonly price: (request: PriceRequest) => PriceResult;
  /** The prices of many requests, in their order. */
  readonly run: (requests: readonly PriceRequest[]) => PriceBatch;
  /** The prices of many requests in columns of scaled integers. */
  readonly runColumns: (columns: PriceColumns) => PricedColumns;
  /** One price with its steps and the rules that lost. */
  readonly explain: (request: PriceRequest) => ExplainedPrice;
}

/**
 * Compiles a price book: checks it once, reads its figures and indexes its rules by target and keys.
 *
 * @param book items, lists and how rules are selected
 * @param options exchange rates, for lists or requests in other currencies than the book's
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.emptyRange`, `pricing.unknownReference`, `pricing.unknownUnit`,
 * `pricing.priceListCycle`, `pricing.rateRange`, `pricing.notPositive`, `pricing.missingInput`, `pricing.unusedInput`,
 * `option.unknown`, `currency.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong` and the errors of rules,
 * rates and charges
 * @example
 * import { compilePriceBook } from 'salesmodel/pricing';
 *
 * const book = compilePriceBook({
 *   code: 'standard',
 *   currency: 'EUR',
 *   items: [{ sku: 'steel', unit: 't', units: [{ unit: 'kg', factor: '0.001' }], list: '100' }],
 *   lists: [{ code: 'base', currency: 'EUR', kind: 'base', rules: [
 *     { code: 'bulk', target: { sku: 'steel' }, minQty: '3', price: { base: { of: 'list' }, steps: [{ op: 'add', amount: '-10' }] } },
 *   ] }],
 * });
 * const { results } = book.run([
 *   { sku: 'steel', quantity: '2000', unit: 'kg', on: '2026-03-01' },
 *   { sku: 'steel', quantity: '3500', unit: 'kg', on: '2026-03-01' },
 * ]);
 * results.map((result) => result?.status === 'priced' && result.exact); // => ['0.1', '0.09']
 */
export function compilePriceBook(book: PriceBook, options: PriceBookOptions = {}): CompiledPriceBook {
  const engine = bookEngine(book, options, ['book']);
  const priceAt = (request: PriceRequest, path: readonly (string | number)[]): PriceResult => {
    const ask = readRequest(engine, request, path);
    if ('code' in ask) return { status: 'unpriced', reasons: [ask] };
    const decision = engine.decide(ask, engine.applicable(ask));
    return 'price' in decision ? presentPrice(decision, ask) : { status: 'unpriced', reasons: decision };
  };
  return {
    itemOf: (sku) => engine.items.get(sku)?.item,
    price: (request) => priceAt(request, ['request']),
    run(requests) {
      const rejected: Rejected[] = [];
      const results = requests.map((request, index) => {
        try {
          return priceAt(request, ['requests', index]);
        } catch (error) {
          if (!(error instanceof SalesModelError)) throw error;
          const { code, path, params } = error;
          rejected.push({ index, code, path, params });
          return null;
        }
      });
      return { results, rejected };
    },
    runColumns: (columns) => runPriceColumns(engine, columns),
    explain(request) {
      const ask = readRequest(engine, request, ['request']);
      if (!('code' in ask)) return explainPrice(engine, ask);
      const explanation = explainStep('price.none', { sku: request.sku }, null, [explainInput(['sku'], request.sku)]);
      return { result: { status: 'unpriced', reasons: [ask] }, explanation, losers: [] };
    },
  };
}
