import type { Reason } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { PartnerProgram } from '../schema.js';

/** What a sale says of how it came about. */
export interface AttributionClaim {
  readonly linkId?: string;
  readonly partnerId?: string;
}

/** Whose sale it is, and which terms hold; or why it is nobody's. */
export type Attribution =
  | {
      readonly ok: true;
      readonly partnerId: string;
      readonly terms: string;
      /** Whose terms they are. */
      readonly by: 'link' | 'partner' | 'group' | 'program';
      /** The partner that the sale named beside the link of another one. */
      readonly overruled?: string;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns which partner a sale belongs to and the terms that hold for it: those of the link before those of the partner,
 * of the partner's group and of the program. A link also decides whose sale it is, whoever else the sale names. The
 * outcomes without a partner are `linkUnknown`, `partnerUnknown`, `noPartner` and `noTerms`.
 *
 * @param program partners, their groups and links; ids unique in each list
 * @param claim the link and the partner that the sale names
 * @throws SalesModelError `partner.duplicate`, `partner.reference`
 * @example
 * import { resolveAttribution, type PartnerProgram } from 'salesmodel/commission';
 *
 * const program: PartnerProgram = {
 *   groups: [{ id: 'blogs', terms: 'standard' }],
 *   partners: [{ id: 'ana', groupId: 'blogs' }, { id: 'ben', terms: 'vip' }],
 *   links: [{ id: 'spring', partnerId: 'ana', terms: 'campaign' }],
 * };
 * resolveAttribution(program, { partnerId: 'ana' }); // => { ok: true, partnerId: 'ana', terms: 'standard', by: 'group' }
 * resolveAttribution(program, { linkId: 'spring', partnerId: 'ben' });
 * // => { ok: true, partnerId: 'ana', terms: 'campaign', by: 'link', overruled: 'ben' }
 * resolveAttribution(program, {}); // => { ok: false, reasons: [{ code: 'noPartner', params: {} }] }
 */
export function resolveAttribution(program: PartnerProgram, { linkId, partnerId }: AttributionClaim): Attribution {
  const { groups, partners, links } = indexed(program);
  const reasons: Reason[] = [];
  const link = linkId === undefined ? undefined : links.get(linkId);
  const named = partnerId === undefined ? undefined : partners.get(partnerId);
  if (linkId !== undefined && link === undefined) reasons.push({ code: 'linkUnknown', params: { linkId } });
  if (partnerId !== undefined && named === undefined) reasons.push({ code: 'partnerUnknown', params: { partnerId } });
  if (linkId === undefined && partnerId === undefined) reasons.push({ code: 'noPartner', params: {} });
  const partner = link === undefined ? named : partners.get(link.partnerId);
  if (reasons.length > 0 || partner === undefined) return { ok: false, reasons };

  const group = partner.groupId === undefined ? undefined : groups.get(partner.groupId);
  const levels = [
    ['link', link?.terms],
    ['partner', partner.terms],
    ['group', group?.terms],
    ['program', program.terms],
  ] as const;
  for (const [by, terms] of levels) {
    if (terms === undefined) continue;
    const isOverruled = named !== undefined && named.id !== partner.id;
    return { ok: true, partnerId: partner.id, terms, by, ...(isOverruled && { overruled: named.id }) };
  }
  return { ok: false, reasons: [{ code: 'noTerms', params: { partnerId: partner.id } }] };
}

function indexed({ groups = [], partners, links = [] }: PartnerProgram) {
  const index = {
    groups: byId(groups, 'groups'),
    partners: byId(partners, 'partners'),
    links: byId(links, 'links'),
  };
  for (const [at, { groupId }] of partners.entries()) {
    if (groupId === undefined || index.groups.has(groupId)) continue;
    fail('partner.reference', ['program', 'partners', at, 'groupId'], { value: groupId });
  }
  for (const [at, { partnerId }] of links.entries()) {
    if (index.partners.has(partnerId)) continue;
    fail('partner.reference', ['program', 'links', at, 'partnerId'], { value: partnerId });
  }
  return index;
}

function byId<T extends { readonly id: string }>(list: readonly T[], field: string): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const [at, item] of list.entries()) {
    if (known.has(item.id)) fail('partner.duplicate', ['program', field, at, 'id'], { id: item.id });
    known.set(item.id, item);
  }
  return known;
}
