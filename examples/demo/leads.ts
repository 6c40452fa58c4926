import { addDays, renderExplanation, seededRandom } from 'salesmodel/core';
import {
  compileLeadScore,
  decayForecast,
  explainLeadScore,
  type LeadChange,
  type LeadEvent,
  type LeadScore,
  type LeadScoreModel,
  nurtureQueue,
  type NurtureQueue,
} from 'salesmodel/segmentation';
import { textTable } from './textTable.js';

const AS_OF = '2026-06-30';

/** What a lead is counts up to 40, what it does up to 60 and less the longer ago it was. */
const model: LeadScoreModel = {
  id: 'leads',
  version: '1',
  groups: [
    { code: 'fit', min: '0', max: '40' },
    { code: 'interest', min: '0', max: '60' },
  ],
  rules: [
    { code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '25' },
    {
      code: 'industry',
      group: 'fit',
      kind: 'property',
      when: { field: 'industry', op: 'in', value: ['energy', 'transport'] },
      points: '15',
    },
    {
      code: 'demo',
      group: 'interest',
      kind: 'event',
      when: { field: 'type', op: 'eq', value: 'demo' },
      points: '30',
      occurrences: 1,
      decay: { kind: 'halfLife', days: 30 },
    },
    {
      code: 'visit',
      group: 'interest',
      kind: 'event',
      when: { field: 'type', op: 'eq', value: 'visit' },
      points: '5',
      occurrences: 6,
      decay: { kind: 'linear', perMonth: '0.25' },
    },
    {
      code: 'unsubscribed',
      group: 'interest',
      kind: 'event',
      when: { field: 'type', op: 'eq', value: 'unsubscribed' },
      points: '-60',
    },
  ],
  matrix: {
    letter: { group: 'fit', bands: { bands: [{ id: 'A', min: '40' }, { id: 'B', min: '15' }, { id: 'C' }] } },
    digit: { group: 'interest', bands: { bands: [{ id: '1', min: '30' }, { id: '2', min: '10' }, { id: '3' }] } },
  },
};

/** A lead of the example: what is known of it, and what it did. */
interface Lead {
  readonly id: string;
  readonly facts: { readonly staff?: number; readonly industry: string };
  readonly events: readonly LeadEvent[];
}

/** Scores of leads, who is to be cared for next, and when the warmest cools down. */
export interface Leads {
  readonly scores: ReadonlyMap<string, LeadScore>;
  readonly queue: NurtureQueue;
  readonly cooling: readonly LeadChange[];
  readonly text: string;
}

/** Twenty leads that are drawn from a seed: nothing of this kind is published. */
export function leads(): Leads {
  const drawn = drawLeads();
  const { score } = compileLeadScore(model);
  const scores = new Map(drawn.map(({ id, facts, events }) => [id, score(facts, events, AS_OF)]));
  const queue = nurtureQueue(
    drawn.map(({ id, events }) => ({
      id,
      open: !events.some(({ type }) => type === 'unsubscribed'),
      score: scores.get(id)!.score,
      lastTouch:
        events
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? null,
    })),
    {
      asOf: AS_OF,
      ready: 50,
      cadence: { bands: { bands: [{ id: 'warm', min: '40' }, { id: 'cold' }] }, days: { warm: 14, cold: 45 } },
    },
  );
  const warmest = drawn.toSorted(
    (a, b) => Number(scores.get(b.id)!.score) - Number(scores.get(a.id)!.score) || (a.id < b.id ? -1 : 1),
  )[0]!;
  const cooling = decayForecast(model, warmest.facts, warmest.events, { asOf: AS_OF, until: '2026-12-31' });
  const text = [
    textTable(
      ['to care for', 'score', 'class', 'last contact', 'days over'],
      queue.queue.map(({ id, lastTouch, overdue }) => {
        const { score: points, leadClass } = scores.get(id)!;
        return [id, points, leadClass ?? '–', lastTouch ?? 'never', overdue === null ? '–' : String(overdue)];
      }),
    ),
    `${queue.waiting.length} are not due yet; none of the queue: ${queue.left.map(({ id, reason }) => `${id} ${reason}`).join(', ')}`,
    `Lead ${warmest.id}:\n${renderExplanation(explainLeadScore(scores.get(warmest.id)!), 'en')}`,
    `If nothing more happens: ${cooling.map(({ date, leadClass }) => `${leadClass} on ${date}`).join(', ') || 'it stays'}`,
  ].join('\n\n');
  return { scores, queue, cooling, text };
}

function drawLeads(): Lead[] {
  return Array.from({ length: 20 }, (_, at): Lead => {
    const random = seededRandom(2026, at);
    const types = ['visit', 'visit', 'visit', 'visit', 'demo', 'mail', 'mail', 'unsubscribed'];
    const events = Array.from({ length: random.below(6) }, () => ({
      date: addDays(AS_OF, -random.below(120)),
      type: types[random.below(types.length - (random.below(3) > 0 ? 1 : 0))]!,
    }));
    const industry = ['energy', 'transport', 'retail', 'food'][random.below(4)]!;
    const staff = random.below(500);
    return {
      id: `L${String(at + 1).padStart(2, '0')}`,
      // Of one lead in five nobody knows the size.
      facts: { industry, ...(random.below(5) === 0 ? {} : { staff }) },
      events,
    };
  });
}
