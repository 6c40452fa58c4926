import type { Opportunity } from '../opportunity/opportunity.js';

/** Facts of a deal that it can be grouped by; any other name is that of a field of the application's own. */
const OWN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'ownerId',
  'teamId',
  'pipelineId',
  'stage',
  'category',
  'reason',
]);

/** What a deal can be grouped by. */
export type GroupedDeal = Pick<
  Opportunity,
  'ownerId' | 'teamId' | 'pipelineId' | 'stage' | 'category' | 'reason' | 'fields'
>;

/** The value of a deal in a field as a text; `null` where it has none. */
export function groupValue(deal: Partial<GroupedDeal>, field: string): string | null {
  const value = OWN.has(field) ? deal[field as keyof GroupedDeal] : deal.fields?.[field];
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Groups deals by a field; a group without a value comes last. */
export function groupsBy<D extends Partial<GroupedDeal>>(
  deals: readonly D[],
  field: string,
): { readonly key: string | null; readonly deals: readonly D[] }[] {
  const groups = new Map<string | null, D[]>();
  for (const deal of deals) {
    const key = groupValue(deal, field);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [deal]);
    else group.push(deal);
  }
  return [...groups].map(([key, members]) => ({ key, deals: members })).toSorted((a, b) => compareKeys(a.key, b.key));
}

/** Ascending by UTF-16 code units, `null` last. */
export function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return a < b ? -1 : a > b ? 1 : 0;
}
