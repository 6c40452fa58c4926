import * as z from 'zod';
import type { PlainDate } from '../core/date.js';

/** Who or what is above whom in one relation, from a day until another. */
export interface HierarchyLink {
  /** The relation; default `reportsTo`. */
  readonly kind?: string | undefined;
  readonly child: string;
  /** The id above, or null for a root. */
  readonly parent: string | null;
  /** First day. */
  readonly from: PlainDate;
  /** First day on which it no longer holds; null or absent = open. */
  readonly to?: PlainDate | null | undefined;
}
export const HierarchyLink: z.ZodType<HierarchyLink> = /* @__PURE__ */ (() =>
  z
    .strictObject({
      kind: z.string().min(1).optional(),
      child: z.string().min(1),
      parent: z.string().min(1).nullable(),
      from: z.iso.date(),
      to: z.iso.date().nullable().optional(),
    })
    .meta({
      id: 'HierarchyLink',
      title: 'Hierarchy link',
      description: 'Who or what is above whom in one relation, from a day until another.',
    }))();
