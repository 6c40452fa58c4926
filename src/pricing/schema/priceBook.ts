import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { RoundingMode } from '../../core/schema/rounding.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import {
  LIST_KINDS,
  type PriceBook as Book,
  type PriceItem as Item,
  type PriceList as List,
  type PriceRule as BookRule,
  SALE_POLICIES,
} from '../priceBook/priceBook.js';
import type { PriceFormula as Formula } from '../priceBook/priceFormula.js';
import { COMPARATORS, TIE_POLICIES } from '../priceBook/selection.js';
import { ChargeModel } from './charge.js';

const Name = /* @__PURE__ */ z.string().min(1);

const PriceBase = /* @__PURE__ */ z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('list') }),
  z.strictObject({ of: z.literal('cost') }),
  z.strictObject({ of: z.literal('priceList'), code: Name }),
  z.strictObject({ of: z.literal('context'), field: Name }),
]);

const FormulaStep = /* @__PURE__ */ z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['discount', 'markup', 'margin']), rate: DecimalString }),
  z.strictObject({ op: z.literal('add'), amount: DecimalString, unit: Name.exactOptional() }),
  z.strictObject({ op: z.literal('multiply'), factor: DecimalString }),
  z.strictObject({ op: z.literal('round'), increment: DecimalString, mode: RoundingMode.exactOptional() }),
  z.strictObject({
    op: z.enum(['atLeast', 'atMost']),
    amount: DecimalString.exactOptional(),
    of: PriceBase.exactOptional(),
    times: DecimalString.exactOptional(),
    plus: DecimalString.exactOptional(),
  }),
]);

/** @reexport */
export type PriceFormula = Formula;
/** How a rule makes its price. */
export const PriceFormula: z.ZodType<PriceFormula> = /* @__PURE__ */ z
  .union([
    z.strictObject({ fixed: DecimalString, unit: Name.exactOptional() }),
    z.strictObject({ base: PriceBase, steps: z.array(FormulaStep).readonly() }),
    z.strictObject({ charge: ChargeModel }),
  ])
  .meta({ id: 'PriceFormula', title: 'Price formula', description: 'A fixed price, a base with steps, or a charge' });

/** @reexport */
export type PriceItem = Item;
/** What is sold. */
export const PriceItem: z.ZodType<PriceItem> = /* @__PURE__ */ z
  .strictObject({
    sku: Name,
    product: Name.exactOptional(),
    categories: z.array(Name).readonly().exactOptional(),
    brand: Name.exactOptional(),
    unit: Name,
    units: z
      .array(z.strictObject({ unit: Name, factor: DecimalString, per: DecimalString.exactOptional() }))
      .readonly()
      .exactOptional(),
    list: DecimalString.exactOptional(),
    cost: DecimalString.exactOptional(),
  })
  .meta({ id: 'PriceItem', title: 'Priced item', description: 'What is sold, with its units, list price and cost' });

/** @reexport */
export type PriceRule = BookRule;
/** A price and when it applies. */
export const PriceRule: z.ZodType<PriceRule> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    target: z.union([
      z.strictObject({ sku: Name }),
      z.strictObject({ product: Name }),
      z.strictObject({ category: Name }),
      z.strictObject({ brand: Name }),
      z.strictObject({ all: z.literal(true) }),
    ]),
    keys: z
      .record(Name, z.union([z.string(), z.array(z.string()).readonly()]))
      .readonly()
      .exactOptional(),
    when: Rule.exactOptional(),
    minQty: DecimalString.exactOptional(),
    maxQty: DecimalString.exactOptional(),
    from: PlainDate.exactOptional(),
    to: PlainDate.exactOptional(),
    priority: z.number().exactOptional(),
    price: PriceFormula,
  })
  .meta({ id: 'PriceRule', title: 'Price rule', description: 'A price and when it applies' });

/** @reexport */
export type PriceList = List;
/** Price rules in one currency. */
export const PriceList: z.ZodType<PriceList> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    currency: Name,
    kind: z.enum(LIST_KINDS),
    from: PlainDate.exactOptional(),
    to: PlainDate.exactOptional(),
    when: Rule.exactOptional(),
    rules: z.array(PriceRule).readonly(),
  })
  .meta({ id: 'PriceList', title: 'Price list', description: 'Price rules in one currency' });

/** @reexport */
export type PriceBook = Book;
/** Items and the lists of their prices. */
export const PriceBook: z.ZodType<PriceBook> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    currency: Name,
    items: z.array(PriceItem).readonly(),
    lists: z.array(PriceList).readonly(),
    selection: z
      .union([
        z.enum(['specificity', 'priority', 'lowest', 'odoo', 'medusa', 'erpnext']),
        z.array(z.enum(COMPARATORS)).readonly(),
        z.strictObject({ access: z.array(z.array(Name).readonly()).readonly() }),
      ])
      .exactOptional(),
    tie: z.enum(TIE_POLICIES).exactOptional(),
    sale: z.enum(SALE_POLICIES).exactOptional(),
  })
  .meta({ id: 'PriceBook', title: 'Price book', description: 'Items and the lists of their prices' });
