import * as z from 'zod';
import { PlainDate } from '../core/schema/date.js';

/** Who or what is above whom in one relation, from a day until another. */
export interface HierarchyLink {
  /** The relation; default `reportsTo`. */
  readonly kind?: string;
  readonly child: string;
  /** The id above, or null for a root. */
  readonly parent: string | null;
  /** First day. */
  readonly from: PlainDate;
  /** First day on which it no longer holds; null or absent = open. */
  readonly to?: PlainDate | null;
}
/** Who or what is above whom in one relation, from a day until another. */
export const HierarchyLink: z.ZodType<HierarchyLink> = /* @__PURE__ */ z
  .strictObject({
    kind: z.string().min(1).exactOptional(),
    child: z.string().min(1),
    parent: z.string().min(1).nullable(),
    from: PlainDate,
    to: PlainDate.nullable().exactOptional(),
  })
  .refine(({ child, parent }) => child !== parent, { error: 'must not be its own parent', path: ['parent'] })
  .refine(({ from, to = null }) => to === null || from < to, { error: 'must begin before it ends', path: ['to'] })
  .meta({
    id: 'HierarchyLink',
    title: 'Hierarchy link',
    description: 'Who or what is above whom in one relation, from a day until another.',
  });
