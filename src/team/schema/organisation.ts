import * as z from 'zod';
import { toDecimal } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** A part of the organisation. */
export interface OrgUnit {
  readonly id: string;
  /** What it is divided by. */
  readonly dimension: 'region' | 'product' | 'customer' | 'line';
  /** The unit above, or null. */
  readonly parent: string | null;
}
/** A part of the organisation. */
export const OrgUnit: z.ZodType<OrgUnit> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    dimension: z.enum(['region', 'product', 'customer', 'line']),
    parent: z.string().min(1).nullable(),
  })
  .meta({ id: 'OrgUnit', title: 'Unit of the organisation', description: 'A part of the organisation.' });

/** A job. */
export interface Role {
  readonly code: string;
  readonly duties: readonly string[];
  /** Greatest values that the role may decide on by measure, as a start for a matrix of authority. */
  readonly authority?: Readonly<Record<string, DecimalString>>;
}
/** A job. */
export const Role: z.ZodType<Role> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    duties: z.array(z.string().min(1)).readonly(),
    authority: z.record(z.string().min(1), DecimalString).exactOptional(),
  })
  .meta({ id: 'Role', title: 'Role', description: 'A job in the organisation.' });

/** Who does which job where, for which part of the time. */
export interface RoleAssignment {
  readonly person: string;
  readonly unit: string;
  readonly role: string;
  /** Part of the working time, above 0, at most 1. */
  readonly share: DecimalString;
  readonly from: PlainDate;
  /** First day on which it no longer holds; null or absent = open. */
  readonly to?: PlainDate | null;
}
/** Who does which job where, for which part of the time. */
export const RoleAssignment: z.ZodType<RoleAssignment> = /* @__PURE__ */ z
  .strictObject({
    person: z.string().min(1),
    unit: z.string().min(1),
    role: z.string().min(1),
    share: DecimalString.refine((text) => toDecimal(text).gt(0) && toDecimal(text).lte(1), {
      error: 'must be above 0 and at most 1',
    }),
    from: PlainDate,
    to: PlainDate.nullable().exactOptional(),
  })
  .refine(({ from, to = null }) => to === null || from < to, { error: 'must begin before it ends', path: ['to'] })
  .meta({ id: 'RoleAssignment', title: 'Assignment to a role', description: 'Who does which job where.' });

/** What a grade of sales people brings and asks for. */
export interface SalesGrade {
  readonly code: string;
  readonly rights: readonly string[];
  readonly resources: readonly string[];
  readonly tasks: readonly string[];
}
/** What a grade of sales people brings and asks for. */
export const SalesGrade: z.ZodType<SalesGrade> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    rights: z.array(z.string().min(1)).readonly(),
    resources: z.array(z.string().min(1)).readonly(),
    tasks: z.array(z.string().min(1)).readonly(),
  })
  .meta({ id: 'SalesGrade', title: 'Grade of sales people', description: 'What a grade brings and asks for.' });
