import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { type DealRegistration as Registration, REGISTRATION_OUTCOMES } from '../registration/dealRegistration.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Name = /* @__PURE__ */ Id.exactOptional();

/** @reexport */
export type DealRegistration = Registration;
/** A deal that a partner works on and asks to be protected for. */
export const DealRegistration: z.ZodType<DealRegistration> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    partner: Id,
    customer: z.strictObject({ name: Name, domain: Name, country: Id, region: Name }),
    products: z.array(Id).readonly(),
    submittedOn: PlainDate.exactOptional(),
    approvedOn: PlainDate.exactOptional(),
    protectionDays: z.int().min(1).exactOptional(),
    extensions: z
      .array(z.strictObject({ on: PlainDate, days: z.int().min(1) }))
      .readonly()
      .exactOptional(),
    outcome: z.strictObject({ state: z.enum(REGISTRATION_OUTCOMES), on: PlainDate }).exactOptional(),
    evidence: z.array(Id).readonly().exactOptional(),
    value: DecimalString.exactOptional(),
    attributes: z.record(z.string(), z.json()).readonly().exactOptional(),
  })
  .refine(
    ({ submittedOn, approvedOn, outcome }) =>
      submittedOn !== undefined || (approvedOn === undefined && outcome === undefined),
    { error: 'must be submitted before anything is decided', path: ['submittedOn'] },
  )
  .refine(({ approvedOn, extensions = [] }) => approvedOn !== undefined || extensions.length === 0, {
    error: 'must be approved before it is extended',
    path: ['extensions'],
  })
  .refine(
    ({ approvedOn, outcome }) =>
      outcome === undefined ||
      outcome.state === 'withdrawn' ||
      (approvedOn !== undefined) === (outcome.state === 'won' || outcome.state === 'lost'),
    { error: 'is returned or rejected before an approval, and won or lost after one', path: ['outcome', 'state'] },
  )
  .refine(
    ({ submittedOn, approvedOn, extensions = [], outcome }) =>
      [submittedOn, approvedOn, ...extensions.map(({ on }) => on), outcome?.on]
        .filter((day) => day !== undefined)
        .every((day, at, days) => at === 0 || days[at - 1]! <= day),
    { error: 'must have days that ascend: submitted, approved, extended, ended' },
  )
  .meta({
    id: 'DealRegistration',
    title: 'Registration of a deal',
    description: 'A deal that a partner works on and asks to be protected for.',
  });
