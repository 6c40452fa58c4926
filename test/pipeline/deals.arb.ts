import fc from 'fast-check';
import { addDays } from '../../src/core/index.js';
import { definePipeline, type OpportunityEvent } from '../../src/pipeline/index.js';

/** Four open stages, two outcomes and an evaluation after them. */
export const pipeline = definePipeline({
  id: 'small',
  version: 1,
  initial: ['lead', 'need'],
  moves: { reopen: 'any' },
  states: [
    { id: 'lead', kind: 'open', order: 1, probability: '0.1', category: 'pipeline' },
    {
      id: 'need',
      kind: 'open',
      order: 2,
      probability: '0.3',
      category: 'pipeline',
      exitCriteria: [{ id: 'valued', rule: { field: 'amount', op: 'exists' } }],
    },
    { id: 'offer', kind: 'open', order: 3, probability: '0.6', category: 'bestCase' },
    { id: 'sign', kind: 'open', order: 4, probability: '0.9', category: 'commit' },
    { id: 'won', kind: 'success', probability: '1', category: 'closed' },
    { id: 'lost', kind: 'failure', probability: '0', category: 'omitted' },
    { id: 'done', kind: 'ended', probability: '0', category: 'omitted' },
  ],
  transitions: [{ id: 'evaluate', from: ['won', 'lost', 'lead'], to: 'done' }],
  reasons: [{ id: 'price', for: ['lost'] }],
});
export type Stage = (typeof pipeline)['states'][number]['id'];

const stage = fc.constantFrom<Stage>('lead', 'need', 'offer', 'sign', 'won', 'lost', 'done');
const openStage = fc.constantFrom<Stage>('lead', 'need', 'offer', 'sign');
export const day = fc.integer({ min: 0, max: 150 }).map((days) => addDays('2026-01-01', days));
const amount = fc.option(
  fc.record({
    amount: fc.constantFrom('0', '10.05', '-3.33', '250', '99.99', '1000.5'),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
);
const closeDate = fc.option(day);
const owner = fc.option(fc.constantFrom('Ada', 'Ben'));

interface Base {
  readonly dealId: string;
  readonly at: string;
  readonly seq: number;
}
type Make = (base: Base) => OpportunityEvent<Stage>;

/** What happens, without a deal and a number. */
const happening: fc.Arbitrary<Make> = fc.oneof(
  fc
    .record({ stage: openStage, amount, closeDate, ownerId: owner })
    .map((set) => (base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'created', ...set })),
  {
    weight: 3,
    arbitrary: stage.map((to) => (base: Base): OpportunityEvent<Stage> => ({
      ...base,
      type: 'stageChanged',
      to,
      reason: 'price',
    })),
  },
  amount.map((value) => (base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'amountChanged', amount: value })),
  closeDate.map((value) => (base: Base): OpportunityEvent<Stage> => ({
    ...base,
    type: 'closeDateChanged',
    closeDate: value,
  })),
  fc
    .constantFrom('commit', 'omitted', null)
    .map((category) => (base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'categoryChanged', category })),
  fc.constantFrom('0.55', null).map((probability) => (base: Base): OpportunityEvent<Stage> => ({
    ...base,
    type: 'probabilityChanged',
    probability,
  })),
  owner.map((ownerId) => (base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'ownerChanged', ownerId })),
  fc
    .option(openStage, { nil: undefined })
    .map((to) => (base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'reopened', ...(to && { to }) })),
  fc.constant((base: Base): OpportunityEvent<Stage> => ({ ...base, type: 'deleted' })),
);

/** Events of a few deals: each begins with its creation, mostly, and some rows are wrong. */
export const log: fc.Arbitrary<OpportunityEvent<Stage>[]> = fc
  .array(fc.record({ dealId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), at: day, make: happening }), { maxLength: 24 })
  .chain((rows) =>
    fc.record({ amount, closeDate, stage: fc.constantFrom<Stage>('lead', 'need') }).map((first) => [
      ...['a', 'b', 'c', 'd'].map((dealId, at): OpportunityEvent<Stage> => ({
        dealId,
        at: addDays('2026-01-01', at * 20),
        seq: -1,
        type: 'created',
        ...first,
      })),
      ...rows.map(({ dealId, at, make }, seq) => make({ dealId, at, seq })),
    ]),
  );
