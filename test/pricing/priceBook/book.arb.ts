import fc from 'fast-check';
import type { PriceBook, PriceRequest, PriceRule } from '../../../src/pricing/index.js';

const opt = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });

/** A record without its fields that are undefined. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}

const price = fc.integer({ min: 0, max: 40 }).map(String);

/** A record without some of its fields. */
export function without<T extends object, K extends keyof T>(value: T, ...fields: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field as K))) as Omit<T, K>;
}

function rules(): fc.Arbitrary<Omit<PriceRule, 'code'>> {
  const target = fc.constantFrom<PriceRule['target']>(
    { sku: 'a' },
    { sku: 'b' },
    { product: 'p' },
    { category: 'c1' },
    { category: 'c2' },
    { brand: 'x' },
    { all: true },
  );
  const key = fc.constantFrom<string | string[]>('1', '2', ['1', '2']);
  return fc
    .record({
      target,
      keys: opt(fc.record({ customer: key, region: opt(key) }).map(present)),
      when: opt(fc.constantFrom({ field: 'vip', op: 'eq', value: 'yes' } as const)),
      minQty: opt(fc.integer({ min: 0, max: 6 }).map(String)),
      width: opt(fc.integer({ min: 0, max: 6 })),
      from: opt(fc.constantFrom('2026-01-01', '2026-02-01')),
      to: opt(fc.constantFrom('2026-02-15', '2026-03-01')),
      priority: opt(fc.integer({ min: -1, max: 2 })),
      price: fc.oneof(
        price.map((fixed) => ({ fixed })),
        fc.record({
          base: fc.constantFrom({ of: 'list' } as const, { of: 'cost' } as const),
          steps: fc.constantFrom([{ op: 'discount', rate: '0.25' }] as const, [{ op: 'margin', rate: '0.3' }] as const),
        }),
        fc.constant({ charge: { kind: 'package', size: '3', price: '20' } } as const),
      ),
    })
    .map(({ width, ...rule }) =>
      present({ ...rule, maxQty: width === undefined ? undefined : String(Number(rule.minQty ?? 0) + width) }),
    ) as fc.Arbitrary<Omit<PriceRule, 'code'>>;
}

/** Books of two items and some lists. */
export function books(): fc.Arbitrary<PriceBook> {
  const list = fc.record({
    kind: fc.constantFrom('base' as const, 'base' as const, 'sale' as const, 'override' as const),
    rules: fc.array(rules(), { maxLength: 6 }),
  });
  return fc
    .record({
      lists: fc.array(list, { maxLength: 4 }),
      list: opt(price),
      cost: opt(price),
      selection: opt(
        fc.constantFrom<NonNullable<PriceBook['selection']>>('specificity', 'priority', 'lowest', 'medusa', 'erpnext', {
          access: [['customer', 'sku'], ['sku'], ['customer', 'category'], []],
        }),
      ),
      tie: opt(fc.constantFrom('error' as const, 'lowest' as const, 'highest' as const)),
      sale: opt(fc.constantFrom('onlyIfLower' as const, 'always' as const)),
    })
    .map(({ lists, list: listPrice, cost, ...policies }) => ({
      code: 'book',
      currency: 'EUR',
      items: [
        present({ sku: 'a', product: 'p', categories: ['c1', 'c2'], brand: 'x', unit: 'pc', list: listPrice, cost }),
        present({ sku: 'b', categories: ['c2'], unit: 'pc', list: listPrice }),
      ],
      lists: lists.map(({ kind, rules: each }, at) => ({
        code: `l${at}`,
        currency: 'EUR',
        kind,
        rules: each.map((rule, index) => ({ code: `r${at}${index}`, ...rule })),
      })),
      ...present(policies),
    })) as fc.Arbitrary<PriceBook>;
}

/** Requests for the items of {@link books}, and for one that is not there. */
export function requests(): fc.Arbitrary<PriceRequest> {
  const value = opt(fc.constantFrom('1', '2', '3'));
  return fc
    .record({
      sku: fc.constantFrom('a', 'a', 'b', 'z'),
      quantity: fc.integer({ min: 0, max: 14 }).map((half) => String(half / 2)),
      context: fc
        .record({ customer: value, region: value, vip: opt(fc.constantFrom('yes', 'no')) })
        .map((context) => present(context)),
    })
    .map((request) => ({ ...request, on: '2026-02-01' }));
}
