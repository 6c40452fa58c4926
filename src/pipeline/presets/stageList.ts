import type { DecimalString } from '../../core/decimal.js';
import type { ReasonDefinition } from '../../mechanisms/lifecycle/definition/lifecycleDefinition.js';
import type { StageDefinition } from '../definition/pipelineDefinition.js';

/** Id, chance and names of an open stage. */
type OpenStage<S extends string> = readonly [id: S, probability: DecimalString, en: string, zh: string];

/** Open stages in their order. Below 0.5 a deal is `pipeline`, below 0.8 `bestCase`, from there on `commit`. */
export function openStages<const S extends string>(stages: readonly OpenStage<S>[]): StageDefinition<S>[] {
  return stages.map(([id, probability, en, zh], at) => ({
    id,
    kind: 'open',
    order: at + 1,
    probability,
    category: Number(probability) < 0.5 ? 'pipeline' : Number(probability) < 0.8 ? 'bestCase' : 'commit',
    label: { en, 'zh-CN': zh },
  }));
}

/** The state of a won deal. */
export function wonStage<const S extends string>(id: S, en: string, zh: string): StageDefinition<S> {
  return { id, kind: 'success', probability: '1', category: 'closed', label: { en, 'zh-CN': zh } };
}

/** The state of a lost deal. */
export const lostStage: StageDefinition<'lost'> = {
  id: 'lost',
  kind: 'failure',
  probability: '0',
  category: 'omitted',
  label: { en: 'Lost', 'zh-CN': '输单' },
};

/** Why deals are lost. To name a competitor as the reason takes its name. */
export const lostReasons: readonly ReasonDefinition<'lost'>[] = [
  { id: 'price', for: ['lost'] },
  { id: 'competitor', for: ['lost'], requiredFields: ['competitor'] },
  { id: 'noBudget', for: ['lost'] },
  { id: 'noDecision', for: ['lost'] },
  { id: 'timing', for: ['lost'] },
  { id: 'fit', for: ['lost'] },
  { id: 'noContact', for: ['lost'] },
  { id: 'other', for: ['lost'] },
];
