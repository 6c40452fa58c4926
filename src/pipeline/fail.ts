import { errorsOf } from '../core/errors.js';
import { pipelineErrors } from '../locales/en/pipeline.js';

/** Throws one of the pipeline's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof pipelineErrors>> = /* @__PURE__ */ errorsOf(pipelineErrors);
