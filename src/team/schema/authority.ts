import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';

/** What a role may do up to which size. */
export interface AuthorityRule {
  readonly id: string;
  readonly role: string;
  /** Such as `giveDiscount`, `signContract`, `lendRecord`. */
  readonly action: string;
  readonly when?: Rule;
  /** By measure; both bounds belong to what is allowed. */
  readonly limits: Readonly<Record<string, { readonly max?: DecimalString; readonly min?: DecimalString }>>;
  /** First day. Default: open. */
  readonly from?: PlainDate;
  /** First day on which it no longer counts. Default: open. */
  readonly to?: PlainDate | null;
}
/** What a role may do up to which size. */
export const AuthorityRule: z.ZodType<AuthorityRule> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    role: z.string().min(1),
    action: z.string().min(1),
    when: Rule.exactOptional(),
    limits: z.record(
      z.string().min(1),
      z.strictObject({ max: DecimalString.exactOptional(), min: DecimalString.exactOptional() }),
    ),
    from: PlainDate.exactOptional(),
    to: PlainDate.nullable().exactOptional(),
  })
  .meta({ id: 'AuthorityRule', title: 'Rule of authority', description: 'What a role may do up to which size.' });

/** Who may decide what. */
export interface AuthorityMatrix {
  readonly rules: readonly AuthorityRule[];
  /** The roles from the lowest to the highest. */
  readonly order: readonly string[];
}
/** Who may decide what. */
export const AuthorityMatrix: z.ZodType<AuthorityMatrix> = /* @__PURE__ */ z
  .strictObject({ rules: z.array(AuthorityRule).readonly(), order: z.array(z.string().min(1)).readonly() })
  .refine(({ rules, order }) => rules.every(({ role }) => order.includes(role)), {
    error: 'must name the role of every rule in the order',
  })
  .meta({ id: 'AuthorityMatrix', title: 'Matrix of authority', description: 'Who may decide what.' });
