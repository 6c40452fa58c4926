import { expectTypeOf, test } from 'vitest';
import {
  applyOpportunityEvent,
  calibration,
  compareForecasters,
  competingRisks,
  compilePipeline,
  definePipeline,
  extendPipeline,
  foldOpportunities,
  kaplanMeier,
  markovChain,
  type OpportunityEvent,
  predictLead,
  presets,
  stageProbabilities,
  systemPolicies,
  trainLeadModel,
  winProbabilityAtAge,
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

test('a chance that may be missing has to be looked at first', () => {
  const pipeline = presets['cn-4-stage'];
  const found = winProbabilityAtAge(competingRisks([]), 1);
  // @ts-expect-error there may be none
  const chance: number = found.probability;
  if (found.probability === null) expectTypeOf(found.reason).toEqualTypeOf<'noneOpen' | 'noDeals'>();
  const { brier, reason } = { reason: null, ...calibration([]) };
  expectTypeOf(brier).toEqualTypeOf<number | null>();
  expectTypeOf(reason).toEqualTypeOf<'noPairs' | null>();
  const chain = markovChain({ stages: ['a'], Q: [[0]], R: [[1, 0]] });
  // @ts-expect-error it may be that no outcome can be reached
  void chain.stages;
  expectTypeOf(stageProbabilities(pipeline, [])[0]!.stage).toEqualTypeOf<(typeof pipeline)['states'][number]['id']>();
  void chance;
});

test('outcomes, events and sources are named', () => {
  const pipeline = presets['cn-4-stage'];
  // @ts-expect-error a deal is won or lost, or was open
  competingRisks([{ id: 'D', time: 1, outcome: 'gone' }]);
  // @ts-expect-error what happens is 1, what did not 0
  kaplanMeier([{ id: 'D', time: 1, event: true }]);
  // @ts-expect-error the scales are log, logLog and plain
  kaplanMeier([], { ci: 'loglog' });
  // @ts-expect-error the model is called leadModel
  compareForecasters(pipeline, [], { sources: ['naiveBayes'] });
  // @ts-expect-error a chain has both matrices
  markovChain({ stages: ['a'], Q: [[0]] });
  // @ts-expect-error a model looks at fields
  trainLeadModel(pipeline, [], {});
  // @ts-expect-error a lead is in a stage, or says that it is in none
  predictLead(trainLeadModel(pipeline, [], { fields: [] }).model, {});
});
