import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';

/** How somebody came to a credit: their own sale, a helping hand, or somebody below them. */
export type CreditKind = 'revenue' | 'overlay' | 'rollup' | 'override';
/** How somebody came to a credit: their own sale, a helping hand, or somebody below them. */
export const CreditKind: z.ZodType<CreditKind> = /* @__PURE__ */ z
  .enum(['revenue', 'overlay', 'rollup', 'override'])
  .meta({ id: 'CreditKind', title: 'Credit kind', description: 'How somebody came to a credit' });

/** Derives credits for the people above whoever is credited directly. */
export interface CreditRule {
  /** Unique in the list. */
  readonly id: string;
  /** The kind of the derived credits, by which components choose. */
  readonly kind: 'rollup' | 'override';
  /** Kind of hierarchy link. Default `reportsTo`. */
  readonly relation?: string;
  /** How many levels up. */
  readonly levels: number | 'all';
  /** Share of the direct credit by level, the parent first. Default "1" each. */
  readonly shares?: readonly DecimalString[];
  /** Day at which the hierarchy is read. Default `transaction`. */
  readonly asOf?: 'transaction' | 'invoice' | 'collection' | 'periodEnd' | 'run';
  /**
   * One receiver reached from several direct credits of a transaction gets all of them, all scaled down to the
   * transaction's amount × level share, or the largest alone. Default `sum`.
   */
  readonly dedupe?: 'sum' | 'capAtTransaction' | 'once';
  /** Whether the credit comes on top of the direct one or out of it. Default `onTop`. */
  readonly funding?: 'onTop' | 'fromDirect';
  /**
   * What becomes of a direct credit that is held, because no component that pays on it has released any of it by the
   * run's `asOf`: `follow` derives from it, and the receiver's own plan holds what is derived or releases it; `skip`
   * derives nothing until some of it is released. Default `follow`.
   */
  readonly heldDirect?: 'follow' | 'skip';
  /** Which transactions it derives from; unknown counts as not. Default: all. */
  readonly where?: Rule;
  /** Whether the level of a receiver without an active assignment is used up, or passed on upwards. Default `none`. */
  readonly compression?: 'none' | 'skipInactive';
  /**
   * Name of a payee attribute that holds each person's own rate: a receiver is credited amount × what their rate is
   * above the highest below them, and `shares` is not read.
   */
  readonly differential?: string;
}
/** Derives credits for the people above whoever is credited directly. */
export const CreditRule: z.ZodType<CreditRule> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    kind: z.enum(['rollup', 'override']),
    relation: z.string().min(1).exactOptional(),
    levels: z.union([z.int().min(1), z.literal('all')]),
    shares: z.array(DecimalString).min(1).readonly().exactOptional(),
    asOf: z.enum(['transaction', 'invoice', 'collection', 'periodEnd', 'run']).exactOptional(),
    dedupe: z.enum(['sum', 'capAtTransaction', 'once']).exactOptional(),
    funding: z.enum(['onTop', 'fromDirect']).exactOptional(),
    heldDirect: z
      .enum(['follow', 'skip'])
      .meta({
        title: 'Held direct credit',
        description: 'Whether credits are derived from a direct credit of which nothing is released yet',
      })
      .exactOptional(),
    where: Rule.exactOptional(),
    compression: z.enum(['none', 'skipInactive']).exactOptional(),
    differential: z.string().min(1).exactOptional(),
  })
  .meta({
    id: 'CreditRule',
    title: 'Credit rule',
    description: 'Derives credits for the people above whoever is credited directly',
  });

/** How transactions become credits; the same for every plan of a run. */
export interface Crediting {
  /** What the revenue shares of a transaction must add up to. Default `exactlyOne`. */
  readonly splitSum?: 'exactlyOne' | 'atMostOne' | 'normalise' | 'free';
  /** Whether credited amounts are whole increments of the currency that add up, or exact. Default `allocate`. */
  readonly splitRounding?: 'allocate' | 'exact';
  readonly rules?: readonly CreditRule[];
}
/** How transactions become credits; the same for every plan of a run. */
export const Crediting: z.ZodType<Crediting> = /* @__PURE__ */ z
  .strictObject({
    splitSum: z.enum(['exactlyOne', 'atMostOne', 'normalise', 'free']).exactOptional(),
    splitRounding: z.enum(['allocate', 'exact']).exactOptional(),
    rules: z.array(CreditRule).readonly().exactOptional(),
  })
  .meta({ id: 'Crediting', title: 'Crediting', description: 'How transactions become credits' });
