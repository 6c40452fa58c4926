import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import type { ApprovalMatrix as Matrix } from '../approval/approvalMatrix.js';
import { GUARD_KINDS, type PriceGuard as Guard } from '../guard/priceGuard.js';

const Name = /* @__PURE__ */ z.string().min(1);
const Keys = /* @__PURE__ */ z.record(Name, z.union([z.string(), z.array(z.string()).readonly()])).readonly();

/** @reexport */
export type ApprovalMatrix = Matrix;
/** Who may sign which deal, and who signs what others may not. */
export const ApprovalMatrix: z.ZodType<ApprovalMatrix> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    from: PlainDate.exactOptional(),
    to: PlainDate.exactOptional(),
    roles: z.array(z.strictObject({ role: Name, track: Name.exactOptional(), level: z.int() })).readonly(),
    limits: z
      .array(
        z.strictObject({
          role: Name,
          keys: Keys.exactOptional(),
          maxDiscount: DecimalString.exactOptional(),
          minMargin: DecimalString.exactOptional(),
          maxAmount: DecimalString.exactOptional(),
          maxPaymentDays: DecimalString.exactOptional(),
        }),
      )
      .readonly(),
    tracks: z
      .array(z.strictObject({ track: Name, when: Rule.exactOptional() }))
      .readonly()
      .exactOptional(),
    routing: z.enum(['skipLevel', 'stepByStep']).exactOptional(),
    evaluate: z.enum(['line', 'quote', 'both']).exactOptional(),
    missing: z.enum(['escalate', 'ignore']).exactOptional(),
    validDays: z.int().min(1).exactOptional(),
    reapproval: z.enum(['ifWorse', 'always', 'never']).exactOptional(),
  })
  .meta({ id: 'ApprovalMatrix', title: 'Approval matrix', description: 'Who may sign deals of which size' });

/** @reexport */
export type PriceGuard = Guard;
/** A bound of prices. */
export const PriceGuard: z.ZodType<PriceGuard> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    kind: z.enum(GUARD_KINDS),
    keys: Keys.exactOptional(),
    amount: DecimalString.exactOptional(),
    cost: z
      .strictObject({ minMargin: DecimalString.exactOptional(), minMarkup: DecimalString.exactOptional() })
      .exactOptional(),
    reference: z
      .strictObject({ channel: Name, low: DecimalString.exactOptional(), high: DecimalString.exactOptional() })
      .exactOptional(),
    from: PlainDate.exactOptional(),
    to: PlainDate.exactOptional(),
  })
  .meta({ id: 'PriceGuard', title: 'Price guard', description: 'A floor, advertised price, ceiling or corridor' });
