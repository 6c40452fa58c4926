import * as z from 'zod';
import type { PlainDate as Day } from '../../core/date.js';
import type { DecimalString as Dec } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** Where a channel meets customers. */
export type ChannelForm =
  'ownStore' | 'dealer' | 'agent' | 'franchise' | 'ownShop' | 'platform' | 'social' | 'o2o' | 'newRetail';

const FORMS = [
  'ownStore',
  'dealer',
  'agent',
  'franchise',
  'ownShop',
  'platform',
  'social',
  'o2o',
  'newRetail',
] as const satisfies readonly ChannelForm[];

/** A way to the customer. */
export interface Channel {
  readonly id: string;
  readonly axis: {
    readonly route: 'direct' | 'indirect';
    readonly medium: 'online' | 'offline' | 'hybrid';
  };
  readonly form: ChannelForm;
  /** How many stand between the maker and the customer: 0 where it is direct, 1 or more where not. */
  readonly levels: number;
  /** Codes of what speaks for it and against it, such as those of the preset `channelTraits`. */
  readonly traits: readonly string[];
}
const id = /* @__PURE__ */ z.string().min(1);
const ids = /* @__PURE__ */ z.array(id).readonly();

/** A way to the customer. */
export const Channel: z.ZodType<Channel> = /* @__PURE__ */ z
  .strictObject({
    id,
    axis: z.strictObject({ route: z.enum(['direct', 'indirect']), medium: z.enum(['online', 'offline', 'hybrid']) }),
    form: z.enum(FORMS),
    levels: z.int().min(0),
    traits: ids,
  })
  .refine(({ axis, levels }) => (axis.route === 'direct') === (levels === 0), {
    error: 'a direct channel has no level between, an indirect one has one at least',
    path: ['levels'],
  })
  .meta({ id: 'Channel', title: 'Channel', description: 'A way to the customer.' });

/** Which channels serve which territories through whom, and when. */
export interface ChannelPlan {
  readonly channels: readonly {
    /** Id of a channel. */
    readonly channel: string;
    readonly territories: readonly string[];
    readonly partners: readonly string[];
    readonly from: Day;
    /** The first day after; `null` is open. */
    readonly to: Day | null;
  }[];
}
/** Which channels serve which territories through whom, and when. */
export const ChannelPlan: z.ZodType<ChannelPlan> = /* @__PURE__ */ z
  .strictObject({
    channels: z
      .array(
        z
          .strictObject({ channel: id, territories: ids, partners: ids, from: PlainDate, to: PlainDate.nullable() })
          .refine(({ from, to }) => to === null || from < to, { error: 'begins before it ends', path: ['to'] }),
      )
      .readonly(),
  })
  .meta({ id: 'ChannelPlan', title: 'Channel plan', description: 'Which channels serve which territories, and when.' });

/** What channels sold in a period. */
export interface ChannelMix {
  readonly period: string;
  /** One a channel. */
  readonly rows: readonly { readonly channel: string; readonly value: Dec }[];
}
/** What channels sold in a period. */
export const ChannelMix: z.ZodType<ChannelMix> = /* @__PURE__ */ z
  .strictObject({
    period: id,
    rows: z.array(z.strictObject({ channel: id, value: DecimalString })).readonly(),
  })
  .refine(({ rows }) => new Set(rows.map(({ channel }) => channel)).size === rows.length, {
    error: 'one row a channel',
    path: ['rows'],
  })
  .meta({ id: 'ChannelMix', title: 'Channel mix', description: 'What channels sold in a period.' });

/** A place where customers are served. */
export interface ServicePoint {
  readonly id: string;
  /** Degrees, from −90 to 90. */
  readonly lat: Dec;
  /** Degrees, from −180 to 180. */
  readonly lon: Dec;
  /** Such as `charger` or `workshop`. */
  readonly kind: string;
  readonly reservable?: boolean;
}
const within = (bound: number) =>
  DecimalString.refine((value) => Math.abs(Number(value)) <= bound, { error: `from −${bound} to ${bound}` });

/** A place where customers are served. */
export const ServicePoint: z.ZodType<ServicePoint> = /* @__PURE__ */ (() =>
  z
    .strictObject({
      id,
      lat: within(90),
      lon: within(180),
      kind: id,
      reservable: z.boolean().exactOptional(),
    })
    .meta({ id: 'ServicePoint', title: 'Service point', description: 'A place where customers are served.' }))();
