import { type DecimalLike, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import { stageLine } from '../../definition/stageLine.js';
import { fail } from '../../fail.js';
import { STAGE, type LeadModel } from './leadModel.js';

/** What a model looks at. */
export interface LeadModelOptions {
  /** Fields of one value each: the owner, the team, or fields of the application's own. Values other than texts count by their JSON. */
  readonly fields: readonly string[];
  /** Fields of the application's own that hold a list of values. Default none. */
  readonly tags?: readonly string[];
  /** Field whose values have tables of their own, such as `teamId`. Default: all leads share one. */
  readonly groupBy?: string;
  /** What both counts of a row begin with, above 0. Default 0.1. */
  readonly smoothing?: DecimalLike;
  /** A tag counts from so many won and lost leads on. Default 50. */
  readonly tagMinimum?: DecimalLike;
}

/** A model that has learnt nothing. */
export function emptyModel<S extends string>(
  pipeline: PipelineDefinition<S>,
  { fields, tags = [], groupBy, smoothing = '0.1', tagMinimum = 50 }: LeadModelOptions,
): LeadModel {
  const { stages } = stageLine(pipeline);
  const seen = new Set<string>([STAGE]);
  for (const [list, names] of Object.entries({ fields, tags })) {
    names.forEach((name, at) => {
      if (seen.has(name)) fail('leadModel.field', ['options', list, at], { value: name });
      seen.add(name);
    });
  }
  const start = toDecimal(smoothing, ['options', 'smoothing']);
  if (!start.gt(ZERO)) fail('leadModel.smoothing', ['options', 'smoothing'], { value: toText(start) });
  return {
    stages: stages.map(({ id }) => id),
    wonStages: pipeline.states.filter(({ kind }) => kind === 'success').map(({ id }) => id),
    fields: [...fields],
    tags: [...tags],
    groupBy: groupBy ?? null,
    smoothing: toText(start),
    tagMinimum: toText(toDecimal(tagMinimum, ['options', 'tagMinimum'])),
    rows: [],
  };
}
