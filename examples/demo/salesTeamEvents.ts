import { addDays, seededRandom, type SeededRandom } from 'salesmodel/core';
import { type OpportunityEvent, presets } from 'salesmodel/pipeline';

/** The pipeline of the team. */
export const teamPipeline = presets['hubspot-like'];
export type TeamEvent = OpportunityEvent<(typeof teamPipeline)['states'][number]['id']>;

/** Synthetic: people, deals and days come from a seeded generator and from nowhere else. */
const PEOPLE = ['Ada', 'Ben', 'Cleo', 'Dan'];
const OPEN = ['appointment', 'qualified', 'presentation', 'decision-maker', 'contract'] as const;
/** Chance of getting on from each stage; Dan loses more presentations than the others. */
const GOES_ON = [0.72, 0.7, 0.66, 0.8, 0.88];
const REASONS = ['price', 'noDecision', 'timing', 'fit'];

/** A year of a sales team as events: 240 deals of four people, created from January to December of 2025. */
export function salesTeamEvents(seed = 2025): TeamEvent[] {
  return Array.from({ length: 240 }, (_, deal) =>
    dealEvents(`D${String(deal + 1).padStart(3, '0')}`, seededRandom(seed, deal)),
  ).flat();
}

function dealEvents(dealId: string, random: SeededRandom): TeamEvent[] {
  const ownerId = PEOPLE[random.below(PEOPLE.length)]!;
  let at = addDays('2025-01-02', random.below(360));
  let cents = (random.below(180) + 20) * 25_000;
  let closeDate = addDays(at, 45 + random.below(60));
  let seq = 0;
  const events: TeamEvent[] = [];
  const base = () => ({ dealId, at, seq: ++seq });
  const amount = () => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' });
  events.push({ ...base(), type: 'created', ownerId, closeDate, amount: amount() });
  for (let stage = 0; stage < OPEN.length;) {
    at = addDays(at, 3 + random.below(24));
    // The log ends with the year: what comes later is not known.
    if (at > '2025-12-31') return events;
    if (at > closeDate) {
      closeDate = addDays(at, 14 + random.below(30));
      events.push({ ...base(), type: 'closeDateChanged', closeDate });
    }
    if (random.fraction() < 0.25) {
      cents = Math.round(cents * (0.8 + random.below(5) / 10));
      events.push({ ...base(), type: 'amountChanged', amount: amount() });
    }
    const chance = GOES_ON[stage]! - (ownerId === 'Dan' && stage === 2 ? 0.4 : 0);
    if (random.fraction() >= chance) {
      events.push({ ...base(), type: 'stageChanged', to: 'lost', reason: REASONS[random.below(REASONS.length)]! });
      return events;
    }
    // Now and then a stage is skipped.
    stage += stage < 3 && random.fraction() < 0.15 ? 2 : 1;
    events.push({ ...base(), type: 'stageChanged', to: OPEN[stage] ?? 'won' });
  }
  return events;
}
