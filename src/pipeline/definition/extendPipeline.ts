import { extendLifecycle, type LifecycleOverrides } from '../../mechanisms/lifecycle/definition/extendLifecycle.js';
import type { PipelineDefinition, StageDefinition } from './pipelineDefinition.js';

/** What an application changes of a pipeline; everything else stays. */
export interface PipelineOverrides<S extends string = string> extends Omit<LifecycleOverrides<S>, 'states'> {
  /** Changes of stages, by their id. */
  readonly states?: Readonly<Partial<Record<S, Partial<Omit<StageDefinition<S>, 'id'>>>>>;
}

/**
 * Returns a pipeline with changes: fields of stages by their id, and whole lists in the place of others. A misspelt stage
 * does not compile.
 *
 * @param preset pipeline to begin with
 * @param overrides what is different
 * @throws SalesModelError `lifecycle.unknownState`
 * @example
 * import { extendPipeline, presets } from 'salesmodel/pipeline';
 *
 * const ours = extendPipeline(presets['classic-7-stage'], { id: 'ours', states: { needs: { probability: '0.3', rotDays: 21 } } });
 * ours.states.find(({ id }) => id === 'needs')?.probability; // => '0.3'
 */
export function extendPipeline<S extends string>(
  preset: PipelineDefinition<S>,
  overrides: PipelineOverrides<NoInfer<S>>,
): PipelineDefinition<S> {
  // The mechanism spreads what it is given over each state, chances and categories included.
  return extendLifecycle<S, string>(preset, overrides) as PipelineDefinition<S>;
}
