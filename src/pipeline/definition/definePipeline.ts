import type { PipelineDefinition } from './pipelineDefinition.js';

/**
 * Returns a pipeline as it is, with the names of its stages kept as types: moving a deal to a stage that does not exist
 * does not compile.
 *
 * @param definition stages and the ways between them; `compilePipeline` checks it
 * @example
 * import { definePipeline } from 'salesmodel/pipeline';
 *
 * const pipeline = definePipeline({
 *   id: 'short', version: 1, initial: ['offer'], moves: {},
 *   states: [
 *     { id: 'offer', kind: 'open', order: 1, probability: '0.4', category: 'pipeline' },
 *     { id: 'won', kind: 'success', probability: '1', category: 'closed' },
 *     { id: 'lost', kind: 'failure', probability: '0', category: 'omitted' },
 *   ],
 * });
 * pipeline.states.map(({ id }) => id); // => ['offer', 'won', 'lost']
 */
export function definePipeline<const S extends string>(definition: PipelineDefinition<S>): PipelineDefinition<S> {
  return definition;
}
