import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import { Measure } from './measure.js';

/** A prize for everybody who takes a place. */
export interface ContestPrize {
  /** From 1 on; each once. */
  readonly rank: number;
  /** In the currency of the contest, not negative. */
  readonly amount: DecimalString;
}

/** Prizes for those who sell the most of something in a span of days. */
export interface Contest {
  readonly id: string;
  readonly label?: string;
  /** ISO code of the prizes and of money that is measured. */
  readonly currency: string;
  /** What is counted. */
  readonly measure: Measure;
  /** Which transactions count. Default: all. */
  readonly where?: Rule;
  /** Who may win, by the facts of an entry; unknown may not. Default: everybody. */
  readonly eligible?: Rule;
  /** The days that count, from the first to the one after the last. */
  readonly period: { readonly from: string; readonly to: string };
  readonly prizes: readonly ContestPrize[];
  /** The value that wins at least. Default: any. */
  readonly minimum?: DecimalString;
  /**
   * What equal values win: `share` the prizes of the places that they take, in equal parts; `all` each the prize of the
   * best of these places, and all of them are used up; `dense` the same, and the next place follows; `earliest` the better
   * place goes to whoever reached the value first, then by id. Default `share`.
   */
  readonly ties?: 'share' | 'all' | 'dense' | 'earliest';
}
/** Prizes for those who sell the most of something in a span of days. */
export const Contest: z.ZodType<Contest> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    label: z.string().exactOptional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    measure: Measure,
    where: Rule.exactOptional(),
    eligible: Rule.exactOptional(),
    period: z.strictObject({ from: PlainDate, to: PlainDate }).readonly(),
    prizes: z.array(z.strictObject({ rank: z.int().min(1), amount: DecimalString })).readonly(),
    minimum: DecimalString.exactOptional(),
    ties: z.enum(['share', 'all', 'dense', 'earliest']).exactOptional(),
  })
  .meta({ id: 'Contest', title: 'Contest', description: 'Prizes for those who sell the most of something' });
