import { type GroupedDeal, groupValue } from '../../deal/groupKey.js';
import type { Opportunity } from '../../opportunity/opportunity.js';
import type { LeadModel } from './leadModel.js';

/** What is learnt from a lead or opportunity that was won or lost. */
export type TrainingLead = Pick<Opportunity, 'id' | 'outcome'> & {
  readonly stage: string | null;
  /** Open stage that a closed lead was in last; a lead that names it may have the closing stage in `stage`. */
  readonly lastOpenStage?: string | null;
} & Partial<Omit<GroupedDeal, 'stage'> & Pick<Opportunity, 'deletedAt'>>;

/**
 * The values of a lead, one by one: those of its fields, then its tags. What it lacks is left out.
 *
 * @param visit takes the place of the field among the fields and tags, and the value
 */
export function eachValue(
  { fields, tags }: Pick<LeadModel, 'fields' | 'tags'>,
  lead: Partial<Omit<GroupedDeal, 'stage'>>,
  visit: (place: number, value: string) => void,
): void {
  const count = fields.length;
  for (let at = 0; at < count; at++) {
    const value = groupValue(lead, fields[at]!);
    if (value !== null) visit(at, value);
  }
  for (let at = 0; at < tags.length; at++) {
    const list = lead.fields?.[tags[at]!];
    if (!Array.isArray(list)) continue;
    for (const tag of new Set(list)) {
      if (tag !== null) visit(count + at, typeof tag === 'string' ? tag : JSON.stringify(tag));
    }
  }
}

/** The group of a lead. */
export function groupOf(
  { groupBy }: Pick<LeadModel, 'groupBy'>,
  lead: Partial<Omit<GroupedDeal, 'stage'>>,
): string | null {
  return groupBy === null ? null : groupValue(lead, groupBy);
}
