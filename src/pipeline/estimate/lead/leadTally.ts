import type { Rejected } from '../../../core/errors.js';
import { checkDeals } from '../../deal/checkDeals.js';
import { STAGE, type LeadModel } from './leadModel.js';
import { eachValue, groupOf, type TrainingLead } from './leadValues.js';

/** Won and lost leads. */
export interface LeadCount {
  won: number;
  lost: number;
}

/** Leads counted by group, field and value. */
export interface LeadTally extends Readonly<LeadCount> {
  readonly groups: ReadonlyMap<string | null, ReadonlyMap<string, ReadonlyMap<string, LeadCount>>>;
  /** Leads of which nothing can be learnt yet. */
  readonly open: number;
  readonly rejected: readonly Rejected[];
}

/**
 * Counts closed leads.
 *
 * @param at places of the leads in the caller's list
 */
export function leadTally(model: LeadModel, leads: readonly TrainingLead[], at?: readonly number[]): LeadTally {
  checkDeals(leads, ['leads']);
  const places = new Map(model.stages.map((stage, place) => [stage, place]));
  const tables = new Map<string | null, { fields: Map<string, Map<string, LeadCount>>; won: number; lost: number[] }>();
  const rejected: Rejected[] = [];
  const total = { won: 0, lost: 0, open: 0 };
  for (const [index, lead] of leads.entries()) {
    const { id, outcome, stage, lastOpenStage, deletedAt = null } = lead;
    if (deletedAt !== null || (outcome !== 'won' && outcome !== 'lost')) {
      total.open++;
      continue;
    }
    const place = places.get(stage ?? '') ?? places.get(lastOpenStage ?? '');
    if (outcome === 'lost' && place === undefined) {
      const params = { stage, expected: model.stages.join(' | ') };
      rejected.push({ index: at?.[index] ?? index, id, code: 'pipeline.row.noStage', path: ['stage'], params });
      continue;
    }
    total[outcome]++;
    const group = groupOf(model, lead);
    let table = tables.get(group);
    if (table === undefined) {
      tables.set(group, (table = { fields: new Map(), won: 0, lost: model.stages.map(() => 0) }));
    }
    if (outcome === 'won') table.won++;
    else table.lost[place!]!++;
    const { fields } = table;
    eachValue(model, lead, (field, value) => {
      let values = fields.get(field);
      if (values === undefined) fields.set(field, (values = new Map()));
      let count = values.get(value);
      if (count === undefined) values.set(value, (count = { won: 0, lost: 0 }));
      count[outcome]++;
    });
  }
  const groups = new Map(
    [...tables].map(([group, { fields, won, lost }]) => [group, fields.set(STAGE, stageCounts(model, won, lost))]),
  );
  return { groups, ...total, rejected };
}

/** A won lead counts in every stage, a lost one in that which it was in and those before. */
function stageCounts({ stages, wonStages }: LeadModel, won: number, lostIn: readonly number[]): Map<string, LeadCount> {
  let lost = 0;
  const counts = stages
    .map((stage, place): [string, LeadCount] => [stage, { won, lost: lostIn[place]! }])
    .toReversed()
    .map(([stage, count]): [string, LeadCount] => [stage, { won, lost: (lost += count.lost) }]);
  counts.push(...wonStages.map((stage): [string, LeadCount] => [stage, { won, lost: 0 }]));
  return new Map(counts.filter(([, count]) => count.won > 0 || count.lost > 0));
}
