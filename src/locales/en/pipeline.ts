/** English texts of the pipeline's error codes. `{name}` is replaced by the param of that name. */
export const pipelineErrors = {
  'pipeline.closing': 'must be {expected} in a closing stage of this kind, got {value}',
  'pipeline.duplicateDeal': 'must name each deal once, got {id} again',
  'pipeline.order': 'must have an order for each open stage, each higher than the one before, got {value}',
  'pipeline.probability': 'must lie between 0 and 1, got {value}',
  'pipeline.unknownStage': 'must be {expected}, got {stage}',
} as const;
