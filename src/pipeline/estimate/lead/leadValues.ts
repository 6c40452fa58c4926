import { type GroupedDeal, groupValue } from '../../deal/groupKey.js';
import type { Opportunity } from '../../opportunity/opportunity.js';
import type { LeadModel } from './leadModel.js';

/** What is learnt from a lead or opportunity that was won or lost. */
export type TrainingLead = Pick<Opportunity, 'id' | 'outcome'> & {
  readonly stage: string | null;
  /** Open stage that a closed lead was in last; a lead that names it may have the closing stage in `stage`. */
  readonly lastOpenStage?: string | null;
} & Partial<Omit<GroupedDeal, 'stage'> & Pick<Opportunity, 'deletedAt'>>;

/** The values of a lead, one by one: those of its fields, then its tags. What it lacks is left out. */
export function eachValue(
  { fields, tags }: Pick<LeadModel, 'fields' | 'tags'>,
  lead: Partial<Omit<GroupedDeal, 'stage'>>,
  visit: (field: string, value: string, isTag: boolean) => void,
): void {
  for (const field of fields) {
    const value = groupValue(lead, field);
    if (value !== null) visit(field, value, false);
  }
  for (const field of tags) {
    const list = lead.fields?.[field];
    if (!Array.isArray(list)) continue;
    for (const tag of new Set(list)) {
      if (tag !== null) visit(field, typeof tag === 'string' ? tag : JSON.stringify(tag), true);
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
