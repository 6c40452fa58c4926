import { errorsOf } from '../core/errors.js';
import { segmentationErrors } from '../locales/en/segmentation.js';

/** Throws one of the segmentation's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof segmentationErrors>> =
  /* @__PURE__ */ errorsOf(segmentationErrors);
