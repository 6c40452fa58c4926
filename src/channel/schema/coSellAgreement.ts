import * as z from 'zod';
import { plus, toDecimal, ZERO } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

const Id = /* @__PURE__ */ z.string().min(1);

/** Figures by party; who is not named has none. */
export type ByParty = Readonly<Record<string, DecimalString>>;

/** An agreement to sell together and to share what comes of it. */
export interface CoSellAgreement {
  readonly parties: readonly string[];
  /** To whom is sold; without one, to anybody. */
  readonly customer?: string;
  /** Id of the common plan. */
  readonly plan: string;
  readonly from: PlainDate;
  /** The first day after; `null` is open. */
  readonly to: PlainDate | null;
  /** What each party puts in. */
  readonly contributions: ByParty;
  /** Parts of a profit; together 1. */
  readonly profitShares: ByParty;
  /** Parts of a loss; together 1. */
  readonly lossShares: ByParty;
  /** The most that a party bears of a loss. */
  readonly lossCaps?: ByParty;
  /** Part of each contribution that is returned out of a profit before the rest is shared. */
  readonly preferredReturn?: DecimalString;
}

const NotNegative = /* @__PURE__ */ DecimalString.refine((value) => !toDecimal(value).lt(0), {
  error: 'must not be negative',
});
const Amounts = /* @__PURE__ */ z.record(Id, NotNegative).readonly();
const Shares = /* @__PURE__ */ Amounts.refine(
  (shares) =>
    Object.values(shares)
      .reduce((sum, share) => plus(sum, toDecimal(share)), ZERO)
      .eq(1),
  { error: 'must have shares that add up to 1' },
).meta({ id: 'PartsOfOne', title: 'Parts of one', description: 'Shares by party that add up to 1.' });

/** An agreement to sell together and to share what comes of it. */
export const CoSellAgreement: z.ZodType<CoSellAgreement> = /* @__PURE__ */ z
  .strictObject({
    parties: z.array(Id).min(1).readonly(),
    customer: Id.exactOptional(),
    plan: Id,
    from: PlainDate,
    to: PlainDate.nullable(),
    contributions: Amounts,
    profitShares: Shares,
    lossShares: Shares,
    lossCaps: Amounts.exactOptional(),
    preferredReturn: NotNegative.exactOptional(),
  })
  .refine(({ parties }) => new Set(parties).size === parties.length, {
    error: 'must have each party once',
    path: ['parties'],
  })
  .refine(({ from, to }) => to === null || from < to, { error: 'must begin before it ends', path: ['to'] })
  .meta({
    id: 'CoSellAgreement',
    title: 'Agreement to sell together',
    description: 'An agreement to sell together and to share what comes of it.',
  });
