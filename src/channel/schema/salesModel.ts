import * as z from 'zod';

/** Who decides: the one who makes the product, the one who stands between, or both together. */
export type ControlHolder = 'supplier' | 'shared' | 'intermediary';

/** Who decides on what the customer meets. */
export interface ControlRights {
  /** The price that the customer pays. */
  readonly price: ControlHolder;
  /** The contract: with whom the customer makes it. */
  readonly contract: ControlHolder;
  /** Storage, delivery and returns. */
  readonly fulfilment: ControlHolder;
  /** How and where the product is shown. */
  readonly display: ControlHolder;
  /** What quality is let through. */
  readonly quality: ControlHolder;
  /** What is offered at all. */
  readonly assortment: ControlHolder;
}

const holder = /* @__PURE__ */ z.enum(['supplier', 'shared', 'intermediary']);

/** Who decides on what the customer meets. */
export const ControlRights: z.ZodType<ControlRights> = /* @__PURE__ */ z
  .strictObject({
    price: holder,
    contract: holder,
    fulfilment: holder,
    display: holder,
    quality: holder,
    assortment: holder,
  })
  .meta({ id: 'ControlRights', title: 'Control rights', description: 'Who decides on what the customer meets.' });

/** How a company reaches its customers, with who decides there. */
export type SalesModel =
  | {
      /** Own stores with own staff. */
      readonly kind: 'direct';
      readonly rights: ControlRights;
      readonly stores?: readonly string[];
    }
  | {
      /** Through partners who buy or broker. */
      readonly kind: 'channel';
      readonly rights: ControlRights;
      readonly partners?: readonly string[];
    }
  | {
      /** An online shop of one's own. */
      readonly kind: 'ecommerceOwn';
      readonly rights: ControlRights;
      readonly shop?: string;
    }
  | {
      /** The marketplace of somebody else. */
      readonly kind: 'ecommercePlatform';
      readonly rights: ControlRights;
      readonly platform?: string;
    };

const names = /* @__PURE__ */ z.array(/* @__PURE__ */ z.string().min(1)).readonly().exactOptional();
const name = /* @__PURE__ */ z.string().min(1).exactOptional();

/** How a company reaches its customers, with who decides there. */
export const SalesModel: z.ZodType<SalesModel> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('direct'), rights: ControlRights, stores: names }),
    z.strictObject({ kind: z.literal('channel'), rights: ControlRights, partners: names }),
    z.strictObject({ kind: z.literal('ecommerceOwn'), rights: ControlRights, shop: name }),
    z.strictObject({ kind: z.literal('ecommercePlatform'), rights: ControlRights, platform: name }),
  ])
  .meta({
    id: 'SalesModel',
    title: 'Sales model',
    description: 'How a company reaches its customers, with who decides there.',
  });

/** One way to offer a product: what the customer buys, and what the customer leases. */
export interface OfferOption {
  readonly id: string;
  readonly name: string;
  /** `buy`: everything is bought. `lease`: at least one part is leased. */
  readonly kind: 'buy' | 'lease';
  /** Parts of the product, such as `car` and `battery`, each bought or leased. */
  readonly parts: readonly { readonly code: string; readonly as: 'buy' | 'lease' }[];
}
/** One way to offer a product: what the customer buys, and what the customer leases. */
export const OfferOption: z.ZodType<OfferOption> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    kind: z.enum(['buy', 'lease']),
    parts: z
      .array(z.strictObject({ code: z.string().min(1), as: z.enum(['buy', 'lease']) }).readonly())
      .min(1)
      .readonly(),
  })
  .refine(({ kind, parts }) => parts.some(({ as }) => as === 'lease') === (kind === 'lease'), {
    error: 'an offer with a leased part is a lease, and no other is',
    path: ['kind'],
  })
  .meta({
    id: 'OfferOption',
    title: 'Offer',
    description: 'One way to offer a product: what the customer buys, and what the customer leases.',
  });
