import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { lintHierarchy } from '../../team/hierarchy/lintHierarchy.js';
import { PARTNER_STATES, type PartnerState } from '../partner/partnerLifecycle.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Ids = /* @__PURE__ */ z.array(Id).readonly();

/** Somebody who sells for a maker: a dealer, an agent, a franchisee. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  /** 1 buys from the maker, 2 from a partner of level 1, and so on. */
  readonly level: number;
  /** The partner from whom it buys. */
  readonly parent?: string;
  /** Ids of territories. */
  readonly territories: readonly string[];
  readonly products: readonly string[];
  /** Id of the signed contract; an active partner has one. */
  readonly signedContract?: string;
  readonly state: PartnerState;
  /** Earlier states, the oldest first, and the present one, each with its first day. */
  readonly history?: readonly { readonly state: PartnerState; readonly on: PlainDate }[];
}
/** Somebody who sells for a maker: a dealer, an agent, a franchisee. */
export const Partner: z.ZodType<Partner> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    name: Id,
    level: z.int().min(1),
    parent: Id.exactOptional(),
    territories: Ids,
    products: Ids,
    signedContract: Id.exactOptional(),
    state: z.enum(PARTNER_STATES),
    history: z
      .array(z.strictObject({ state: z.enum(PARTNER_STATES), on: PlainDate }))
      .min(1)
      .readonly()
      .exactOptional(),
  })
  .refine(({ state, signedContract }) => state !== 'active' || signedContract !== undefined, {
    error: 'an active partner must have a signed contract',
    path: ['signedContract'],
  })
  .refine(({ id, parent }) => id !== parent, { error: 'must not be its own parent', path: ['parent'] })
  .refine(
    ({ state, history }) =>
      history === undefined ||
      (history.at(-1)?.state === state && history.every(({ on }, at) => at === 0 || history[at - 1]!.on <= on)),
    { error: 'must have days that ascend, and end with the present state', path: ['history'] },
  )
  .meta({ id: 'Partner', title: 'Partner', description: 'Somebody who sells for a maker.' });

/** The partners of a maker. */
export type Partners = readonly Partner[];
/** The partners of a maker, each once; nobody buys from somebody who, through others, buys from them. */
export const Partners: z.ZodType<Partners> = /* @__PURE__ */ z
  .array(Partner)
  .readonly()
  .refine((partners) => new Set(partners.map(({ id }) => id)).size === partners.length, {
    error: 'must have each partner once',
  })
  .refine((partners) => !hasCycle(partners), { error: 'must have no partner among its own parents' })
  .meta({ id: 'Partners', title: 'Partners', description: 'The partners of a maker, each once.' });

function hasCycle(partners: Partners): boolean {
  const links = partners.flatMap(({ id, parent }) =>
    parent === undefined ? [] : [{ child: id, parent, from: '0001-01-01' }],
  );
  return lintHierarchy(links).some(({ code }) => code === 'cycle');
}

/** What was found of a partner's maturity on a day. */
export interface PartnerMaturity {
  readonly partner: string;
  readonly on: PlainDate;
  /** Each item once; what was not looked at is absent. */
  readonly items: readonly { readonly code: string; readonly met: boolean }[];
}
/** What was found of a partner's maturity on a day. */
export const PartnerMaturity: z.ZodType<PartnerMaturity> = /* @__PURE__ */ z
  .strictObject({
    partner: Id,
    on: PlainDate,
    items: z.array(z.strictObject({ code: Id, met: z.boolean() })).readonly(),
  })
  .refine(({ items }) => new Set(items.map(({ code }) => code)).size === items.length, {
    error: 'must have each item once',
    path: ['items'],
  })
  .meta({
    id: 'PartnerMaturity',
    title: 'Maturity of a partner',
    description: 'What was found of a partner’s maturity on a day.',
  });
