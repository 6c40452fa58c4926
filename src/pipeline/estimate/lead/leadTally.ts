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

/** The closed leads of a group: by the place of the field and the value, and by stage. */
interface GroupTally {
  readonly values: readonly Map<string, LeadCount>[];
  won: number;
  readonly lostIn: number[];
}

/**
 * Counts closed leads.
 *
 * @param at places of the leads in the caller's list
 */
export function leadTally(model: LeadModel, leads: readonly TrainingLead[], at?: readonly number[]): LeadTally {
  checkDeals(leads, ['leads']);
  const { stages } = model;
  const names = [...model.fields, ...model.tags];
  const places = new Map(stages.map((stage, place) => [stage, place]));
  const tallies = new Map<string | null, GroupTally>();
  const rejected: Rejected[] = [];
  const total = { won: 0, lost: 0, open: 0 };
  let tally: GroupTally;
  let side: 'won' | 'lost';
  const count = (place: number, value: string): void => {
    const values = tally.values[place]!;
    let found = values.get(value);
    if (found === undefined) values.set(value, (found = { won: 0, lost: 0 }));
    found[side]++;
  };
  for (let index = 0; index < leads.length; index++) {
    const lead = leads[index]!;
    const { id, outcome, stage, lastOpenStage, deletedAt = null } = lead;
    if (deletedAt !== null || (outcome !== 'won' && outcome !== 'lost')) {
      total.open++;
      continue;
    }
    const place = places.get(stage ?? '') ?? places.get(lastOpenStage ?? '');
    if (outcome === 'lost' && place === undefined) {
      const params = { stage, expected: stages.join(' | ') };
      rejected.push({ index: at?.[index] ?? index, id, code: 'pipeline.row.noStage', path: ['stage'], params });
      continue;
    }
    const group = groupOf(model, lead);
    let found = tallies.get(group);
    if (found === undefined) {
      tallies.set(group, (found = { values: names.map(() => new Map()), won: 0, lostIn: stages.map(() => 0) }));
    }
    tally = found;
    side = outcome;
    total[side]++;
    if (side === 'won') tally.won++;
    else tally.lostIn[place!]!++;
    eachValue(model, lead, count);
  }
  const groups = new Map(
    [...tallies].map(([group, { values, won, lostIn }]) => [
      group,
      new Map(names.map((name, place) => [name, values[place]!])).set(STAGE, stageCounts(model, won, lostIn)),
    ]),
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
