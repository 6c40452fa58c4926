import { expectTypeOf, test } from 'vitest';
import {
  applyOpportunityEvent,
  compilePipeline,
  definePipeline,
  extendPipeline,
  foldOpportunities,
  type OpportunityEvent,
  presets,
  systemPolicies,
  winRate,
} from '../../src/pipeline/index.js';

const base = { dealId: 'D', at: '2026-01-05', seq: 1 } as const;

test('a stage that does not exist does not compile', () => {
  const pipeline = compilePipeline(presets['hubspot-like']);
  pipeline.fold([{ ...base, type: 'stageChanged', to: 'contract' }]);
  // @ts-expect-error the stage is called contract
  pipeline.fold([{ ...base, type: 'stageChanged', to: 'contrakt' }]);
  // @ts-expect-error a deal begins in a stage
  pipeline.apply(null, { ...base, type: 'created', stage: 'start' });
  // @ts-expect-error and is reopened into one
  foldOpportunities(presets['hubspot-like'], [{ ...base, type: 'reopened', to: 'start' }]);
  // @ts-expect-error and moves to one
  applyOpportunityEvent(presets['hubspot-like'], null, { ...base, type: 'stageChanged', to: 'start' });
});

test('a definition names its own stages', () => {
  const pipeline = definePipeline({
    id: 'p',
    version: 1,
    initial: ['offer'],
    states: [
      { id: 'offer', kind: 'open', order: 1, probability: '0.4', category: 'pipeline' },
      { id: 'won', kind: 'success', probability: '1', category: 'closed' },
    ],
  });
  expectTypeOf(pipeline.states[0]!.id).toEqualTypeOf<'offer' | 'won'>();
  // @ts-expect-error there is no such stage to begin in
  definePipeline({ ...pipeline, initial: ['ofer'] });
  // @ts-expect-error nor such a category
  extendPipeline(pipeline, { states: { offer: { category: 'best' } } });
  // @ts-expect-error nor such a stage to change
  extendPipeline(pipeline, { states: { ofer: { probability: '0.5' } } });
});

test('deals know their stages, and policies are named', () => {
  const { deals } = foldOpportunities(presets['cn-6-stage'], []);
  expectTypeOf(deals[0]!.stage).toEqualTypeOf<
    'develop' | 'needs' | 'quote' | 'negotiate' | 'sign' | 'after-sales' | 'lost'
  >();
  // @ts-expect-error an amount has a currency
  const bad: OpportunityEvent = { ...base, type: 'amountChanged', amount: '10' };
  // @ts-expect-error the denominators are closed, closedOrStale and created
  winRate([], { denominator: 'all' });
  winRate([], systemPolicies.zohoMotivator.winRate);
  void bad;
});
