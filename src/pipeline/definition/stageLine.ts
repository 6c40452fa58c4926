import { fail } from '../fail.js';
import type { Path } from '../../core/errors.js';
import { checkPipeline } from './checkPipeline.js';
import type { PipelineDefinition, StageDefinition } from './pipelineDefinition.js';

/** The open stages of a pipeline in their order, and where each stage stands in it. */
export interface StageLine<S extends string = string> {
  readonly stages: readonly StageDefinition<S>[];
  /** Ids of the open stages, then `won`. */
  readonly names: readonly S[];
  /** Place of a stage: from 0 on for open ones, their number for success, −1 for what is passed over. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Checks a pipeline and lines up its stages. */
export function stageLine<S extends string>(pipeline: PipelineDefinition<S>): StageLine<S> {
  checkPipeline(pipeline);
  const stages = pipeline.states.filter(({ kind }) => kind === 'open');
  const success = pipeline.states.find(({ kind }) => kind === 'success');
  const placeOf = new Map<string, number>(
    pipeline.states.map(({ id, kind }) => [id, kind === 'success' ? stages.length : -1]),
  );
  for (const [at, { id }] of stages.entries()) placeOf.set(id, at);
  return { stages, names: [...stages.map(({ id }) => id), success?.id ?? ('won' as S)], placeOf };
}

/** The place of the stage of a deal that a caller gave. */
export function placeIn({ placeOf }: StageLine, stage: string, path: Path): number {
  const place = placeOf.get(stage);
  return place ?? fail('pipeline.unknownStage', path, { stage, expected: [...placeOf.keys()].join(' | ') });
}
