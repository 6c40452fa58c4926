import type { LedgerEntry, LedgerType } from '../schema.js';

/**
 * The id of an entry: whose, of which plan and period, and what it is. It says nothing of the amount, so that the same
 * movement of two runs can be compared.
 *
 * @param plan id and version, because two versions may pay one period
 * @param more what tells the entries apart where a period can have several of one cause
 */
export function entryId(
  payeeId: string,
  plan: string,
  period: string,
  type: LedgerType,
  { kind, id, origin }: LedgerEntry['cause'],
  more: readonly string[] = [],
): string {
  const of = [...(id === undefined ? [] : [id]), ...(origin === undefined ? [] : [origin]), ...more];
  return [payeeId, plan, period, type, kind, ...of].map(escaped).join('/');
}

/** The version of the plan whose statement an entry belongs to. */
export function planVersionOf({ id, planId }: LedgerEntry): string {
  const [, plan = ''] = id.split('/');
  return plan
    .replaceAll('%2F', '/')
    .replaceAll('%25', '%')
    .slice(planId.length + 1);
}

/** Ids may hold anything, also the character that parts them. */
function escaped(part: string): string {
  if (!part.includes('/') && !part.includes('%')) return part;
  return part.replace(/[%/]/g, (character) => (character === '/' ? '%2F' : '%25'));
}
