import * as z from 'zod';

/** Who may bring sales, and on which terms: a name that plans ask about, such as `vip`. */
export interface PartnerProgram {
  /** Of whoever has none of their own. Default: none. */
  readonly terms?: string;
  readonly groups?: readonly { readonly id: string; readonly terms?: string }[];
  readonly partners: readonly { readonly id: string; readonly groupId?: string; readonly terms?: string }[];
  /** Each link belongs to a partner. */
  readonly links?: readonly { readonly id: string; readonly partnerId: string; readonly terms?: string }[];
}
const id = /* @__PURE__ */ z.string().min(1);
const terms = /* @__PURE__ */ id.exactOptional();
/** Who may bring sales, and on which terms. */
export const PartnerProgram: z.ZodType<PartnerProgram> = /* @__PURE__ */ z
  .strictObject({
    terms,
    groups: z.array(z.strictObject({ id, terms })).readonly().exactOptional(),
    partners: z.array(z.strictObject({ id, groupId: id.exactOptional(), terms })).readonly(),
    links: z
      .array(z.strictObject({ id, partnerId: id, terms }))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'PartnerProgram', title: 'Partner program', description: 'Who may bring sales, and on which terms' });
