import * as z from 'zod';
import type { DecimalString as Decimals } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';

/** What a customer has shown to want. */
export interface NeedEvidence {
  /** The need: `industryLeadership`, `newTechnology`, `price` or one of your own. */
  readonly code: string;
  /** Where it was seen: a visit, a tender, a survey. */
  readonly source: string;
  /** The day on which it was seen. */
  readonly on: PlainDate;
  readonly value?: Decimals | boolean;
}
/** What a customer has shown to want. */
export const NeedEvidence: z.ZodType<NeedEvidence> = /* @__PURE__ */ z
  .strictObject({
    code: z.string().min(1),
    source: z.string().min(1),
    on: PlainDate,
    value: z.union([z.string(), z.boolean()]).exactOptional(),
  })
  .meta({ id: 'NeedEvidence', title: 'Evidence of a need', description: 'What a customer has shown to want.' });

/** A person whom one talks to at a customer. */
export interface Contact {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  /** The job in the customer's organisation. */
  readonly role?: string;
  /** The part played in the customer's decision. */
  readonly decisionRole?: 'economicBuyer' | 'champion' | 'user' | 'technical' | 'blocker';
  readonly email?: string;
  readonly phone?: string;
  /** The day on which the entry was last found to be right. */
  readonly verifiedOn?: PlainDate;
}
/** A person whom one talks to at a customer. */
export const Contact: z.ZodType<Contact> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    customerId: z.string().min(1),
    name: z.string().min(1),
    role: z.string().min(1).exactOptional(),
    decisionRole: z.enum(['economicBuyer', 'champion', 'user', 'technical', 'blocker']).exactOptional(),
    email: z.string().min(1).exactOptional(),
    phone: z.string().min(1).exactOptional(),
    verifiedOn: PlainDate.exactOptional(),
  })
  .meta({ id: 'Contact', title: 'Contact', description: 'A person whom one talks to at a customer.' });

/** Who buys: a person or a company. What is not known is absent. */
export interface Customer {
  readonly id: string;
  readonly name?: string;
  readonly kind: 'person' | 'company';
  /** From the widest to the narrowest place, parted by slashes: `CN/31/310115`. */
  readonly region?: string;
  readonly birthYear?: number;
  readonly gender?: string;
  readonly interests?: readonly string[];
  readonly industry?: string;
  /** Whether the customer runs a system already that could be replaced or extended. */
  readonly installedBase?: 'existing' | 'none';
  readonly needs?: readonly NeedEvidence[];
  readonly contacts?: readonly Contact[];
  /** The day on which the entry was made. */
  readonly createdOn?: PlainDate;
}
/** Who buys: a person or a company. What is not known is absent. */
export const Customer: z.ZodType<Customer> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    name: z.string().min(1).exactOptional(),
    kind: z.enum(['person', 'company']),
    region: z
      .string()
      .regex(/^[^/]+(\/[^/]+)*$/)
      .exactOptional(),
    birthYear: z.int().min(1).max(9999).exactOptional(),
    gender: z.string().min(1).exactOptional(),
    interests: z.array(z.string().min(1)).readonly().exactOptional(),
    industry: z.string().min(1).exactOptional(),
    installedBase: z.enum(['existing', 'none']).exactOptional(),
    needs: z.array(NeedEvidence).readonly().exactOptional(),
    contacts: z.array(Contact).readonly().exactOptional(),
    createdOn: PlainDate.exactOptional(),
  })
  .meta({ id: 'Customer', title: 'Customer', description: 'Who buys: a person or a company.' });
